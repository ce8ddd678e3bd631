"""Places written out in a published layout, so that they can be brought in again and nothing the layout can carry is lost.

A spreadsheet must not calculate what somebody wrote, so such a cell begins with a sign that our reader takes off again. A character
the encoding does not have is named with its place; nothing is ever put in its stead.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from marugoto.exchange.formats import Layout
from marugoto.exchange.formats.layout import header_key
from marugoto.exchange.rules.hours import write_hours
from marugoto.exchange.rules.span import write_span
from marugoto.exchange.rules.upload import CODEC, Encoding
from marugoto.kernel.decision import Refused

WRITTEN_AS = (Encoding.UTF_8_BOM, Encoding.CP932)
CALCULATED = re.compile(r"[\s\u3000]*'*[=+@＝＋＠\-－\t\r]")
PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
OF_THE_ADDRESS = ("prefecture", "city", "town", "street")
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Issuer:
    """The municipality that writes."""

    code: str
    city: str
    prefecture: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row to be. `values`: what the place says, by field of an import. `source`: the cells of the row it came from, by header, as far
    as they may be told; `written`: what that import wrote, by which a cell of the source is still true."""

    ref: str
    values: Mapping[str, str]
    source_id: str = ""
    source: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)


def rows_of(layout: Layout, columns: Sequence[str], lines: Iterable[Line], issuer: Issuer) -> Iterator[list[str]]:
    """The heading, then one row for each."""
    yield list(columns)
    fields = [(column, layout.by_header[header_key(column)].field) for column in columns]
    for line in lines:
        writer = _Writer(layout, line, issuer)
        yield [writer.cell(column, name) for column, name in fields]


def write(rows: Iterable[Sequence[str]], encoding: Encoding) -> bytes:
    """Raises `Refused` naming each character that this encoding does not have, and where it stands."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\r\n")
    missing: list[tuple[str, str, str]] = []
    heading: Sequence[str] = ()
    for row in rows:
        heading = heading or row
        if encoding is Encoding.CP932:
            missing += _missing(heading, row)
        table.writerow([guarded(cell) for cell in row])
    if missing:
        raise _not_in_cp932(missing)
    begin = b"\xef\xbb\xbf" if encoding is Encoding.UTF_8_BOM else b""
    return begin + stream.getvalue().encode(CODEC[encoding])


def guarded(cell: str) -> str:
    """A cell that a spreadsheet would calculate begins with the sign that stops it; a plain number is left a number."""
    return f"'{cell}" if CALCULATED.match(cell) and not PLAIN_NUMBER.fullmatch(cell) else cell


class _Writer:
    """The cells of one row."""

    def __init__(self, layout: Layout, line: Line, issuer: Issuer) -> None:
        self.layout, self.line, self.issuer = layout, line, issuer
        self.source = {header_key(header): cell for header, cell in line.source.items()}
        self.opens, self.closes = write_hours(line.values.get("hours", ""))
        self.begins, self.ends = write_span(line.values.get("days", ""))

    def cell(self, column: str, name: str) -> str:
        apart = {
            "": self._source(column),
            "source_id": self.line.source_id or self.line.ref,
            "municipality": self.issuer.code,
            "body_name": f"{self.issuer.prefecture}{self.issuer.city}",
            "body_prefecture": self.issuer.prefecture,
            "body_city": self.issuer.city,
            "opens": self.opens,
            "closes": self.closes,
            "begins": self.begins,
            "ends": self.ends,
        }
        if name in apart:
            return apart[name]
        if name in OF_THE_ADDRESS:
            return self._source(column) if self._untouched("address") else ""
        if name == "kind_text" and self.layout.row_per_service:
            return self._service(column)
        return self.line.values.get(name, "")

    def _service(self, column: str) -> str:
        """Of an office with several services, each row keeps its own; an office written by hand says them in one row."""
        own = self._source(column)
        return own if own and self._untouched("services") else self.line.values.get("services", "")

    def _source(self, column: str) -> str:
        """Under whichever of its names the column stood in the file."""
        names = (column, *self.layout.by_header[header_key(column)].names)
        return next((self.source[key] for name in names if (key := header_key(name)) in self.source), "")

    def _untouched(self, name: str) -> bool:
        return self.line.values.get(name, "") == self.line.written.get(name, "")


def _missing(heading: Sequence[str], row: Sequence[str]) -> list[tuple[str, str, str]]:
    """Character, column, and by which name the row is known."""
    if _in_cp932("".join(row)):
        return []
    cells = list(zip(heading, row, strict=True))
    name = next((cell for column, cell in cells if _names(column)), "")
    return [(char, column, name) for column, cell in cells for char in dict.fromkeys(cell) if not _in_cp932(char)]


def _names(column: str) -> bool:
    return column in {"名称", "イベント名", "介護サービス事業所名称", "タイトル（制度名）", "種別"}


def _in_cp932(text: str) -> bool:
    """Back and forth: 〜 and − would go out and come back as other signs."""
    try:
        return text.encode("cp932").decode("cp932") == text
    except UnicodeEncodeError:
        return False


def _not_in_cp932(missing: Sequence[tuple[str, str, str]]) -> Refused:
    said = "、".join(f"「{char}」（{name}の{column}）" for char, column, name in missing[:MOST_NAMED])
    more = f"ほか{len(missing) - MOST_NAMED}文字" if len(missing) > MOST_NAMED else ""
    return Refused(f"シフトJISにない文字があります：{said}{more}。", "UTF-8（BOM付き）で書き出してください。")
