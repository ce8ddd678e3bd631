"""A worker who must not handle a matter holds no ball of it: the ball goes to the head of the same team, to be handed over."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.estate import estate_of
from marugoto.custody.actions.hand import moving, take
from marugoto.custody.actions.listed import readers
from marugoto.custody.actions.people import Heirs, hand_on
from marugoto.custody.actions.standing import hold_still, people_of
from marugoto.custody.models import Ball
from marugoto.custody.queries.team import last_resort
from marugoto.disclosure.actions.inherit import inherit
from marugoto.kernel.decision import no


@moving
def hand_on_from(*, by: Viewer, at: datetime, worker: UUID, matters: Iterable[UUID]) -> int:
    """Every open ball of these matters that the worker is in charge of; answers how many. Never is one without a holder: where
    nobody of the team is left who may read it, the team of last resort takes it; where nobody is there either, it is refused."""
    balls = Ball.objects.within(by.body).filter(matter__in=set(matters), in_charge__worker=worker, settlement=None)
    keys = list(balls.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        grip = take(by, at, key)
        left = (
            Duty.objects.everywhere("who is in charge may belong to another body")
            .select_related("team__agency", "worker")
            .get(pk=grip.ball.in_charge_id)
        )
        heirs = _heirs(by, at, left, grip.ball.matter)
        hand_on(by, at, grip, left, heirs)
        if heirs.team_id != left.team_id:
            inherit(by=by, at=at, former=left.team_id, heir=heirs.team_id, estate=estate_of(by, [key]))
    return len(keys)


def _heirs(by: Viewer, at: datetime, left: Duty, matter: UUID) -> Heirs:
    for team in (left.team, last_resort(by.body)):
        hold_still(team.pk)
        there = [duty for duty in people_of(team, by.body, at) if duty.worker_id != left.worker_id]
        able = readers(by, at, matter, there)
        if able:
            return Heirs(team.pk, able[0])
    no("代わりに持てる人が、係にも最後の受け皿にもいません。", "先に、係に人を入れてください。").require()
    raise AssertionError("unreachable: it was refused")
