"""The text of measures, run by the database: the places filled in, several at once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from marugoto.evaluation.measures import LeftOut, Measured, Rows, Scored, Valued, Window
from marugoto.evaluation.measures.book import over_facts
from marugoto.evaluation.queries.tally import Ask, Form, Table
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.spread import Spread
from marugoto.ground.transaction import planned_for_its_values

AT_ONCE = 20  # texts in one query: beyond that planning them costs more than the ways there and back
TIE = ("one", "other")
COLUMNS = {Form.SHARE: ("n", "k", "running"), Form.SPREAD: ("value", "times")}
_PLACE = re.compile(r":(\w+)")


def shares(asked: Sequence[tuple[Measured, Window]]) -> list[Share]:
    """In the order in which they were asked, all of one body: one query. What is folded here answers its ties in the same."""
    if not any(isinstance(measure, LeftOut) for measure, _ in asked):
        texts = [(measure.counted(), window) for measure, window in asked]
        rows = {place: _share(counted) for place, *counted in _at_once(texts, COLUMNS[Form.SHARE])}
        return [rows[place] for place in range(len(asked))]
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for place, *row in _at_once(
        [(_beside_ties(measure), window) for measure, window in asked], (*COLUMNS[Form.SHARE], *TIE)
    ):
        found[place].append(row)
    return [_folded(measure, found[place]) for place, (measure, _) in enumerate(asked)]


def tables(asked: Sequence[tuple[Ask, Window]]) -> list[Table]:
    """In the order in which they were asked, all of one body; those of one shape some at once."""
    found: dict[int, Table] = {}
    shapes: defaultdict[Form, list[int]] = defaultdict(list)
    for place, (ask, window) in enumerate(asked):
        if ask.form in COLUMNS:
            shapes[ask.form].append(place)
        else:
            found[place] = ask.table(_rows(*_placed(ask.text, window), window.body))
    for form, places in shapes.items():
        for some in (places[first : first + AT_ONCE] for first in range(0, len(places), AT_ONCE)):
            rows: defaultdict[int, list[Any]] = defaultdict(list)
            texts = [(asked[place][0].text, asked[place][1]) for place in some]
            for number, *row in _at_once(texts, COLUMNS[form]):
                rows[some[number]].append(row)
            found |= {place: asked[place][0].table(rows[place]) for place in some}
    return [found[place] for place in range(len(asked))]


def matters(measure: Measured, window: Window) -> Iterator[tuple[UUID, int, bool, bool]]:
    """Matter, day, fulfilled, ended: what the measure looked at. A fact without a matter has nothing to open."""
    text, places = _placed(measure.behind, window)
    for matter, day, done, ended in _rows(text, places, window.body):
        if matter:
            yield UUID(str(matter)), day, bool(done), bool(ended)


def spreads(asked: Sequence[tuple[Valued, Window]]) -> list[Spread]:
    """How often each value came, in the order in which they were asked, all of one body."""
    found: list[dict[int | None, int]] = [{} for _ in asked]
    texts = [(measure.values(), window) for measure, window in asked]
    for place, value, times in _at_once(texts, ("value", "times")):
        found[place][None if value is None else int(value)] = int(times)
    return [Spread(one) for one in found]


def goals(measure: Scored, window: Window) -> list[list[tuple[int, int]]]:
    """Pairs of score and weight, household by household; where no weight was told all count alike."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for matter, score, weight in _rows(*_placed(measure.scores, window), window.body):
        found[str(matter)].append((int(score), int(weight or 1)))
    return list(found.values())


def divided(measure: Rows, columns: tuple[str, ...], window: Window) -> dict[tuple[str, ...], Share]:
    """One share for each value these columns take; a column without a value is empty."""
    return {
        tuple(str(value or "") for value in row[: len(columns)]): _share(row[len(columns) :])
        for row in _rows(*_placed(measure.counted(columns), window), window.body)
    }


def dividings(asked: Sequence[tuple[Rows, str, Window]]) -> list[dict[str, Share]]:
    """One share for each value the column of a measure takes, in the order asked, all of one body and of one kind of column."""
    found: list[dict[str, Share]] = [{} for _ in asked]
    texts = [(_grouped(measure, column), window) for measure, column, window in asked]
    for place, value, *counted in _at_once(texts, ("value", "n", "k", "running")):
        found[place][str(value or "")] = _share(counted)
    return found


def _grouped(measure: Rows, column: str) -> str:
    """What it counts by this column, which is called `value` from now on."""
    return f"SELECT d.{column} AS value, d.n, d.k, d.running FROM ({measure.counted((column,))}) d"  # noqa: S608 — our own words


def listed(measure: Rows, columns: tuple[str, ...], window: Window) -> list[tuple[Any, ...]]:
    """Matter and these columns of every row it looked at, without those of no matter."""
    said = "".join(f", c.{column}" for column in columns)
    text = f"SELECT c.matter{said} FROM ({measure.rows(columns)}) c WHERE c.matter IS NOT NULL"  # noqa: S608 — our own words
    return _rows(*_placed(text, window), window.body)


def dated(measure: Rows, columns: tuple[str, ...], window: Window) -> list[tuple[Any, ...]]:
    """Matter, day and these columns of every row it looked at, without those of no matter."""
    said = "".join(f", c.{column}" for column in columns)
    text = f"SELECT c.matter, c.day{said} FROM ({measure.rows(columns)}) c WHERE c.matter IS NOT NULL"  # noqa: S608 — our own words
    return _rows(*_placed(text, window), window.body)


def _beside_ties(measure: Measured) -> str:
    """Numbers, or both ends of a tie."""
    if isinstance(measure, LeftOut):
        ends = ", ".join(f"CAST(e.{end} AS text) AS {end}" for end in TIE)
        return f"SELECT 0 AS n, 0 AS k, 0 AS running, {ends} FROM ({measure.edges()}) e"  # noqa: S608 — our own words
    ends = ", ".join(f"CAST(NULL AS text) AS {end}" for end in TIE)
    return f"SELECT s.n, s.k, s.running, {ends} FROM ({measure.counted()}) s"  # noqa: S608 — our own words


def _folded(measure: Measured, rows: Sequence[Sequence[Any]]) -> Share:
    if isinstance(measure, LeftOut):
        return Share(*measure.fold((one, other) for *_, one, other in rows))
    return _share(rows[0][:-2])


def _at_once(asked: Sequence[tuple[str, Window]], columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """These columns of every text, its number in front: one query, whatever their number."""
    texts: list[str] = []
    places: dict[str, int] = {}
    for number, (text, window) in enumerate(asked):
        placed, own = _placed(text, window, f"_{number}")
        said = ", ".join(f"m.{column}" for column in columns)
        texts.append(f"SELECT {number} AS place, {said} FROM ({placed}) m")  # noqa: S608 — our own words; values are places
        places |= own
    bodies = {window.body for _, window in asked}
    return _rows(" UNION ALL ".join(texts), places, *bodies) if texts else []


def _share(counted: Sequence[Any]) -> Share:
    """Of nothing the sum is no number."""
    n, k, running = (int(one or 0) for one in counted)
    return Share(n, k, running)


def _placed(text: str, window: Window, ending: str = "") -> tuple[str, dict[str, int]]:
    """The text with its places named for itself alone."""
    return _PLACE.sub(rf":\1{ending}", text), {f"{name}{ending}": value for name, value in window.places().items()}


def _rows(text: str, places: dict[str, int], body: str) -> list[tuple[Any, ...]]:
    """The places as the driver writes them."""
    with planned_for_its_values(), connection.cursor() as cursor:
        cursor.execute(_PLACE.sub(r"%(\1)s", over_facts(text)), places | {"body": body})
        return list(cursor.fetchall())
