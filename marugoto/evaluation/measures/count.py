"""COUNT(e): how many facts of some kinds lie in the window; DISTINCT(attr): and how many different ones they name."""

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
    named,
    same,
    seen,
    tallied,
    with_body,
)


@dataclass(frozen=True)
class Count(Rows):
    """n facts; each of them counts, so k is n, and none is running."""

    operator: ClassVar[Operator] = Operator.COUNT

    kinds: Kinds

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return f"SELECT a.matter, a.day{beside('a', by)}, 1 AS fulfilled, 1 AS ended FROM fact a WHERE {seen('a', self.kinds)}"


@dataclass(frozen=True)
class Distinct(Rows, Pieced):
    """n different values of the column `of` that facts of these kinds name in the window; k is n. Behind each stands its last fact."""

    operator: ClassVar[Operator] = Operator.DISTINCT
    keyed: ClassVar[int] = 1

    kinds: Kinds
    of: str

    def rows(self, by: tuple[str, ...] = ()) -> str:
        within = with_body(by)
        last = (
            f"SELECT a.{self.of}{beside('a', within)}, MAX(a.seq) AS sign FROM fact a "
            f"WHERE {seen('a', self.kinds)} AND {named('a', self.of)} GROUP BY a.{self.of}{beside('a', within)}"
        )
        return (
            f"SELECT g.matter, g.day{beside('d', by)}, 1 AS fulfilled, 1 AS ended "
            f"FROM ({last}) d JOIN fact g ON {same('g', 'd')} AND g.seq = d.sign"
        )

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        return tallied((self.of,), f"fact a WHERE {seen('a', self.kinds)} AND {named('a', self.of)}", by)

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        return {(): (len(pieces), len(pieces), 0)}
