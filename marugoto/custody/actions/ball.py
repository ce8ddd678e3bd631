"""Place a ball: from the first instant somebody holds it."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.hand import begin_holding, moving
from marugoto.custody.actions.standing import Standing, standing
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import How, MatterKind, TidingKind, Urgency
from marugoto.custody.events import BallPlaced
from marugoto.custody.models import Ball
from marugoto.custody.rules.number import number_of
from marugoto.custody.rules.team import may_hold
from marugoto.kernel.decision import no
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce


@moving
def place(
    *,
    by: Viewer,
    at: datetime,
    matter: Ref,
    kind: MatterKind,
    theme: str,
    urgency: Urgency,
    area: str = "",
    team: UUID | None = None,
    in_charge: UUID | None = None,
    due_on: date | None = None,
) -> Ball:
    """A ball for a matter, in the hands of `team` (by default the viewer's). Its caller makes the matter in the same transaction.

    Without `in_charge` the team's head is. `due_on`: by that day its matter asks for something. Raises `Refused` when the team cannot hold.
    """
    person = _receiving(by, at, team or by.team).person(in_charge)
    _require_none(by, matter)
    ball = Ball(
        body=by.body,
        made_at=at,
        matter_kind=kind,
        matter=matter.id,
        theme=str(theme),
        urgency=urgency,
        area=area,
        holder_id=team or by.team,
        in_charge_id=person.pk,
        since=at,
        due_on=due_on,
    )
    ball.number = _free_number(by, ball.pk)
    ball.save(force_insert=True)
    begin_holding(by, at, ball, How.PLACED)
    tell(by, at, ball.pk, TidingKind.ENTRUSTED, team=ball.holder_id)
    told = BallPlaced(to=ball.holder_id, in_charge=person.pk, matter_kind=kind, urgency=urgency)
    announce(told, by=by, at=at, matter=matter.id, area=area)
    return ball


def _receiving(by: Viewer, at: datetime, team: UUID) -> Standing:
    there = standing(by, at, team)
    may_hold(there.receiver).require()
    return there


def _require_none(by: Viewer, matter: Ref) -> None:
    if Ball.objects.within(by.body).filter(matter=matter.id).exists():
        no("この用件には、もうボールがあります。", "用件の画面を開き直してください。").require()


def _free_number(by: Viewer, ball: UUID) -> str:
    """Two balls of a body never share a number; the constraint says so too."""
    attempt = 0
    while Ball.objects.within(by.body).filter(number=number_of(ball, attempt)).exists():
        attempt += 1
    return number_of(ball, attempt)
