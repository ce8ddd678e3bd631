"""File what is missing, without a name, and answer it."""

from datetime import datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import UnmetEnd
from marugoto.community.events import UnmetEnded, UnmetFiled
from marugoto.community.models import UnmetNeed, UnmetNeedEnding
from marugoto.community.queries.place import by_ids
from marugoto.community.rules.unmet_need import may_answer
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, Urgency
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce


@acting
def file_unmet_need(
    *, by: Viewer, at: datetime, theme: str, team: UUID, interest: str = "", area: str = ""
) -> UnmetNeed:
    """Its ball lies with `team`, which develops places and need never see a case."""
    matter = Ref("resource_task", uuid4())
    ball = place_ball(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.RESOURCE_TASK,
        theme=theme,
        urgency=Urgency.SLOW,
        area=area,
        team=team,
    )
    row = UnmetNeed.objects.create(
        id=matter.id, body=by.body, made_at=at, ball=ball, theme=theme, interest=interest, area=area, by=by.duty
    )
    announce(UnmetFiled(unmet=row.pk), by=by, at=at, matter=row.pk, area=area)
    return row


@acting
def answer_unmet_need(
    *, by: Viewer, at: datetime, unmet: UUID, end: UnmetEnd, place: UUID | None = None
) -> UnmetNeedEnding:
    """A place answers it or, as `NOT_POSSIBLE`, none; only the team that holds its ball may say so."""
    row = UnmetNeed.objects.within(by.body).get(pk=unmet)
    may_answer(end, place).require()
    if UnmetNeedEnding.objects.within(by.body).filter(unmet=row).exists():
        no("もう答えています。", "足りないものの一覧を開き直してください。").require()
    if place is not None and place not in by_ids(by, {place}):
        no("この場所は、もうありません。", "ほかの場所を選んでください。").require()
    made = UnmetNeedEnding.objects.create(body=by.body, made_at=at, unmet=row, end=end, place_id=place, by=by.duty)
    outcome = Outcome.ACHIEVED if place else Outcome.NOTHING_FOUND
    settle(by=by, at=at, ball=row.ball_id, outcome=outcome, with_matter=True)
    announce(UnmetEnded(unmet=row.pk, place=place, end=end), by=by, at=at, matter=row.pk, area=row.area)
    return made
