"""What a ball face says of time: its state, its due day, how long it lies. All in the body's open days."""

from dataclasses import dataclass
from datetime import date

from marugoto.custody.codes import BallState
from marugoto.custody.rules.limit import Days
from marugoto.kernel.calendar import WorkingCalendar


@dataclass(frozen=True)
class Clock:
    """Days that matter for one ball. `rested_from`: when it came to its holder, or was last touched by those who carry it; `due_on`: by
    that day the matter itself asks for something, however often it was touched."""

    held_from: date
    rested_from: date
    answer_due: date | None = None
    kept_until: date | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Marks:
    settled: bool = False
    stuck: bool = False
    kept: bool = False
    offered: bool = False
    declined: int = 0  # how often since it came to its holder


@dataclass(frozen=True)
class Times:
    """`left` is negative when open days went by since; late is also what was due before a weekend. Settled, nothing is due."""

    held: int
    unattended: int
    due: date | None
    left: int | None
    late: bool = False


@dataclass(frozen=True)
class Call:
    """By when a call for help is answered; `left` is negative when open days went by since."""

    due: date
    left: int
    late: bool


def call_of(called_on: date, *, limit: Days, today: date, calendar: WorkingCalendar) -> Call:
    """As long as for any other answer, by the urgency of the ball."""
    due = calendar.add(called_on, limit.answer)
    return Call(due=due, left=calendar.between(today, due), late=today > due)


def times_of(clock: Clock, marks: Marks, *, limit: Days, today: date, calendar: WorkingCalendar) -> Times:
    held = calendar.between(clock.held_from, today)
    unattended = max(0, calendar.between(clock.rested_from, today))
    if marks.settled:
        return Times(held=held, unattended=0, due=None, left=None)
    due = clock.answer_due or clock.kept_until or clock.due_on or calendar.add(clock.rested_from, limit.unattended)
    return Times(held=held, unattended=unattended, due=due, left=calendar.between(today, due), late=today > due)


def state_of(marks: Marks, times: Times) -> BallState:
    """The one word a ball face begins with; what asks for help or for haste comes first."""
    if marks.settled:
        return BallState.SETTLED
    if marks.stuck:
        return BallState.STUCK
    if marks.kept:
        return BallState.KEPT
    if times.late:
        return BallState.LATE
    if marks.offered:
        return BallState.OFFERED
    return BallState.DECLINED if marks.declined else BallState.HELD
