"""What became of people, one fiscal year beside the other: what they scored themselves, and how their support ended.

Of a goal the last score of a year is the score of that year. Its own first score, of whichever year, stands before it: where there is
only one, nothing can be said of before and after.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from marugoto.evaluation.rules.figures import Share
from marugoto.kernel.fiscal import APRIL, fiscal_year

BETTER = 1  # よくなった, from which a goal has come nearer
RISEN = 1  # above its own first score by so much or more
SHOWN = 4  # fiscal years, the one that runs among them


@dataclass(frozen=True)
class Scored:
    """Of one year: how many goals stand at each score by their last one, and how they stand against their first."""

    by_score: Mapping[int, int] = field(default_factory=dict)
    risen: int = 0
    level: int = 0
    fallen: int = 0

    @property
    def better(self) -> Share:
        return Share(sum(self.by_score.values()), sum(n for score, n in self.by_score.items() if score >= BETTER))

    @property
    def since_first(self) -> Share:
        return Share(self.risen + self.level + self.fallen, self.risen)


def years_before(today: date, count: int) -> list[int]:
    """The fiscal year that runs and those before it, oldest first."""
    return list(range(fiscal_year(today) - count + 1, fiscal_year(today) + 1))


def first_of(year: int) -> date:
    return date(year, APRIL, 1)


def last_of_years(today: date) -> list[date]:
    """The days on which the years that are shown stand ready: their last, and today in the one that runs."""
    return [min(first_of(year + 1) - timedelta(days=1), today) for year in years_before(today, SHOWN)]


def scored_of(scores: Mapping[int, int], moves: Mapping[int, int]) -> Scored:
    """From how often each score came, and how often a goal moved by so much against its first."""
    return Scored(
        {score: n for score, n in scores.items() if n},
        risen=sum(n for by, n in moves.items() if by >= RISEN),
        level=moves.get(0, 0),
        fallen=sum(n for by, n in moves.items() if by < 0),
    )
