"""The common part of measures: their window, the places in their text, and what is made of the rows they look at."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Protocol


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

    def places(self) -> dict[str, str | int]:
        return {
            "body": self.body,
            "since_day": self.since_day,
            "until_day": self.until_day,
            "over_day": self.over_day,
            "over_bday": self.over_bday,
        }


class Measured(Protocol):
    """A measure: `text` answers one row of integers n, k, running; `behind` the matters it looked at.

    The columns of `behind` are matter, day, fulfilled and ended; the last two are 0 or 1, and what is not ended is too young to be counted.
    """

    @property
    def text(self) -> str: ...
    @property
    def behind(self) -> str: ...


@dataclass(frozen=True)
class Coded:
    """Facts of one kind, of which a code or a number is one of these."""

    kind: str
    column: str
    among: tuple[str | int, ...]


Kinds = tuple[str | Coded, ...]
COLUMNS = ("n", "k", "running")


class Rows(ABC):
    """A measure that is made of rows: matter, day, fulfilled, ended, and the columns by which it is divided."""

    @abstractmethod
    def rows(self, by: tuple[str, ...] = ()) -> str:
        """The text of the rows, with these columns of the envelope beside them."""

    @property
    def text(self) -> str:
        return f"SELECT {COUNTED} FROM ({self.rows()}) c"

    @property
    def behind(self) -> str:
        return f"SELECT c.matter, c.day, c.fulfilled, c.ended FROM ({self.rows()}) c"

    def divided(self, by: tuple[str, ...]) -> str:
        """As `text`, once for each value these columns take, the values in front."""
        columns = ", ".join(f"c.{column}" for column in by)
        return f"SELECT {columns}, {COUNTED} FROM ({self.rows(by)}) c GROUP BY {columns}"


COUNTED = (
    "COUNT(CASE WHEN c.ended = 1 THEN 1 END) AS n, "
    "COUNT(CASE WHEN c.ended = 1 AND c.fulfilled = 1 THEN 1 END) AS k, "
    "COUNT(CASE WHEN c.ended = 0 THEN 1 END) AS running"
)


def kinds_are(alias: str, kinds: Kinds) -> str:
    """`alias.kind` is one of these, as equalities."""
    return "(" + " OR ".join(_is(alias, kind) for kind in kinds) + ")"


def told_of(kinds: Kinds) -> str:
    """The matters of which such a fact is told; DISTINCT keeps them a list of its own, read once."""
    return f"SELECT DISTINCT f.matter FROM ledger_fact f WHERE f.body = :body AND {kinds_are('f', kinds)}"


def beside(alias: str, columns: tuple[str, ...]) -> str:
    """These columns, to stand behind others."""
    return "".join(f", {alias}.{column}" for column in columns)


def _is(alias: str, kind: str | Coded) -> str:
    if isinstance(kind, str):
        return f"{alias}.kind = '{kind}'"
    values = " OR ".join(f"{alias}.{kind.column} = {_value(one)}" for one in kind.among)
    return f"({alias}.kind = '{kind.kind}' AND ({values}))"


def _value(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"
