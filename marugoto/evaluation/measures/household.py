"""Measures of the support of a household: what was said of its consultations and needs is gathered under it.

`gathered` are the facts whose matter belongs to the support named in their first reference.
"""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are, told_of
from marugoto.evaluation.measures.troubles import Troubles


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
        then = (
            f"SELECT DISTINCT f.matter, f.seq, f.bday FROM ledger_fact f WHERE {_of(self.then)} AND f.day < :until_day"
        )
        return (
            f"SELECT a.seq, a.matter, a.day{beside('a', by)}, MIN(b.bday) - a.bday AS value, "
            f"MAX(CASE WHEN b.bday <= a.bday + {self.within} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN a.bday + {self.within} < :over_bday THEN 1 ELSE 0 END) AS ended "
            f"FROM ledger_fact a JOIN ({_homes(self.gathered)}) g ON g.matter = a.matter "
            f"JOIN ({_homes(self.gathered)}) h ON h.home = g.home "
            f"LEFT JOIN ({then}) b ON b.matter = h.matter AND b.seq > a.seq "
            f"WHERE a.body = :body AND {kinds_are('a', self.first)} AND a.day >= :since_day AND a.day < :until_day "
            f"GROUP BY a.seq, a.matter, a.day, a.bday{beside('a', by)}"
        )

    @property
    def spread(self) -> str:
        return _spread(self.rows())


@dataclass(frozen=True)
class Depth(Rows):
    """Of the households to which one of these happened in the window: `value`, of how many sorts their troubles are; k have `deep` or more.

    `troubles` are of what is gathered. A household of which none is written down, or whose gathering is not `known`, is not looked at.
    """

    kinds: Kinds
    gathered: Kinds
    known: Kinds
    troubles: Troubles
    deep: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT c.home AS matter, c.day{beside('c', by)}, c.value, "
            f"CASE WHEN c.value >= {self.deep} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended FROM ("
            f"SELECT g.home, MAX(a.day) AS day{beside('a', by)}, COUNT(DISTINCT d.sort) AS value FROM ledger_fact a "
            f"JOIN ({_homes(self.gathered)}) g ON g.matter = a.matter "
            f"JOIN ({told_of(self.known)}) b ON b.matter = g.home "
            f"JOIN ({_homes(self.gathered)}) h ON h.home = g.home "
            f"JOIN ({self.troubles.text}) d ON d.matter = h.matter "
            f"WHERE a.body = :body AND {kinds_are('a', self.kinds)} AND a.day >= :since_day AND a.day < :until_day "
            f"GROUP BY g.home{beside('a', by)}) c"
        )

    @property
    def spread(self) -> str:
        return _spread(self.rows())


@dataclass(frozen=True)
class Unaided(Rows):
    """Of the households with troubles of `deep` or more sorts whose support ended in the window: k to which no `aid` ever came.

    Where the gathering of a household is not `known`, it is not looked at.
    """

    ends: Kinds
    gathered: Kinds
    known: Kinds
    troubles: Troubles
    deep: int
    aid: Kinds

    def rows(self, by: tuple[str, ...] = ()) -> str:
        aid = f"SELECT DISTINCT f.matter, f.seq FROM ledger_fact f WHERE {_of(self.aid)}"
        return (
            f"SELECT c.matter, c.day{beside('c', by)}, CASE WHEN c.aided = 0 THEN 1 ELSE 0 END AS fulfilled, 1 AS ended FROM ("
            f"SELECT a.matter, MAX(a.day) AS day{beside('a', by)}, COUNT(DISTINCT d.sort) AS value, "
            "MAX(CASE WHEN b.seq <= a.seq THEN 1 ELSE 0 END) AS aided "
            f"FROM ledger_fact a JOIN ({told_of(self.known)}) g ON g.matter = a.matter "
            f"JOIN ({_homes(self.gathered)}) h ON h.home = a.matter "
            f"LEFT JOIN ({self.troubles.text}) d ON d.matter = h.matter "
            f"LEFT JOIN ({aid}) b ON b.matter = h.matter AND b.seq <= a.seq "
            f"WHERE a.body = :body AND {kinds_are('a', self.ends)} AND a.day >= :since_day AND a.day < :until_day "
            f"GROUP BY a.matter{beside('a', by)}) c WHERE c.value >= {self.deep}"
        )


# DISTINCT keeps this a list of its own, read once and looked up by its matter, instead of a search for every row.
def _homes(gathered: Kinds) -> str:
    """Which matter belongs to which household's support."""
    return f"SELECT DISTINCT f.matter, f.ref_1 AS home FROM ledger_fact f WHERE {_of(gathered)}"


def _of(kinds: Kinds) -> str:
    return f"f.body = :body AND {kinds_are('f', kinds)}"


def _spread(rows: str) -> str:
    """How often each value came, of what is ended."""
    return f"SELECT c.value, COUNT(*) AS times FROM ({rows}) c WHERE c.ended = 1 GROUP BY c.value"
