"""The text of measures, run by the database: the places filled in, several at once."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from marugoto.evaluation.measures import Measured, Window
from marugoto.evaluation.rules.figures import Share

_PLACE = re.compile(r":(\w+)")


def shares(asked: Sequence[tuple[Measured, Window]]) -> list[Share]:
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


def matters(measure: Measured, window: Window) -> Iterator[tuple[UUID, int, bool, bool]]:
    """Matter, day, fulfilled, ended: what the measure looked at. A fact without a matter has nothing to open."""
    text, places = _placed(measure.behind, window)
    for matter, day, done, ended in _rows(text, places):
        if matter:
            yield UUID(str(matter)), day, bool(done), bool(ended)


def _placed(text: str, window: Window, ending: str = "") -> tuple[str, dict[str, str | int]]:
    """The text with places as the driver writes them, of a name of their own."""
    return _PLACE.sub(rf"%(\1{ending})s", text), {f"{name}{ending}": value for name, value in window.places().items()}


def _rows(text: str, places: dict[str, str | int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(text, places)
        return list(cursor.fetchall())
