"""Measures of the support of a household: what was said of its consultations and needs is gathered under it.

`gathered` are the facts whose matter belongs to the support named in their first reference.
"""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are


@dataclass(frozen=True)
class Reached(Rows):
    """LAG(A → first B): A and B belong to the support of one household. n As whose time is over, k reached within so many opening days.

    An A that belongs to no such support is not looked at. Each row has its `value`: opening days to the first B of the window's time,
    NULL where there was none.
    """

    first: Kinds
    then: Kinds
    gathered: Kinds
    within: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT a.seq, a.matter, a.day{beside('a', by)}, MIN(b.bday) - a.bday AS value, "
            f"MAX(CASE WHEN b.bday <= a.bday + {self.within} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN a.bday + {self.within} < :over_bday THEN 1 ELSE 0 END) AS ended "
            "FROM ledger_fact a "
            f"JOIN ledger_fact g ON g.body = a.body AND g.matter = a.matter AND {kinds_are('g', self.gathered)} "
            f"JOIN ledger_fact h ON h.body = a.body AND h.ref_1 = g.ref_1 AND {kinds_are('h', self.gathered)} "
            "LEFT JOIN ledger_fact b ON b.body = a.body AND b.matter = h.matter AND b.seq > a.seq "
            f"AND b.day < :until_day AND {kinds_are('b', self.then)} "
            f"WHERE a.body = :body AND {kinds_are('a', self.first)} AND a.day >= :since_day AND a.day < :until_day "
            f"GROUP BY a.seq, a.matter, a.day, a.bday{beside('a', by)}"
        )

    @property
    def spread(self) -> str:
        return _spread(self.rows())


@dataclass(frozen=True)
class Depth(Rows):
    """Of the households to which one of these happened in the window: `value`, of how many sorts their troubles are; k have `deep` or more.

    `troubles` are facts of what is gathered, `sort` the column that tells their sort. A household of which none is written down is not
    looked at.
    """

    kinds: Kinds
    gathered: Kinds
    troubles: Kinds
    sort: str
    deep: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT c.ref_1 AS matter, c.day{beside('c', by)}, c.value, "
            f"CASE WHEN c.value >= {self.deep} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended FROM ("
            f"SELECT g.ref_1, MAX(a.day) AS day{beside('a', by)}, COUNT(DISTINCT d.{self.sort}) AS value FROM ledger_fact a "
            f"JOIN ledger_fact g ON g.body = a.body AND g.matter = a.matter AND {kinds_are('g', self.gathered)} "
            f"JOIN ledger_fact h ON h.body = a.body AND h.ref_1 = g.ref_1 AND {kinds_are('h', self.gathered)} "
            f"JOIN ledger_fact d ON d.body = a.body AND d.matter = h.matter AND d.day < :until_day AND {kinds_are('d', self.troubles)} "
            f"WHERE a.body = :body AND {kinds_are('a', self.kinds)} AND a.day >= :since_day AND a.day < :until_day "
            f"GROUP BY g.ref_1{beside('a', by)}) c"
        )

    @property
    def spread(self) -> str:
        return _spread(self.rows())


@dataclass(frozen=True)
class Unaided(Rows):
    """Of the households with troubles of `deep` or more sorts whose support ended in the window: k to which no `aid` ever came."""

    ends: Kinds
    gathered: Kinds
    troubles: Kinds
    sort: str
    deep: int
    aid: Kinds

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT c.matter, c.day{beside('c', by)}, CASE WHEN c.aided = 0 THEN 1 ELSE 0 END AS fulfilled, 1 AS ended FROM ("
            f"SELECT a.matter, MAX(a.day) AS day{beside('a', by)}, "
            f"COUNT(DISTINCT d.{self.sort}) AS value, "
            f"MAX(CASE WHEN {kinds_are('b', self.aid)} THEN 1 ELSE 0 END) AS aided FROM ledger_fact a "
            f"JOIN ledger_fact h ON h.body = a.body AND h.ref_1 = a.matter AND {kinds_are('h', self.gathered)} "
            f"LEFT JOIN ledger_fact d ON d.body = a.body AND d.matter = h.matter AND {kinds_are('d', self.troubles)} "
            f"LEFT JOIN ledger_fact b ON b.body = a.body AND b.matter = h.matter AND b.seq <= a.seq AND {kinds_are('b', self.aid)} "
            f"WHERE a.body = :body AND {kinds_are('a', self.ends)} AND a.day >= :since_day AND a.day < :until_day "
            f"GROUP BY a.matter{beside('a', by)}) c WHERE c.value >= {self.deep}"
        )


def _spread(rows: str) -> str:
    """How often each value came, of what is ended."""
    return f"SELECT c.value, COUNT(*) AS times FROM ({rows}) c WHERE c.ended = 1 GROUP BY c.value"
