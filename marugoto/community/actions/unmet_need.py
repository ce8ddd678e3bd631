"""File what is missing, without a name, and answer it."""

from datetime import datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import UnmetEnd
from marugoto.community.events import UnmetEnded, UnmetFiled
from marugoto.community.models import UnmetNeed, UnmetNeedEnding
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, Urgency
from marugoto.ground.transaction import acting
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
    row = UnmetNeed.objects.within(by.body).get(pk=unmet)
    made = UnmetNeedEnding.objects.create(body=by.body, made_at=at, unmet=row, end=end, place_id=place, by=by.duty)
    outcome = Outcome.ACHIEVED if place else Outcome.NOTHING_FOUND
    settle(by=by, at=at, ball=row.ball_id, outcome=outcome)
    announce(UnmetEnded(unmet=row.pk, place=place, end=end), by=by, at=at, matter=row.pk, area=row.area)
    return made
