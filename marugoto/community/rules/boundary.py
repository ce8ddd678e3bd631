"""The true shapes of districts on a map: whose each is, drawn small enough for a page, and where its name stands.

A file carries many words beside each polygon; which of them are the names of our districts is found by counting, never by likeness.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.fold import fold

Point = tuple[float, float]
Ring = Sequence[Point]

DRAWERS = frozenset({Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.OFFICE})
WIDE, TALL, MARGIN = 600, 700, 12
OFF = 0.7  # how far a simplified line may lie from the true one, in units of the drawing
SPECK = 6.0  # a smaller island is left out, unless it is all there is
LINES = 12  # on which a place for the name is looked for


@dataclass(frozen=True)
class Given:
    """A row of the file: its number, its words, its rings, and why it cannot be drawn."""

    number: int
    words: Mapping[str, str]
    rings: Sequence[Ring] = ()
    fault: str = ""


@dataclass(frozen=True)
class Matched:
    """`district`: the code of ours whose shape this is."""

    number: int
    name: str
    district: str = ""
    fault: str = ""


@dataclass(frozen=True)
class Drawn:
    """A district as an SVG path, and where its name stands."""

    district: str
    path: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    shapes: tuple[Drawn, ...]


def may_draw(roles: frozenset[Role]) -> Decision:
    if roles & DRAWERS:
        return YES
    return no(
        "圏域の形を入れられるのは、地域づくり・司令塔・計画・庶務です。", "ファイルを渡して、入れてもらってください。"
    )


def may_use(matched: Iterable[Matched], *, used: bool, known: Iterable[str]) -> Decision:
    """`used`: it is the one on the map; `known`: districts of today."""
    if used:
        return no("この形は、もう地図に使っています。")
    codes = {one.district for one in matched if one.district}
    if not codes:
        return no("描ける圏域が一つもありません。", "下の行ごとのわけを見て、ファイルを直してください。")
    if codes - set(known):
        return no("取り込んだあとで、圏域が変わりました。", "同じファイルを、もう一度選んでください。")
    return YES


def name_field(rows: Iterable[Given], districts: Mapping[str, str]) -> str:
    """Under which word of the file most of our districts stand, by name or by code; empty where none does."""
    ours = _known(districts)
    found: dict[str, set[str]] = {}
    for row in rows:
        for field, value in row.words.items():
            if fold(value) in ours:
                found.setdefault(field, set()).add(ours[fold(value)])
    return max(found, key=lambda field: (len(found[field]), field), default="")


def match(rows: Iterable[Given], districts: Mapping[str, str], field: str) -> list[Matched]:
    """Each row with its district, or with the sentence that says why it has none. Several rows of one district are its parts."""
    ours, matched = _known(districts), []
    for row in rows:
        name = row.words.get(field, "").strip()
        code = ours.get(fold(name), "") if name else ""
        if row.fault:
            matched.append(Matched(row.number, name, "", row.fault))
        elif not name:
            matched.append(Matched(row.number, "", "", _nameless(field)))
        elif not code:
            said = "・".join(districts.values())
            fault = f"「{name}」は、この町の圏域のどの名前とも合いません。圏域は{said}です。"
            matched.append(Matched(row.number, name, "", fault))
        else:
            matched.append(Matched(row.number, name, code))
    return matched


def missing(matched: Iterable[Matched], districts: Mapping[str, str]) -> list[str]:
    """Districts of ours for which the file has no shape, by name."""
    found = {one.district for one in matched}
    return [name for code, name in districts.items() if code not in found]


def draw(rows: Iterable[Given], matched: Iterable[Matched]) -> Drawing:
    """All shapes on one sheet, north up, as wide as they are on the ground at the latitude of their middle."""
    rings: dict[str, list[Ring]] = {}
    of = {one.number: one.district for one in matched if one.district}
    for row in rows:
        if row.number in of:
            rings.setdefault(of[row.number], []).extend(row.rings)
    every = [point for parts in rings.values() for ring in parts for point in ring]
    if not every:
        return Drawing(WIDE, 0, ())
    west, east = min(x for x, _y in every), max(x for x, _y in every)
    south, north = min(y for _x, y in every), max(y for _x, y in every)
    narrow = cos(radians((south + north) / 2))
    wide, tall = max((east - west) * narrow, 1e-9), max(north - south, 1e-9)
    scale = min((WIDE - 2 * MARGIN) / wide, (TALL - 2 * MARGIN) / tall)

    def place(point: Point) -> Point:
        return MARGIN + (point[0] - west) * narrow * scale, MARGIN + (north - point[1]) * scale

    shapes = [_drawn(code, [[place(point) for point in ring] for ring in parts]) for code, parts in rings.items()]
    return Drawing(round(wide * scale) + 2 * MARGIN, round(tall * scale) + 2 * MARGIN, tuple(shapes))


def simplified(ring: Ring, off: float = OFF) -> list[Point]:
    """Douglas and Peucker: a point that lies no farther from the line than `off` is left out; ends stay."""
    kept, spans = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        far, farthest = 0.0, None
        for place in range(first + 1, last):
            distance = _distance(ring[place], ring[first], ring[last])
            if distance > far:
                far, farthest = distance, place
        if farthest is not None and far > off:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [ring[place] for place in sorted(kept)]


def _drawn(code: str, rings: list[list[Point]]) -> Drawn:
    by_size = sorted(rings, key=lambda ring: -abs(_area(ring)))
    kept = [ring for ring in by_size if abs(_area(ring)) >= SPECK] or by_size[:1]
    x, y = _inside(kept[0])
    return Drawn(code, "".join(_path(simplified(ring)) for ring in kept), round(x), round(y))


def _path(ring: Ring) -> str:
    points: list[tuple[int, int]] = []
    for x, y in ring:
        if (point := (round(x), round(y))) not in points[-1:]:
            points.append(point)
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _inside(ring: Ring) -> Point:
    """The middle of the widest stretch inside, on lines through the shape: never outside, however it is bent."""
    low, high = min(y for _x, y in ring), max(y for _x, y in ring)
    widest, best = -1.0, ring[0]
    for line in range(1, LINES):
        y = low + (high - low) * line / LINES
        crossed = sorted(
            ax + (y - ay) * (bx - ax) / (by - ay)
            for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)
            if (ay > y) != (by > y)
        )
        for left, right in zip(crossed[::2], crossed[1::2], strict=False):
            worth = (right - left) * (1 - abs(2 * line / LINES - 1) / 2)  # nearer to the middle is better
            if worth > widest:
                widest, best = worth, ((left + right) / 2, y)
    return best


def _area(ring: Ring) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _distance(point: Point, first: Point, last: Point) -> float:
    """From a point to the line between two, or to their one place where they are the same."""
    (x, y), (ax, ay), (bx, by) = point, first, last
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    if not length:
        return float(((x - ax) ** 2 + (y - ay) ** 2) ** 0.5)
    return float(abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length)


def _known(districts: Mapping[str, str]) -> dict[str, str]:
    return {fold(code): code for code in districts} | {fold(name): code for code, name in districts.items()}


def _nameless(field: str) -> str:
    return f"名前(「{field}」の欄)が空です。" if field else "圏域の名前が、どの欄にも見つかりません。"
