"""On which days figures stand ready: today, half a year and a year before it, and the ends of half-years and fiscal years."""

from datetime import date, datetime, timedelta

from marugoto.evaluation.rules.half_year import last_days, next_after

HALF_A_YEAR, A_YEAR = timedelta(days=182), timedelta(days=365)
HALF_YEARS, HALF_YEAR = 8, 6  # how many; a window of so many months is the half-year that ends on its day
FISCAL_YEAR = 0  # in place of months: the fiscal year in which the day lies, up to it
LONGER = 36  # months, over which evidence is read where twelve have too few cases


def half_a_year_before(day: date) -> date:
    return day - HALF_A_YEAR


def anchors(today: date) -> tuple[date, date]:
    return today, half_a_year_before(today)


def this_year_and_the_last(today: date) -> tuple[date, date]:
    return today, today - A_YEAR


def half_years(today: date) -> list[date]:
    """The last days of half-years that are over, oldest first, and of the one that runs."""
    lasts = last_days(today, HALF_YEARS)
    return [*lasts, next_after(lasts[-1])]


def waits(asked_at: datetime | None, as_of: datetime | None) -> bool:
    """Somebody asked to count again after what is kept was read."""
    return asked_at is not None and (as_of is None or asked_at > as_of)
