"""SURVEY(instrument, item): what those who were asked said, as the last wave of the window counted it."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import Kinds, Operator, beside, per, same, seen, with_body


@dataclass(frozen=True)
class Survey:
    """n who answered the item, k of them in the way that is looked for; running are those asked who did not answer.

    `kinds` name the item of an instrument; `asked`, `answered` and `good` are columns with its numbers.
    """

    operator: ClassVar[Operator] = Operator.SURVEY

    kinds: Kinds
    asked: str
    answered: str
    good: str

    def counted(self, by: tuple[str, ...] = ()) -> str:
        numbers = (
            f"SUM(c.{self.answered}) AS n, SUM(c.{self.good}) AS k, SUM(c.{self.asked} - c.{self.answered}) AS running"
        )
        return per(by, numbers, self._last(by))

    @property
    def behind(self) -> str:
        return f"SELECT c.matter, c.day, 1 AS fulfilled, 1 AS ended FROM ({self._last()}) c"

    def _last(self, by: tuple[str, ...] = ()) -> str:
        within = with_body(by)
        last = f"SELECT MAX(a.seq) AS seq{beside('a', within)} FROM fact a WHERE {seen('a', self.kinds)} GROUP BY {_columns('a', within)}"
        return (
            f"SELECT b.matter, b.day{beside('d', by)}, b.{self.asked}, b.{self.answered}, b.{self.good} "
            f"FROM ({last}) d JOIN fact b ON {same('b', 'd', 'seq')}"
        )


def _columns(alias: str, columns: tuple[str, ...]) -> str:
    return ", ".join(f"{alias}.{column}" for column in columns)
