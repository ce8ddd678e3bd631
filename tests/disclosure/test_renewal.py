"""支援措置: when it may be renewed, and how long it may then run."""

from datetime import date

import pytest

from marugoto.disclosure.rules.renewal import Stage, a_year_on, may_renew, renewable_from, stage

DUE = date(2027, 3, 31)


@pytest.mark.parametrize(
    ("due", "first"),
    [
        (date(2027, 3, 31), date(2027, 2, 28)),
        (date(2028, 3, 31), date(2028, 2, 29)),
        (date(2027, 1, 15), date(2026, 12, 15)),
        (date(2027, 7, 1), date(2027, 6, 1)),
    ],
)
def test_it_can_be_renewed_from_a_month_before(due: date, first: date) -> None:
    assert renewable_from(due) == first
    assert stage(due, first) is Stage.SOON
    assert stage(due, first.replace(day=1) if first.day > 1 else date(2027, 5, 31)) is Stage.RUNNING


def test_its_last_day_still_counts_and_the_next_is_over() -> None:
    assert [stage(DUE, day) for day in (DUE, date(2027, 4, 1))] == [Stage.SOON, Stage.OVER]
    assert a_year_on(date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("listed", "due", "until", "today", "reason", "allowed"),
    [
        (True, DUE, date(2028, 3, 31), date(2027, 3, 1), "決定通知", True),
        (True, DUE, date(2028, 4, 1), date(2027, 3, 1), "決定通知", False),  # more than a year
        (True, DUE, DUE, date(2027, 3, 1), "決定通知", False),  # no later than before
        (True, DUE, date(2028, 3, 31), date(2027, 1, 1), "決定通知", False),  # too early
        (True, DUE, date(2028, 3, 31), date(2027, 3, 1), " ", False),
        (False, DUE, date(2028, 3, 31), date(2027, 3, 1), "決定通知", False),
        (True, None, date(2028, 3, 31), date(2027, 3, 1), "決定通知", False),
        (True, DUE, date(2028, 5, 10), date(2027, 5, 10), "決定通知", True),  # it had lapsed: from that day on
        (True, DUE, date(2028, 5, 11), date(2027, 5, 10), "決定通知", False),
    ],
)
def test_who_may_renew_and_for_how_long(
    listed: bool, due: date | None, until: date, today: date, reason: str, allowed: bool
) -> None:
    said = may_renew(listed=listed, due=due, until=until, today=today, reason=reason)
    assert bool(said) is allowed
    assert allowed or said.reason.endswith("。")
