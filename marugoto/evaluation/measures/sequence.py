"""SEQ(A → B within T by key): of the As whose time is over, how many were followed by a B in time."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are, told_of


@dataclass(frozen=True)
class Sequence(Rows):
    """n (As whose follow-up is over), k (followed in time), running (too young to say).

    `within` is in the body's opening days after A, `days` in days of the calendar; or `due_column` names the column of A holding the
    last day (ordinal) for B. A and B are of one matter; `key` is one more column of the envelope in which they agree, an offer for
    instance. `matured`: looked at are the As whose follow-up, not whose beginning, lies in the window; only with
    `days`. `known`: looked at are only As of a matter of which such a fact is told, too.
    """

    first: Kinds
    then: Kinds
    within: int | None = None
    due_column: str = ""
    key: str = ""
    days: int | None = None
    matured: bool = False
    known: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        in_time, over = self._clock()
        also = f"AND b.{self.key} = a.{self.key} " if self.key else ""
        known = f"JOIN ({told_of(self.known)}) g ON g.matter = a.matter " if self.known else ""
        starts = f"a.day + {self.days}" if self.matured else "a.day"
        return (
            f"SELECT a.seq, a.matter, a.day{beside('a', by)}, "
            f"MAX(CASE WHEN {in_time} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN {over} THEN 1 ELSE 0 END) AS ended "
            f"FROM ledger_fact a {known}LEFT JOIN ledger_fact b "
            f"ON b.body = a.body AND b.matter = a.matter {also}AND b.seq > a.seq "
            f"AND {kinds_are('b', self.then)} "
            f"WHERE a.body = :body AND {kinds_are('a', self.first)} "
            f"AND {starts} >= :since_day AND {starts} < :until_day GROUP BY a.seq, a.matter, a.day{beside('a', by)}"
        )

    def _clock(self) -> tuple[str, str]:
        if self.due_column:
            return f"b.day <= a.{self.due_column}", f"a.{self.due_column} < :over_day"
        if self.days is not None:
            return f"b.day <= a.day + {self.days}", f"a.day + {self.days} < :over_day"
        return f"b.bday <= a.bday + {self.within}", f"a.bday + {self.within} < :over_bday"
