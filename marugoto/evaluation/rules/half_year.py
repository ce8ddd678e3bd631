"""Half-years (上半期 to 30 September, 下半期 to 31 March): the days on which figures are held fast."""

from datetime import date, timedelta

from marugoto.kernel.era import say_era
from marugoto.kernel.fiscal import fiscal_year

APRIL, OCTOBER = 4, 10


def last_days(day: date, count: int) -> list[date]:
    """The last days of the `count` half-years that were over on that day, oldest first; a half-year is over the day after."""
    ends = [ending_before(day)]
    while len(ends) < count:
        ends.append(ending_before(ends[-1]))
    return ends[::-1]


def ending_before(day: date) -> date:
    """The latest last day of a half-year before this day."""
    starts = [date(year, month, 1) for year in (day.year - 1, day.year) for month in (APRIL, OCTOBER)]
    return max(start for start in starts if start <= day) - timedelta(days=1)


def first_day(last: date) -> date:
    """The first day of the half-year that ends on this day."""
    return date(last.year, APRIL, 1) if APRIL <= last.month < OCTOBER else date(last.year - 1, OCTOBER, 1)


def next_after(last: date) -> date:
    """The last day of the half-year that follows the one ending on this day."""
    return date(last.year + 1, 3, 31) if APRIL <= last.month < OCTOBER else date(last.year, 9, 30)


def say_half_year(last: date) -> str:
    """「令和8年度上半期」 of the half-year that ends on this day."""
    return f"{say_fiscal_year(fiscal_year(last))}{'上' if APRIL <= last.month < OCTOBER else '下'}半期"


def say_fiscal_year(year: int) -> str:
    """「令和8年度」, by the era in which most of it lies."""
    return f"{say_era(date(year, 12, 1)).partition('年')[0]}年度"
