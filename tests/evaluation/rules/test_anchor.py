"""On which days figures stand ready, and when it is to be counted again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from marugoto.evaluation.rules.anchor import (
    FISCAL_YEAR,
    HALF_YEAR,
    LONGER,
    anchors,
    half_a_year_before,
    half_years,
    waits,
)

TODAY = date(2026, 11, 30)
NOON = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
LATER = NOON + timedelta(seconds=1)


def test_half_a_year_is_182_days() -> None:
    assert half_a_year_before(TODAY) == date(2026, 6, 1)
    assert anchors(TODAY) == (TODAY, date(2026, 6, 1))
    assert (HALF_YEAR, LONGER) == (6, 36)
    assert FISCAL_YEAR == 0, "no number of months"


def test_eight_half_years_that_are_over_and_the_one_that_runs() -> None:
    found = half_years(TODAY)
    assert (found[0], found[-2], found[-1]) == (date(2023, 3, 31), date(2026, 9, 30), date(2027, 3, 31))
    assert len(found) == 9


@pytest.mark.parametrize(
    ("asked", "kept", "again"),
    [
        (None, None, False),
        (None, NOON, False),
        (NOON, None, True),
        (LATER, NOON, True),
        (NOON, NOON, False),
        (NOON, LATER, False),
    ],
)
def test_it_waits_to_be_counted_where_somebody_asked_since(
    asked: datetime | None, kept: datetime | None, again: bool
) -> None:
    assert waits(asked, kept) is again
