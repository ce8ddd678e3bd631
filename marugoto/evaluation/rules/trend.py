"""Where a series is going: Theil–Sen, the slope in the middle of the slopes of all pairs, and how far that can be trusted.

Few points, some of them odd ones: a straight line by least squares would follow the odd one. The band is Sen's, at nine of ten, by the
ranks of the pairs' slopes, widened by the farthest that a point has lain from the line. Below four points nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import floor, sqrt

LEAST, AHEAD = 4, 2
NINE_OF_TEN = 1.645


@dataclass(frozen=True)
class Trend:
    """Change for each step of the series, with its band; and what the next points would be, each as (least, middle, most).

    `ahead` ends where the line would reach zero."""

    slope: Fraction
    least: Fraction
    most: Fraction
    ahead: tuple[tuple[Fraction, Fraction, Fraction], ...]

    @property
    def word(self) -> str:
        """Which way it goes, only where the whole band does."""
        return "down" if self.most < 0 else "up" if self.least > 0 else "unsure"


def trend(values: Sequence[int | None], *, ahead: int = AHEAD) -> Trend | None:
    """`values` in equal steps, None where there is none; None as an answer where there are too few to say."""
    points = [(place, value) for place, value in enumerate(values) if value is not None]
    if len(points) < LEAST:
        return None
    slopes = sorted(Fraction(b[1] - a[1], b[0] - a[0]) for a, b in combinations(points, 2))
    slope, (least, most) = _middle(slopes), _band(slopes, len(points))
    at, height = (_middle(sorted(Fraction(point[axis]) for point in points)) for axis in (0, 1))
    off = max(abs(value - (height + slope * (place - at))) for place, value in points)
    coming = []
    for place in range(len(values), len(values) + ahead):
        ends = [height + one * (place - at) for one in (least, slope, most)]
        if ends[1] <= 0:
            break  # no series of counts goes below zero: so far a straight line does not reach
        coming.append((max(ends[0] - off, Fraction(0)), ends[1], ends[2] + off))
    return Trend(slope, least, most, tuple(coming))


def _middle(ordered: Sequence[Fraction]) -> Fraction:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _band(slopes: Sequence[Fraction], n: int) -> tuple[Fraction, Fraction]:
    """The slopes between which, by rank, nine of ten lie; outwards where the rank falls between two."""
    width = NINE_OF_TEN * sqrt(n * (n - 1) * (2 * n + 5) / 18)
    low = max(floor((len(slopes) - width) / 2), 0)
    return slopes[low], slopes[-1 - low]
