"""RATE(k of n): of the matters to which something happened, to how many it happened again and again."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are


@dataclass(frozen=True)
class Repeated(Rows):
    """n matters with a fact of these kinds in the window, k of them with at least `times`.

    `unless`: what happened to a matter in the window so that it does not count among the k, however often it was.
    """

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
        return (
            f"SELECT a.matter, MAX(a.day) AS day{beside('a', by)}, COUNT(CASE WHEN {counted} THEN 1 END) AS times{spared} "
            f"FROM ledger_fact a WHERE a.body = :body AND {kinds_are('a', self.kinds + self.unless)} "
            f"AND a.day >= :since_day AND a.day < :until_day GROUP BY a.matter{beside('a', by)}"
        )
