"""SCORE(e by key): the last score of each goal, as somebody gave it."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are


@dataclass(frozen=True)
class Scored(Rows):
    """n goals with a score in the window, k of them `good` or better by the last one. `goal`, `score` and `weight` are columns."""

    kinds: Kinds
    goal: str
    score: str
    weight: str
    good: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT b.matter, b.day{beside('b', by)}, b.{self.score} AS score, b.{self.weight} AS weight, "
            f"CASE WHEN b.{self.score} >= {self.good} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended "
            f"FROM (SELECT a.{self.goal}, MAX(a.seq) AS seq FROM ledger_fact a WHERE a.body = :body AND {kinds_are('a', self.kinds)} "
            f"AND a.day >= :since_day AND a.day < :until_day GROUP BY a.{self.goal}) c JOIN ledger_fact b ON b.seq = c.seq"
        )

    @property
    def scores(self) -> str:
        """Matter, score and weight of every goal."""
        return f"SELECT c.matter, c.score, c.weight FROM ({self.rows()}) c"
