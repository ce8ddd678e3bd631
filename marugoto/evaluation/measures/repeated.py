"""RATE(k of n): of the matters to which something happened, to how many it happened again and again."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import kinds_are


@dataclass(frozen=True)
class Repeated:
    """n matters with a fact of these kinds in the window, k of them with at least `times`."""

    kinds: tuple[str, ...]
    times: int

    @property
    def text(self) -> str:
        return (
            f"SELECT COUNT(*) AS n, COUNT(CASE WHEN c.times >= {self.times} THEN 1 END) AS k, 0 AS running "
            f"FROM ({self._matters()}) c"
        )

    @property
    def behind(self) -> str:
        again = f"CASE WHEN c.times >= {self.times} THEN 1 ELSE 0 END"
        return f"SELECT c.matter, c.day, {again} AS fulfilled, 1 AS ended FROM ({self._matters()}) c"

    def _matters(self) -> str:
        return (
            "SELECT a.matter, MAX(a.day) AS day, COUNT(*) AS times FROM ledger_fact a "
            f"WHERE a.body = :body AND {kinds_are('a', self.kinds)} "
            "AND a.day >= :since_day AND a.day < :until_day GROUP BY a.matter"
        )
