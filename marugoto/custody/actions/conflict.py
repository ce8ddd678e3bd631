"""A worker who must not handle a matter holds no ball of it: the ball goes to the head of the same team, to be handed over."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.estate import estate_of
from marugoto.custody.actions.hand import hold_balls, moving, take
from marugoto.custody.actions.people import Succession, hand_on
from marugoto.custody.actions.standing import hold_still
from marugoto.disclosure.actions.inherit import inherit
from marugoto.kernel.decision import no


@moving
def hand_on_from(*, by: Viewer, at: datetime, worker: UUID, matters: Iterable[UUID]) -> int:
    """Every open ball of these matters that the worker is in charge of; answers how many. Never is one without a holder: where
    nobody of the team is left who may read it, the team of last resort takes it; where nobody is there either, it is refused."""
    mine = hold_balls(by, matters).filter(in_charge__worker=worker)
    keys = list(mine.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        grip = take(by, at, key)
        left = (
            Duty.objects.everywhere("who is in charge may belong to another body")
            .select_related("team__agency", "worker")
            .get(pk=grip.ball.in_charge_id)
        )
        hold_still(left.team_id)
        heirs = Succession(by, at, left).reading(grip.ball.matter)
        if heirs is None:
            no("代わりに持てる人が、係にも最後の受け皿にもいません。", "先に、係に人を入れてください。").require()
        assert heirs is not None  # noqa: S101 — it was refused
        hand_on(by, at, grip, left, heirs)
        if heirs.team_id != left.team_id:
            inherit(by=by, at=at, former=left.team_id, heir=heirs.team_id, estate=estate_of(by, [key]))
    return len(keys)
