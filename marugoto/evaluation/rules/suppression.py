"""What may cross the border of a municipality: whole numbers, and small ones not (the rule of the 匿名介護情報 guideline, evaluation.md 6.10).

Below 2,000 residents nothing is told. Below 25,000 numbers under 20 are hidden, above that numbers under 10; zero may be told.
What is left of n is hidden with k, for one would give the other away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from marugoto.evaluation.rules.figures import Share

TINY, SMALL = 2_000, 25_000
FEW_IN_SMALL, FEW = 20, 10


class Hidden(StrEnum):
    """Why a number is not there."""

    NOTHING = ""
    TINY = "tiny"  # the municipality is too small for any number
    FEW = "few"  # too few cases
    FEW_DONE = "few_done"  # n may be told, k is too few
    FEW_LEFT = "few_left"  # n may be told, what is left of it is too few
    BETWEEN = "between"  # not few itself, but another number that is could be found from it by subtraction


@dataclass(frozen=True)
class Told:
    """What the other side gets. Where a number is hidden it is None, never zero."""

    n: int | None
    k: int | None
    running: int | None
    level: int | None
    hidden: Hidden


def tell(share: Share, level: int | None, *, population: int | None, part: bool = True) -> Told:
    """`population` unknown is treated as the smaller kind. The level is a band, not a count, and is told with the rest.

    `part`: k is a part of n. Where it is not, hours for instance, it counts nobody and is told with n.
    """
    if nothing_told(population):
        return Told(None, None, None, None, Hidden.TINY)
    few = few_of(population)
    running = _shown(share.running, few)
    if _shown(share.n, few) is None:
        return Told(None, None, running, level, Hidden.FEW)
    if not part:
        return Told(share.n, share.k, running, level, Hidden.NOTHING)
    hidden = part_of(share, few)
    return Told(share.n, share.k if hidden is Hidden.NOTHING else None, running, level, hidden)


def part_of(share: Share, few: int) -> Hidden:
    """Why k of n, or n itself, is not told on paper that leaves the room."""
    if _shown(share.n, few) is None:
        return Hidden.FEW
    if _shown(share.n - share.k, few) is None:
        return Hidden.FEW_LEFT
    return Hidden.FEW_DONE if _shown(share.k, few) is None else Hidden.NOTHING


def parts_of(counts: Sequence[int], few: int) -> list[int | None] | None:
    """Counts of which the sum is known elsewhere: the hidden are at least two and together not few, or none is told at all."""
    if 0 < sum(counts) < few:
        return None
    hidden: list[int] = []
    for place in sorted((place for place, count in enumerate(counts) if count), key=lambda place: counts[place]):
        enough = sum(counts[one] for one in hidden) >= few  # of one that is few there is never enough
        if counts[place] >= few and (enough or not hidden):
            break
        hidden.append(place)
    return [None if place in hidden else count for place, count in enumerate(counts)]


def nothing_told(population: int | None) -> bool:
    """Whether the municipality is too small for any number."""
    return population is not None and population < TINY


def few_of(population: int | None) -> int:
    """Numbers under this are hidden."""
    return FEW if population is not None and population >= SMALL else FEW_IN_SMALL


def _shown(count: int, few: int) -> int | None:
    return count if count == 0 or count >= few else None
