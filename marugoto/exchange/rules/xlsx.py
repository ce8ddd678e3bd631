"""The first sheet of an Excel workbook as records of text, as the same rows would stand in a CSV.

An office keeps its lists in Excel. Read strictly and little: no formula is run, no link followed, nothing is unpacked to disk,
no more than the limits reaches memory. Readings above kanji (ふりがな) stand inside the words of a cell and are left out.
"""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from xml.etree import ElementTree as ET

from marugoto.exchange.rules.table import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Record
from marugoto.kernel.decision import Refused

MOST_BYTES = 60_000_000  # unpacked, of one part
MOST_MERGED = 200_000  # cells under merged ones
MOST_TAGS = (
    1_000_000  # each takes a hundred times its room in memory; three thousand people under sixty columns have fewer
)
SIGNATURE = b"PK\x03\x04"
SAVE_AGAIN = "Excelで開き、「CSV UTF-8（コンマ区切り）」で保存し直してから選んでください。"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DAY_FORMATS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}  # built in, the Japanese ones among them
NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
FIRST_DAY, FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)  # the one counts a 29 February 1900 that never was
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
LAST_LINE = 1_048_576  # of a sheet, in Excel
TROUBLE = (  # what a damaged workbook, or one that was made to do damage, ends in
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    LookupError,
    ValueError,
    RuntimeError,
    ArithmeticError,
    OSError,
    EOFError,
)


def is_workbook(raw: bytes) -> bool:
    return raw.startswith(SIGNATURE) and (b"xl/" in raw[:20_000] or b"xl/" in raw[-20_000:])


@dataclass(frozen=True)
class Workbook:
    """`notes`: what of it was not read, or lay hidden."""

    records: tuple[Record, ...]
    notes: tuple[str, ...] = ()


def sheet(raw: bytes) -> list[Record]:
    """Records in order, those that are empty left out; `line` is the number Excel shows beside the row. Raises `Refused`."""
    return list(book(raw).records)


def book(raw: bytes) -> Workbook:
    """The first sheet that is shown, with a remark wherever a cell is not simply what was typed there. Raises `Refused`."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            opened = _Book(packed)
            return Workbook(tuple(opened.records()), tuple(opened.notes))
    except TROUBLE as trouble:
        raise Refused("Excelのファイルが壊れているか、鍵がかかっています。", SAVE_AGAIN) from trouble


class _Book:
    def __init__(self, packed: zipfile.ZipFile) -> None:
        self.packed = packed
        book = self._tree("xl/workbook.xml")
        properties = book.find(f"{MAIN}workbookPr")
        since_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self.first_day = FIRST_DAY_1904 if since_1904 else FIRST_DAY
        self.words = self._words()
        self.days = self._day_styles()
        self.notes: list[str] = []
        self.part = self._first_sheet(book)

    def records(self) -> Iterator[Record]:
        sheet = self._tree(self.part)
        merged = _merged(sheet)
        self._tell_hidden_columns(sheet)
        heads: dict[tuple[int, int], str] = {}
        rows, line = sheet.iterfind(f"{MAIN}sheetData/{MAIN}row"), 0
        for number, row in enumerate(rows, 1):
            if number > MOST_ROWS:
                raise Refused(
                    f"行が多すぎます。{MOST_ROWS:,}行まで読めます。",
                    "行を分けて、いくつかのファイルに保存し直してください。",
                )
            before, line = line, int(row.get("r") or line + 1)
            if not before < line <= LAST_LINE:
                raise ValueError(line)
            record = _spread(self._record(row, line), merged.get(line, {}), heads)
            if not record.blank:
                yield record

    def _record(self, row: ET.Element, line: int) -> Record:
        cells: list[str] = []
        remarks = [(-1, "Excelで隠されている行です。")] if row.get("hidden") in {"1", "true"} else []
        troubles: list[tuple[int, str]] = []
        for at, cell in enumerate(row.iterfind(f"{MAIN}c")):
            column = _column(cell.get("r") or "", at)
            if column >= MOST_COLUMNS:
                raise Refused(
                    f"{line}行目の列が多すぎます。{MOST_COLUMNS}列まで読めます。", "要らない列を消してください。"
                )
            cells.extend([""] * (column - len(cells)))
            said = self._said(cell)[:LONGEST_CELL]
            cells[column:] = [said]
            if cell.get("t") == "e":
                troubles.append((column, f"計算の誤り（{said}）になっています。正しい値を書いてください。"))
            elif cell.find(f"{MAIN}f") is not None and not said:
                troubles.append(
                    (column, "式だけで、計算結果が保存されていません。値として貼り付けて保存してください。")
                )
            elif cell.find(f"{MAIN}f") is not None:
                remarks.append((column, f"式のセルです。保存されていた計算結果「{said[:40]}」を読みました。"))
        return Record(line, tuple(cells), tuple(remarks), tuple(troubles))

    def _said(self, cell: ET.Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _spoken(cell.iterfind(f"{MAIN}is"))
        found = cell.find(f"{MAIN}v")
        value = (found.text or "") if found is not None else ""
        if kind == "s":
            return self._word(int(value))
        if kind != "n" or not value:
            return value
        return self._number(value, int(cell.get("s", "0")))

    def _word(self, at: int) -> str:
        if at < 0:
            raise IndexError(at)
        return self.words[at]

    def _number(self, value: str, style: int) -> str:
        """A day where the cell shows one; otherwise the figure as it stands, a whole one without a point."""
        figure = float(value)
        if style in self.days and 0 < figure < 80_000:
            return (self.first_day + timedelta(days=int(figure))).isoformat()
        return str(int(figure)) if figure.is_integer() and abs(figure) < 1e15 else value

    def _words(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self.packed.namelist():
            return []
        return [_spoken([one]) for one in self._tree("xl/sharedStrings.xml").iterfind(f"{MAIN}si")]

    def _day_styles(self) -> set[int]:
        if "xl/styles.xml" not in self.packed.namelist():
            return set()
        styles = self._tree("xl/styles.xml")
        own = {
            int(one.get("numFmtId", "0"))
            for one in styles.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
            if _shows_a_day(one.get("formatCode", ""))
        }
        used = enumerate(styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))
        return {at for at, one in used if int(one.get("numFmtId", "0")) in DAY_FORMATS | own}

    def _first_sheet(self, book: ET.Element) -> str:
        """The first that is not hidden."""
        shown = [one for one in book.iterfind(f"{MAIN}sheets/{MAIN}sheet") if one.get("state", "visible") == "visible"]
        if not shown:
            raise Refused("Excelのファイルに、見えているシートがありません。", SAVE_AGAIN)
        others = [one.get("name", "") for one in book.iterfind(f"{MAIN}sheets/{MAIN}sheet") if one is not shown[0]]
        if others:
            hidden = len(others) - len(shown) + 1
            told = f"（うち{hidden}枚は隠されています）" if hidden else ""
            names = "、".join(f"「{name[:31]}」" for name in others[:5])
            self.notes.append(
                f"シート「{shown[0].get('name', '')[:31]}」だけを読みました。ほかの{len(others)}枚{told}は読んでいません：{names}"
            )
        links = self._tree("xl/_rels/workbook.xml.rels")
        target = {one.get("Id"): one.get("Target", "") for one in links}[shown[0].get(RELATED)]
        return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"

    def _tell_hidden_columns(self, sheet: ET.Element) -> None:
        hidden = [one for one in sheet.iterfind(f"{MAIN}cols/{MAIN}col") if one.get("hidden") in {"1", "true"}]
        if hidden:
            names = "、".join(letters_of(int(one.get("min") or 1) - 1) for one in hidden[:10])
            self.notes.append(f"隠されている列（{names}）も読みました。")

    def _tree(self, part: str) -> ET.Element:
        """Refused when it unpacks to more than the limits, whatever it announces, or declares a DTD."""
        with self.packed.open(part) as stream:
            text = stream.read(MOST_BYTES + 1)
        if len(text) > MOST_BYTES or text.count(b"<") > MOST_TAGS:
            raise Refused(
                "Excelのファイルの中身が大きすぎます。", "行を分けて、いくつかのファイルに保存し直してください。"
            )
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\x00" in text:  # NUL: UTF-16, which could hide one
            raise Refused("Excelのファイルに、読んではいけない指図（DTD）が入っています。", SAVE_AGAIN)
        return ET.fromstring(text)  # noqa: S314 — without a DTD there is nothing to expand


def _spoken(holders: Iterable[ET.Element]) -> str:
    """The words themselves and those of each run; `rPh`, the reading above them, is not among them."""
    found: list[str] = []
    for holder in holders:
        for part in holder:
            if part.tag == f"{MAIN}t":
                found.append(part.text or "")
            elif part.tag == f"{MAIN}r":
                found.extend(one.text or "" for one in part.iterfind(f"{MAIN}t"))
    return "".join(found)


def _merged(sheet: ET.Element) -> dict[int, dict[int, tuple[int, int]]]:
    """By line and column, the cell (line, column) in which the value of a merged one stands; that cell itself among them."""
    covered: dict[int, dict[int, tuple[int, int]]] = {}
    room = MOST_MERGED
    for one in sheet.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"):
        first, _, last = (one.get("ref") or "").partition(":")
        top, bottom = PLACE.fullmatch(first), PLACE.fullmatch(last or first)
        if not top or not bottom:
            raise ValueError(first)
        left, right = _column(first, 0), min(_column(last or first, 0), MOST_COLUMNS - 1)
        lines = range(int(top[2]), min(int(bottom[2]), LAST_LINE) + 1)
        room -= len(lines) * max(right - left + 1, 0)
        if room < 0:
            raise Refused("結合されたセルが多すぎます。", "セルの結合を解いて、保存し直してください。")
        for line in lines:
            covered.setdefault(line, {}).update({at: (int(top[2]), left) for at in range(left, right + 1)})
    return covered


def _spread(record: Record, merged: dict[int, tuple[int, int]], heads: dict[tuple[int, int], str]) -> Record:
    """What a merged cell says counts for every row it covers, with a remark in each; beside it the cells are empty, and told."""
    if not merged:
        return record
    cells = [*record.cells, *[""] * (max(merged) + 1 - len(record.cells))]
    remarks = list(record.remarks)
    for at, head in sorted(merged.items()):
        where = f"{letters_of(head[1])}{head[0]}"
        if head == (record.line, at):
            heads[head] = cells[at]
        elif at == head[1] and heads.get(head):
            cells[at] = heads[head]
            remarks.append(
                (at, f"{where}から結合されたセルです。「{heads[head][:40]}」を、この行の値として読みました。")
            )
        elif at != head[1] and head[0] == record.line:
            remarks.append((at, f"{where}と結合されたセルのため、空欄として読みました。"))
    return Record(record.line, tuple(cells), tuple(remarks), record.troubles)


def letters_of(column: int) -> str:
    """0 is A, 27 is AB."""
    letters, rest = "", column + 1
    while rest:
        rest, at = divmod(rest - 1, 26)
        letters = chr(65 + at) + letters
    return letters


def _shows_a_day(code: str) -> bool:
    shown = NOT_SHOWN.sub("", code).lower()
    return any(sign in shown for sign in ("y", "d", "e", "g")) and "general" not in shown and "0e" not in shown


def _column(place: str, otherwise: int) -> int:
    found = PLACE.fullmatch(place)
    if not found:
        return otherwise
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1
