"""DISTINCT and RATE of things of which facts say something again and again: each counts once, as it was said last in the window.

Of one thing few facts are told, so a part of the ledger holds them all; that is why these add up, and a count of different teams or
districts does not.
"""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import Kinds, Operator, Rows, Valued, beside, kinds_are, named, same, seen


@dataclass(frozen=True)
class Things(Rows):
    """n different things that facts of these kinds name in the window, k of them in one of `those`, too; without `those` k is n.

    `thing`: the column that names them. Behind each stands its last fact, and by what that one says it is divided.
    """

    operator: ClassVar[Operator] = Operator.DISTINCT

    kinds: Kinds
    thing: str
    those: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        among = f"MAX(CASE WHEN {kinds_are('a', self.those)} THEN 1 ELSE 0 END)" if self.those else "1"
        last = (
            f"SELECT a.body, a.{self.thing}, MAX(a.seq) AS sign, {among} AS fulfilled FROM fact a "
            f"WHERE {seen('a', self.kinds)} AND {named('a', self.thing)} GROUP BY a.body, a.{self.thing}"
        )
        return (
            f"SELECT g.matter, g.day{beside('g', by)}, d.fulfilled, 1 AS ended "
            f"FROM ({last}) d JOIN fact g ON {same('g', 'd')} AND g.seq = d.sign"
        )


@dataclass(frozen=True)
class LastSaid(Valued):
    """n things of which a number was said in the window, k of them `good` or more by the last one; that is the value of each.

    `thing` and `number` are columns. `since_first`: the value is how much more the last is than the first that was said of it, of
    whichever year; of what was said once alone there is nothing to compare, and it is not looked at.
    """

    operator: ClassVar[Operator] = Operator.RATE

    kinds: Kinds
    thing: str
    number: str
    good: int
    since_first: bool = False

    def rows(self, by: tuple[str, ...] = ()) -> str:
        value = f"g.{self.number} - f.{self.number}" if self.since_first else f"g.{self.number}"
        first = (
            f" JOIN fact f ON {same('f', 'd')} AND f.seq = d.began WHERE d.began < d.sign" if self.since_first else ""
        )
        return (
            f"SELECT g.matter, g.day{beside('g', by)}, {value} AS value, "
            f"CASE WHEN {value} >= {self.good} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended "
            f"FROM ({self._ends()}) d JOIN fact g ON {same('g', 'd')} AND g.seq = d.sign{first}"
        )

    def _ends(self) -> str:
        """Of each thing its last fact in the window, and the first of all where that is asked."""
        told = f"{named('a', self.thing)} AND {named('a', self.number)}"
        grouped = f"GROUP BY a.body, a.{self.thing}"
        if not self.since_first:
            rows = f"FROM fact a WHERE {seen('a', self.kinds)} AND {told}"
            return f"SELECT a.body, a.{self.thing}, MAX(a.seq) AS sign {rows} {grouped}"
        return (
            f"SELECT a.body, a.{self.thing}, MIN(a.seq) AS began, "
            f"MAX(CASE WHEN {seen('a', self.kinds)} THEN a.seq ELSE 0 END) AS sign "
            f"FROM fact a WHERE {kinds_are('a', self.kinds)} AND {told} {grouped}"
        )
