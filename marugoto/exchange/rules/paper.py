"""A paper as both makers take it: a title, and below it headings, paragraphs, lists and tables, in plain words."""

from dataclasses import dataclass, field


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
class Points:
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """The first row is the heading; `widths` are shares of the page."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class NewPage:
    pass


Block = Heading | Paragraph | Points | Grid | NewPage


@dataclass(frozen=True)
class Paper:
    """`stamp` stands at the foot of every page: how it is to be handled, who made it and when."""

    title: str
    stamp: str
    blocks: list[Block] = field(default_factory=list)
