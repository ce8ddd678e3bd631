"""The files beside a decision on 要否: what is there and what was taken out, and one of them whole."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.attachment import Changed
from marugoto.evaluation.models import JudgementPaper, JudgementPaperContent
from marugoto.ground.transaction import looking


@looking
def papers_of(viewer: Viewer, decision: UUID) -> list[Any]:
    """In the order in which they were added, those of one moment by name, each with who added it and why it was taken out, if it was."""
    rows: Any = JudgementPaper.objects.within(viewer.body).filter(decision=decision).order_by("made_at", "name", "pk")
    return list(rows.select_related("removal").annotate(by_name=directory.worker_name("by")))


@looking
def whole(viewer: Viewer, paper: UUID) -> tuple[JudgementPaper, bytes] | None:
    """With its bytes, exactly as they were kept; raises `Changed` when they are not."""
    row = JudgementPaper.objects.within(viewer.body).filter(pk=paper, removal=None).first()
    kept = JudgementPaperContent.objects.within(viewer.body).filter(paper=row).first() if row else None
    if row is None or kept is None:
        return None
    content = bytes(kept.content)
    if sha256(content).hexdigest() != row.sha256:
        raise Changed(str(row.pk))
    return row, content


@looking
def decision_of(viewer: Viewer, paper: UUID) -> UUID | None:
    return JudgementPaper.objects.within(viewer.body).filter(pk=paper).values_list("decision_id", flat=True).first()
