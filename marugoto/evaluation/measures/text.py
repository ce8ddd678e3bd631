"""The common part of measures: their window, the places in their text, and what is made of the rows they look at."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Protocol


class Operator(StrEnum):
    """The ten things a measure can ask of facts (evaluation.md 6.4); every measure is one of them."""

    COUNT = "COUNT"  # how many
    DISTINCT = "DISTINCT"  # how many different ones
    RATE = "RATE"  # how many of them are of a sort
    SEQ = "SEQ"  # how many of them were followed by something in time
    LAG = "LAG"  # after how many days
    SILENCE = "SILENCE"  # for how long nothing
    COVER = "COVER"  # in how many of all
    NET = "NET"  # who is tied to whom
    SHARE = "SHARE"  # how much of it at the busiest
    SURVEY = "SURVEY"  # what those asked said


@dataclass(frozen=True)
class Window:
    """Ordinals of days and numbers of opening days, each up to and without.

    Looked at are facts from `since_day` to `until_day`; a follow-up is over when its last day lies before `over_day` or, in opening
    days, before `over_bday`: the day that still runs is over for nobody.
    """

    body: str
    since_day: int
    until_day: int
    over_day: int
    over_bday: int

    def places(self) -> dict[str, int]:
        return {
            "since_day": self.since_day,
            "until_day": self.until_day,
            "over_day": self.over_day,
            "over_bday": self.over_bday,
        }


class Measured(Protocol):
    """A measure over `fact`: the facts of a body, or of several, as they stand (`measures.book`).

    `counted` answers one row of integers n, k, running, or one for each value of `by` with the values in front. `behind` answers the
    matters it looked at: matter, day, fulfilled and ended; the last two are 0 or 1, and what is not ended is too young to be counted.
    """

    @property
    def operator(self) -> Operator: ...
    def __hash__(self) -> int: ...
    def counted(self, by: tuple[str, ...] = ()) -> str: ...
    @property
    def behind(self) -> str: ...


@dataclass(frozen=True)
class Coded:
    """Facts of one kind, of which a code or a number is one of these."""

    kind: str
    column: str
    among: tuple[str | int, ...]


Kinds = tuple[str | Coded, ...]
Key = tuple[str | int | None, ...]
Table = Mapping[Key, tuple[int, ...]]  # whole numbers by key
PER_BODY = ("body",)
COUNTED = (
    "COUNT(CASE WHEN c.ended = 1 THEN 1 END) AS n, "
    "COUNT(CASE WHEN c.ended = 1 AND c.fulfilled = 1 THEN 1 END) AS k, "
    "COUNT(CASE WHEN c.ended = 0 THEN 1 END) AS running"
)


class Rows(ABC):
    """A measure that is made of rows: matter, day, fulfilled, ended, and the columns by which it is divided."""

    operator: ClassVar[Operator]

    @abstractmethod
    def rows(self, by: tuple[str, ...] = ()) -> str:
        """The text of the rows, with these columns of the envelope beside them."""

    def counted(self, by: tuple[str, ...] = ()) -> str:
        return per(by, COUNTED, self.rows(by))

    @property
    def behind(self) -> str:
        return f"SELECT c.matter, c.day, c.fulfilled, c.ended FROM ({self.rows()}) c"


class Valued(Rows):
    """Each of its rows has a `value`, which can be NULL: a whole number whose middle and range are of interest."""

    def values(self, by: tuple[str, ...] = ()) -> str:
        """How often each value came, of what is ended."""
        return per((*by, "value"), "COUNT(*) AS times", self.rows(by), "c.ended = 1")


class Pieced(ABC):
    """A measure that does not add up over parts of the ledger, made of whole numbers that do: a few facts move a few of them.

    `keyed`: how many columns name a piece. `divides`: the columns by which it can be put together, too.
    """

    operator: ClassVar[Operator]
    keyed: ClassVar[int]
    divides: ClassVar[tuple[tuple[str, ...], ...]] = ((),)

    @abstractmethod
    def counted(self, by: tuple[str, ...] = ()) -> str: ...

    @property
    @abstractmethod
    def behind(self) -> str: ...

    @abstractmethod
    def pieces(self, by: tuple[str, ...] = ()) -> str:
        """The text of the pieces: what names one, and its numbers; these columns of the envelope in front."""

    @property
    def told_by(self) -> "Pieced":
        """The measure whose pieces these are: two that are put together of the same share them."""
        return self

    @abstractmethod
    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        """n, k and running as `counted` answers them, by these columns."""


def tallied(of: tuple[str, ...], rows: str, by: tuple[str, ...] = (), counted: str = "COUNT(*) AS times") -> str:
    """Pieces: how often each value of these columns comes in the rows, which are called `a`."""
    columns = ", ".join(f"a.{column}" for column in (*by, *of))
    return f"SELECT {columns}, {counted} FROM {rows} GROUP BY {columns}"


def per(by: tuple[str, ...], counted: str, rows: str, where: str = "") -> str:
    """What is counted of the rows, once for each value these columns take; without columns once."""
    columns = ", ".join(f"c.{column}" for column in by)
    text = f"SELECT {columns}{', ' if by else ''}{counted} FROM ({rows}) c{f' WHERE {where}' if where else ''}"
    return f"{text} GROUP BY {columns}" if by else text


def kinds_are(alias: str, kinds: Kinds) -> str:
    """`alias.kind` is one of these, as equalities."""
    return "(" + " OR ".join(_is(alias, kind) for kind in kinds) + ")"


def seen(alias: str, kinds: Kinds) -> str:
    """Facts of these kinds, told of a day of the window."""
    return f"{kinds_are(alias, kinds)} AND {alias}.day >= :since_day AND {alias}.day < :until_day"


def told_of(kinds: Kinds) -> str:
    """The matters of which such a fact is told; DISTINCT keeps them a list of its own, read once."""
    return f"SELECT DISTINCT f.body, f.matter FROM fact f WHERE {kinds_are('f', kinds)}"


def same(left: str, right: str, *columns: str) -> str:
    """Of one body, and agreeing in these columns."""
    return " AND ".join(f"{left}.{column} = {right}.{column}" for column in ("body", *columns))


def named(alias: str, column: str) -> str:
    """The column says something; a code that says nothing is empty, a reference or number is missing."""
    return (
        f"{alias}.{column} > ''" if column == "area" or column.startswith("code") else f"{alias}.{column} IS NOT NULL"
    )


def beside(alias: str, columns: tuple[str, ...]) -> str:
    """These columns, to stand behind others."""
    return "".join(f", {alias}.{column}" for column in columns)


def with_body(by: tuple[str, ...]) -> tuple[str, ...]:
    """The body first: whatever is joined again is joined within it."""
    return tuple(dict.fromkeys((*PER_BODY, *by)))


def _is(alias: str, kind: str | Coded) -> str:
    if isinstance(kind, str):
        return f"{alias}.kind = '{kind}'"
    values = " OR ".join(f"{alias}.{kind.column} = {_value(one)}" for one in kind.among)
    return f"({alias}.kind = '{kind.kind}' AND ({values}))"


def _value(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"
