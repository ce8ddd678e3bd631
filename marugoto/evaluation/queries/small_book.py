"""A small book in memory: some facts as they stood and as they stand, laid down as two bodies of one book, and texts asked of both at once.

The same letters mean the same here as in the house's database. What they call a list of their own (SELECT DISTINCT) is laid beside the
facts once, for all texts in which it stands. Understanding a text takes as long as answering it: so a thread keeps the paper, and the next
book is written on it again.
"""

import re
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from marugoto.evaluation.measures import Window
from marugoto.evaluation.measures.book import COLUMNS
from marugoto.evaluation.queries.tally import Ask, Table

SEQ = COLUMNS.index("seq")
FOUND_BY = ("kind, day", "matter, body", "seq, body")
STOOD, STANDS = "stood", "stands"  # the two bodies
_OTHERS = ", ".join(f"'{STANDS}'" if column == "body" else f"f.{column}" for column in COLUMNS)
TAKEN_OVER = f"INSERT INTO fact SELECT {_OTHERS} FROM fact f WHERE f.seq NOT IN (SELECT g.seq FROM gone g)"  # noqa: S608 — our own words, here and below
TEXTS = 1_000  # that are kept understood
ALIKE = 3  # times as many facts, or as few: what is known of their number still tells how to look for them
LIST = "(SELECT DISTINCT "
LOOKED_UP = ("matter", "home")  # by what a list is looked up
_PLACE = re.compile(r":(\w+)")
Row = tuple[Any, ...]


class Paper(threading.local):
    """Of this thread. `lists`: the tables of lists by text and by how manieth window; `facts`: how many there were when they were weighed;
    `books`: how many were written on it."""

    def __init__(self) -> None:
        self.base = sqlite3.connect(":memory:", cached_statements=TEXTS, isolation_level=None)
        self.lists: dict[tuple[str, int], str] = {}
        self.facts = self.books = 0
        self.base.execute(f"CREATE TABLE fact ({', '.join(COLUMNS)})")
        self.base.execute("CREATE TABLE gone (seq INTEGER PRIMARY KEY)")
        for number, columns in enumerate(FOUND_BY):
            self.base.execute(f"CREATE INDEX found_by_{number} ON fact ({columns})")

    def wipe(self) -> int:
        """For the next book; its number."""
        for name in ("fact", "gone", *self.lists.values()):
            self.base.execute(f"DELETE FROM {name}")  # noqa: S608
        self.books += 1
        return self.books

    def weigh(self, facts: int) -> None:
        """From now on texts are planned for so many; each is understood anew."""
        self.base.execute("ANALYZE")
        self.facts = facts


PAPER = Paper()


class SmallBook:
    """Rows begin with the columns of the book; references are letters. It can be asked until the next one is written."""

    def __init__(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        self._base = PAPER.base
        self._windows: dict[str, dict[tuple[int, ...], int]] = {}
        self._laid: set[str] = set()
        self._facts = len(after)
        self._weighed = PAPER.facts <= ALIKE * self._facts and self._facts <= ALIKE * PAPER.facts
        self._base.execute("BEGIN")
        with self._base:
            self._number = PAPER.wipe()
            self._lay(before, after)

    def moves(self, asked: Sequence[tuple[Ask, Window]]) -> list[tuple[Table, Table]]:
        """Of each, the table as it stood, and as it stands. All lists are laid first: a new table makes every text to be understood anew."""
        if self._number != PAPER.books:
            raise RuntimeError("another small book was written since")
        texts = [self._over_lists(ask.text_by_body, window.places()) for ask, window in asked]
        if not self._weighed:
            PAPER.weigh(self._facts)
            self._weighed = True
        return [self._both(ask, text, window) for text, (ask, window) in zip(texts, asked, strict=True)]

    def _over_lists(self, text: str, places: dict[str, int]) -> str:
        for one in lists_in(text):
            text = text.replace(one, self._list(one, places))
        return text

    def _both(self, ask: Ask, text: str, window: Window) -> tuple[Table, Table]:
        found: dict[str, list[Row]] = {STOOD: [], STANDS: []}
        for body, *row in self._base.execute(text, _named_in(ask.text_by_body, window.places())):
            found[body].append(tuple(row))
        return ask.table(found[STOOD]), ask.table(found[STANDS])

    def _lay(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        """Most facts stand in both: they are laid once, and taken over."""
        base, stands, stood = self._base, {row[SEQ] for row in after}, {row[SEQ] for row in before}
        base.executemany("INSERT INTO gone VALUES (?)", [(row[SEQ],) for row in before if row[SEQ] not in stands])
        base.executemany(_into(STOOD), [row[: len(COLUMNS)] for row in before])
        base.execute(TAKEN_OVER)
        base.executemany(_into(STANDS), [row[: len(COLUMNS)] for row in after if row[SEQ] not in stood])

    def _list(self, text: str, places: dict[str, int]) -> str:
        """The name under which a list lies there, in this window."""
        named, windows = _named_in(text, places), self._windows.setdefault(text, {})
        key = text, windows.setdefault(tuple(named.values()), len(windows))
        if key not in PAPER.lists:
            self._weighed = False
            self._new_list(key, named)
        elif PAPER.lists[key] not in self._laid:
            self._base.execute(f"INSERT INTO {PAPER.lists[key]} SELECT * FROM {text}", named)  # noqa: S608
        self._laid.add(PAPER.lists[key])
        return PAPER.lists[key]

    def _new_list(self, key: tuple[str, int], named: dict[str, int]) -> None:
        name, base = f"list_{len(PAPER.lists)}", self._base
        base.execute(f"CREATE TABLE {name} AS SELECT * FROM {key[0]}", named)  # noqa: S608
        columns = {column for _, column, *_ in base.execute(f"PRAGMA table_info({name})")}
        for column in columns.intersection(LOOKED_UP):
            base.execute(f"CREATE INDEX {name}_by_{column} ON {name} ({column}, body)")
        PAPER.lists[key] = name


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


def _into(body: str) -> str:
    """A row goes in as it is, but for the body in which it stands now."""
    values = (f"'{body}'" if column == "body" else f"?{place}" for place, column in enumerate(COLUMNS, start=1))
    return f"INSERT INTO fact VALUES ({', '.join(values)})"  # noqa: S608
