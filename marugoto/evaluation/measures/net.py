"""NET(edges): who is tied to whom by what was done together; SHARE(top part): how much of it lies with the busiest."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import Kinds, Operator, beside, named, per, seen


@dataclass(frozen=True)
class Net:
    """n different ends and k ties between them: two columns of a fact in the window name the ends of a tie.

    Often, or the other way round, it is one tie; with oneself it is none. Behind each tie stands its last fact.
    """

    operator: ClassVar[Operator] = Operator.NET

    kinds: Kinds
    one: str
    other: str

    def counted(self, by: tuple[str, ...] = ()) -> str:
        ends = f"SELECT c.one AS node, 1 AS tie{beside('c', by)} FROM ({self.ties(by)}) c"
        others = f"SELECT c.other AS node, 0 AS tie{beside('c', by)} FROM ({self.ties(by)}) c"
        return per(by, "COUNT(DISTINCT c.node) AS n, SUM(c.tie) AS k, 0 AS running", f"{ends} UNION ALL {others}")

    @property
    def behind(self) -> str:
        return (
            f"SELECT g.matter, g.day, 1 AS fulfilled, 1 AS ended FROM ({self.ties()}) d JOIN fact g ON g.seq = d.sign"
        )

    def ties(self, by: tuple[str, ...] = ()) -> str:
        """Each tie once, its smaller end first."""
        one, other = f"a.{self.one}", f"a.{self.other}"
        pairs = (
            f"SELECT CASE WHEN {one} < {other} THEN {one} ELSE {other} END AS one, "
            f"CASE WHEN {one} < {other} THEN {other} ELSE {one} END AS other, a.seq{beside('a', by)} FROM fact a "
            f"WHERE {seen('a', self.kinds)} AND {named('a', self.one)} AND {named('a', self.other)} AND {one} <> {other}"
        )
        return (
            f"SELECT a.one, a.other{beside('a', by)}, MAX(a.seq) AS sign FROM ({pairs}) a "
            f"GROUP BY a.one, a.other{beside('a', by)}"
        )


@dataclass(frozen=True)
class Busiest:
    """n facts of the window that name something in the column `of`, k of them what is named most often.

    Behind it, where two are named equally often, the facts of both are marked.
    """

    operator: ClassVar[Operator] = Operator.SHARE

    kinds: Kinds
    of: str

    def counted(self, by: tuple[str, ...] = ()) -> str:
        return per(by, "SUM(c.times) AS n, MAX(c.times) AS k, 0 AS running", self._times(by))

    @property
    def behind(self) -> str:
        return (
            f"SELECT a.matter, a.day, CASE WHEN b.times = d.times THEN 1 ELSE 0 END AS fulfilled, 1 AS ended FROM fact a "
            f"JOIN ({self._times()}) b ON b.{self.of} = a.{self.of} "
            f"JOIN (SELECT MAX(c.times) AS times FROM ({self._times()}) c) d ON d.times >= b.times WHERE {seen('a', self.kinds)}"
        )

    def _times(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT a.{self.of}{beside('a', by)}, COUNT(*) AS times FROM fact a "
            f"WHERE {seen('a', self.kinds)} AND {named('a', self.of)} GROUP BY a.{self.of}{beside('a', by)}"
        )
