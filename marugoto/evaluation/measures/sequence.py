"""SEQ(A → B within T by key): of the As whose time is over, how many were followed by a B in time."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import kinds_are


@dataclass(frozen=True)
class Sequence:
    """n (As whose follow-up is over), k (followed in time), running (too young to say).

    `within` is in the body's opening days after A; or `due_column` names the column of A holding the last day (ordinal) for B.
    A and B are of one matter; `key` is one more column of the envelope in which they agree, an offer for instance.
    """

    first: tuple[str, ...]
    then: tuple[str, ...]
    within: int | None = None
    due_column: str = ""
    key: str = ""

    @property
    def text(self) -> str:
        return (
            "SELECT COUNT(CASE WHEN c.ended = 1 THEN 1 END) AS n, "
            "COUNT(CASE WHEN c.ended = 1 AND c.fulfilled = 1 THEN 1 END) AS k, "
            "COUNT(CASE WHEN c.ended = 0 THEN 1 END) AS running "
            f"FROM ({self._cohort()}) c"
        )

    @property
    def behind(self) -> str:
        return f"SELECT c.matter, c.day, c.fulfilled, c.ended FROM ({self._cohort()}) c"

    def _cohort(self) -> str:
        in_time, over = self._clock()
        also = f"AND b.{self.key} = a.{self.key} " if self.key else ""
        return (
            "SELECT a.seq, a.matter, a.day, "
            f"MAX(CASE WHEN {in_time} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN {over} THEN 1 ELSE 0 END) AS ended "
            "FROM ledger_fact a LEFT JOIN ledger_fact b "
            f"ON b.body = a.body AND b.matter = a.matter {also}AND b.seq > a.seq "
            f"AND {kinds_are('b', self.then)} "
            f"WHERE a.body = :body AND {kinds_are('a', self.first)} "
            "AND a.day >= :since_day AND a.day < :until_day GROUP BY a.seq, a.matter, a.day"
        )

    def _clock(self) -> tuple[str, str]:
        if self.due_column:
            return f"b.day <= a.{self.due_column}", f"a.{self.due_column} < :over_day"
        return f"b.bday <= a.bday + {self.within}", f"a.bday + {self.within} < :over_bday"
