"""The explanation printed with every picture: two conventions give the same mark different meanings, so none goes without it."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import partial
from math import cos, pi, sin
from typing import NamedTuple

from marugoto.people.rules.drawing import HOME, HOME_TINT, INK, PAPER, QUIET, Point, breadth, element, stroke, words
from marugoto.people.rules.genogram_family import Carer, FeelingKind, Sex
from marugoto.people.rules.genogram_feeling import TEXTS as FEELINGS
from marugoto.people.rules.genogram_feeling import sample
from marugoto.people.rules.genogram_route import StrokeKind

ROW, _SYMBOL, _LINE, _GAP = 22, 22, 30, 16


class Notation(StrEnum):
    WELFARE = "welfare"
    MEDICAL = "medical"


class Entry(NamedTuple):
    sample: Callable[[Point], str]  # drawn to the right of, and at the height of, a point
    text: str
    wide: int = _LINE


def shape(sex: Sex, at: Point, half: int, *, fill: str = PAPER, class_: str = "gg-symbol", width: str = "2") -> str:
    """□, ○ or ◇ around a point; circle and diamond a little larger, so that all three look the same size."""
    x, y = at
    frame = {"class_": class_, "fill": fill, "stroke": INK, "stroke_width": width}
    if sex is Sex.MAN:
        return element("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, **frame)
    if sex is Sex.WOMAN:
        return element("circle", cx=x, cy=y, r=half + 1, **frame)
    reach = half + 4
    path = f"M{x} {y - reach}L{x + reach} {y}L{x} {y + reach}L{x - reach} {y}Z"
    return element("path", d=path, **frame)


LINES: dict[StrokeKind, dict[str, str]] = {
    StrokeKind.MARRIED: {},
    StrokeKind.UNREGISTERED: {"stroke_dasharray": "2 4"},
    StrokeKind.PARENTS: {"width": "1"},
    StrokeKind.BIRTH: {},
    StrokeKind.ADOPTED: {"stroke_dasharray": "7 4"},
    StrokeKind.FOSTER: {"stroke_dasharray": "1 5", "stroke_linecap": "round", "width": "2.5"},
    StrokeKind.DIVORCED: {},
    StrokeKind.SEPARATED: {},
}
_TEXTS = {
    StrokeKind.MARRIED: "結婚",
    StrokeKind.UNREGISTERED: "事実婚",
    StrokeKind.PARENTS: "父母(結婚の記録なし)",
    StrokeKind.DIVORCED: "離婚",
    StrokeKind.SEPARATED: "別居",
    StrokeKind.ADOPTED: "養子",
    StrokeKind.FOSTER: "里子",
}


_CARERS = {Carer.MAIN: ("主", "主に介護する人"), Carer.SECOND: ("副", "介護を手伝う人")}


def entries(
    notation: Notation,
    used: Iterable[StrokeKind],
    *,
    home: str,
    numbers: bool,
    related: bool,
    felt: Iterable[FeelingKind] = (),
    key: bool = False,
    carers: Iterable[Carer | None] = (),
) -> list[Entry]:
    """The symbols always; of the lines and marks those that the picture shows."""
    seen = set(used)
    found = _symbols(notation)
    found += [Entry(_line_sample(kind), text) for kind, text in _TEXTS.items() if kind in seen]
    if key and notation is Notation.WELFARE:
        found.append(Entry(_star_sample, "キーパーソン", _SYMBOL))
    if notation is Notation.WELFARE:
        found += [
            Entry(partial(_letter_sample, one), text, _SYMBOL - 4)
            for one, (_, text) in _CARERS.items()
            if one in set(carers)
        ]
    found += [
        Entry(partial(_feeling_sample, kind), text, _LINE + 8) for kind, text in FEELINGS.items() if kind in set(felt)
    ]
    if related and notation is Notation.MEDICAL:
        found.append(Entry(_double_sample, "血縁どうしの結婚"))
    if home:
        found.append(Entry(_home_sample, f"青い囲み {home}"))
    if numbers:
        found.append(Entry(_number_sample, "必要の番号", _LINE - 4))
    return found


def _symbols(notation: Notation) -> list[Entry]:
    texts = {Sex.MAN: "男", Sex.WOMAN: "女", Sex.UNSTATED: "性別を聞いていない"}
    found = [
        Entry(partial(_small, sex), text, _SYMBOL + (4 if sex is Sex.UNSTATED else 0)) for sex, text in texts.items()
    ]
    if notation is Notation.MEDICAL:
        return [*found, Entry(_pointed, "中心の人"), Entry(_crossed, "亡くなった人", _SYMBOL + 4)]
    return [*found, Entry(_framed, "中心の人", _SYMBOL), Entry(_filled, "亡くなった人", _SYMBOL)]


def _small(sex: Sex, at: Point) -> str:
    return shape(sex, (at[0] + (11 if sex is Sex.UNSTATED else 8), at[1]), 7)


def _filled(at: Point) -> str:
    return shape(Sex.MAN, (at[0] + 8, at[1]), 7, fill=INK, class_="gg-symbol gg-filled")


def _framed(at: Point) -> str:
    middle = (at[0] + 8, at[1])
    return shape(Sex.MAN, middle, 8) + shape(Sex.MAN, middle, 4, width="1.5")


def _crossed(at: Point) -> str:
    middle = (at[0] + 10, at[1])
    return shape(Sex.MAN, middle, 7) + struck(middle, 10)


def _pointed(at: Point) -> str:
    return shape(Sex.MAN, (at[0] + 18, at[1] - 1), 7) + arrow((at[0] + 10, at[1] + 3), 8)


def arrow(tip: Point, length: int = 11) -> str:
    """The arrow of the medical convention, coming from below on the left."""
    x, y = tip
    path = f"M{x - length} {y + length}L{x} {y}M{x - 6} {y}L{x} {y}L{x} {y + 6}"
    return element("path", class_="gg-arrow", d=path, fill="none", stroke=INK, stroke_width="2")


def struck(at: Point, reach: int) -> str:
    x, y = at
    return stroke(((x - reach, y + reach), (x + reach, y - reach)), class_="gg-struck", width="2")


def star(at: Point, reach: int = 9) -> str:
    """☆ around a point, beside the symbol: in its place it would hide whether it is a man or a woman."""
    turns = [(reach if turn % 2 == 0 else reach * 0.42, pi * (turn / 5 - 0.5)) for turn in range(10)]
    path = "L".join(
        f"{round(at[0] + far * cos(angle), 1)} {round(at[1] + far * sin(angle), 1)}" for far, angle in turns
    )
    return element("path", class_="gg-symbol gg-star", d=f"M{path}Z", fill=PAPER, stroke=INK, stroke_width="1.5")


def letter(at: Point, carer: Carer) -> str:
    """主 or 副 of who cares, as the legend on the form 利用者基本情報 has it (read in a public rendition of the form, not in the
    notice itself); `at` is the middle of its foot."""
    return words(at, _CARERS[carer][0], class_="gg-words gg-carer", font_size="12", font_weight="700")


def number_mark(at: Point, number: int) -> str:
    """A filled square with a number; `at` is its lower left corner."""
    wide = 18 if number < 10 else 26
    x, y = at
    box = element(
        "rect", class_="gg-number", x=x, y=y - 18, width=wide, height=18, rx=3, fill=INK, stroke=PAPER, stroke_width=1
    )
    return box + words((x + wide // 2, y - 4), str(number), class_="gg-number-words", fill=PAPER, font_weight="700")


def _line_sample(kind: StrokeKind) -> Callable[[Point], str]:
    slashes = {StrokeKind.DIVORCED: (-3, 3), StrokeKind.SEPARATED: (0,)}.get(kind, ())

    def sample(at: Point) -> str:
        x, y = at
        line = stroke(((x, y), (x + _LINE - 6, y)), class_=f"gg-line gg-{kind}", **LINES[kind])
        middle = x + (_LINE - 6) // 2
        return line + "".join(
            stroke(((middle + off - 3, y + 7), (middle + off + 3, y - 7)), class_="gg-line") for off in slashes
        )

    return sample


def _double_sample(at: Point) -> str:
    x, y = at
    return "".join(stroke(((x, y + off), (x + _LINE - 6, y + off)), class_="gg-line") for off in (-2, 2))


def _star_sample(at: Point) -> str:
    return star((at[0] + 9, at[1]), 8)


def _letter_sample(carer: Carer, at: Point) -> str:
    return letter((at[0] + 6, at[1] + 4), carer)


def _feeling_sample(kind: FeelingKind, at: Point) -> str:
    return sample(kind, at, _LINE)


def _home_sample(at: Point) -> str:
    frame = {"fill": HOME_TINT, "stroke": HOME, "stroke_width": "1.5"}
    return element("rect", class_="gg-home", x=at[0], y=at[1] - 8, width=24, height=16, rx=5, **frame)


def _number_sample(at: Point) -> str:
    return number_mark((at[0], at[1] + 9), 1)


def legend(heading: str, found: Sequence[Entry], top: int, width: int, margin: int) -> tuple[str, int]:
    """The drawn explanation, wrapped to the width, and where it ends."""
    parts = [words((margin, top + 14), heading, class_="gg-legend-head", fill=QUIET, anchor="start")]
    x, y = margin + breadth(heading) + _GAP, top + 10
    for entry in found:
        wide = entry.wide + breadth(entry.text)
        if x + wide > width - margin and x > margin:
            x, y = margin, y + ROW
        parts.append(entry.sample((x, y)))
        parts.append(words((x + entry.wide, y + 4), entry.text, class_="gg-legend-words", anchor="start"))
        x += wide + _GAP
    return element("g", *parts, class_="gg-legend"), y + ROW
