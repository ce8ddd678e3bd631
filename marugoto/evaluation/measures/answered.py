"""RATE(answers of a sort / answers by key): of the calls that came to an end, how many ended like that."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are


@dataclass(frozen=True)
class Answered(Rows):
    """n calls of the window that were answered by its end, k of them in a `good` way; running are those still without an answer.

    `key` is the column in which a call and its answer agree. An answer not among `then` does not end a call; what came to it like
    `unless` by the end of the window takes the call out altogether.
    """

    first: Kinds
    then: Kinds
    good: Kinds
    key: str
    unless: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        if not self.unless:
            return self._calls(by)
        left = f"SELECT c.matter, c.day{beside('c', by)}, c.fulfilled, c.ended FROM ({self._calls(by)}) c"
        return f"{left} WHERE c.spared = 0"

    def _calls(self, by: tuple[str, ...]) -> str:
        spared = f", MAX(CASE WHEN {kinds_are('b', self.unless)} THEN 1 ELSE 0 END) AS spared" if self.unless else ""
        return (
            f"SELECT a.seq, a.matter, a.day{beside('a', by)}, "
            f"MAX(CASE WHEN {kinds_are('b', self.good)} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN {kinds_are('b', self.then)} THEN 1 ELSE 0 END) AS ended{spared} "
            "FROM ledger_fact a LEFT JOIN ledger_fact b "
            f"ON b.body = a.body AND b.matter = a.matter AND b.{self.key} = a.{self.key} AND b.seq > a.seq "
            f"AND b.day < :until_day AND {kinds_are('b', self.then + self.unless)} "
            f"WHERE a.body = :body AND {kinds_are('a', self.first)} "
            f"AND a.day >= :since_day AND a.day < :until_day GROUP BY a.seq, a.matter, a.day{beside('a', by)}"
        )
