"""Measures of the support of a household: what was said of its consultations and needs is gathered under it.

`gathered` are the facts whose matter belongs to the support named in their first reference.
"""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import (
    Kinds,
    Operator,
    Rows,
    Valued,
    beside,
    kinds_are,
    same,
    seen,
    told_of,
    with_body,
)
from marugoto.evaluation.measures.troubles import Troubles


@dataclass(frozen=True)
class Reached(Valued):
    """LAG(A → first B): A and B belong to the support of one household. n As whose time is over, k reached within so many opening days.

    An A that belongs to no such support is not looked at. Each row has its `value`: opening days to the first B of the window's time,
    NULL where there was none.
    """

    operator: ClassVar[Operator] = Operator.LAG

    first: Kinds
    then: Kinds
    gathered: Kinds
    within: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        then = (
            f"SELECT DISTINCT f.body, f.matter, f.seq, f.bday FROM fact f "
            f"WHERE {kinds_are('f', self.then)} AND f.day < :until_day"
        )
        return (
            f"SELECT a.seq, a.matter, a.day{beside('a', by)}, MIN(b.bday) - a.bday AS value, "
            f"MAX(CASE WHEN b.bday <= a.bday + {self.within} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN a.bday + {self.within} < :over_bday THEN 1 ELSE 0 END) AS ended "
            f"FROM fact a JOIN ({homes(self.gathered)}) g ON {same('g', 'a', 'matter')} "
            f"JOIN ({homes(self.gathered)}) h ON {same('h', 'g', 'home')} "
            f"LEFT JOIN ({then}) b ON {same('b', 'h', 'matter')} AND b.seq > a.seq "
            f"WHERE {seen('a', self.first)} GROUP BY a.body, a.seq, a.matter, a.day, a.bday{beside('a', by)}"
        )


@dataclass(frozen=True)
class Depth(Valued):
    """Of the households to which one of these happened in the window: `value`, of how many sorts their troubles are; k have `deep` or more.

    `troubles` are of what is gathered. A household of which none is written down, or whose gathering is not `known`, is not looked at.
    """

    operator: ClassVar[Operator] = Operator.DISTINCT

    kinds: Kinds
    gathered: Kinds
    known: Kinds
    troubles: Troubles
    deep: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        within = with_body(by)
        return (
            f"SELECT c.home AS matter, c.day{beside('c', by)}, c.value, "
            f"CASE WHEN c.value >= {self.deep} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended FROM ("
            f"SELECT g.home, MAX(a.day) AS day{beside('a', within)}, COUNT(DISTINCT d.sort) AS value FROM fact a "
            f"JOIN ({homes(self.gathered)}) g ON {same('g', 'a', 'matter')} "
            f"JOIN ({told_of(self.known)}) b ON b.body = g.body AND b.matter = g.home "
            f"JOIN ({homes(self.gathered)}) h ON {same('h', 'g', 'home')} "
            f"JOIN ({self.troubles.text}) d ON {same('d', 'h', 'matter')} "
            f"WHERE {seen('a', self.kinds)} GROUP BY g.home{beside('a', within)}) c"
        )


@dataclass(frozen=True)
class Unaided(Rows):
    """Of the households with troubles of `deep` or more sorts whose support ended in the window: k to which no `aid` ever came.

    Where the gathering of a household is not `known`, it is not looked at.
    """

    operator: ClassVar[Operator] = Operator.RATE

    ends: Kinds
    gathered: Kinds
    known: Kinds
    troubles: Troubles
    deep: int
    aid: Kinds

    def rows(self, by: tuple[str, ...] = ()) -> str:
        within = with_body(by)
        aid = f"SELECT DISTINCT f.body, f.matter, f.seq FROM fact f WHERE {kinds_are('f', self.aid)}"
        return (
            f"SELECT c.matter, c.day{beside('c', by)}, CASE WHEN c.aided = 0 THEN 1 ELSE 0 END AS fulfilled, 1 AS ended FROM ("
            f"SELECT a.matter, MAX(a.day) AS day{beside('a', within)}, COUNT(DISTINCT d.sort) AS value, "
            "MAX(CASE WHEN b.seq <= a.seq THEN 1 ELSE 0 END) AS aided "
            f"FROM fact a JOIN ({told_of(self.known)}) g ON {same('g', 'a', 'matter')} "
            f"JOIN ({homes(self.gathered)}) h ON h.body = a.body AND h.home = a.matter "
            f"LEFT JOIN ({self.troubles.text}) d ON {same('d', 'h', 'matter')} "
            f"LEFT JOIN ({aid}) b ON {same('b', 'h', 'matter')} AND b.seq <= a.seq "
            f"WHERE {seen('a', self.ends)} GROUP BY a.matter{beside('a', within)}) c WHERE c.value >= {self.deep}"
        )


# DISTINCT keeps this a list of its own, read once and looked up by its matter, instead of a search for every row.
def homes(gathered: Kinds) -> str:
    """Which matter belongs to which household's support."""
    return f"SELECT DISTINCT f.body, f.matter, f.ref_1 AS home FROM fact f WHERE {kinds_are('f', gathered)}"
