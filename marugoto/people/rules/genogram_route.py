"""How high everybody stands, and every line from symbol to symbol, at right angles, past whoever it does not belong to."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from marugoto.people.rules.drawing import LINE_HEIGHT, Point
from marugoto.people.rules.genogram_family import Bond, DescentKind, Family, Sex, UnionKind
from marugoto.people.rules.genogram_fan import Fan, Leaf, Web
from marugoto.people.rules.genogram_place import HALF, REACH, Places, custodian, label
from marugoto.people.rules.genogram_rail import Rail, rails, twins_of

_FIRST_BASELINE = 36  # of the name, below the middle of the symbol
_UNDER_WORDS = 5
_ABOVE_RAIL, _RAIL, _BELOW_RAIL = 10, 14, 40
_ARC_ABOVE, _ARC = 38, 12
_ARC_FOOT = 13
_KNEE = 30
_ROW_TOP = 36
_TOP = 46  # room over the first row: the mark of a need and the outline of the household


class StrokeKind(StrEnum):
    MARRIED = "married"
    UNREGISTERED = "unregistered"
    PARENTS = "parents"  # nothing but a child recorded
    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"
    DIVORCED = "divorced"  # the two short strokes, the line itself is drawn as of a marriage
    SEPARATED = "separated"


class Stroke(NamedTuple):
    """`people`: those whose symbols it may touch."""

    kind: StrokeKind
    points: tuple[Point, ...]
    people: frozenset[int]
    related: bool = False  # the couple has an ancestor in common


@dataclass(frozen=True)
class Heights:
    top: tuple[int, ...]  # where the marks and arcs over each row begin
    middle: tuple[int, ...]  # of the symbols
    words: tuple[int, ...]  # where the longest name of the row ends
    rail: tuple[int, ...]  # the first rail under each row
    bottom: int


def words_bottom(family: Family, person: int) -> int:
    """Below the middle of the symbol."""
    return _FIRST_BASELINE + LINE_HEIGHT * (len(label(family.figures[person])) - 1) + _UNDER_WORDS


def baselines(lines: int) -> list[int]:
    return [_FIRST_BASELINE + LINE_HEIGHT * number for number in range(lines)]


def edge_above(family: Family, node: int, off: int = 0) -> int:
    """How far over the middle the symbol ends, `off` pixels from its axis; a passage is all line."""
    if node >= len(family.figures):
        return 0
    match family.figures[node].sex:
        case Sex.MAN:
            return HALF
        case Sex.WOMAN:
            return math.isqrt(19 * 19 - off * off)
        case _:
            return REACH - abs(off)


def edge_aside(family: Family, person: int) -> int:
    return {Sex.MAN: HALF, Sex.WOMAN: 19}.get(family.figures[person].sex, REACH)


@dataclass(frozen=True)
class Route:
    heights: Heights
    strokes: tuple[Stroke, ...]


def route(family: Family, web: Web, places: Places) -> Route:
    arcs = _arc_levels(web, places)
    dealt = rails(family, web, places)
    heights = _heights(family, places, dealt, arcs)
    return Route(heights, tuple(_Router(family, web, places, heights, arcs).all(dealt)))


def _arc_levels(web: Web, places: Places) -> dict[Bond, int]:
    """Couples with others between them are joined over their heads: the narrower the lower."""
    place = {node: at for line in places.rows for at, node in enumerate(line)}
    row = {node: number for number, line in enumerate(places.rows) for node in line}
    wide = [bond for bond in web.arcs if abs(place[bond.a] - place[bond.b]) > 1]
    wide.sort(key=lambda bond: (abs(place[bond.a] - place[bond.b]), bond[:2]))
    levels: dict[Bond, int] = {}
    for bond in wide:
        low, high = sorted((place[bond.a], place[bond.b]))
        touched = [
            level
            for other, level in levels.items()
            if row[other.a] == row[bond.a]
            and min(place[other.a], place[other.b]) <= high
            and max(place[other.a], place[other.b]) >= low
        ]
        levels[bond] = 1 + max(touched, default=-1)
    return levels


def _heights(family: Family, places: Places, dealt: tuple[Rail, ...], arcs: dict[Bond, int]) -> Heights:
    top: list[int] = []
    middle: list[int] = []
    words: list[int] = []
    first: list[int] = []
    bottom = 0
    for number, line in enumerate(places.rows):
        people = [node for node in line if node < len(family.figures)]
        levels = [level for bond, level in arcs.items() if bond.a in line]
        over = _ARC * max(levels) + 12 if levels else 0
        under = [rail.level or 0 for rail in dealt if rail.fan.row == number - 1]
        above = _ABOVE_RAIL + _RAIL * max(under, default=0) + _BELOW_RAIL + HALF if number else _TOP
        middle.append(bottom + above + over)
        top.append(middle[-1] - (_ARC_ABOVE + over if levels else _ROW_TOP))
        words.append(middle[-1] + max((words_bottom(family, person) for person in people), default=HALF))
        first.append(words[-1] + _ABOVE_RAIL)
        bottom = words[-1]
    return Heights(tuple(top), tuple(middle), tuple(words), tuple(first), bottom)


class _Router:
    def __init__(self, family: Family, web: Web, places: Places, heights: Heights, arcs: dict[Bond, int]) -> None:
        self.family, self.web, self.x, self.heights, self.arcs = family, web, places.x, heights, arcs
        self.row = {node: number for number, line in enumerate(places.rows) for node in line}

    def all(self, dealt: tuple[Rail, ...]) -> list[Stroke]:
        trunks = {rail.fan.bond: rail for rail in dealt if rail.fan.bond}
        strokes: list[Stroke] = []
        for bond in self.web.arcs:
            strokes.extend(self._couple(bond, trunks.get(bond)))
        for rail in dealt:
            strokes.extend(self._fan(rail))
        return strokes

    def _couple(self, bond: Bond, rail: Rail | None) -> list[Stroke]:
        left, right = sorted(bond[:2], key=lambda person: self.x[person])
        points = self._arc(bond, left, right) if bond in self.arcs else self._line(left, right)
        return [self._couple_line(bond, points), *self._slashes(bond, self._parting(points, rail))]

    def _couple_line(self, bond: Bond, points: tuple[Point, ...]) -> Stroke:
        return Stroke(_COUPLES[bond.kind], points, frozenset(bond[:2]), _related(self.family, bond))

    def _line(self, left: int, right: int) -> tuple[Point, ...]:
        y = self.heights.middle[self.row[left]]
        ends = (self.x[left] + edge_aside(self.family, left), self.x[right] - edge_aside(self.family, right))
        return (ends[0], y), (ends[1], y)

    def _arc(self, bond: Bond, left: int, right: int) -> tuple[Point, ...]:
        y = self._arc_y(bond)
        middle = self.heights.middle[self.row[left]]
        start, end = self.x[left] + _ARC_FOOT, self.x[right] - _ARC_FOOT
        feet = [middle - edge_above(self.family, person, _ARC_FOOT) for person in (left, right)]
        return (start, feet[0]), (start, y), (end, y), (end, feet[1])

    def _arc_y(self, bond: Bond) -> int:
        return self.heights.middle[self.row[bond.a]] - _ARC_ABOVE - _ARC * self.arcs[bond]

    def _parting(self, points: tuple[Point, ...], rail: Rail | None) -> Point:
        """Where the strokes of a parting cut the line: between the children and the one they do not live with."""
        (start, y), (end, _) = points[-2:] if len(points) == 2 else points[1:3]
        if rail is None or not start < rail.trunk < end:
            return (start + end) // 2, y
        keeper = custodian(self.family, rail.fan)
        right_keeps = keeper is not None and self.x[keeper] >= end
        return ((start + rail.trunk) // 2 if right_keeps else (rail.trunk + end) // 2), y

    def _slashes(self, bond: Bond, at: Point) -> list[Stroke]:
        kind, offsets = {
            UnionKind.DIVORCED: (StrokeKind.DIVORCED, (-3, 3)),
            UnionKind.SEPARATED: (StrokeKind.SEPARATED, (0,)),
        }.get(bond.kind or UnionKind.MARRIED, (StrokeKind.MARRIED, ()))
        x, y = at
        ends = [((x + off - 3, y + 8), (x + off + 3, y - 8)) for off in offsets]
        return [Stroke(kind, points, frozenset(bond[:2])) for points in ends]

    def _fan(self, rail: Rail) -> list[Stroke]:
        fan = rail.fan
        people = frozenset(self._people(fan))
        first = self.heights.rail[fan.row]
        y = first + _RAIL * (rail.level or 0)
        start = (rail.trunk, self._start_y(fan))
        if fan.couple:
            end = self._end(fan.leaves[0], rail.ends[0])
            bent = ((rail.trunk, y), (rail.ends[0], y)) if rail.level is not None else ()
            line = self._couple_line(fan.couple, (start, *bent, end))
            last = fan.leaves[0].node < len(self.family.figures)
            return [line, *(self._slashes(fan.couple, (end[0], end[1] - 14)) if last else [])]
        style = self._style(fan)
        strokes = [Stroke(style, (start, (rail.trunk, y)), people)]
        if rail.level is not None:
            strokes.append(Stroke(style, ((rail.span[0], y), (rail.span[1], y)), people))
        return strokes + self._drops(rail, y, people)

    def _people(self, fan: Fan) -> list[int]:
        """Parents and children of the whole line, also where this fan is only a part of it."""
        if fan.couple:
            return list(fan.couple[:2])
        sibship = self.family.sibships[fan.sibship or 0]
        return [*sibship.parents, *(child.number for child in sibship.children)]

    def _start_y(self, fan: Fan) -> int:
        if fan.bond:
            return self._arc_y(fan.bond) if fan.bond in self.arcs else self.heights.middle[fan.row]
        node = fan.node or 0
        below = words_bottom(self.family, node) if node < len(self.family.figures) else 0
        return self.heights.middle[fan.row] + below

    def _style(self, fan: Fan) -> StrokeKind:
        """A line shared by several children is as firm as the firmest of them."""
        kinds = {child.kind for child in self.family.sibships[fan.sibship or 0].children}
        return next(_DESCENTS[kind] for kind in DescentKind if kind in kinds)

    def _drops(self, rail: Rail, y: int, people: frozenset[int]) -> list[Stroke]:
        at = dict(zip((leaf.node for leaf in rail.fan.leaves), rail.ends, strict=True))
        strokes: list[Stroke] = []
        twins = twins_of(self.family, rail.fan)
        for same in twins:
            middle = (min(at[node] for node in same) + max(at[node] for node in same)) // 2
            knee = (middle, max(y, self.heights.middle[rail.fan.row + 1] - HALF - _KNEE))
            strokes.append(Stroke(StrokeKind.BIRTH, ((middle, y), knee), people))
            strokes += [
                Stroke(StrokeKind.BIRTH, (knee, self._end(Leaf(node, None), at[node])), people) for node in same
            ]
        for leaf in rail.fan.leaves:
            if not any(leaf.node in same for same in twins):
                kind = _DESCENTS[leaf.kind] if leaf.kind else self._style(rail.fan)
                strokes.append(Stroke(kind, ((at[leaf.node], y), self._end(leaf, at[leaf.node])), people))
        return strokes

    def _end(self, leaf: Leaf, x: int) -> Point:
        return x, self.heights.middle[self.row[leaf.node]] - edge_above(self.family, leaf.node, x - self.x[leaf.node])


_COUPLES = {
    None: StrokeKind.PARENTS,
    UnionKind.MARRIED: StrokeKind.MARRIED,
    UnionKind.DIVORCED: StrokeKind.MARRIED,
    UnionKind.SEPARATED: StrokeKind.MARRIED,
    UnionKind.UNREGISTERED: StrokeKind.UNREGISTERED,
}
_DESCENTS = {
    DescentKind.BIRTH: StrokeKind.BIRTH,
    DescentKind.ADOPTED: StrokeKind.ADOPTED,
    DescentKind.FOSTER: StrokeKind.FOSTER,
}


def _related(family: Family, bond: Bond) -> bool:
    """By birth; adoption makes nobody related by blood."""
    return bool(_forebears(family, bond.a) & _forebears(family, bond.b))


def _forebears(family: Family, person: int) -> set[int]:
    found, ahead = {person}, [person]
    while ahead:
        child = ahead.pop()
        for one in family.sibships:
            if any(it.number == child and it.kind is DescentKind.BIRTH for it in one.children):
                ahead.extend(set(one.parents) - found)
                found.update(one.parents)
    return found
