"""What happens to the balls of those who leave, asked before it happens."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no

MOST_AT_ONCE = 200


def may_succeed(balls: int) -> Decision:
    if not balls:
        return no("引きつぐボールが選ばれていません。", "一つ以上に印をつけてください。")
    if balls > MOST_AT_ONCE:
        return no(f"一度に引きつげるのは{MOST_AT_ONCE}個までです。", "分けて引きついでください。")
    return YES


def may_move_people(people: int) -> Decision:
    if not people:
        return no("動く人が選ばれていません。", "係と人の一覧で、動く人に印をつけてください。")
    return YES


def may_leave_all(*, resort_empty: bool) -> Decision:
    """Asked for all of them together, and for those who leave before: one by one, somebody would always be left."""
    if resort_empty:
        return no("最後の受け皿の係に、だれもいなくなります。", "先に、その係に人を決めてください。")
    return YES


@dataclass(frozen=True)
class Place:
    """A team as those who leave see it: who is there in the order in which they inherit, the head first."""

    team: UUID
    people: tuple[UUID, ...]


@dataclass(frozen=True)
class Heir:
    """To whom the balls go. `stays`: they remain with the team; `person` None: nobody is left at all."""

    person: UUID | None
    team: UUID
    stays: bool


def heir_of(place: Place, resort: Place, leaving: AbstractSet[UUID]) -> Heir:
    """The first of the team who stays; otherwise the first of the team of last resort."""
    here = _first(place.people, leaving)
    if here is not None:
        return Heir(here, place.team, stays=True)
    return Heir(_first(resort.people, leaving), resort.team, stays=place.team == resort.team)


def _first(people: Iterable[UUID], leaving: AbstractSet[UUID]) -> UUID | None:
    return next((one for one in people if one not in leaving), None)
