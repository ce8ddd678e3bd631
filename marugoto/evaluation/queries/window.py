"""The windows in which a body is looked at: months up to a day, the half-year that ends on it, or the fiscal year in which it lies."""

from calendar import monthrange
from datetime import date, timedelta

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.measures import Window
from marugoto.evaluation.rules.half_year import first_day
from marugoto.evaluation.rules.outcome_years import first_of
from marugoto.kernel.fiscal import day_number, fiscal_year
from marugoto.kernel.jst import local_day

YEAR = 12


def window_of(viewer: Viewer, *, last: date, months: int = YEAR) -> Window:
    """The months up to and including `last`; of the day that still runs, facts are seen but nothing is over."""
    year, month = divmod(last.year * YEAR + last.month - 1 - months, YEAR)
    before = date(year, month + 1, min(last.day, monthrange(year, month + 1)[1]))
    return _window(viewer, before + timedelta(days=1), last)


def half_year_of(viewer: Viewer, *, last: date) -> Window:
    """The half-year that ends on this day."""
    return _window(viewer, first_day(last), last)


def fiscal_year_of(viewer: Viewer, *, last: date) -> Window:
    """The fiscal year up to this day. A follow-up of six months may be over long after the year is."""
    return _window(viewer, first_of(fiscal_year(last)), last, over=local_day(viewer.at))


def _window(viewer: Viewer, first: date, last: date, *, over: date | None = None) -> Window:
    over = min(over or last, local_day(viewer.at) - timedelta(days=1))
    return Window(
        body=viewer.body,
        since_day=day_number(first),
        until_day=day_number(last) + 1,
        over_day=day_number(over) + 1,
        over_bday=viewer.calendar.number(over) + 1,
    )
