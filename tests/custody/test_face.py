"""When a ball is late: on the first day after its due day, also where that day is closed."""

from datetime import date

import pytest

from marugoto.custody.codes import BallState
from marugoto.custody.rules.face import Clock, Marks, state_of, times_of
from marugoto.custody.rules.limit import Days
from marugoto.kernel.calendar import WorkingCalendar

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (FRIDAY, BallState.OFFERED, 0),
        (date(2026, 11, 28), BallState.LATE, 0),
        (date(2026, 11, 30), BallState.LATE, -1),
    ],
)
def test_what_was_due_before_a_weekend_is_late_on_saturday(today: date, state: BallState, left: int) -> None:
    clock = Clock(held_from=date(2026, 11, 20), rested_from=date(2026, 11, 20), answer_due=FRIDAY)
    marks = Marks(offered=True)
    times = times_of(clock, marks, limit=Days(answer=3, unattended=10), today=today, calendar=WorkingCalendar())
    assert (state_of(marks, times), times.left) == (state, left)
