"""What became of people, one fiscal year beside the other: what they scored themselves, and how their support ended.

Of a goal the last score of a year is the score of that year. Its own first score, of whichever year, stands before it: where there is
only one, nothing can be said of before and after.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from marugoto.evaluation.rules.figures import Share
from marugoto.kernel.fiscal import APRIL, fiscal_year

BETTER = 1  # よくなった, from which a goal has come nearer


@dataclass(frozen=True)
class Score:
    """What the person concerned said of one goal; `order`: which was said later."""

    goal: UUID
    day: date
    score: int
    order: int


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


def scored_by_year(scores: Iterable[Score]) -> dict[int, Scored]:
    """Every year in which somebody scored."""
    goals: defaultdict[UUID, list[Score]] = defaultdict(list)
    for one in sorted(scores, key=lambda score: score.order):
        goals[one.goal].append(one)
    lasts: defaultdict[int, list[tuple[Score, int | None]]] = defaultdict(list)
    for said in goals.values():
        for year in dict.fromkeys(fiscal_year(one.day) for one in said):
            last = [one for one in said if fiscal_year(one.day) == year][-1]
            lasts[year].append((last, None if last is said[0] else said[0].score))
    return {year: _scored(found) for year, found in lasts.items()}


def _scored(found: list[tuple[Score, int | None]]) -> Scored:
    moved = Counter((last.score > first) - (last.score < first) for last, first in found if first is not None)
    return Scored(Counter(last.score for last, _ in found), risen=moved[1], level=moved[0], fallen=moved[-1])
