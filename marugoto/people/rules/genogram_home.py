"""The outline of the household: around everybody who lives together and nobody else, in one piece, passing between the rows."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from marugoto.people.rules.drawing import Point
from marugoto.people.rules.genogram_family import Family
from marugoto.people.rules.genogram_place import NUMBER_REACH, Places, half_width, past_star, words_half
from marugoto.people.rules.genogram_route import Heights, words_bottom

_SIDE, _BELOW, _WORD = 14, 9, 18
_LEVEL, _LEVEL_AGAIN = 150, 60
_CLEAR = 4  # from a symbol that stays outside
_STRIP = 14
_UNDER = 2  # from the lowest word of a row


class Box(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int


class Home(NamedTuple):
    rings: tuple[tuple[Point, ...], ...]
    word: str
    word_at: Point


class _Run(NamedTuple):
    """Neighbours on a row who live together, and how far the outline may reach without touching others."""

    row: int
    left: int
    right: int
    low: int
    high: int


def home(family: Family, places: Places, heights: Heights) -> Home | None:
    runs = [run for row in range(len(places.rows)) for run in _runs(family, places, row)]
    runs = _levelled(_levelled(runs, _LEVEL), _LEVEL_AGAIN)
    if not runs:
        return None
    boxes = _boxes(family, places, heights, runs)
    rings = _outline(boxes)
    together = sum(1 for one in family.figures if one.in_household)
    lowest = max(boxes, key=lambda box: (box.bottom, -box.left))
    return Home(rings, "同居" if together > 1 else "世帯", (lowest.left + 12, lowest.bottom - 8))


def _runs(family: Family, places: Places, row: int) -> list[_Run]:
    """Each stretch of a row between two people who are not of the household."""
    found: list[_Run] = []
    low, inside = -(10**6), list[int]()
    for node in [*places.rows[row], None]:
        if node is not None and (node >= len(family.figures) or family.figures[node].in_household):
            inside += [node] if node < len(family.figures) else []
            continue
        high = places.x[node] - half_width(family, node) - _CLEAR if node is not None else 10**6
        if inside:
            left = min(places.x[one] - _left_half(family, one) for one in inside) - _SIDE
            right = max(places.x[one] + _right_half(family, one) for one in inside) + _SIDE
            found.append(_Run(row, max(left, low), min(right, high), low, high))
        low = places.x[node] + half_width(family, node) + _CLEAR if node is not None else low
        inside = []
    return found


def _left_half(family: Family, person: int) -> int:
    return max(words_half(family, person), past_star(family.figures[person]))


def _right_half(family: Family, person: int) -> int:
    """The number of a need may stand a little out of the household's side, but not by much."""
    numbered = family.figures[person].number is not None
    return max(words_half(family, person), NUMBER_REACH - 4 if numbered else 0)


def _levelled(runs: list[_Run], most: int) -> list[_Run]:
    """Edges no more than `most` apart from those of the rows above and below brought into line with them: fewer corners."""
    rows = sorted({run.row for run in runs})
    found: list[_Run] = []
    for run in runs:
        at = rows.index(run.row)
        near = [one for one in runs if one.row in {*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2]}]
        alone = sum(1 for one in runs if one.row == run.row) == 1
        lefts = [one.left for one in near if alone and max(run.low, run.left - most) <= one.left < run.left]
        rights = [one.right for one in near if alone and run.right < one.right <= min(run.high, run.right + most)]
        found.append(run._replace(left=min([run.left, *lefts]), right=max([run.right, *rights])))
    return found


def _boxes(family: Family, places: Places, heights: Heights, runs: list[_Run]) -> list[Box]:
    boxes = [_box(family, places, heights, run) for run in runs]
    lowest = max(range(len(runs)), key=lambda at: (runs[at].row, -runs[at].left))
    boxes[lowest] = boxes[lowest]._replace(bottom=boxes[lowest].bottom + _WORD)
    rows = sorted({run.row for run in runs})
    for row, below in pairwise(rows):
        upper = [run for run in runs if run.row == row]
        lower = [run for run in runs if run.row == below]
        boxes += _bridge(family, places, heights, upper, lower)
    last = [run for run in runs if run.row == rows[-1]]
    if len(last) > 1 and len(rows) == 1:
        y = heights.words[rows[0]] + _BELOW
        boxes.append(Box(last[0].left, heights.words[rows[0]] + _UNDER, last[-1].right, y + _WORD))
        boxes += [Box(run.left, heights.middle[run.row], run.right, y) for run in last]
    return boxes


def _box(family: Family, places: Places, heights: Heights, run: _Run) -> Box:
    inside = [
        node
        for node in places.rows[run.row]
        if node < len(family.figures) and run.left < places.x[node] < run.right and family.figures[node].in_household
    ]
    middle = heights.middle[run.row]
    return Box(
        run.left, heights.top[run.row], run.right, middle + max(words_bottom(family, node) for node in inside) + _BELOW
    )


def _bridge(family: Family, places: Places, heights: Heights, upper: list[_Run], lower: list[_Run]) -> list[Box]:
    """From one row with people of the household to the next: down a free place in rows between, along the space between rows."""
    boxes: list[Box] = []
    here = upper
    for row in range(upper[0].row + 1, lower[0].row):
        at = _free(family, places, row, (here[0].left + here[-1].right) // 2)
        step = [_Run(row, at - _STRIP, at + _STRIP, at - _STRIP, at + _STRIP)]
        boxes += _joined(heights, here, step)
        boxes.append(Box(at - _STRIP, heights.top[row], at + _STRIP, heights.words[row]))
        here = step
    return boxes + _joined(heights, here, lower)


def _free(family: Family, places: Places, row: int, wish: int) -> int:
    """The nearest place to the wish where nobody stands."""
    taken = [
        (places.x[node] - half_width(family, node) - _STRIP - 1, places.x[node] + half_width(family, node) + _STRIP + 1)
        for node in places.rows[row]
    ]
    edges = [wish, *(edge for pair in taken for edge in pair)]
    free = [at for at in edges if not any(low < at < high for low, high in taken)]
    return min(free, key=lambda at: (abs(at - wish), at))


def _joined(heights: Heights, upper: list[_Run], lower: list[_Run]) -> list[Box]:
    """All of both rows meet in the space between them; where two overlap they simply touch."""
    row = lower[0].row
    floor, ceiling = heights.words[row - 1] + 4, heights.top[row]
    y = max(floor + 4, ceiling - 2)
    strip = max(y - _STRIP, heights.words[row - 1] + _UNDER)  # never up to the words of those who live elsewhere
    boxes = [Box(run.left, heights.middle[run.row], run.right, y) for run in upper]
    boxes += [Box(run.left, strip, run.right, heights.middle[row]) for run in lower]
    low = max([run.left for run in (*upper, *lower)])
    high = min([run.right for run in (*upper, *lower)])
    if high - low < 2 * _STRIP:
        ends = sorted((run.left, run.right) for run in (*upper, *lower))
        boxes.append(
            Box(min(right for _, right in ends) - 2 * _STRIP, strip, max(left for left, _ in ends) + 2 * _STRIP, y)
        )
    return boxes


def _outline(boxes: Sequence[Box]) -> tuple[tuple[Point, ...], ...]:
    """The edges of the union of the boxes, as closed rings with the inside on the right hand."""
    xs = sorted({edge for box in boxes for edge in (box.left, box.right)})
    ys = sorted({edge for box in boxes for edge in (box.top, box.bottom)})
    cells = {
        (column, line)
        for column in range(len(xs) - 1)
        for line in range(len(ys) - 1)
        if any(box.left <= xs[column] < box.right and box.top <= ys[line] < box.bottom for box in boxes)
    }
    edges = _edges(cells)
    rings: list[tuple[Point, ...]] = []
    while edges:
        rings.append(tuple((xs[column], ys[line]) for column, line in _corners(_ring(edges))))
    return tuple(rings)


def _edges(cells: set[tuple[int, int]]) -> dict[Point, list[Point]]:
    """Directed borders between inside and outside, by where they start."""
    found: dict[Point, list[Point]] = {}
    for column, line in sorted(cells):
        around = (
            ((column, line - 1), (column, line), (column + 1, line)),
            ((column + 1, line), (column + 1, line), (column + 1, line + 1)),
            ((column, line + 1), (column + 1, line + 1), (column, line + 1)),
            ((column - 1, line), (column, line + 1), (column, line)),
        )
        for neighbour, start, end in around:
            if neighbour not in cells:
                found.setdefault(start, []).append(end)
    return found


def _ring(edges: dict[Point, list[Point]]) -> list[Point]:
    """Takes one closed way out of the edges; at a crossing it turns right, so that rings only touch at corners."""
    start = min(edges)
    ring = [start]
    here, before = start, start
    while True:
        ways = edges[here]
        way = min(ways, key=lambda end: _turn(before, here, end)) if len(ways) > 1 else ways[0]
        ways.remove(way)
        if not ways:
            del edges[here]
        if way == start:
            return ring
        ring.append(way)
        before, here = here, way


def _turn(before: Point, here: Point, end: Point) -> int:
    """Lowest for a turn to the right (y grows downwards)."""
    first = (here[0] - before[0], here[1] - before[1])
    then = (end[0] - here[0], end[1] - here[1])
    return -(first[0] * then[1] - first[1] * then[0])


def _corners(ring: list[Point]) -> list[Point]:
    """Without the points on a straight stretch."""
    return [
        point
        for number, point in enumerate(ring)
        if not (
            ring[number - 1][0] == point[0] == ring[(number + 1) % len(ring)][0]
            or ring[number - 1][1] == point[1] == ring[(number + 1) % len(ring)][1]
        )
    ]
