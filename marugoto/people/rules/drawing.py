"""Writes SVG as text: every value escaped, nothing styled inline, so that a page with a strict content policy may show it."""

import re
import unicodedata
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

Point = tuple[int, int]

INK, PAPER, QUIET, HOME, HOME_TINT, TENSE = "#1a1a1a", "#ffffff", "#4d4d4d", "#00428c", "#f0f9ff", "#8b3200"
FONT = "'Noto Sans JP Variable','Noto Sans JP','Noto Sans CJK JP','BIZ UDPGothic','Yu Gothic UI',Meiryo,sans-serif"
TEXT_SIZE = 13
LINE_HEIGHT = 16

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_JOINERS = {"\u200d"}


def element(name: str, *children: str, text: str | None = None, **attributes: str | int | None) -> str:
    """One element; an attribute that is None is left out, `class_` reads class, an underscore reads hyphen."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_clean(str(value)))}"
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children) if text is None else escape(_clean(text))
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def sheet(width: int, height: int, *children: str, title: str, words: str, class_: str) -> str:
    """A whole picture on white paper, with a name and a description for those who do not see it."""
    return element(
        "svg",
        element("title", text=title),
        element("desc", text=words),
        element("rect", class_="gg-paper", width=width, height=height, fill=PAPER),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        class_=class_,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        font_family=FONT,
        font_size=TEXT_SIZE,
    )


def words(
    at: Point, text: str, *, class_: str = "gg-words", fill: str = INK, anchor: str = "middle", **more: str
) -> str:
    return element("text", text=text, class_=class_, x=at[0], y=at[1], fill=fill, text_anchor=anchor, **more)


def stroke(points: Iterable[Point], *, class_: str, colour: str = INK, width: str = "1.75", **more: str | None) -> str:
    """A line through the points; dots and dashes by `stroke_dasharray`."""
    path = "M" + "L".join(f"{x} {y}" for x, y in points)
    return element("path", class_=class_, d=path, fill="none", stroke=colour, stroke_width=width, **more)


def rounded(ring: list[Point], radius: int) -> str:
    """The path data of a closed right-angled outline with its corners rounded."""
    parts: list[str] = []
    for number, corner in enumerate(ring):
        before, after = ring[number - 1], ring[(number + 1) % len(ring)]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(f"{'L' if parts else 'M'}{start[0]} {start[1]}Q{corner[0]} {corner[1]} {end[0]} {end[1]}")
    return "".join(parts) + "Z"


def _towards(corner: Point, other: Point, most: int) -> Point:
    far = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    step = min(most, far // 2)
    sign = ((other[0] > corner[0]) - (other[0] < corner[0]), (other[1] > corner[1]) - (other[1] < corner[1]))
    return corner[0] + sign[0] * step, corner[1] + sign[1] * step


def characters(text: str) -> list[str]:
    """The text cut where a reader would cut it: a variation selector or an accent stays with its letter."""
    found: list[str] = []
    for char in _clean(text):
        joined = bool(found) and (_follows(char) or found[-1][-1] in _JOINERS)
        if joined:
            found[-1] += char
        else:
            found.append(char)
    return found


def _follows(char: str) -> bool:
    return char in _JOINERS or unicodedata.combining(char) > 0 or unicodedata.category(char) in {"Mn", "Me", "Mc"}


def breadth(text: str, size: int = TEXT_SIZE) -> int:
    """About how wide the text will stand, never less: full-width letters by their square, others by two thirds of it."""
    ems = sum(100 if unicodedata.east_asian_width(one[0]) in {"W", "F", "A"} else 66 for one in characters(text))
    return -(-ems * size // 100)


def folded_lines(text: str, wide: int, most: int) -> tuple[str, ...]:
    """The text in lines no wider than `wide`, cut at a space where there is one; what exceeds `most` lines ends in …."""
    lines = [""]
    for word in _clean(text).replace("\u3000", " ").split(" "):
        joined = f"{lines[-1]} {word}".strip()
        if breadth(joined) <= wide:
            lines[-1] = joined
            continue
        lines.extend(_pieces(word, wide))
    lines = [line for line in lines if line]
    if len(lines) > most:
        last = characters(lines[most - 1])
        while last and breadth("".join(last) + "…") > wide:
            last.pop()
        lines = [*lines[: most - 1], "".join(last) + "…"]
    return tuple(lines)


def _pieces(word: str, wide: int) -> list[str]:
    """A word too long for one line in as many equal pieces as it needs."""
    letters = characters(word)
    count = max(1, -(-breadth(word) // wide))
    each = -(-len(letters) // count)
    return ["".join(letters[at : at + each]) for at in range(0, len(letters), each)]


def _clean(text: str) -> str:
    """Without the characters that XML cannot carry."""
    return _NOT_XML.sub("", text)
