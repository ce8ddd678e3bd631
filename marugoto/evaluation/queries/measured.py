"""The text of measures, run by the database: the places filled in, several at once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from marugoto.evaluation.measures import Depth, Measured, Reached, Rows, Scored, Window
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.spread import Spread
from marugoto.ground.transaction import planned_for_its_values

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
        place: Share(int(n), int(k or 0), int(running))
        for place, n, k, running in _rows(" UNION ALL ".join(texts), places)
    }
    return [rows[number] for number in range(len(asked))]


def matters(measure: Measured, window: Window) -> Iterator[tuple[UUID, int, bool, bool]]:
    """Matter, day, fulfilled, ended: what the measure looked at. A fact without a matter has nothing to open."""
    text, places = _placed(measure.behind, window)
    for matter, day, done, ended in _rows(text, places):
        if matter:
            yield UUID(str(matter)), day, bool(done), bool(ended)


def spreads(asked: Sequence[tuple[Reached | Depth, Window]]) -> list[Spread]:
    """How often each value came, in the order in which they were asked."""
    found: list[dict[int | None, int]] = [{} for _ in asked]
    texts: list[str] = []
    places: dict[str, str | int] = {}
    for number, (measure, window) in enumerate(asked):
        text, own = _placed(measure.spread, window, f"_{number}")
        texts.append(f"SELECT {number} AS place, m.value, m.times FROM ({text}) m")  # noqa: S608 — our own words; values are places
        places |= own
    for place, value, times in _rows(" UNION ALL ".join(texts), places) if texts else ():
        found[place][None if value is None else int(value)] = int(times)
    return [Spread(one) for one in found]


def goals(measure: Scored, window: Window) -> list[list[tuple[int, int]]]:
    """Pairs of score and weight, household by household; where no weight was told all count alike."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for matter, score, weight in _rows(*_placed(measure.scores, window)):
        found[str(matter)].append((int(score), int(weight or 1)))
    return list(found.values())


def divided(measure: Rows, columns: tuple[str, ...], window: Window) -> dict[tuple[str, ...], Share]:
    """One share for each value these columns take; a column without a value is empty."""
    return {
        tuple(str(value or "") for value in row[: len(columns)]): Share(*(int(one) for one in row[len(columns) :]))
        for row in _rows(*_placed(measure.divided(columns), window))
    }


def _placed(text: str, window: Window, ending: str = "") -> tuple[str, dict[str, str | int]]:
    """The text with places as the driver writes them, of a name of their own."""
    return _PLACE.sub(rf"%(\1{ending})s", text), {f"{name}{ending}": value for name, value in window.places().items()}


def _rows(text: str, places: dict[str, str | int]) -> list[tuple[Any, ...]]:
    with planned_for_its_values(), connection.cursor() as cursor:
        cursor.execute(text, places)
        return list(cursor.fetchall())
