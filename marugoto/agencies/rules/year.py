"""A fiscal year as an office counts it: open days by month, and which working days are closed or which free days are open, and why."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from marugoto.kernel.calendar import TURN_OF_THE_YEAR, WorkingCalendar
from marugoto.kernel.fiscal import APRIL
from marugoto.kernel.holiday import holidays

SATURDAY = 5
MONTHS = 12


@dataclass(frozen=True)
class MarkedDay:
    """A day that is not as its weekday says; `own`: this body's own word, `is_open`: open although it would be closed."""

    day: date
    name: str
    own: bool
    is_open: bool


@dataclass(frozen=True)
class Month:
    first: date
    open_days: int
    days: tuple[MarkedDay, ...]


def first_day(year: int) -> date:
    return date(year, APRIL, 1)


def last_day(year: int) -> date:
    return first_day(year + 1) - timedelta(days=1)


def year_of(calendar: WorkingCalendar, year: int) -> int:
    """How many days of the fiscal year are open."""
    return calendar.between(first_day(year) - timedelta(days=1), last_day(year))


def closed_months(calendar: WorkingCalendar, own: Mapping[date, str], year: int) -> list[Month]:
    """April to March. `own` names the body's own days, closed or opened."""
    return [_month(calendar, own, *divmod(year * MONTHS + APRIL - 1 + number, MONTHS)) for number in range(MONTHS)]


def _month(calendar: WorkingCalendar, own: Mapping[date, str], year: int, before: int) -> Month:
    days = [date(year, before + 1, one) for one in range(1, monthrange(year, before + 1)[1] + 1)]
    marked = [found for day in days if (found := _marked(calendar, own, day))]
    return Month(days[0], sum(calendar.is_open(day) for day in days), tuple(marked))


def _marked(calendar: WorkingCalendar, own: Mapping[date, str], day: date) -> MarkedDay | None:
    if day in own:
        return MarkedDay(day, own[day], own=True, is_open=calendar.is_open(day))
    if day.weekday() >= SATURDAY:
        return None
    name = holidays(day.year).get(day) or ("年末年始" if (day.month, day.day) in TURN_OF_THE_YEAR else "")
    return MarkedDay(day, name, own=False, is_open=False) if name else None
