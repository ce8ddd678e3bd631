"""家族図: the family of a household as a picture, drawn from the record and never kept beside it.

`lay_out` decides where everybody stands; `draw` writes it as SVG in one of two conventions; `describe` says the same in sentences.
Everybody who may be seen appears exactly once; who is hidden leaves no gap and no line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from marugoto.people.rules.drawing import HOME, HOME_TINT, INK, PAPER, QUIET, element, rounded, sheet, stroke, words
from marugoto.people.rules.genogram_family import (
    Carer,
    Descent,
    DescentKind,
    Family,
    Feeling,
    FeelingKind,
    Figure,
    Sex,
    Union,
    UnionKind,
    family,
)
from marugoto.people.rules.genogram_fan import web
from marugoto.people.rules.genogram_feeling import End, lines
from marugoto.people.rules.genogram_home import Home, home
from marugoto.people.rules.genogram_legend import (
    LINES,
    Notation,
    arrow,
    entries,
    legend,
    letter,
    number_mark,
    shape,
    star,
    struck,
)
from marugoto.people.rules.genogram_place import HALF, carer_aside, half_width, label, place
from marugoto.people.rules.genogram_rank import ranking
from marugoto.people.rules.genogram_route import (
    Stroke,
    baselines,
    edge_above,
    route,
    words_bottom,
)
from marugoto.people.rules.genogram_say import among, describe, summary

__all__ = [
    "Carer",
    "Descent",
    "DescentKind",
    "Feeling",
    "FeelingKind",
    "Figure",
    "Genogram",
    "Notation",
    "Placed",
    "Sex",
    "Union",
    "UnionKind",
    "describe",
    "draw",
    "lay_out",
]

MARGIN = 24
_LEAST_WIDTH = 380
_NOBODY = "まだ、だれも記録されていません。"
_HEADINGS = {Notation.WELFARE: "凡例", Notation.MEDICAL: "凡例(医療の家系図)"}
_AGE_SIZE = 14


@dataclass(frozen=True)
class Placed:
    """A person with the middle of the symbol; the box holds symbol and words."""

    figure: Figure
    x: int
    y: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Genogram:
    """Whole pixels from the upper left; `strokes` name people by their place in `placed`."""

    placed: tuple[Placed, ...]
    strokes: tuple[Stroke, ...]
    home: Home | None
    width: int
    height: int
    words: str
    feelings: tuple[Feeling, ...] = ()


def lay_out(
    figures: Iterable[Figure],
    unions: Iterable[Union],
    descents: Iterable[Descent],
    feelings: Iterable[Feeling] = (),
) -> Genogram:
    """`feelings` move nobody: they are drawn over what stands."""
    known = family(figures, unions, descents)
    if not known.figures:
        return Genogram((), (), None, _LEAST_WIDTH, 2 * MARGIN, _NOBODY)
    ranks = ranking(known)
    lines = web(known, ranks.rows)
    places = place(known, ranks, lines)
    width = max(_LEAST_WIDTH, places.width + 2 * MARGIN)
    places = replace(places, x={node: at + (width - places.width) // 2 for node, at in places.x.items()})
    routed = route(known, lines, places)
    outline = home(known, places, routed.heights)
    placed = tuple(
        _placed(known, person, places.x[person], routed.heights.middle[row]) for person, row in enumerate(ranks.rows)
    )
    bottom = max([routed.heights.bottom, *(y for ring in (outline.rings if outline else ()) for _, y in ring)])
    height, seen = bottom + MARGIN // 2, among(feelings, known.figures)
    return Genogram(placed, routed.strokes, outline, width, height, summary(known), seen)


def _placed(known: Family, person: int, x: int, y: int) -> Placed:
    half = half_width(known, person)
    top = y - edge_above(known, person)
    return Placed(known.figures[person], x, y, x - half, top, x + half, y + words_bottom(known, person))


def draw(genogram: Genogram, *, notation: Notation = Notation.WELFARE, title: str = "家族図") -> str:
    """The picture with its legend. Colours are attributes, so that a stylesheet may set others by the `gg-` classes."""
    people = [_figure(one, notation) for one in genogram.placed]
    if not people:
        people = [words((genogram.width // 2, MARGIN), _NOBODY, fill=QUIET)]
    numbers = any(one.figure.number is not None for one in genogram.placed)
    felt = genogram.feelings if notation is Notation.WELFARE else ()
    explained = entries(
        notation,
        [stroke.kind for stroke in genogram.strokes],
        felt={one.kind for one in felt},
        key=any(one.figure.key_person for one in genogram.placed),
        carers={one.figure.carer for one in genogram.placed},
        home=genogram.home.word if genogram.home else "",
        numbers=numbers,
        related=any(one.related for one in genogram.strokes),
    )
    drawn, bottom = legend(_HEADINGS[notation], explained, genogram.height + 6, genogram.width, MARGIN // 2)
    return sheet(
        genogram.width,
        bottom,
        *([_home(genogram.home)] if genogram.home else []),
        element("g", *(_stroke(one, notation) for one in genogram.strokes), class_="gg-lines"),
        *([element("g", *lines(felt, _ends(genogram)), class_="gg-feelings")] if felt else []),
        *people,
        drawn,
        title=title,
        words=genogram.words,
        class_="gg gg-genogram",
    )


def _ends(genogram: Genogram) -> dict[str, End]:
    return {one.figure.key: End(one.x, one.y, one.right - one.x) for one in genogram.placed}


def _home(outline: Home) -> str:
    path = "".join(rounded(list(ring), 14) for ring in outline.rings)
    frame = {"fill": HOME_TINT, "fill_rule": "evenodd", "stroke": HOME, "stroke_width": "1.5"}
    word = words(outline.word_at, outline.word, class_="gg-home-words", fill=HOME, anchor="start")
    return element("path", class_="gg-home", d=path, **frame) + word


def _stroke(one: Stroke, notation: Notation) -> str:
    look = {"class_": f"gg-line gg-{one.kind}", **LINES[one.kind]}
    if one.related and notation is Notation.MEDICAL:
        return "".join(stroke(tuple((x + off, y + off) for x, y in one.points), **look) for off in (-2, 2))
    return stroke(one.points, **look)


def _figure(one: Placed, notation: Notation) -> str:
    figure = one.figure
    filled = figure.deceased and notation is Notation.WELFARE
    parts = [element("title", text=_tooltip(figure)), *_symbol(one, notation, filled)]
    if figure.age is not None:
        parts.append(_age(one, figure.age, filled, struck_out=figure.deceased and not filled))
    lines = label(figure)
    died = figure.deceased and figure.died_year is not None
    for number, (line, down) in enumerate(zip(lines, baselines(len(lines)), strict=True)):
        quiet = died and number == len(lines) - 1
        class_, ink, weight = ("gg-year", QUIET, "400") if quiet else ("gg-name", INK, "700")
        parts.append(words((one.x, one.y + down), line, class_=class_, fill=ink, font_weight=weight))
    if figure.number is not None:
        parts.append(number_mark((one.x + 14, one.y - 10), figure.number))
    if figure.key_person and notation is Notation.WELFARE:
        parts.append(star((one.x - 23, one.y - 19)))
    if figure.carer and notation is Notation.WELFARE:
        parts.append(letter((one.x + carer_aside(figure), one.y - 6), figure.carer))
    return element("g", *parts, class_="gg-figure", data_figure=figure.key)


def _age(one: Placed, age: int, filled: bool, *, struck_out: bool) -> str:
    look = {"class_": "gg-age gg-age-filled" if filled else "gg-age", "fill": PAPER if filled else INK}
    halo = {"stroke": PAPER, "stroke_width": "4", "paint_order": "stroke"} if struck_out else {}
    return words((one.x, one.y + 5), str(age), **look, **halo, font_size=str(_AGE_SIZE), font_weight="700")


def _symbol(one: Placed, notation: Notation, filled: bool) -> list[str]:
    figure, at = one.figure, (one.x, one.y)
    class_ = "gg-symbol gg-filled" if filled else "gg-symbol"
    parts = [shape(figure.sex, at, HALF, fill=INK if filled else PAPER, class_=class_)]
    if notation is Notation.MEDICAL:
        parts += [struck(at, 25)] if figure.deceased else []
        parts += [arrow((one.x - 20, one.y + 14))] if figure.centre else []
    elif figure.centre:
        parts.append(_inner(figure, at, filled))
    return parts


def _inner(figure: Figure, at: tuple[int, int], filled: bool) -> str:
    """The second frame of the one at the centre; on a filled symbol it is drawn in white."""
    frame = shape(figure.sex, at, HALF - 4, fill="none", class_="gg-centre", width="2")
    return frame.replace(f'stroke="{INK}"', f'stroke="{PAPER}"') if filled else frame


def _tooltip(figure: Figure) -> str:
    age = f"({figure.age}歳)" if figure.age is not None else ""
    return f"{figure.name}{age}"
