"""COVER: of the districts that appear in the facts, in how many was something of a sort seen lately?"""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, Rows, beside, kinds_are


@dataclass(frozen=True)
class Covered(Rows):
    """n districts named by facts of `kinds` in the window, k of them with a fact of `seen` in its last `days`.

    A district that no fact names is not known here: the ledger does not say which districts a body has.
    """

    kinds: Kinds
    seen: Kinds
    days: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        lately = f"{kinds_are('a', self.seen)} AND a.day >= :until_day - {self.days}"
        districts = (
            f"SELECT a.area, MAX(a.seq) AS sign, MAX(CASE WHEN {lately} THEN 1 ELSE 0 END) AS fulfilled "
            f"FROM ledger_fact a WHERE a.body = :body AND {kinds_are('a', self.kinds)} AND a.area > '' "
            "AND a.day >= :since_day AND a.day < :until_day GROUP BY a.area"
        )
        return (
            f"SELECT g.matter, g.day{beside('g', by)}, d.fulfilled, 1 AS ended "
            f"FROM ({districts}) d JOIN ledger_fact g ON g.body = :body AND g.seq = d.sign"
        )
