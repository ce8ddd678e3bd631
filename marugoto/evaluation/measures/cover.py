"""COVER: of the districts that appear in the facts, in how many was something of a sort seen lately?"""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import (
    Kinds,
    Operator,
    Pieced,
    Rows,
    Table,
    Window,
    beside,
    kinds_are,
    named,
    same,
    seen,
    tallied,
    with_body,
)


@dataclass(frozen=True)
class Covered(Rows, Pieced):
    """n districts named by facts of `kinds` in the window, k of them with a fact of `seen` in its last `days`.

    A district that no fact names is not known here: the ledger does not say which districts a body has.
    """

    operator: ClassVar[Operator] = Operator.COVER
    keyed: ClassVar[int] = 1

    kinds: Kinds
    seen: Kinds
    days: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        within = with_body(by)
        districts = (
            f"SELECT a.area{beside('a', within)}, MAX(a.seq) AS sign, MAX(CASE WHEN {self._lately()} THEN 1 ELSE 0 END) AS fulfilled "
            f"FROM fact a WHERE {seen('a', self.kinds)} AND {named('a', 'area')} GROUP BY a.area{beside('a', within)}"
        )
        return (
            f"SELECT g.matter, g.day{beside('d', by)}, d.fulfilled, 1 AS ended "
            f"FROM ({districts}) d JOIN fact g ON {same('g', 'd')} AND g.seq = d.sign"
        )

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        rows = f"fact a WHERE {seen('a', self.kinds)} AND {named('a', 'area')}"
        lately = f"COUNT(CASE WHEN {self._lately()} THEN 1 END) AS fulfilled"
        return tallied(("area",), rows, by, f"COUNT(*) AS times, {lately}")

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        return {(): (len(pieces), sum(1 for _, lately in pieces.values() if lately), 0)}

    def _lately(self) -> str:
        return f"{kinds_are('a', self.seen)} AND a.day >= :until_day - {self.days}"
