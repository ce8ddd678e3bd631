"""Take back what was handed on at once, as far as nobody has answered or moved it yet."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.hand import moving
from marugoto.custody.actions.offer import withdraw
from marugoto.custody.actions.people import assign
from marugoto.custody.models import Ball, Bundle, BundleLine, BundleTakingBack
from marugoto.custody.rules.bundle import in_words, may_give_back, may_take_back_many
from marugoto.ground.transaction import acting, apart
from marugoto.kernel.decision import Refused


@acting
def take_back_bundle(*, by: Viewer, at: datetime, bundle: UUID) -> int:
    """Each line on its own; what cannot be taken back any more says why. Answers how many were. Raises Bundle.DoesNotExist."""
    row = Bundle.objects.within(by.body).select_for_update().get(pk=bundle)  # a second press waits, and finds it done
    lines = BundleLine.objects.within(by.body).filter(bundle=row, refused="").select_related("bundle")
    done = BundleTakingBack.objects.within(by.body).filter(line__in=lines, refused="").values("line")
    waiting = list(lines.exclude(pk__in=done).order_by("turn"))
    may_take_back_many(own=row.team_id == by.team, left_to_do=len(waiting)).require()
    return sum(_taken_back(by, at, line) for line in waiting)


def _taken_back(by: Viewer, at: datetime, line: BundleLine) -> bool:
    try:
        with apart():
            _take_back(by=by, at=at, line=line)
    except Refused as refused:
        _note(by, at, line, in_words(refused))
        return False
    _note(by, at, line, "")
    return True


@moving
def _take_back(*, by: Viewer, at: datetime, line: BundleLine) -> None:
    if line.offer_id is not None:
        withdraw(by=by, at=at, offer=line.offer_id)
    elif line.left_id is not None:
        ball = Ball.objects.within(by.body).get(pk=line.ball_id)
        may_give_back(
            holder_same=ball.holder_id == by.team, person_same=ball.in_charge_id == line.bundle.person_id
        ).require()
        assign(by=by, at=at, ball=line.ball_id, in_charge=line.left_id)


def _note(by: Viewer, at: datetime, line: BundleLine, refused: str) -> None:
    BundleTakingBack.objects.create(body=by.body, made_at=at, line=line, at=at, by_id=by.duty, refused=refused[:400])
