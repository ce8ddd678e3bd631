"""What a morning's digest counts, and when a morning is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from marugoto.custody.codes import BallState

MORNING = time(6, 30)  # Japan: before the first of the office is there


@dataclass(frozen=True)
class Standing:
    """One ball as it stands: in our hands, offered to us, or to be looked in on."""

    state: BallState
    asked: bool  # waits for our answer
    look: bool
    due: date | None
    directed: date | None


@dataclass(frozen=True)
class Counts:
    due_today: int = 0
    late: int = 0
    stuck: int = 0
    offers: int = 0
    looks: int = 0
    promises: int = 0  # for today, or late
    calls: int = 0  # of others, for help: to whoever answers them

    def __bool__(self) -> bool:
        return any(vars(self).values())


def counted(standings: Iterable[Standing], *, today: date) -> Counts:
    """A ball may count under several kinds: an offer whose answer is due today is both."""
    rows = list(standings)
    held = [one for one in rows if not one.look and not one.asked]
    return Counts(
        due_today=sum(_due_today(one, today) for one in rows if not one.look),
        late=sum(one.state is BallState.LATE for one in held),
        stuck=sum(one.state is BallState.STUCK for one in held),
        offers=sum(one.asked for one in rows),
        looks=sum(one.look for one in rows),
    )


def _due_today(one: Standing, today: date) -> bool:
    return one.directed == today or (one.asked and one.due == today)
