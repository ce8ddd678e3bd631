"""RATE(k of n facts): of the facts of some kinds, how many are of a sort."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are


@dataclass(frozen=True)
class Among(Rows):
    """n facts of these kinds in the window, k of them also of those."""

    kinds: Kinds
    those: Kinds

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT a.matter, a.day{beside('a', by)}, CASE WHEN {kinds_are('a', self.those)} THEN 1 ELSE 0 END AS fulfilled, "
            f"1 AS ended FROM ledger_fact a WHERE a.body = :body AND {kinds_are('a', self.kinds)} "
            "AND a.day >= :since_day AND a.day < :until_day"
        )
