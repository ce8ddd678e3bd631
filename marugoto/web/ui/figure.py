"""Where the points of a figure lie. Figures are drawn on the server, read in grey, and always have their table beside them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marugoto.web.ui.parts import BallState, DotRow, Mark

LABEL_WIDTH, ROW, STEP, ABOVE, BELOW = 132, 30, 26, 24, 30
SHOWN_AS_SEALS: frozenset[BallState] = frozenset({"late", "offered", "declined", "stuck", "kept"})
MOST_DOTS = 6  # of one day, in two columns of three; more are written as a number
BESIDE_A_SEAL = 14
SPARK_WIDTH, SPARK_HEIGHT, HIGHEST_LEVEL = 48, 18, 4


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    state: BallState = "held"


def strip(rows: Sequence[DotRow]) -> dict[str, Any]:
    """A row per holder, a dot per ball, days to the right; what needs a look is drawn as its seal, in front of the rest."""
    longest = max((dot.days for row in rows for dot in row.dots), default=0)
    furthest = max([longest, *(row.limit or 0 for row in rows), 5]) + 1
    bottom = ABOVE + len(rows) * ROW
    return {
        "rows": [_row(row, place) for place, row in enumerate(rows)],
        "ticks": [(day, _x(day)) for day in range(0, furthest + 1, 5)],
        "middle": (_x(0) + _x(furthest)) / 2,
        "right": _x(furthest),
        "width": round(_x(furthest) + STEP),
        "top": ABOVE,
        "bottom": bottom,
        "foot": bottom + 18,
        "height": bottom + BELOW,
    }


def _row(row: DotRow, place: int) -> dict[str, Any]:
    middle = ABOVE + place * ROW + ROW / 2
    seals = Counter(dot.days for dot in row.dots if dot.state in SHOWN_AS_SEALS)
    quiet = Counter(dot.days for dot in row.dots if dot.state not in SHOWN_AS_SEALS)
    few = {days: count for days, count in quiet.items() if count <= MOST_DOTS}
    return {
        "label": row.label,
        "base": middle + 4.5,
        "top": middle - ROW / 2,
        "end": middle + ROW / 2,
        "limit": None if row.limit is None else _x(row.limit) + STEP / 2,
        "dots": [point for days, count in few.items() for point in _heap(days, count, middle, beside=days in seals)],
        "seals": _seals(row, middle),
        "many": [
            (_x(days) + BESIDE_A_SEAL * (days in seals), count) for days, count in quiet.items() if days not in few
        ],
    }


def _heap(days: int, count: int, middle: float, *, beside: bool) -> list[Point]:
    """Dots of one day above each other; beside the seal of the same day, so that no ball hides another."""
    left = _x(days) + BESIDE_A_SEAL * beside
    return [Point(left + 9 * (number // 3), middle + (0, -9, 9)[number % 3]) for number in range(count)]


def _seals(row: DotRow, middle: float) -> list[Point]:
    seen: Counter[int] = Counter()
    points = []
    for dot in row.dots:
        if dot.state in SHOWN_AS_SEALS:
            points.append(Point(_x(dot.days) + 12 * seen[dot.days], middle, dot.state))
            seen[dot.days] += 1
    return points


def _x(day: int) -> float:
    return LABEL_WIDTH + 14 + day * STEP


def spark(levels: Sequence[int | None]) -> dict[str, Any]:
    """The course of a level over some half-years. What could not be decided leaves a gap, for it is not a zero."""
    pace = (SPARK_WIDTH - 6) / max(1, len(levels) - 1)
    high = SPARK_HEIGHT - 6
    spots = [
        None if level is None else (3 + place * pace, 3 + high * (1 - level / HIGHEST_LEVEL))
        for place, level in enumerate(levels)
    ]
    runs: list[list[tuple[float, float]]] = [[]]
    for spot in spots:
        if spot is None:
            runs.append([])
        else:
            runs[-1].append(spot)
    return {
        "lines": [" ".join(f"{x:.1f},{y:.1f}" for x, y in run) for run in runs if len(run) > 1],
        "last": next(({"x": spot[0] - 3, "y": spot[1] - 3} for spot in reversed(spots[-1:]) if spot), None),
        "width": SPARK_WIDTH,
        "height": SPARK_HEIGHT,
    }


def share(done: int, total: int, marks: Sequence[Mark], width: int = 536) -> dict[str, Any]:
    """A bar of `done` out of `total`, with the thresholds that are near."""

    def place(count: int) -> float:
        return 0.0 if total <= 0 else width * min(count, total) / total

    now = place(done)
    return {
        "now": now,
        "anchor": "end" if now > width * 0.3 else "start",
        "marks": [
            {"x": place(mark.at), "words": mark.words, "anchor": _anchor(place(mark.at), width)} for mark in marks
        ],
        "width": width,
        "done": done,
        "total": total,
        "percent": 0 if total <= 0 else round(done * 100 / total),
    }


def _anchor(x: float, width: int) -> str:
    if x < width * 0.12:
        return "start"
    return "end" if x > width * 0.88 else "middle"


BAR, BETWEEN, BARS_HIGH = 56, 28, 120


def bars(values: Sequence[tuple[str, int | None]]) -> dict[str, Any]:
    """A bar for each step, its number above and its name below; a step without a number leaves its place empty, for it is no zero."""
    highest = max((value for _, value in values if value is not None), default=0) or 1
    floor = ABOVE + BARS_HIGH
    drawn = []
    for place, (name, value) in enumerate(values):
        left = BETWEEN / 2 + place * (BAR + BETWEEN)
        tall = BARS_HIGH * (value or 0) / highest
        drawn.append(
            {"x": left, "middle": left + BAR / 2, "y": floor - tall, "tall": tall, "name": name, "value": value}
        )
    return {
        "bars": drawn,
        "width": len(values) * (BAR + BETWEEN),
        "floor": floor,
        "foot": floor + 18,
        "height": floor + BELOW,
        "width_per": BAR,
    }


NARROW, GAP, LEAST_WIDE = 34, 12, 200


def around(values: Sequence[int]) -> dict[str, Any]:
    """As many bars before a day as after it, and the line between them; names count away from the day."""
    half, highest = len(values) // 2, max(values, default=0) or 1
    floor, step = ABOVE + BARS_HIGH + ABOVE, NARROW + GAP
    margin = max((LEAST_WIDE - len(values) * step - GAP) / 2, 0)
    drawn = []
    for place, value in enumerate(values):
        left = margin + GAP / 2 + place * step + (GAP if place >= half else 0)
        tall = BARS_HIGH * value / highest
        name = place - half if place < half else place - half + 1
        where = {"x": left, "middle": left + NARROW / 2, "y": floor - tall, "tall": tall}
        drawn.append({**where, "value": value, "name": f"{name:+d}"})
    return {
        "bars": drawn,
        "line": margin + GAP / 2 + half * step,
        "width": max(len(values) * step + GAP, LEAST_WIDE),
        "floor": floor,
        "foot": floor + 18,
        "height": floor + BELOW,
        "width_per": NARROW,
    }
