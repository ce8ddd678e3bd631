"""DISTINCT(sort): how many sorts of something there are, place by place; and of which sorts something was done."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import (
    PER_BODY,
    Kinds,
    Operator,
    Pieced,
    Rows,
    Table,
    Window,
    beside,
    kinds_are,
    per,
    same,
    seen,
    tallied,
    with_body,
)


@dataclass(frozen=True)
class Sorts(Rows, Pieced):
    """k different pairs of area and sort among the facts of the window, n areas they name.

    `sort`: the column of the code. Behind it stands one fact of each pair, the latest. A fact without an area belongs to none;
    divided, those without one stand apart, so that it is seen how much is unknown.
    """

    operator: ClassVar[Operator] = Operator.DISTINCT
    keyed: ClassVar[int] = 2
    divides: ClassVar[tuple[tuple[str, ...], ...]] = ((), ("area",))

    kinds: Kinds
    sort: str

    def counted(self, by: tuple[str, ...] = ()) -> str:
        pairs = self._pairs(by, known=by in {(), PER_BODY})
        return per(by, f"COUNT(DISTINCT c.area) AS n, COUNT(c.{self.sort}) AS k, 0 AS running", pairs)

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT g.matter, g.day{beside('g', by)}, 1 AS fulfilled, 1 AS ended FROM ({self._pairs()}) c "
            f"JOIN fact g ON {same('g', 'c')} AND g.seq = c.sign"
        )

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        return tallied(("area", self.sort), f"fact a WHERE {seen('a', self.kinds)}", by)

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        if by:
            times = Counter(area for area, _ in pieces)
            return {(area,): (1, number, 0) for area, number in times.items()}
        known = [area for area, _ in pieces if area]
        return {(): (len(set(known)), len(known), 0)}

    def _pairs(self, by: tuple[str, ...] = (), *, known: bool = True) -> str:
        columns = beside("a", tuple(dict.fromkeys((*with_body(by), "area", self.sort))))[2:]
        somewhere = "AND a.area > '' " if known else ""
        return f"SELECT {columns}, MAX(a.seq) AS sign FROM fact a WHERE {seen('a', self.kinds)} {somewhere}GROUP BY {columns}"


@dataclass(frozen=True)
class SortsDone(Rows, Pieced):
    """n sorts named by facts in the window, k of them with one that was done before its end.

    Done: a fact of `done` of the same matter and, in the column `key`, of the same thing, later than the one that names the sort.
    """

    operator: ClassVar[Operator] = Operator.DISTINCT
    keyed: ClassVar[int] = 1

    kinds: Kinds
    done: Kinds
    sort: str
    key: str

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT g.matter, g.day{beside('g', by)}, d.fulfilled, 1 AS ended FROM ({self._sorts()}) d "
            f"JOIN fact g ON {same('g', 'd')} AND g.seq = d.sign"
        )

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        done = "COUNT(CASE WHEN b.seq > a.seq THEN 1 END) AS fulfilled"
        return tallied((self.sort,), self._named(), by, f"COUNT(DISTINCT a.seq) AS times, {done}")

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        return {(): (len(pieces), sum(1 for _, done in pieces.values() if done), 0)}

    def _sorts(self) -> str:
        return (
            f"SELECT a.body, a.{self.sort}, MAX(a.seq) AS sign, MAX(CASE WHEN b.seq > a.seq THEN 1 ELSE 0 END) AS fulfilled "
            f"FROM {self._named()} GROUP BY a.body, a.{self.sort}"
        )

    def _named(self) -> str:
        return (
            f"fact a LEFT JOIN fact b ON {same('b', 'a', 'matter', self.key)} "
            f"AND {kinds_are('b', self.done)} AND b.day < :until_day WHERE {seen('a', self.kinds)}"
        )
