"""Where there is something for whom: themes by district, the gaps in words, and a map of invented shapes that says the same as the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from marugoto.community.rules.boundary import Drawing

FEW = 2  # up to so many are few
SIDE, MARGIN = 60, 10


@dataclass(frozen=True)
class Tile:
    """A district on the map: its shape, where its name stands, its number, and the pattern that says it without colour."""

    name: str
    count: int
    path: str
    x: int
    y: int
    pattern: str


def pattern_of(count: int) -> str:
    """none, few or some: drawn as hatching, dots and plain, beside the number."""
    if count == 0:
        return "none"
    return "few" if count <= FEW else "some"


def tiles(districts: Mapping[str, str], counts: Mapping[str, int]) -> list[Tile]:
    """Districts side by side, in the order of their codes: their true shape is nobody's to invent, so all are six-cornered."""
    columns = max(1, round(len(districts) ** 0.5 + 0.49))
    width, height = round(SIDE * 3**0.5), round(SIDE * 1.5)
    found = []
    for number, (code, name) in enumerate(districts.items()):
        row, column = divmod(number, columns)
        x = MARGIN + width // 2 + column * width + (row % 2) * width // 2
        y = MARGIN + SIDE + row * height
        corners = [(x + SIDE * sin(pi * k / 3), y - SIDE * cos(pi * k / 3)) for k in range(6)]
        path = "M" + "L".join(f"{round(a)} {round(b)}" for a, b in corners) + "Z"
        found.append(Tile(name, counts.get(code, 0), path, x, y, pattern_of(counts.get(code, 0))))
    return found


def shaped(drawing: Drawing, districts: Mapping[str, str], counts: Mapping[str, int]) -> list[Tile]:
    """Districts in their true shapes; one that has none is not drawn, and stands in the table."""
    return [
        Tile(districts[one.district], count, one.path, one.x, one.y, pattern_of(count))
        for one in drawing.shapes
        if one.district in districts
        for count in [counts.get(one.district, 0)]
    ]


def size(count: int) -> tuple[int, int]:
    """Width and height of the map of so many districts."""
    columns = max(1, round(count**0.5 + 0.49))
    rows = -(-count // columns)
    return 2 * MARGIN + round((columns + 0.5) * SIDE * 3**0.5), 2 * MARGIN + round(SIDE * (0.5 + 1.5 * rows))


def gaps(row: Sequence[int], districts: Sequence[str]) -> list[str]:
    """The districts in which there is nothing."""
    return [name for name, count in zip(districts, row, strict=True) if count == 0]
