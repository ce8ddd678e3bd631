"""SILENCE(e by matter): of the matters open at the end of the window, how many have long been left alone."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are


@dataclass(frozen=True)
class Resting(Rows):
    """n matters that began and did not end; k of them began more than `open_days` days ago, the last sign over `silent_days` days ago.

    Days are days of the calendar. It is a state, so the whole ledger up to the end of the window is read.
    """

    begins: Kinds
    ends: Kinds
    signs: Kinds
    open_days: int
    silent_days: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT c.matter, c.sign AS day{beside('c', by)}, CASE WHEN {self._rests()} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended "
            f"FROM ({self._matters(by)}) c WHERE c.began > c.ended"
        )

    def _rests(self) -> str:
        return f"c.day + {self.open_days} + 1 < :until_day AND c.sign + {self.silent_days} + 1 < :until_day"

    def _matters(self, by: tuple[str, ...]) -> str:
        return (
            f"SELECT a.matter, MIN(a.day) AS day, MAX(a.day) AS sign{beside('a', by)}, "
            f"MAX(CASE WHEN {kinds_are('a', self.begins)} THEN a.seq ELSE 0 END) AS began, "
            f"MAX(CASE WHEN {kinds_are('a', self.ends)} THEN a.seq ELSE 0 END) AS ended FROM ledger_fact a "
            f"WHERE a.body = :body AND {kinds_are('a', self.begins + self.ends + self.signs)} "
            f"AND a.day < :until_day GROUP BY a.matter{beside('a', by)}"
        )
