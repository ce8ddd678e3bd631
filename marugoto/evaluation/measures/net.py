"""NET(edges): who is tied to whom by what was done together; SHARE(top part): how much of it lies with the busiest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.count import Distinct
from marugoto.evaluation.measures.text import (
    Kinds,
    Operator,
    Pieced,
    Table,
    Window,
    beside,
    named,
    per,
    same,
    seen,
    tallied,
)


@dataclass(frozen=True)
class Ends:
    """Where the ends of a tie stand: in two columns of a fact, or, with `meeting`, in the same column of two facts that agree in that one."""

    kinds: Kinds
    one: str
    other: str = ""
    meeting: str = ""


@dataclass(frozen=True)
class Net(Pieced):
    """n different ends and k ties between them: two columns of a fact in the window name the ends of a tie; `also` ties told otherwise.

    Often, or the other way round, it is one tie; with oneself it is none. Behind each tie stands its last fact.
    """

    operator: ClassVar[Operator] = Operator.NET
    keyed: ClassVar[int] = 2

    kinds: Kinds
    one: str
    other: str
    also: tuple[Ends, ...] = ()

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
        return (
            f"SELECT a.one, a.other{beside('a', by)}, MAX(a.seq) AS sign FROM ({self._pairs(by)}) a "
            f"GROUP BY a.one, a.other{beside('a', by)}"
        )

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        """Each tie, and how often."""
        return tallied(("one", "other"), f"({self._pairs(by)}) a", by)

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        return {(): (len({end for tie in pieces for end in tie}), len(pieces), 0)}

    def _pairs(self, by: tuple[str, ...]) -> str:
        told = (Ends(self.kinds, self.one, self.other), *self.also)
        return " UNION ALL ".join(_met(one, by) if one.meeting else _named(one, by) for one in told)


@dataclass(frozen=True)
class LeftOut(Net):
    """n pairs of ends that reach each other over ties, k that do so no more when the end with the most ties is away.

    The database answers the ties; who reaches whom is found out afterwards (`fold`).
    """

    def edges(self, by: tuple[str, ...] = ()) -> str:
        columns = "".join(f"c.{column}, " for column in by)
        return f"SELECT {columns}c.one, c.other FROM ({self.ties(by)}) c"

    @property
    def told_by(self) -> Pieced:
        return Net(self.kinds, self.one, self.other, self.also)

    @staticmethod
    def fold(edges: Iterable[tuple[object, object]]) -> tuple[int, int, int]:
        return (*lost(edges), 0)

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        return {(): self.fold((one, other) for one, other in pieces)}


def lost(edges: Iterable[tuple[object, object]]) -> tuple[int, int]:
    """How many pairs reach each other, and how many of them do not without the busiest end; of several equally busy the one whose loss is
    greatest."""
    ties: defaultdict[object, set[object]] = defaultdict(set)
    for one, other in edges:
        ties[one].add(other)
        ties[other].add(one)
    groups, most = list(_groups(ties, ties.keys())), max(map(len, ties.values()), default=0)
    gone = (
        _pairs(group) - sum(map(_pairs, _groups(ties, group, away=end)))
        for group in groups
        for end in group
        if len(ties[end]) == most
    )
    return sum(map(_pairs, groups)), max(gone, default=0)


def _pairs(group: Set[object]) -> int:
    return len(group) * (len(group) - 1) // 2


def _groups(ties: Mapping[object, set[object]], ends: Set[object], away: object = None) -> Iterator[set[object]]:
    """Of these ends those that reach each other, over whatever is not away."""
    seen = {away}
    for start in ends:
        if start not in seen:
            group, edge = {start}, [start]
            while edge:
                new = ties[edge.pop()] - group - {away}
                group |= new
                edge.extend(new)
            seen |= group
            yield group


def _named(ends: Ends, by: tuple[str, ...]) -> str:
    one, other = f"a.{ends.one}", f"a.{ends.other}"
    return (
        f"SELECT CASE WHEN {one} < {other} THEN {one} ELSE {other} END AS one, "
        f"CASE WHEN {one} < {other} THEN {other} ELSE {one} END AS other, a.seq{beside('a', by)} FROM fact a "
        f"WHERE {seen('a', ends.kinds)} AND {named('a', ends.one)} AND {named('a', ends.other)} AND {one} <> {other}"
    )


def _met(ends: Ends, by: tuple[str, ...]) -> str:
    return (
        f"SELECT a.{ends.one} AS one, b.{ends.one} AS other, b.seq{beside('a', by)} FROM fact a "
        f"JOIN fact b ON {same('b', 'a', ends.meeting)} AND a.{ends.one} < b.{ends.one} "
        f"WHERE {seen('a', ends.kinds)} AND {seen('b', ends.kinds)} AND {named('a', ends.one)} AND {named('b', ends.one)}"
    )


@dataclass(frozen=True)
class Busiest(Pieced):
    """n facts of the window that name something in the column `of`, k of them what is named most often.

    Behind it, where two are named equally often, the facts of both are marked.
    """

    operator: ClassVar[Operator] = Operator.SHARE
    keyed: ClassVar[int] = 1

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

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        return self.told_by.pieces(by)

    @property
    def told_by(self) -> Pieced:
        return Distinct(self.kinds, self.of)

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        times = [number for (number,) in pieces.values()]
        return {(): (sum(times), max(times, default=0), 0)}

    def _times(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT a.{self.of}{beside('a', by)}, COUNT(*) AS times FROM fact a "
            f"WHERE {seen('a', self.kinds)} AND {named('a', self.of)} GROUP BY a.{self.of}{beside('a', by)}"
        )
