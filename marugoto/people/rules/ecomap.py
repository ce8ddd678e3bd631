"""つながりの図: who is around a household, as a picture drawn from the record and never kept beside it.

Offices stand on the left, people close by and places of the community on the right; the line tells how strong the tie is, also in
grey print. `draw` writes SVG, `describe` says the same in sentences. How strong a tie is follows from what was recorded (`tie_of`): a
proposal of Marugoto, printed with every picture; the field has no common measure. With people close by it is as the household says,
and is counted only where nobody said it; between them no arrow is drawn, since nobody wrote who helps whom.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from math import hypot

from marugoto.people.rules.drawing import (
    INK,
    PAPER,
    QUIET,
    TENSE,
    Point,
    breadth,
    element,
    folded_lines,
    sheet,
    stroke,
    words,
)
from marugoto.people.rules.genogram_legend import Entry, legend

DAYS = 90  # how far back it is counted
OFTEN = 3
AS_SAID = "身近な人の線は、本人や家族の言うとおり。聞いていなければ、同じ数えかた(まるごとの案)"
STRENGTHS = f"太い線＝この{DAYS}日に{OFTEN}回以上、細い線＝1〜2回、点線＝0回(まるごとの案)"

WIDTH, MARGIN, GAP = 760, 24, 14
BOX, TEXT, LINE, PAD = 236, 212, 16, 10
HEAD, APART = 26, 22
RADIUS, LEAST_HEIGHT = 66, 220
WAVE, SWING = 8, 5


class Side(StrEnum):
    OFFICE = "office"
    PERSON = "person"  # 身近な人: neighbours, friends, relatives who live elsewhere
    PLACE = "place"


class Tie(StrEnum):
    """How it stands between the household and those around it."""

    STRONG = "strong"
    ORDINARY = "ordinary"
    WEAK = "weak"
    TENSE = "tense"
    PLANNED = "planned"


COLUMNS = ((Side.OFFICE,), (Side.PERSON, Side.PLACE))
HEADINGS = {Side.OFFICE: "役所・事業所", Side.PERSON: "身近な人", Side.PLACE: "地域の場"}
NOBODY = {Side.OFFICE: "まだ、だれもいません", Side.PERSON: "まだ、聞いていません", Side.PLACE: "まだ、ありません"}
SAID = {
    Tie.STRONG: "つながりが強い",
    Tie.ORDINARY: "つながりがある",
    Tie.WEAK: "つながりが弱い",
    Tie.TENSE: "困っている・つらい",
    Tie.PLANNED: "これから",
}
LINES: dict[Tie, dict[str, str]] = {
    Tie.STRONG: {"width": "5"},
    Tie.ORDINARY: {"width": "1.75"},
    Tie.WEAK: {"width": "1.75", "stroke_dasharray": "2 5"},
    Tie.TENSE: {"width": "2", "colour": TENSE},
    Tie.PLANNED: {"width": "1.75", "stroke_dasharray": "9 5"},
}
HELPING = frozenset({Tie.STRONG, Tie.ORDINARY})  # only what was done has a direction


@dataclass(frozen=True)
class Around:
    """One box. `own`: the viewer's own team, drawn with a heavy edge; what is only planned has a dashed one."""

    name: str
    side: Side
    tie: Tie
    notes: tuple[str, ...] = ()
    own: bool = False


def tie_of(met: int, *, stuck: bool = False, planned: bool = False) -> Tie:
    """From what was recorded of the last `DAYS` days: `met` counts meetings and talks, `stuck` an open call for help or a visit that
    was hard, `planned` that nothing has begun yet."""
    if stuck:
        return Tie.TENSE
    if planned and not met:
        return Tie.PLANNED
    if met >= OFTEN:
        return Tie.STRONG
    return Tie.ORDINARY if met else Tie.WEAK


def describe(centre: str, around: Iterable[Around]) -> list[str]:
    """The picture in sentences, the offices first."""
    found = _in_order(around)
    if not found:
        return [f"{centre}のまわりには、まだだれも書かれていません。"]
    return [
        f"{one.name}{'(あなたの係)' if one.own else ''}: {SAID[one.tie]}。{'。'.join(one.notes)}{'。' if one.notes else ''}"
        for one in found
    ]


def draw(centre: str, around: Iterable[Around], *, title: str) -> str:
    """The picture; every word in it is escaped."""
    found = _in_order(around)
    columns = [[(side, [_Box(one) for one in found if one.side is side]) for side in sides] for sides in COLUMNS]
    inner = max(LEAST_HEIGHT, *(_column_height(column) for column in columns))
    middle = (WIDTH // 2, MARGIN + inner // 2)
    parts = [_drawn(column, MARGIN + (inner - _column_height(column)) // 2, middle) for column in columns]
    lines, boxes = ("".join(part) for part in zip(*parts, strict=True))
    said = " ".join(describe(centre, found))
    explained, bottom = _explained(found, MARGIN + inner + MARGIN)
    drawing = (lines, boxes, _centre(centre, middle), explained)
    return sheet(WIDTH, bottom + MARGIN, *drawing, title=title, words=said, class_="genogram ecomap")


def _drawn(column: "Column", y: int, middle: Point) -> tuple[str, str]:
    """From `y` downwards: the lines, which lie under everything, and the boxes with their headings."""
    lines = boxes = ""
    for side, several in column:
        left = _left(side)
        boxes += _heading(side, y)
        if not several:
            boxes += words((left + BOX // 2, y + HEAD + LINE), NOBODY[side], class_="gg-legend-head", fill=QUIET)
        y += HEAD
        for box in several:
            inside = left + (BOX if side is Side.OFFICE else 0)
            lines += _tie(box.who, (inside, y + box.height // 2), middle)
            boxes += box.drawn((left, y))
            y += box.height + GAP
        y += APART - GAP if several else HEAD + APART
    return lines, boxes


def _explained(found: Sequence[Around], top: int) -> tuple[str, int]:
    """What the lines mean, and by which rule they are drawn."""
    drawn, bottom = _legend(found, top)
    for rule in [STRENGTHS, *([AS_SAID] if any(one.side is Side.PERSON for one in found) else [])]:
        drawn += words((MARGIN, bottom + 14), rule, class_="gg-legend-words", fill=QUIET, anchor="start")
        bottom += LINE
    return drawn, bottom


def _in_order(around: Iterable[Around]) -> list[Around]:
    """Own team first, then the strongest ties; the same record gives the same picture in whatever order it is told."""
    ties = list(Tie)
    return sorted(around, key=lambda one: (one.side, not one.own, ties.index(one.tie), one.name, one.notes))


class _Box:
    """The lines of one box and how high it is."""

    def __init__(self, who: Around) -> None:
        self.who = who
        self.name = folded_lines(who.name, TEXT, 2)
        self.notes = tuple(line for note in who.notes for line in folded_lines(note, TEXT, 2))
        self.height = (len(self.name) + len(self.notes)) * LINE + 2 * PAD

    def drawn(self, at: Point) -> str:
        x, y = at
        kind, edge = "eco-box", {"stroke_width": "3" if self.who.own else "1.25"}
        if self.who.own:
            kind += " eco-box--own"
        if self.who.tie is Tie.PLANNED:
            kind, edge["stroke_dasharray"] = f"{kind} eco-box--candidate", "6 4"
        frame = element(
            "rect", class_=kind, x=x, y=y, width=BOX, height=self.height, rx=6, fill=PAPER, stroke=INK, **edge
        )
        baseline = y + PAD + LINE - 4
        lines = [
            words((x + 12, baseline + number * LINE), line, anchor="start", font_weight="700")
            for number, line in enumerate(self.name)
        ]
        below = baseline + len(self.name) * LINE
        lines += [
            words((x + 12, below + number * LINE), line, anchor="start", fill=QUIET)
            for number, line in enumerate(self.notes)
        ]
        return element("g", frame, *lines, class_="eco-around")


def _height(boxes: Sequence[_Box]) -> int:
    return sum(box.height for box in boxes) + GAP * max(0, len(boxes) - 1)


Column = Sequence[tuple[Side, Sequence[_Box]]]


def _column_height(column: Column) -> int:
    return sum(HEAD + (_height(boxes) if boxes else HEAD) for _side, boxes in column) + APART * (len(column) - 1)


def _left(side: Side) -> int:
    return MARGIN if side is Side.OFFICE else WIDTH - MARGIN - BOX


def _heading(side: Side, top: int) -> str:
    at = (_left(side) + BOX // 2, top + LINE - 2)
    return words(at, HEADINGS[side], class_="gg-legend-head", fill=QUIET, font_weight="700")


def _centre(name: str, middle: Point) -> str:
    x, y = middle
    ring = element("circle", class_="eco-centre", cx=x, cy=y, r=RADIUS, fill=PAPER, stroke=INK, stroke_width="2")
    lines = folded_lines(name, 2 * RADIUS - 24, 3)
    first = y + 5 - (len(lines) - 1) * LINE // 2
    return ring + "".join(
        words((x, first + number * LINE), line, font_weight="700") for number, line in enumerate(lines)
    )


def _helps(one: Around) -> bool:
    return one.tie in HELPING and one.side is not Side.PERSON


def _tie(who: Around, box: Point, middle: Point) -> str:
    """From the box to the edge of the circle; where help is given, with an arrow that points to whom it is given."""
    far = hypot(middle[0] - box[0], middle[1] - box[1])
    along = ((middle[0] - box[0]) / far, (middle[1] - box[1]) / far)
    reach = RADIUS + (8 if _helps(who) else 1)
    end = (round(middle[0] - along[0] * reach), round(middle[1] - along[1] * reach))
    line = _line(who.tie, box, end)
    return line + _head(end, along) if _helps(who) else line


def _line(tie: Tie, start: Point, end: Point) -> str:
    points = _zigzag(start, end) if tie is Tie.TENSE else (start, end)
    return stroke(points, class_=f"eco-tie eco-tie--{tie}", **LINES[tie])


def _zigzag(start: Point, end: Point) -> list[Point]:
    far = hypot(end[0] - start[0], end[1] - start[1])
    if far < 2 * WAVE:
        return [start, end]
    steps = round(far / WAVE)
    ahead = ((end[0] - start[0]) / steps, (end[1] - start[1]) / steps)
    across = (-(end[1] - start[1]) / far, (end[0] - start[0]) / far)
    turns = [start]
    for step in range(1, steps):
        swing = SWING if step % 2 else -SWING
        turns.append(
            (
                round(start[0] + ahead[0] * step + across[0] * swing),
                round(start[1] + ahead[1] * step + across[1] * swing),
            )
        )
    return [*turns, end]


def _head(end: Point, along: tuple[float, float]) -> str:
    tip = (end[0] + along[0] * 7, end[1] + along[1] * 7)
    sides = [(tip[0] - along[0] * 12 - along[1] * off, tip[1] - along[1] * 12 + along[0] * off) for off in (-6, 6)]
    path = "M" + "L".join(f"{round(x)} {round(y)}" for x, y in (sides[0], tip, sides[1])) + "Z"
    return element("path", class_="eco-arrow", d=path, fill=INK)


def _legend(around: Sequence[Around], top: int) -> tuple[str, int]:
    ties = {one.tie for one in around}
    found = [Entry(_sample(tie), SAID[tie], 46) for tie in Tie if tie in ties]
    if any(_helps(one) for one in around):
        found.append(Entry(partial(_head_sample), "矢印は助けの向き", 26))
    if any(one.own for one in around):
        found.append(Entry(_own_sample, "あなたの係", 32))
    return legend("凡例", found, top, WIDTH, MARGIN)


def _sample(tie: Tie) -> Callable[[Point], str]:
    return lambda at: _line(tie, at, (at[0] + 38, at[1]))


def _head_sample(at: Point) -> str:
    return _head((at[0] + 10, at[1]), (1.0, 0.0))


def _own_sample(at: Point) -> str:
    frame = {"fill": PAPER, "stroke": INK, "stroke_width": "3"}
    return element("rect", class_="eco-box eco-box--own", x=at[0], y=at[1] - 8, width=24, height=16, rx=4, **frame)


def widest(around: Iterable[Around]) -> int:
    """The widest line that stands in a box, in pixels; never more than the box holds."""
    return max((breadth(line) for one in around for line in (*_Box(one).name, *_Box(one).notes)), default=0)
