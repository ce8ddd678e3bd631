"""RATE(k of n facts): of the facts of some kinds, how many belong to a matter to which it happened again and again."""

from dataclasses import dataclass

from marugoto.evaluation.measures.repeated import Repeated
from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are


@dataclass(frozen=True)
class Passed(Rows):
    """n facts of the window, k of them of matters with at least `times` such facts in it: so that each can be divided by its own columns."""

    kinds: Kinds
    times: int
    unless: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        again = Repeated(self.kinds, self.times, self.unless).rows()
        return (
            f"SELECT a.matter, a.day{beside('a', by)}, b.fulfilled, 1 AS ended FROM ledger_fact a JOIN ({again}) b "
            f"ON b.matter = a.matter WHERE a.body = :body AND {kinds_are('a', self.kinds)} "
            "AND a.day >= :since_day AND a.day < :until_day"
        )
