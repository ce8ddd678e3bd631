"""A small book in memory: some facts as they stood and as they stand, laid down as two bodies of one book, and texts asked of both at once.

The same letters mean the same here as in the house's database. What they call a list of their own (SELECT DISTINCT) is laid beside the
facts once, for all texts in which it stands.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from marugoto.evaluation.measures import Window
from marugoto.evaluation.measures.book import COLUMNS
from marugoto.evaluation.queries.tally import Ask, Table

SEQ, BODY = COLUMNS.index("seq"), COLUMNS.index("body")
FOUND_BY = ("kind, day", "matter, body", "seq, body", "subject, body")
LIST = "(SELECT DISTINCT "
LOOKED_UP = ("matter", "home")  # by what a list is looked up
_PLACE = re.compile(r":(\w+)")
Row = tuple[Any, ...]


class SmallBook:
    """Rows begin with the columns of the book."""

    def __init__(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        self._base = sqlite3.connect(":memory:")
        self._lists: dict[tuple[str, tuple[int, ...]], str] = {}
        self._lay((("stood", before), ("stands", after)))

    def moves(self, ask: Ask, window: Window) -> tuple[Table, Table]:
        """The table as it stood, and as it stands."""
        text, places = ask.text_by_body, window.places()
        for one in lists_in(text):
            text = text.replace(one, self._list(one, places))
        found: dict[str, list[Row]] = {"stood": [], "stands": []}
        for body, *row in self._base.execute(text, _named_in(text, places)):
            found[body].append(tuple(row))
        return ask.table(found["stood"]), ask.table(found["stands"])

    def _lay(self, books: Iterable[tuple[str, Sequence[Row]]]) -> None:
        others = [place for place in range(len(COLUMNS)) if place != BODY]
        self._base.execute(f"CREATE TABLE fact (body, {', '.join(COLUMNS[place] for place in others)})")
        text = f"INSERT INTO fact VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 — our own words
        plain: dict[int, list[Any]] = {}  # most facts stand in both books
        for name, rows in books:
            plain |= {row[SEQ]: [_plain(row[place]) for place in others] for row in rows if row[SEQ] not in plain}
            self._base.executemany(text, [[name, *plain[row[SEQ]]] for row in rows])
        for number, columns in enumerate(FOUND_BY):
            self._base.execute(f"CREATE INDEX found_by_{number} ON fact ({columns})")
        self._base.execute("ANALYZE")

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
    wanted = set(_PLACE.findall(text))
    return {name: value for name, value in places.items() if name in wanted}


def _plain(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) else value
