"""Text becomes records of cells, lazily; a broken table is refused whole, with line and column.

Python's own reader swallows an unclosed quote up to the end of the file and cannot say where it began; a clerk has to
find that place, so we cut the cells ourselves. A cell is text and stays text: 03 is never 3, and =1+1 is four characters.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from marugoto.kernel.decision import Refused

MOST_COLUMNS = 256
MOST_ROWS = 100_000
LONGEST_CELL = 32_767  # what one cell of a spreadsheet can hold
SEPARATORS = (",", "\t", ";")

LINE_BREAK = re.compile(r"\r\n|\r|\n")
QUOTED = r'"([^"]*+(?:""[^"]*+)*+)"'
BARE = r"([^{sep}\r\n]*+)"
END = r"({sep}|\r\n|\r|\n|\Z)"


@dataclass(frozen=True, slots=True)
class Record:
    """One row as it stands: `line` is where it begins, counted as an editor counts; cells use one kind of line break.

    `remarks`: column (-1 for the whole row) and what the reader of it did there; `troubles`: why a cell cannot be trusted.
    """

    line: int
    cells: tuple[str, ...]
    remarks: tuple[tuple[int, str], ...] = ()
    troubles: tuple[tuple[int, str], ...] = ()

    @property
    def blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def separator_of(text: str) -> str:
    """The sign that parts the cells: whichever of comma, tab and semicolon the first line with any has most."""
    for line in text[:100_000].splitlines():
        found = max(SEPARATORS, key=line.count)
        if found in line:
            return found
    return ","


def records(text: str, separator: str = ",") -> Iterator[Record]:
    """Every record in order, blank ones too; raises `Refused` at the first place where the table is broken."""
    cut = _Cutter(text, separator)
    while not cut.at_end:
        yield cut.record()


class _Cutter:
    """Walks once over the text; memory is one record at a time."""

    def __init__(self, text: str, separator: str) -> None:
        sep = re.escape(separator)
        self.text, self.separator = text, separator
        self.quoted = re.compile(QUOTED + END.format(sep=sep))
        one = rf'(?:"[^"]*+(?:""[^"]*+)*+"|[^{sep}"]*+)'
        self.whole = re.compile(rf"{one}(?:{sep}{one})*+")
        self.bare = re.compile(BARE.format(sep=sep) + END.format(sep=sep))
        self.at = 0
        self.line = 1
        self.rows = 0

    @property
    def at_end(self) -> bool:
        return self.at >= len(self.text)

    def record(self) -> Record:
        self._one_more_row()
        line = self.line
        plain = self._plain_line()
        if plain is not None:
            return Record(line, plain)
        cells: list[str] = []
        end: str | None = None
        while end is None or (end not in ("", "\r\n", "\r", "\n")):
            if len(cells) >= MOST_COLUMNS:
                raise Refused(
                    f"{self.line}行目の列が多すぎます。{MOST_COLUMNS}列まで読めます。",
                    "区切りの文字を確かめてください。",
                )
            cell, end = self._cell(len(cells) + 1)
            cells.append(cell)
        self.line += 1
        return Record(line, tuple(cells))

    def _plain_line(self) -> tuple[str, ...] | None:
        """A line whose quotation marks all stand where they should needs no care; anything else is left to the careful way."""
        found = LINE_BREAK.search(self.text, self.at)
        end = found.start() if found else len(self.text)
        line = self.text[self.at : end]
        if len(line) > LONGEST_CELL or not self.whole.fullmatch(line):
            return None
        cells = next(csv.reader([line], delimiter=self.separator), [""]) if '"' in line else line.split(self.separator)
        if len(cells) > MOST_COLUMNS:
            return None
        self.at = found.end() if found else end
        self.line += 1
        return tuple(cells)

    def _one_more_row(self) -> None:
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise Refused(
                f"行が多すぎます。{MOST_ROWS:,}行まで読めます。",
                "行を分けて、いくつかのファイルに保存し直してください。",
            )

    def _cell(self, column: int) -> tuple[str, str]:
        """The next cell and what ended it: the separator, a line break, or nothing at the end of the file."""
        quoted = self.text.startswith('"', self.at)
        found = (self.quoted if quoted else self.bare).match(self.text, self.at)
        if found is None:
            raise self._broken_quote(column)
        self._refuse_long(found, column)
        self.at = found.end()
        cell, end = found.group(1), found.group(2)
        if not quoted:
            return cell, end
        cell, breaks = LINE_BREAK.subn("\n", cell.replace('""', '"'))
        self.line += breaks
        return cell, end

    def _refuse_long(self, found: re.Match[str], column: int) -> None:
        length = found.end(1) - found.start(1)
        if length > LONGEST_CELL:
            raise Refused(
                f"{self.line}行目の{column}列目が長すぎます（{length:,}文字）。1つの欄は{LONGEST_CELL:,}文字まで読めます。",
                '引用符（"）の閉じ忘れがないか確かめてください。',
            )

    def _broken_quote(self, column: int) -> Refused:
        place = f"{self.line}行目の{column}列目"
        closes = re.compile(QUOTED).match(self.text, self.at)
        if closes is None:
            return Refused(
                f'{place}で始まる引用符（"）が、最後まで閉じていません。',
                "その欄の引用符を直して、保存し直してください。",
            )
        return Refused(
            f'{place}の引用符（"）の閉じ方が正しくありません。閉じた後に文字が続いています。',
            "その欄の引用符を直して、保存し直してください。",
        )
