"""RATE(hours / households): hours said for whole half-years, beside the households that came in them."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.household import homes
from marugoto.evaluation.measures.text import (
    Kinds,
    Operator,
    Pieced,
    Table,
    Window,
    beside,
    kinds_are,
    per,
    same,
    tallied,
    told_of,
)
from marugoto.evaluation.measures.troubles import Troubles


@dataclass(frozen=True)
class Hours(Pieced):
    """n households with troubles of `deep` or more sorts whose support began in a half-year of which the hours are said, k those hours.

    Looked at are the half-years that end in the window; one without hours is left out of both, for missing is not zero. What was said
    last of a half-year holds. A household whose gathering is not `known` is not looked at. `first`, `last` and `hours` are columns of what was said.
    """

    operator: ClassVar[Operator] = Operator.RATE
    keyed: ClassVar[int] = 4

    said: Kinds
    begins: Kinds
    gathered: Kinds
    known: Kinds
    troubles: Troubles
    deep: int
    first: str
    last: str
    hours: str

    def counted(self, by: tuple[str, ...] = ()) -> str:
        """Hours are of a whole body: `by` can name nothing smaller."""
        households = f"SELECT 1 AS times, 0 AS hours{beside('c', by)} FROM ({self._households()}) c"
        said = f"SELECT 0 AS times, c.hours{beside('c', by)} FROM ({self._said()}) c"
        return per(by, "SUM(c.times) AS n, SUM(c.hours) AS k, 0 AS running", f"{households} UNION ALL {said}")

    @property
    def behind(self) -> str:
        return f"SELECT c.matter, c.day, 1 AS fulfilled, 1 AS ended FROM ({self._households()}) c"

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        """Of every day how many such households began, and beside them what was said of half-years, under its own number."""
        began = (
            f"SELECT d.day AS began, 0 AS ended, 0 AS sign, 0 AS hours{beside('d', by)} FROM ({self._begun()}) d "
            f"WHERE d.value >= {self.deep}"
        )
        said = (
            f"SELECT a.{self.first} AS began, a.{self.last} AS ended, a.seq AS sign, a.{self.hours} AS hours{beside('a', by)} "
            f"FROM fact a WHERE {self._tells()}"
        )
        return tallied(("began", "ended", "sign", "hours"), f"({began} UNION ALL {said}) a", by)

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        said: dict[int, tuple[int, int | None, int]] = {}
        households: list[tuple[int, int]] = []
        for key, (times,) in pieces.items():
            first, last, sign, hours = (None if one is None else int(one) for one in key)
            if not sign:
                households.append((first or 0, times))
            elif sign > said.get(last or 0, (0,))[0]:
                said[last or 0] = sign, first, hours or 0
        held = [(first, last) for last, (_, first, _) in said.items() if first is not None]
        n = sum(times for day, times in households for first, last in held if first <= day <= last)
        return {(): (n, sum(hours for _, _, hours in said.values()), 0)}

    def _tells(self) -> str:
        return f"{kinds_are('a', self.said)} AND a.{self.last} >= :since_day AND a.{self.last} < :until_day"

    def _said(self) -> str:
        last = (
            f"SELECT a.body, a.{self.last}, MAX(a.seq) AS seq FROM fact a WHERE {self._tells()} "
            f"GROUP BY a.body, a.{self.last}"
        )
        return (
            f"SELECT b.body, b.{self.first} AS began, b.{self.last} AS ended, b.{self.hours} AS hours "
            f"FROM ({last}) a JOIN fact b ON {same('b', 'a', 'seq')}"
        )

    def _households(self) -> str:
        return (
            f"SELECT d.body, d.matter, d.day FROM ({self._begun()}) d "
            f"JOIN ({self._said()}) g ON g.body = d.body AND d.day >= g.began AND d.day <= g.ended WHERE d.value >= {self.deep}"
        )

    def _begun(self) -> str:
        """Every household of whose troubles something is known, its first day, and of how many sorts they are."""
        return (
            f"SELECT a.body, a.matter, MIN(a.day) AS day, COUNT(DISTINCT b.sort) AS value "
            f"FROM fact a JOIN ({told_of(self.known)}) g ON {same('g', 'a', 'matter')} "
            f"JOIN ({homes(self.gathered)}) h ON h.body = a.body AND h.home = a.matter "
            f"JOIN ({self.troubles.text}) b ON {same('b', 'h', 'matter')} "
            f"WHERE {kinds_are('a', self.begins)} AND a.day < :until_day GROUP BY a.body, a.matter"
        )
