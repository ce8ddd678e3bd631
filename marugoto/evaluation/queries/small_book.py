"""A small book in memory: some facts as they stood and as they stand, laid down as two bodies of one book, and texts asked of both at once.

The same letters mean the same here as in the house's database. What they call a list of their own (SELECT DISTINCT) is laid beside the
facts once, for all texts in which it stands.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from marugoto.evaluation.measures import Window
from marugoto.evaluation.measures.book import COLUMNS
from marugoto.evaluation.queries.tally import Ask, Table

SEQ, BODY = COLUMNS.index("seq"), COLUMNS.index("body")
FOUND_BY = ("kind, day", "matter, body", "seq, body", "subject, body")
STOOD, STANDS = "stood", "stands"  # the two bodies
INTO = f"INSERT INTO fact VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 — our own words, here and below
_OTHERS = ", ".join(f"'{STANDS}'" if column == "body" else f"f.{column}" for column in COLUMNS)
TAKEN_OVER = f"INSERT INTO fact SELECT {_OTHERS} FROM fact f WHERE f.seq NOT IN (SELECT g.seq FROM gone g)"  # noqa: S608
LIST = "(SELECT DISTINCT "
LOOKED_UP = ("matter", "home")  # by what a list is looked up
_PLACE = re.compile(r":(\w+)")
Row = tuple[Any, ...]


class SmallBook:
    """Rows begin with the columns of the book."""

    def __init__(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        self._base = sqlite3.connect(":memory:")
        self._lists: dict[tuple[str, tuple[int, ...]], str] = {}
        self._lay(before, after)

    def moves(self, ask: Ask, window: Window) -> tuple[Table, Table]:
        """The table as it stood, and as it stands."""
        text, places = ask.text_by_body, window.places()
        named = _named_in(text, places)
        for one in lists_in(text):
            text = text.replace(one, self._list(one, places))
        found: dict[str, list[Row]] = {STOOD: [], STANDS: []}
        for body, *row in self._base.execute(text, named):
            found[body].append(tuple(row))
        return ask.table(found[STOOD]), ask.table(found[STANDS])

    def _lay(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        """Most facts stand in both: they are laid once, and taken over."""
        base, stands = self._base, {row[SEQ] for row in after}
        base.execute(f"CREATE TABLE fact ({', '.join(COLUMNS)})")
        base.execute("CREATE TABLE gone (seq INTEGER PRIMARY KEY)")
        base.executemany("INSERT INTO gone VALUES (?)", [(row[SEQ],) for row in before if row[SEQ] not in stands])
        base.executemany(INTO, [_plain(row, STOOD) for row in before])
        base.execute(TAKEN_OVER)
        stood = {row[SEQ] for row in before}
        base.executemany(INTO, [_plain(row, STANDS) for row in after if row[SEQ] not in stood])
        for number, columns in enumerate(FOUND_BY):
            base.execute(f"CREATE INDEX found_by_{number} ON fact ({columns})")
        base.execute("ANALYZE")

    def _list(self, text: str, places: dict[str, int]) -> str:
        """The name under which a list lies there, in this window."""
        named = _named_in(text, places)
        key = text, tuple(named.values())
        if key not in self._lists:
            name = self._lists[key] = f"list_{len(self._lists)}"
            base = self._base
            base.execute(f"CREATE TABLE {name} AS SELECT * FROM {text}", named)  # noqa: S608 — our own words
            columns = {column for _, column, *_ in base.execute(f"PRAGMA table_info({name})")}
            for column in columns.intersection(LOOKED_UP):
                base.execute(f"CREATE INDEX {name}_by_{column} ON {name} ({column}, body)")
            base.execute(f"ANALYZE {name}")
        return self._lists[key]


@cache
def lists_in(text: str) -> tuple[str, ...]:
    """The lists of its own that stand in a text, with their brackets."""
    return tuple(dict.fromkeys(_lists(text)))


def _lists(text: str) -> Iterator[str]:
    place = text.find(LIST)
    while place >= 0:
        end = _closed(text, place)
        yield text[place:end]
        place = text.find(LIST, end)


def _closed(text: str, place: int) -> int:
    """Behind the bracket that closes the one at this place."""
    deep = 0
    for here in range(place, len(text)):
        deep += {"(": 1, ")": -1}.get(text[here], 0)
        if not deep:
            return here + 1
    raise ValueError(text)


def _named_in(text: str, places: dict[str, int]) -> dict[str, int]:
    return {name: value for name, value in places.items() if name in _names(text)}


@cache
def _names(text: str) -> frozenset[str]:
    return frozenset(_PLACE.findall(text))


def _plain(row: Row, body: str) -> list[Any]:
    plain = [one.hex if isinstance(one, UUID) else one for one in row[: len(COLUMNS)]]
    plain[BODY] = body
    return plain
