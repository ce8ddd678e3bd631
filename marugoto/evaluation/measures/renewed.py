"""COVER over time: of the things that stand on a list at the end of the window, how many were confirmed in its last days."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import Kinds, Operator, Rows, beside, kinds_are, same


@dataclass(frozen=True)
class Renewed(Rows):
    """n things put on the list and not taken off it, k of them confirmed within `days` before the end of the window.

    `thing`: the column that names them, for such facts may belong to no matter; `by` is read from the fact that put it on the list
    last. `lapsed`: after such a fact it is not confirmed any more, until it is confirmed again. It is a state, so the whole ledger
    up to the end of the window is read.
    """

    operator: ClassVar[Operator] = Operator.COVER

    listed: Kinds
    ended: Kinds
    confirmed: Kinds
    thing: str
    days: int
    lapsed: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT g.matter, g.day{beside('g', by)}, {self._holds()}, 1 AS ended FROM ({self._things()}) d "
            f"JOIN fact g ON {same('g', 'd')} AND g.seq = d.sign WHERE d.sign > d.ended"
        )

    def _holds(self) -> str:
        return "CASE WHEN d.fulfilled > d.lapsed THEN 1 ELSE 0 END AS fulfilled" if self.lapsed else "d.fulfilled"

    def _things(self) -> str:
        lately = f"{kinds_are('a', self.confirmed)} AND a.day >= :until_day - {self.days}"
        ended = f"MAX(CASE WHEN {kinds_are('a', self.ended)} THEN a.seq ELSE 0 END)" if self.ended else "0"
        holds = f"MAX(CASE WHEN {lately} THEN {'a.seq' if self.lapsed else 1} ELSE 0 END) AS fulfilled"
        if self.lapsed:
            holds += f", MAX(CASE WHEN {kinds_are('a', self.lapsed)} THEN a.seq ELSE 0 END) AS lapsed"
        return (
            f"SELECT a.body, a.{self.thing}, MAX(CASE WHEN {kinds_are('a', self.listed)} THEN a.seq ELSE 0 END) AS sign, "
            f"{ended} AS ended, "
            f"{holds} FROM fact a WHERE {kinds_are('a', self.listed + self.ended + self.confirmed + self.lapsed)} "
            f"AND a.day < :until_day GROUP BY a.body, a.{self.thing}"
        )
