"""SURVEY(instrument, item): what those who were asked said, as the last wave of the window counted it."""

from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import (
    Kinds,
    Operator,
    Pieced,
    Table,
    Window,
    beside,
    per,
    same,
    seen,
    tallied,
    with_body,
)


@dataclass(frozen=True)
class Survey(Pieced):
    """n who answered the item, k of them in the way that is looked for; running are those asked who did not answer.

    `kinds` name the item of an instrument; `asked`, `answered` and `good` are columns with its numbers, `last` is that with the last day
    on which it was asked. The last wave is that of the latest such day in the window, and of two the one told later: an older one that
    is told afterwards does not stand before it.
    """

    operator: ClassVar[Operator] = Operator.SURVEY
    keyed: ClassVar[int] = 2

    kinds: Kinds
    asked: str
    answered: str
    good: str
    last: str

    def counted(self, by: tuple[str, ...] = ()) -> str:
        return per(by, self._numbers("c"), self._wave(by))

    @property
    def behind(self) -> str:
        return f"SELECT c.matter, c.day, 1 AS fulfilled, 1 AS ended FROM ({self._wave()}) c"

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        """Each wave with its last day and its place in the ledger: there are few. It is told, too, where nobody was asked."""
        return tallied(
            (self.last, "seq"), f"fact a WHERE {self._told('a')}", by, f"COUNT(*) AS times, {self._numbers('a')}"
        )

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        return {(): pieces[max(pieces)][1:] if pieces else (0, 0, 0)}

    def _numbers(self, alias: str) -> str:
        return (
            f"SUM({alias}.{self.answered}) AS n, SUM({alias}.{self.good}) AS k, "
            f"SUM({alias}.{self.asked} - {alias}.{self.answered}) AS running"
        )

    def _wave(self, by: tuple[str, ...] = ()) -> str:
        within = with_body(by)
        apart = within[1:]
        latest = (
            f"SELECT MAX(a.{self.last}) AS value{beside('a', within)} FROM fact a "
            f"WHERE {self._told('a')} GROUP BY {_columns('a', within)}"
        )
        told = (
            f"SELECT MAX(f.seq) AS seq{beside('f', within)} FROM ({latest}) g JOIN fact f ON {same('f', 'g', *apart)} "
            f"AND f.{self.last} = g.value WHERE {self._told('f')} GROUP BY {_columns('f', within)}"
        )
        return (
            f"SELECT b.matter, b.day{beside('d', by)}, b.{self.asked}, b.{self.answered}, b.{self.good} "
            f"FROM ({told}) d JOIN fact b ON {same('b', 'd', 'seq')}"
        )

    def _told(self, alias: str) -> str:
        """In the window, of a wave that ended in it."""
        return f"{seen(alias, self.kinds)} AND {alias}.{self.last} >= :since_day AND {alias}.{self.last} < :until_day"


def _columns(alias: str, columns: tuple[str, ...]) -> str:
    return ", ".join(f"{alias}.{column}" for column in columns)
