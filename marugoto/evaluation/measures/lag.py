"""LAG(A → first B by key): after how many days, and how many of the As whose time is over had it in time."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import Kinds, Operator, Valued, beside, kinds_are, same, seen


@dataclass(frozen=True)
class Lag(Valued):
    """Each A of the window has its `value`: days to the first B of its matter told by the window's end, NULL where there was none.

    n As whose `within` days are over, k with a B by then. `key` is one more column in which they agree; `opening`: in opening days.
    """

    operator: ClassVar[Operator] = Operator.LAG

    first: Kinds
    then: Kinds
    within: int
    key: str = ""
    opening: bool = False

    def rows(self, by: tuple[str, ...] = ()) -> str:
        day = "bday" if self.opening else "day"
        agree = same("b", "a", "matter", *([self.key] if self.key else []))
        return (
            f"SELECT a.seq, a.matter, a.day{beside('a', by)}, MIN(b.{day}) - a.{day} AS value, "
            f"MAX(CASE WHEN b.{day} <= a.{day} + {self.within} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN a.{day} + {self.within} < :over_{day} THEN 1 ELSE 0 END) AS ended "
            f"FROM fact a LEFT JOIN fact b ON {agree} AND b.seq > a.seq AND b.day < :until_day AND {kinds_are('b', self.then)} "
            f"WHERE {seen('a', self.first)} GROUP BY a.body, a.seq, a.matter, a.day, a.bday{beside('a', by)}"
        )
