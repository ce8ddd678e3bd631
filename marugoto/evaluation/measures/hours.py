"""RATE(hours / households): hours said for whole half-years, beside the households that came in them."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, kinds_are, told_of
from marugoto.evaluation.measures.troubles import Troubles


@dataclass(frozen=True)
class Hours:
    """n households with troubles of `deep` or more sorts whose support began in a half-year of which the hours are said, k those hours.

    Looked at are the half-years that end in the window; one without hours is left out of both, for missing is not zero. What was said
    last of a half-year holds. A household whose gathering is not `known` is not looked at. `first`, `last` and `hours` are columns of what was said.
    """

    said: Kinds
    begins: Kinds
    gathered: Kinds
    known: Kinds
    troubles: Troubles
    deep: int
    first: str
    last: str
    hours: str

    @property
    def text(self) -> str:
        return f"SELECT (SELECT COUNT(*) FROM ({self._households()}) c) AS n, (SELECT SUM(c.hours) FROM ({self._said()}) c) AS k, 0 AS running"

    @property
    def behind(self) -> str:
        return f"SELECT c.matter, c.day, 1 AS fulfilled, 1 AS ended FROM ({self._households()}) c"

    def _said(self) -> str:
        last = (
            f"SELECT a.{self.last}, MAX(a.seq) AS seq FROM ledger_fact a WHERE a.body = :body AND {kinds_are('a', self.said)} "
            f"AND a.{self.last} >= :since_day AND a.{self.last} < :until_day GROUP BY a.{self.last}"
        )
        return (
            f"SELECT b.{self.first} AS began, b.{self.last} AS ended, b.{self.hours} AS hours "
            f"FROM ({last}) a JOIN ledger_fact b ON b.seq = a.seq"
        )

    def _households(self) -> str:
        return (
            f"SELECT d.matter, d.day FROM (SELECT a.matter, MIN(a.day) AS day, COUNT(DISTINCT b.sort) AS value "
            f"FROM ledger_fact a JOIN ({told_of(self.known)}) g ON g.matter = a.matter "
            f"JOIN ledger_fact h ON h.body = a.body AND h.ref_1 = a.matter AND {kinds_are('h', self.gathered)} "
            f"JOIN ({self.troubles.text}) b ON b.matter = h.matter "
            f"WHERE a.body = :body AND {kinds_are('a', self.begins)} AND a.day < :until_day GROUP BY a.matter) d "
            f"JOIN ({self._said()}) g ON d.day >= g.began AND d.day <= g.ended WHERE d.value >= {self.deep}"
        )
