"""RATE(k of n): of the facts of some kinds, or of the matters they tell of, how many are of a sort."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import Kinds, Operator, Rows, beside, kinds_are, named, same, seen, with_body


@dataclass(frozen=True)
class Among(Rows):
    """n facts of these kinds in the window, k of them also of those."""

    operator: ClassVar[Operator] = Operator.RATE

    kinds: Kinds
    those: Kinds

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT a.matter, a.day{beside('a', by)}, CASE WHEN {kinds_are('a', self.those)} THEN 1 ELSE 0 END AS fulfilled, "
            f"1 AS ended FROM fact a WHERE {seen('a', self.kinds)}"
        )


@dataclass(frozen=True)
class Within(Rows):
    """n facts of these kinds in the window that say a number in `column`, k of them `most` or less."""

    operator: ClassVar[Operator] = Operator.RATE

    kinds: Kinds
    column: str
    most: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT a.matter, a.day{beside('a', by)}, CASE WHEN a.{self.column} <= {self.most} THEN 1 ELSE 0 END AS fulfilled, "
            f"1 AS ended FROM fact a WHERE {seen('a', self.kinds)} AND {named('a', self.column)}"
        )


@dataclass(frozen=True)
class Repeated(Rows):
    """n matters with a fact of these kinds in the window, k of them with at least `times`.

    `unless`: what happened to a matter in the window so that it does not count among the k, however often it was.
    """

    operator: ClassVar[Operator] = Operator.RATE

    kinds: Kinds
    times: int
    unless: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        spared = " AND c.spared = 0" if self.unless else ""
        again = f"CASE WHEN c.times >= {self.times}{spared} THEN 1 ELSE 0 END"
        return f"SELECT c.matter, c.day{beside('c', by)}, {again} AS fulfilled, 1 AS ended FROM ({self._matters(by)}) c WHERE c.times > 0"

    def _matters(self, by: tuple[str, ...]) -> str:
        counted = kinds_are("a", self.kinds)
        spared = f", MAX(CASE WHEN {kinds_are('a', self.unless)} THEN 1 ELSE 0 END) AS spared" if self.unless else ""
        of = with_body(by)
        return (
            f"SELECT a.matter, MAX(a.day) AS day{beside('a', of)}, COUNT(CASE WHEN {counted} THEN 1 END) AS times{spared} "
            f"FROM fact a WHERE {seen('a', self.kinds + self.unless)} GROUP BY a.matter{beside('a', of)}"
        )


@dataclass(frozen=True)
class Passed(Rows):
    """n facts of the window, k of them of matters with at least `times` such facts in it: so that each can be divided by its own columns."""

    operator: ClassVar[Operator] = Operator.RATE

    kinds: Kinds
    times: int
    unless: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        again = Repeated(self.kinds, self.times, self.unless).rows(("body",))
        return (
            f"SELECT a.matter, a.day{beside('a', by)}, b.fulfilled, 1 AS ended FROM fact a JOIN ({again}) b "
            f"ON {same('b', 'a', 'matter')} WHERE {seen('a', self.kinds)}"
        )


@dataclass(frozen=True)
class Complete(Rows):
    """n matters of which the last such fact of the window tells of `least` or more in the column `whole`, k where `parts` add up to it."""

    operator: ClassVar[Operator] = Operator.RATE

    kinds: Kinds
    whole: str
    parts: tuple[str, ...]
    least: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        added = " + ".join(f"b.{part}" for part in self.parts)
        last = f"SELECT a.body, a.matter, MAX(a.seq) AS seq FROM fact a WHERE {seen('a', self.kinds)} GROUP BY a.body, a.matter"
        return (
            f"SELECT b.matter, b.day{beside('b', by)}, CASE WHEN {added} >= b.{self.whole} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended "
            f"FROM ({last}) c JOIN fact b ON {same('b', 'c', 'seq')} WHERE b.{self.whole} >= {self.least}"
        )


@dataclass(frozen=True)
class Scored(Rows):
    """n goals with a score in the window, k of them `good` or better by the last one. `goal`, `score` and `weight` are columns."""

    operator: ClassVar[Operator] = Operator.RATE

    kinds: Kinds
    goal: str
    score: str
    weight: str
    good: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT b.matter, b.day{beside('b', by)}, b.{self.score} AS score, b.{self.weight} AS weight, "
            f"CASE WHEN b.{self.score} >= {self.good} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended "
            f"FROM (SELECT a.body, a.{self.goal}, MAX(a.seq) AS seq FROM fact a WHERE {seen('a', self.kinds)} "
            f"GROUP BY a.body, a.{self.goal}) c JOIN fact b ON {same('b', 'c', 'seq')} AND {seen('b', self.kinds)}"
        )

    @property
    def scores(self) -> str:
        """Matter, score and weight of every goal."""
        return f"SELECT c.matter, c.score, c.weight FROM ({self.rows()}) c"
