"""Compute figures from the ledger, and open the rows behind one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import Indicator
from marugoto.evaluation.measures import Measured, Window
from marugoto.evaluation.queries import lately, measured
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.goal import middle_attainment
from marugoto.evaluation.rules.half_year import first_day
from marugoto.evaluation.rules.spread import Spread
from marugoto.evaluation.standards import Criterion, Verdict
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.fiscal import day_number
from marugoto.kernel.jst import local_day

FEBRUARY, LEAP_DAY = 2, 29


@dataclass(frozen=True)
class Behind:
    """One matter a figure looked at; one that is not `ended` is too young to be counted."""

    matter: UUID
    day: date
    fulfilled: bool
    ended: bool


@dataclass(frozen=True)
class Figures:
    """What was asked for, each at every day: shares by the code of an indicator, verdicts by the code of a criterion.

    `as_of`: what was written down until then is counted.
    """

    shares: Mapping[tuple[str, date], Share]
    verdicts: Mapping[tuple[str, date], Verdict]
    as_of: datetime


def window_of(viewer: Viewer, *, last: date) -> Window:
    """The twelve months up to and including `last`; of the day that still runs, facts are seen but nothing is over."""
    before = last.replace(year=last.year - 1, day=28 if (last.month, last.day) == (FEBRUARY, LEAP_DAY) else last.day)
    return _window(viewer, before + timedelta(days=1), last)


def half_year_of(viewer: Viewer, *, last: date) -> Window:
    """The half-year that ends on this day."""
    return _window(viewer, first_day(last), last)


def _window(viewer: Viewer, first: date, last: date) -> Window:
    over = min(last, local_day(viewer.at) - timedelta(days=1))
    return Window(
        body=viewer.body,
        since_day=day_number(first),
        until_day=day_number(last) + 1,
        over_day=day_number(over) + 1,
        over_bday=viewer.calendar.number(over) + 1,
    )


@looking_from_the_tower
def figures(
    viewer: Viewer,
    *,
    days: Iterable[date],
    indicators: Iterable[Indicator] = (),
    criteria: Iterable[Criterion] = (),
    remembered: bool = False,
) -> Figures:
    """All of it in one query, whatever the number of figures and days. `remembered`: for a page, as `lately` says."""
    days, indicators, criteria = list(days), list(indicators), list(criteria)
    pieces: set[Measured] = {indicator.measure for indicator in indicators}
    pieces |= {piece.measure for criterion in criteria for piece in criterion.evidence.values()}
    asked = [(measure, day) for measure in pieces for day in days]
    windows = {day: window_of(viewer, last=day) for day in days}
    count = lately.shares if remembered else measured.shares
    placed = [(measure, windows[day]) for measure, day in asked]
    found = dict(zip(asked, count(placed), strict=True))
    return Figures(
        {(indicator.code, day): found[indicator.measure, day] for indicator in indicators for day in days},
        {
            (criterion.code, day): criterion.judge(
                {name: found[piece.measure, day] for name, piece in criterion.evidence.items()}
            )
            for criterion in criteria
            for day in days
        },
        viewer.at - timedelta(seconds=lately.age(placed) if remembered else 0),
    )


@looking_from_the_tower
def spread_of(viewer: Viewer, indicator: Indicator, *, last: date) -> Spread | None:
    """The values of an indicator that has such, over the twelve months."""
    if indicator.spread is None:
        return None
    return measured.spreads([(indicator.spread, window_of(viewer, last=last))])[0]


@looking_from_the_tower
def attainment_of(viewer: Viewer, indicator: Indicator, *, last: date) -> tuple[int, int | None] | None:
    """Of an indicator of scores: of how many households they are, and the T in the middle of them."""
    if indicator.scored is None:
        return None
    households = measured.goals(indicator.scored, window_of(viewer, last=last))
    return len(households), middle_attainment(households)


def share_of(viewer: Viewer, indicator: Indicator, *, last: date) -> Share:
    return figures(viewer, days=[last], indicators=[indicator]).shares[indicator.code, last]


def verdict_of(viewer: Viewer, criterion: Criterion, *, last: date) -> Verdict:
    return figures(viewer, days=[last], criteria=[criterion]).verdicts[criterion.code, last]


@looking_from_the_tower
def behind(viewer: Viewer, measure: Measured, *, last: date) -> list[Behind]:
    """The matters behind a figure, newest first: opaque; who may open one finds it through its ball."""
    found = [
        Behind(matter, date.fromordinal(day), done, ended)
        for matter, day, done, ended in measured.matters(measure, window_of(viewer, last=last))
    ]
    return sorted(found, key=lambda row: (row.day, str(row.matter)), reverse=True)
