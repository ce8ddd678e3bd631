"""Compute a figure from the ledger, and open the rows behind it."""

import re
from dataclasses import dataclass
from datetime import date
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

_PLACE = re.compile(r":(\w+)")
MONTHS = 12


@dataclass(frozen=True)
class Behind:
    """One matter a figure looked at; one that is not `ended` is too young to be counted."""

    matter: UUID
    day: date
    fulfilled: bool
    ended: bool


def window_of(viewer: Viewer, *, last: date) -> Window:
    """The twelve months up to and including `last`."""
    first = date(last.year - 1, last.month, min(last.day, 28))
    return Window(
        body=viewer.body,
        since_day=day_number(first),
        until_day=day_number(last) + 1,
        until_bday=viewer.calendar.number(last) + 1,
    )


@looking_from_the_tower
def share_of(viewer: Viewer, indicator: Indicator, *, last: date) -> Share:
    found = _integers(indicator.measure, window_of(viewer, last=last))
    return Share(n=found["n"], k=found["k"], running=found["running"])


@looking_from_the_tower
def verdict_of(viewer: Viewer, criterion: Criterion, *, last: date) -> Verdict:
    window = window_of(viewer, last=last)
    return criterion.judge({name: _integers(measure, window) for name, measure in criterion.evidence.items()})


@looking_from_the_tower
def behind(viewer: Viewer, measure: Measured, *, last: date) -> list[Behind]:
    """The matters behind a figure, newest first: opaque; who may open one finds it through its ball."""
    rows = _rows(measure.behind, window_of(viewer, last=last))
    found = [
        Behind(UUID(str(matter)), date.fromordinal(day), bool(done), bool(ended))
        for matter, day, done, ended in rows
        if matter
    ]
    return sorted(found, key=lambda row: (row.day, str(row.matter)), reverse=True)


def _integers(measure: Measured, window: Window) -> dict[str, int]:
    row = _rows(measure.text, window)[0]
    return dict(zip(measure.columns, (int(value) for value in row), strict=True))


def _rows(text: str, window: Window) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_PLACE.sub(r"%(\1)s", text), window.places())
        return list(cursor.fetchall())
