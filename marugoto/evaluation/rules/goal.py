"""Goal attainment scaling: the scores of the goals of one household as one T, 50 where nothing has changed on the whole.

T = 50 + 10·Σwx / √((1−ρ)·Σw² + ρ·(Σw)²), ρ = 0.3 (evaluation.md 4.3, S62; published versions of this formula have contained errors,
so it is written here alone). Kept are the raw scores, −2 to +2, and the weights; T is never stored.
"""

from collections.abc import Sequence
from math import sqrt
from statistics import median

ALIKE = 0.3  # ρ: how much goals of one household are taken to move together


def attainment(goals: Sequence[tuple[int, int]]) -> float | None:
    """T of pairs of score and weight; None without any goal."""
    if not goals:
        return None
    weighted = sum(weight * score for score, weight in goals)
    squares, total = sum(weight * weight for _, weight in goals), sum(weight for _, weight in goals)
    return 50 + 10 * weighted / sqrt((1 - ALIKE) * squares + ALIKE * total * total)


def middle_attainment(households: Sequence[Sequence[tuple[int, int]]]) -> int | None:
    """The T in the middle of some households, rounded half up once."""
    found = [t for goals in households if (t := attainment(goals)) is not None]
    return int(median(found) + 0.5) if found else None
