"""What a layout is: its columns under every name they go by, what it cannot do without, and how its kinds are said.

Two files of one standard differ in brackets, underscores and order of columns, so a header is compared by `header_key`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from marugoto.community.codes import PlaceKind

CURRENT_DATA_SET, OLD_DATA_SET = "自治体標準オープンデータセット", "推奨データセット"
BETWEEN_WORDS = re.compile(r"[\s_＿\-・、,\"'“”]+")


def header_key(header: str) -> str:
    """Width, case, spaces and the signs between words do not count: 建物名等（方書） is 建物名等(方書)."""
    return BETWEEN_WORDS.sub("", unicodedata.normalize("NFKC", header).casefold())


@dataclass(frozen=True)
class Column:
    """A column we know: `field` is what it becomes ("" = kept as in the source, not used), `names` the usual one first."""

    field: str
    names: tuple[str, ...]


def column(field: str, *names: str) -> Column:
    return Column(field, names)


def heading(joined: str) -> tuple[str, ...]:
    """The columns of a published heading, in its order."""
    return tuple(joined.split("|"))


def unused(*names: str) -> tuple[Column, ...]:
    """Columns of the standard that we keep with the source but do not read."""
    return tuple(Column("", (name,)) for name in names)


@dataclass(frozen=True)
class Layout:
    """`needs`: at least one field of every group must have a column. `marks`: one of these headers tells it from others.

    `kinds`: words searched in the kind column, the first hit wins; the words themselves are kept beside.
    `row_per_service`: one office may fill several rows. `named_by`: what stands for the name where the layout has none.
    `headings`: generation and columns, as they are written out, the newest first; what no column of ours reads is kept with the source.
    """

    code: str
    name: str
    columns: tuple[Column, ...]
    needs: tuple[tuple[str, ...], ...]
    kinds: tuple[tuple[str, PlaceKind], ...]
    marks: tuple[str, ...] = ()
    default_kind: PlaceKind = PlaceKind.OTHER
    row_per_service: bool = False
    headings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    named_by: tuple[str, ...] = ()
    by_header: Mapping[str, Column] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        written = {header_key(name): Column("", (name,)) for _, names in self.headings for name in names}
        keys = written | {header_key(name): column for column in self.columns for name in column.names}
        object.__setattr__(self, "by_header", keys)

    @property
    def headers(self) -> list[str]:
        """The columns we read, each under its usual name."""
        return [column.names[0] for column in self.columns if column.field]

    @property
    def needed(self) -> list[list[str]]:
        """Of every group one column must be there, each under its usual name."""
        usual = {column.field: column.names[0] for column in self.columns if column.field}
        return [[usual[field] for field in group if field in usual] for group in self.needs]

    def knows(self, headers: Iterable[str]) -> int:
        """How many of these headers are columns of this layout."""
        return sum(header_key(header) in self.by_header for header in headers)

    def lacks(self, headers: Iterable[str]) -> tuple[str, ...]:
        """The usual names of the columns it cannot do without and did not get."""
        present = {self.by_header[key].field for header in headers if (key := header_key(header)) in self.by_header}
        return tuple(self.usual_name(group[0]) for group in self.needs if not present & set(group))

    def marked(self, headers: Iterable[str]) -> bool:
        return not self.marks or bool(self.marks_in(headers))

    def marks_in(self, headers: Iterable[str]) -> tuple[str, ...]:
        """The columns by which this layout was told from the others."""
        keys = {header_key(header) for header in headers}
        return tuple(mark for mark in self.marks if header_key(mark) in keys)

    def generation_of(self, headers: Iterable[str]) -> str:
        """Which of its headings this one is nearest to; "" for a layout without any."""
        keys = {header_key(header) for header in headers}
        common = {name: len(keys & {header_key(one) for one in columns}) for name, columns in self.headings}
        return max(common, key=lambda name: common[name], default="")

    def heading_of(self, generation: str) -> tuple[str, ...]:
        """The columns as they are written out; the newest when the generation is not named."""
        return dict(self.headings).get(generation) or self.headings[0][1]

    def usual_name(self, field: str) -> str:
        return next(column.names[0] for column in self.columns if column.field == field)

    def kind_of(self, words: str, name: str) -> PlaceKind:
        """The kind said in words, or by the name where none is said; `default_kind` when none of ours is in it."""
        folded = unicodedata.normalize("NFKC", words or name)
        return next((kind for word, kind in self.kinds if word in folded), self.default_kind)
