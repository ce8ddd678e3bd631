"""Which troubles a household has, as they stand at the end of the window."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Kinds, kinds_are, same


@dataclass(frozen=True)
class Troubles:
    """Facts that tell of a trouble; `sort` is the column that tells its sort.

    What is `named` on a sheet holds only in the last edition of the sheet, which `kept` tells: `edition` is its column in both.
    """

    kinds: Kinds
    sort: str
    named: Kinds
    kept: Kinds
    edition: str

    @property
    def text(self) -> str:
        """Each matter with the sorts of its troubles. DISTINCT keeps it a list of its own, read once and looked up by its matter."""
        last = (
            f"SELECT g.body, g.matter, MAX(g.{self.edition}) AS {self.edition} FROM fact g "
            f"WHERE {kinds_are('g', self.kept)} AND g.day < :until_day GROUP BY g.body, g.matter"
        )
        holds = (
            f"({kinds_are('f', self.kinds)} OR ({kinds_are('f', self.named)} AND f.{self.edition} = g.{self.edition}))"
        )
        return (
            f"SELECT DISTINCT f.body, f.matter, f.{self.sort} AS sort FROM fact f LEFT JOIN ({last}) g ON {same('g', 'f', 'matter')} "
            f"WHERE {kinds_are('f', self.kinds + self.named)} AND f.day < :until_day AND {holds}"
        )
