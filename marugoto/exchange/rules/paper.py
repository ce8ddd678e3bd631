"""A paper as both makers take it: a title, and below it headings, paragraphs, lists, tables and figures, in plain words."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Union


class Size(StrEnum):
    """How large the words are: of ordinary papers, of one that has to hold a half-year on one page, of one read at arm's length."""

    PLAIN = "plain"
    CLOSE = "close"
    LARGE = "large"


@dataclass(frozen=True)
class Heading:
    words: str
    level: int = 1  # 1 to 3


@dataclass(frozen=True)
class Paragraph:
    """Several lines stay several lines."""

    words: str
    bold: bool = False


@dataclass(frozen=True)
class Lead:
    """The one sentence that has to be read if nothing else is."""

    words: str


@dataclass(frozen=True)
class Note:
    """Small print: what a number means and what it does not say."""

    words: str


@dataclass(frozen=True)
class Points:
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """One figure to be seen from afar, what it is, and what has to be read with it."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Cards:
    rows: tuple[Card, ...]


@dataclass(frozen=True)
class Grid:
    """The first row is the heading; `widths` are shares of the page; `numbers`: the columns that stand to the right; `total`: the last
    row is the sum."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    numbers: tuple[int, ...] = ()
    total: bool = False


@dataclass(frozen=True)
class Beside:
    """Two parts of the paper side by side."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]


@dataclass(frozen=True)
class NewPage:
    pass


Block = Union[Heading, Paragraph, Lead, Note, Points, Cards, Grid, Beside, NewPage]  # noqa: UP007 — Beside holds blocks itself


@dataclass(frozen=True)
class Paper:
    """`stamp` stands at the foot of every page: how it is to be handled, who made it and when. `label`: what kind of paper it is, framed
    under the title."""

    title: str
    stamp: str
    blocks: list[Block] = field(default_factory=list)
    label: str = ""
    size: Size = Size.PLAIN
