"""Put a file beside a decision on 要否, and take one out that was put there by mistake."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.attachment import Paper, ready
from marugoto.disclosure.rules.attachment import may_attach
from marugoto.evaluation.events.survey import JudgementPaperAdded, JudgementPaperRemoved
from marugoto.evaluation.models import (
    JudgementPaper,
    JudgementPaperContent,
    JudgementPaperRemoval,
    NecessityDecision,
)
from marugoto.evaluation.rules.thinking import may_think
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.ledger.actions import announce


@acting
def add_papers(*, by: Viewer, at: datetime, decision: UUID, papers: Iterable[Paper]) -> list[JudgementPaper]:
    """All of them or none. Raises NecessityDecision.DoesNotExist."""
    may_think(by.roles, contracted=by.contracted).require()
    row, sent = NecessityDecision.objects.within(by.body).get(pk=decision), list(papers)
    if not sent:
        no("ファイルが選ばれていません。", "PDF・JPEG・PNGを選んでから、付けてください。").require()
    may_attach(len(sent)).require()
    return [_keep(by, at, row, paper) for paper in sent]


@acting
def remove_paper(*, by: Viewer, at: datetime, paper: UUID, reason: str) -> JudgementPaperRemoval:
    """Its bytes leave at once; that it was there stays, with the reason. Raises JudgementPaper.DoesNotExist."""
    may_think(by.roles, contracted=by.contracted).require()
    row = JudgementPaper.objects.within(by.body).filter(removal=None).get(pk=paper)
    if not reason.strip():
        no("外すわけが書かれていません。", "なぜ外すかを一言で書いてください。付けていたことは残ります。").require()
    JudgementPaperContent.objects.within(by.body).filter(paper=row).delete()
    stone = JudgementPaperRemoval.objects.create(
        body=by.body, made_at=at, paper=row, reason=clean(reason.strip(), limit=200), by=by.duty
    )
    told = JudgementPaperRemoved(decision=row.decision_id, paper=row.pk)
    announce(told, by=by, at=at, matter=row.decision_id)
    return stone


def _keep(by: Viewer, at: datetime, decision: NecessityDecision, paper: Paper) -> JudgementPaper:
    kept = ready(paper)
    row = JudgementPaper.objects.create(
        body=by.body,
        made_at=at,
        decision=decision,
        name=kept.name,
        kind=kept.kind,
        size=len(kept.content),
        sha256=kept.sha256,
        by=by.duty,
    )
    JudgementPaperContent.objects.create(body=by.body, made_at=at, paper=row, content=kept.content)
    announce(JudgementPaperAdded(decision=decision.pk, paper=row.pk), by=by, at=at, matter=decision.pk)
    return row
