"""When a household calls for a table. The limits are ours: three fields as in evaluation.md F2.4, three offers as in I07."""

from dataclasses import dataclass

MANY_OFFERS = 3
MANY_THEMES = 3


@dataclass(frozen=True)
class Calls:
    """How many of its open balls are stuck, how often the most offered one was offered, how many themes are open."""

    stuck: int
    passes: int
    themes: int

    def said(self) -> str:
        """Every reason that holds, for whoever makes the agenda."""
        reasons = []
        if self.stuck:
            reasons.append("「困った」が出ています")
        if self.passes >= MANY_OFFERS:
            reasons.append(f"{self.passes}回、渡そうとしました")
        if self.themes >= MANY_THEMES:
            reasons.append(f"{self.themes}つの困りごとが重なっています")
        return "・".join(reasons)
