"""SEQ(A → B within T by key): of the As whose time is over, how many were followed by a B in time."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import kinds_are


@dataclass(frozen=True)
class Sequence:
    """Integers n (cohort whose follow-up is complete), k (followed in time), running (too young to say).

    `within` is in the body's opening days after A; or `due_column` names the column of A holding the last day (ordinal) for B.
    `key` is a column of the envelope in which A and B agree.
    """

    first: tuple[str, ...]
    then: tuple[str, ...]
    within: int | None = None
    due_column: str = ""
    key: str = "matter"
    then_key: str = ""
    columns: tuple[str, ...] = ("n", "k", "running")

    @property
    def text(self) -> str:
        return (
            "SELECT COALESCE(SUM(CASE WHEN c.ended = 1 THEN 1 ELSE 0 END), 0) AS n, "
            "COALESCE(SUM(CASE WHEN c.ended = 1 AND c.fulfilled = 1 THEN 1 ELSE 0 END), 0) AS k, "
            "COALESCE(SUM(CASE WHEN c.ended = 0 THEN 1 ELSE 0 END), 0) AS running "
            f"FROM ({self._cohort()}) c"
        )

    @property
    def behind(self) -> str:
        return f"SELECT c.matter, c.day, c.fulfilled, c.ended FROM ({self._cohort()}) c"

    def _cohort(self) -> str:
        in_time, over = self._clock()
        return (
            "SELECT a.seq, a.matter, a.day, "
            f"MAX(CASE WHEN {in_time} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN {over} THEN 1 ELSE 0 END) AS ended "
            "FROM ledger_fact a LEFT JOIN ledger_fact b "
            f"ON b.body = a.body AND b.{self.then_key or self.key} = a.{self.key} AND b.seq > a.seq "
            f"AND {kinds_are('b', self.then)} "
            f"WHERE a.body = :body AND {kinds_are('a', self.first)} "
            "AND a.day >= :since_day AND a.day < :until_day GROUP BY a.seq, a.matter, a.day"
        )

    def _clock(self) -> tuple[str, str]:
        if self.due_column:
            return f"b.day <= a.{self.due_column}", f"a.{self.due_column} < :until_day"
        return f"b.bday <= a.bday + {self.within}", f"a.bday + {self.within} < :until_bday"
