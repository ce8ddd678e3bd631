"""The year of an office begins in April, and its day at midnight in Japan."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.kernel.fiscal import day_number, fiscal_year, half_year
from marugoto.kernel.jst import JST, end_of_day, last_day, local_day


@pytest.mark.parametrize(
    ("day", "year", "half"),
    [
        (date(2026, 3, 31), 2025, 2025 * 2 + 1),
        (date(2026, 4, 1), 2026, 2026 * 2),
        (date(2026, 9, 30), 2026, 2026 * 2),
        (date(2026, 10, 1), 2026, 2026 * 2 + 1),
        (date(2026, 12, 31), 2026, 2026 * 2 + 1),
        (date(2027, 1, 1), 2026, 2026 * 2 + 1),
        (date(2028, 2, 29), 2027, 2027 * 2 + 1),
    ],
)
def test_in_which_year_and_half_a_day_lies(day: date, year: int, half: int) -> None:
    assert (fiscal_year(day), half_year(day)) == (year, half)


@given(st.dates(max_value=date(9999, 12, 30)))
def test_days_follow_each_other_and_halves_never_go_back(day: date) -> None:
    following = day + timedelta(days=1)
    assert day_number(following) == day_number(day) + 1
    assert half_year(following) - half_year(day) in {0, 1}
    assert half_year(day) // 2 == fiscal_year(day)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 11, 23, 14, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 15, 0, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 11, 24, 0, 0, tzinfo=JST), date(2026, 11, 24)),
        (datetime(2026, 3, 31, 23, 59, tzinfo=JST), date(2026, 3, 31)),
        (datetime(2026, 11, 23, 10, 0, tzinfo=timezone(-timedelta(hours=5))), date(2026, 11, 24)),
    ],
)
def test_the_day_of_an_instant_is_that_of_japan(at: datetime, day: date) -> None:
    assert local_day(at) == day


def test_an_instant_without_a_zone_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="carries its zone"):
        local_day(datetime(2026, 11, 24, 9, 0))  # noqa: DTZ001 — that it has no zone is the point


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2026, 12, 31), date(2028, 2, 29)])
def test_what_holds_until_a_day_has_it_as_its_last(day: date) -> None:
    end = end_of_day(day)
    assert last_day(end) == day
    assert last_day(end + timedelta(hours=9)) == day + timedelta(days=1)
    assert local_day(end) != day
