"""Compute figures from the ledger, and open the rows behind one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import Indicator
from marugoto.evaluation.measures import Measured, Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.evidence import gather
from marugoto.evaluation.queries.latest import Counts
from marugoto.evaluation.queries.window import half_year_of, window_of
from marugoto.evaluation.rules.evidence import Evidence
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.standards import Criterion, Verdict
from marugoto.ground.transaction import looking_from_the_tower

__all__ = [
    "Behind",
    "Figures",
    "behind",
    "figures",
    "half_year_of",
    "share_of",
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
    """What was asked for, each at every day: shares by the code of an indicator, verdicts by the code of a criterion; what was to be counted
    beside them, in its order."""

    shares: Mapping[tuple[str, date], Share]
    verdicts: Mapping[tuple[str, date], Verdict]
    beside: tuple[Share, ...] = ()


@looking_from_the_tower
def figures(
    viewer: Viewer,
    *,
    days: Iterable[date],
    indicators: Iterable[Indicator] = (),
    criteria: Iterable[Criterion] = (),
    counts: Counts = measured,
    beside: Sequence[tuple[Measured, Window]] = (),
) -> Figures:
    """All shares in one query, whatever the number of figures and days; `gather` says what criteria ask beside them, day by day.

    `counts`: who counts. A page asks `latest` for the figures that were counted last, and gives its `counts`. `beside`: what else is to
    be counted in the same query.
    """
    days, indicators, criteria = list(days), list(indicators), list(criteria)
    pieces: set[Measured] = {indicator.measure for indicator in indicators}
    pieces |= {piece.measure for criterion in criteria for piece in criterion.evidence.values()}
    asked = [(measure, day) for measure in pieces for day in days]
    windows = {day: window_of(viewer, last=day) for day in days}
    placed = [(measure, windows[day]) for measure, day in asked]
    counted = counts.shares([*placed, *beside])
    found = dict(zip(asked, counted[: len(asked)], strict=True))
    return Figures(
        {(indicator.code, day): found[indicator.measure, day] for indicator in indicators for day in days},
        {
            (criterion.code, day): criterion.judge(evidence)
            for day in days
            for criterion, evidence in _evidence(viewer, criteria, day, found, counts=counts)
        },
        tuple(counted[len(asked) :]),
    )


def _evidence(
    viewer: Viewer,
    criteria: list[Criterion],
    day: date,
    found: Mapping[tuple[Measured, date], Share],
    *,
    counts: Counts,
) -> list[tuple[Criterion, Evidence]]:
    if not criteria:
        return []
    shares = {measure: share for (measure, at), share in found.items() if at == day}
    evidence = gather(viewer, criteria, last=day, shares=shares, counts=counts)
    return [(one, evidence[one.code]) for one in criteria]


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
