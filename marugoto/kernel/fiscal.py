"""The fiscal year (年度, from 1 April) and days as whole numbers."""

from datetime import date

APRIL, OCTOBER = 4, 10


def fiscal_year(day: date) -> int:
    """The year in which the 年度 of this day began."""
    return day.year if day.month >= APRIL else day.year - 1


def day_number(day: date) -> int:
    """Days counted from 0001-01-01 = 1."""
    return day.toordinal()


def half_year(day: date) -> int:
    """fiscal year × 2, plus 1 in the second half (October to March)."""
    second = not APRIL <= day.month < OCTOBER
    return fiscal_year(day) * 2 + int(second)
