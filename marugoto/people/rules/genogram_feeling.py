"""How two people stand to each other, drawn over the lines of blood and law: two lines side by side for close, a zigzag where it is
strained, a line with a gap between two bars where it is broken (McGoldrick's signs, as the practice of welfare knows them).

They are told by their shape, also in grey print. The medical convention knows no such lines; there the sentences say it alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from marugoto.people.rules.drawing import TENSE, Point, element
from marugoto.people.rules.genogram_family import Feeling, FeelingKind
from marugoto.people.rules.genogram_place import REACH

Spot = tuple[float, float]
TEXTS = {FeelingKind.CLOSE: "親しい", FeelingKind.STRAINED: "こじれている", FeelingKind.BROKEN: "縁が切れている"}
_APART, _WAVE, _SWING, _GAP, _BAR = 2.5, 6, 4, 3, 6
_STEPS, _RISE, _BOW = 24, 30, 20
_OVER, _ASIDE, _BESIDE = REACH + 3, 9, 9


class End(NamedTuple):
    """A person as a line meets him: the middle of the symbol, and half the width of symbol and words."""

    x: int
    y: int
    half: int


def lines(feelings: Iterable[Feeling], ends: Mapping[str, End]) -> list[str]:
    """Of those who are in the picture; several from one side of a person run beside each other."""
    met, drawn = Counter[tuple[int, int, int]](), list[str]()
    for one in feelings:
        upper, lower = sorted((ends[one.a], ends[one.b]), key=lambda end: (end.y, end.x))
        side = 1 if lower.x >= upper.x else -1
        beside = met[upper.x, upper.y, side] if upper.y != lower.y else 0
        met[upper.x, upper.y, side] += upper.y != lower.y
        drawn.append(line(one.kind, _way(upper, lower, side, beside * _BESIDE)))
    return drawn


def line(kind: FeelingKind, way: list[Spot]) -> str:
    """Along the way in the manner of its kind."""
    if kind is FeelingKind.CLOSE:
        return "".join(_stroke(kind, [_aside(way, at, off) for at in range(len(way))]) for off in (-_APART, _APART))
    if kind is FeelingKind.STRAINED:
        fine = _evenly(way, _WAVE)
        swung = [_aside(fine, at, _SWING if at % 2 else -_SWING) for at in range(1, len(fine) - 1)]
        return _stroke(kind, [fine[0], *swung, fine[-1]])
    fine = _evenly(way, 2)
    middle, reach = len(fine) // 2, min(_GAP, max(1, len(fine) // 4))
    bars = [[_aside(fine, at, off) for off in (-_BAR, _BAR)] for at in (middle - reach, middle + reach)]
    halves = [fine[: middle - reach + 1], fine[middle + reach :]]
    return "".join(_stroke(kind, part) for part in (*halves, *bars))


def sample(kind: FeelingKind, at: Point, wide: int) -> str:
    """A short one for the legend."""
    x, y = at
    return line(kind, [(x, y), (x + wide / 2, y), (x + wide, y)])


def _stroke(kind: FeelingKind, points: Iterable[Spot]) -> str:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    look = {"fill": "none", "stroke": TENSE, "stroke_width": "1.5", "stroke_linejoin": "round"}
    return element("path", class_=f"gg-feeling gg-feeling--{kind}", d=path, **look)


def _way(upper: End, lower: End, side: int, beside: int) -> list[Spot]:
    """Between two of a row over their heads; from the side of the upper, past his name, to the head of the lower."""
    if upper.y == lower.y:
        start, end = (upper.x + _ASIDE, upper.y - _OVER + 4), (lower.x - _ASIDE, lower.y - _OVER + 4)
        return _bent(start, ((start[0] + end[0]) / 2, start[1] - _RISE), end)
    foot = upper.y + _ASIDE + beside // 2
    start, knee = (upper.x + side * REACH, foot), (upper.x + side * (upper.half + 5 + beside), foot)
    near = abs(lower.x - upper.x) < upper.half + 2 * _ASIDE
    end = (lower.x + (side if near else -side) * _ASIDE, lower.y - _OVER + 4)
    bow = (max(knee[0], end[0]) if side > 0 else min(knee[0], end[0])) + side * (_BOW if near else 0)
    return [start, *_bent(knee, (bow, (knee[1] + end[1]) / 2), end)]


def _bent(start: Spot, pull: Spot, end: Spot) -> list[Spot]:
    """A curve through the two ends, drawn towards `pull`."""
    found = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        found.append((a * start[0] + b * pull[0] + c * end[0], a * start[1] + b * pull[1] + c * end[1]))
    return found


def _evenly(way: list[Spot], step: int) -> list[Spot]:
    """The same way in steps of equal length, the last one at its end."""
    found, left = [way[0]], float(step)
    for here, there in pairwise(way):
        far, gone = hypot(there[0] - here[0], there[1] - here[1]), 0.0
        while far - gone >= left:
            gone += left
            found.append((here[0] + (there[0] - here[0]) * gone / far, here[1] + (there[1] - here[1]) * gone / far))
            left = float(step)
        left -= far - gone
    return [*found, way[-1]]


def _aside(way: list[Spot], at: int, off: float) -> Spot:
    """A point of the way, moved across it."""
    before, after = way[max(at - 1, 0)], way[min(at + 1, len(way) - 1)]
    far = hypot(after[0] - before[0], after[1] - before[1]) or 1.0
    x, y = way[at]
    return x - (after[1] - before[1]) / far * off, y + (after[0] - before[0]) / far * off
