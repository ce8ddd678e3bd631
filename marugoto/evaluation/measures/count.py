"""COUNT(e): how many facts of some kinds lie in the window."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, kinds_are


@dataclass(frozen=True)
class Count:
    """n facts; each of them counts, so k is n, and none is running."""

    kinds: Kinds

    @property
    def text(self) -> str:
        return f"SELECT COUNT(*) AS n, COUNT(*) AS k, 0 AS running FROM ledger_fact a WHERE {self._where()}"

    @property
    def behind(self) -> str:
        return f"SELECT a.matter, a.day, 1 AS fulfilled, 1 AS ended FROM ledger_fact a WHERE {self._where()}"

    def _where(self) -> str:
        return f"a.body = :body AND {kinds_are('a', self.kinds)} AND a.day >= :since_day AND a.day < :until_day"
