"""Compute figures from the ledger, and open the rows behind one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import Indicator
from marugoto.evaluation.measures import Measured, Window
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.standards import Criterion, Verdict
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.fiscal import day_number
from marugoto.kernel.jst import local_day

_PLACE = re.compile(r":(\w+)")
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
    """What was asked for, each at every day: shares by the code of an indicator, verdicts by the code of a criterion."""

    shares: Mapping[tuple[str, date], Share]
    verdicts: Mapping[tuple[str, date], Verdict]


def window_of(viewer: Viewer, *, last: date) -> Window:
    """The twelve months up to and including `last`; of the day that still runs, facts are seen but nothing is over."""
    first = last.replace(year=last.year - 1, day=28 if (last.month, last.day) == (FEBRUARY, LEAP_DAY) else last.day)
    over = min(last, local_day(viewer.at) - timedelta(days=1))
    return Window(
        body=viewer.body,
        since_day=day_number(first) + 1,
        until_day=day_number(last) + 1,
        over_day=day_number(over) + 1,
        over_bday=viewer.calendar.number(over) + 1,
    )


@looking_from_the_tower
def figures(
    viewer: Viewer, *, days: Iterable[date], indicators: Iterable[Indicator] = (), criteria: Iterable[Criterion] = ()
) -> Figures:
    """All of it in one query, whatever the number of figures and days."""
    days, indicators, criteria = list(days), list(indicators), list(criteria)
    pieces: set[Measured] = {indicator.measure for indicator in indicators}
    pieces |= {piece.measure for criterion in criteria for piece in criterion.evidence.values()}
    asked = [(measure, day) for measure in pieces for day in days]
    windows = {day: window_of(viewer, last=day) for day in days}
    found = dict(zip(asked, _shares([(measure, windows[day]) for measure, day in asked]), strict=True))
    return Figures(
        {(indicator.code, day): found[indicator.measure, day] for indicator in indicators for day in days},
        {
            (criterion.code, day): criterion.judge(
                {name: found[piece.measure, day] for name, piece in criterion.evidence.items()}
            )
            for criterion in criteria
            for day in days
        },
    )


def share_of(viewer: Viewer, indicator: Indicator, *, last: date) -> Share:
    return figures(viewer, days=[last], indicators=[indicator]).shares[indicator.code, last]


def verdict_of(viewer: Viewer, criterion: Criterion, *, last: date) -> Verdict:
    return figures(viewer, days=[last], criteria=[criterion]).verdicts[criterion.code, last]


@looking_from_the_tower
def behind(viewer: Viewer, measure: Measured, *, last: date) -> list[Behind]:
    """The matters behind a figure, newest first: opaque; who may open one finds it through its ball."""
    text, places = _placed(measure.behind, window_of(viewer, last=last))
    found = [
        Behind(UUID(str(matter)), date.fromordinal(day), bool(done), bool(ended))
        for matter, day, done, ended in _rows(text, places)
        if matter
    ]
    return sorted(found, key=lambda row: (row.day, str(row.matter)), reverse=True)


def _shares(asked: Sequence[tuple[Measured, Window]]) -> list[Share]:
    """In the order in which they were asked."""
    if not asked:
        return []
    texts: list[str] = []
    places: dict[str, str | int] = {}
    for number, (measure, window) in enumerate(asked):
        text, own = _placed(measure.text, window, f"_{number}")
        texts.append(f"SELECT {number} AS place, m.n, m.k, m.running FROM ({text}) m")  # noqa: S608 — our own words; values are places
        places |= own
    rows = {
        place: Share(int(n), int(k), int(running)) for place, n, k, running in _rows(" UNION ALL ".join(texts), places)
    }
    return [rows[number] for number in range(len(asked))]


def _placed(text: str, window: Window, ending: str = "") -> tuple[str, dict[str, str | int]]:
    """The text with places as the driver writes them, of a name of their own."""
    return _PLACE.sub(rf"%(\1{ending})s", text), {f"{name}{ending}": value for name, value in window.places().items()}


def _rows(text: str, places: dict[str, str | int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(text, places)
        return list(cursor.fetchall())
