"""Where places lie to each other, as a drawing of our own: no tiles, no request that tells where somebody looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

WIDE, HIGH, MARGIN = 360, 300, 34
APART = 30  # of two marks, so that both numbers can be read and pressed
METRES = 111_320  # of a degree of latitude
NEARBY = 350  # metres around the middle of a square of 500
LEAST = 600  # metres that the drawing shows at least
LENGTHS = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000)


@dataclass(frozen=True)
class Spot:
    """A point of the list, by its number there; `vague` where only the neighbourhood is told."""

    number: int
    latitude: float
    longitude: float
    vague: bool = False


@dataclass(frozen=True)
class Mark:
    """`x`, `y`: where its number stands; `radius` of the neighbourhood around `at_x`, `at_y`, 0 for an exact point."""

    number: int
    x: int
    y: int
    at_x: int
    at_y: int
    radius: int = 0


@dataclass(frozen=True)
class Chart:
    marks: tuple[Mark, ...]
    scale: int  # pixels
    scale_metres: int
    wide: int = WIDE
    high: int = HIGH

    @property
    def scale_words(self) -> str:
        return f"{self.scale_metres}m" if self.scale_metres < 1_000 else f"{self.scale_metres // 1_000}km"


def chart_of(spots: Sequence[Spot]) -> Chart | None:
    """North is above. None where nothing can be drawn."""
    if not spots:
        return None
    south, west = min(one.latitude for one in spots), min(one.longitude for one in spots)
    north, east = max(one.latitude for one in spots), max(one.longitude for one in spots)
    narrow = cos(radians((south + north) / 2))
    across, up = (east - west) * METRES * narrow, (north - south) * METRES
    per_metre = min((WIDE - 2 * MARGIN) / max(across, LEAST), (HIGH - 2 * MARGIN) / max(up, LEAST))
    marks: list[Mark] = []
    for one in spots:
        x = WIDE / 2 + ((one.longitude - (west + east) / 2) * METRES * narrow) * per_metre
        y = HIGH / 2 - ((one.latitude - (south + north) / 2) * METRES) * per_metre
        at = (round(x), round(y))
        free = _free(at, marks)
        marks.append(Mark(one.number, *free, *at, radius=max(6, round(NEARBY * per_metre)) if one.vague else 0))
    length = max((one for one in LENGTHS if one * per_metre <= WIDE / 3), default=LENGTHS[0])
    return Chart(tuple(marks), round(length * per_metre), length)


def _free(at: tuple[int, int], marks: Sequence[Mark]) -> tuple[int, int]:
    """The nearest of the points around in which no other mark stands; always the same for the same list."""
    for ring in range(6):
        for over, beside in _around(ring):
            x, y = at[0] + beside * APART, at[1] + over * APART
            inside = MARGIN / 2 <= x <= WIDE - MARGIN / 2 and MARGIN / 2 <= y <= HIGH - MARGIN / 2
            if inside and all(abs(one.x - x) >= APART or abs(one.y - y) >= APART for one in marks):
                return x, y
    return at


def _around(ring: int) -> list[tuple[int, int]]:
    side = range(-ring, ring + 1)
    return sorted(
        ((over, beside) for over in side for beside in side if max(abs(over), abs(beside)) == ring),
        key=lambda one: (abs(one[0]) + abs(one[1]), one),
    )
