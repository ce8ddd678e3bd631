"""Compute figures from the ledger, and open the rows behind one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import Indicator
from marugoto.evaluation.measures import Measured
from marugoto.evaluation.queries import lately, measured
from marugoto.evaluation.queries.evidence import gather
from marugoto.evaluation.queries.window import half_year_of, window_of
from marugoto.evaluation.rules.evidence import Evidence
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.goal import middle_attainment
from marugoto.evaluation.rules.spread import Spread
from marugoto.evaluation.standards import Criterion, Verdict
from marugoto.ground.transaction import looking_from_the_tower

__all__ = [
    "Behind",
    "Figures",
    "attainment_of",
    "behind",
    "figures",
    "half_year_of",
    "share_of",
    "spread_of",
    "verdict_of",
    "window_of",
]


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


@looking_from_the_tower
def figures(
    viewer: Viewer,
    *,
    days: Iterable[date],
    indicators: Iterable[Indicator] = (),
    criteria: Iterable[Criterion] = (),
    remembered: bool = False,
) -> Figures:
    """All shares in one query, whatever the number of figures and days; `gather` says what criteria ask beside them, day by day.

    `remembered`: for a page, as `lately` says.
    """
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
            (criterion.code, day): criterion.judge(evidence)
            for day in days
            for criterion, evidence in _evidence(viewer, criteria, day, found, remembered=remembered)
        },
        viewer.at - timedelta(seconds=lately.age(placed) if remembered else 0),
    )


def _evidence(
    viewer: Viewer,
    criteria: list[Criterion],
    day: date,
    found: Mapping[tuple[Measured, date], Share],
    *,
    remembered: bool,
) -> list[tuple[Criterion, Evidence]]:
    if not criteria:
        return []
    shares = {measure: share for (measure, at), share in found.items() if at == day}
    evidence = gather(viewer, criteria, last=day, shares=shares, remembered=remembered)
    return [(one, evidence[one.code]) for one in criteria]


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
