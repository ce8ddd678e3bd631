"""COVER over time: of the things that stand on a list at the end of the window, how many were confirmed in its last days."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import Kinds, Operator, Rows, beside, kinds_are, same


@dataclass(frozen=True)
class Renewed(Rows):
    """n things put on the list and not taken off it, k of them confirmed within `days` before the end of the window.

    `thing`: the column that names them, for such facts may belong to no matter; `by` is read from the fact that put it on the list
    last. It is a state, so the whole ledger up to the end of the window is read.
    """

    operator: ClassVar[Operator] = Operator.COVER

    listed: Kinds
    ended: Kinds
    confirmed: Kinds
    thing: str
    days: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT g.matter, g.day{beside('g', by)}, d.fulfilled, 1 AS ended FROM ({self._things()}) d "
            f"JOIN fact g ON {same('g', 'd')} AND g.seq = d.sign WHERE d.sign > d.ended"
        )

    def _things(self) -> str:
        lately = f"{kinds_are('a', self.confirmed)} AND a.day >= :until_day - {self.days}"
        return (
            f"SELECT a.body, a.{self.thing}, MAX(CASE WHEN {kinds_are('a', self.listed)} THEN a.seq ELSE 0 END) AS sign, "
            f"MAX(CASE WHEN {kinds_are('a', self.ended)} THEN a.seq ELSE 0 END) AS ended, "
            f"MAX(CASE WHEN {lately} THEN 1 ELSE 0 END) AS fulfilled FROM fact a "
            f"WHERE {kinds_are('a', self.listed + self.ended + self.confirmed)} "
            f"AND a.day < :until_day GROUP BY a.body, a.{self.thing}"
        )
