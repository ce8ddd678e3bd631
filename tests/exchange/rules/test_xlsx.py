"""Workbooks that are damaged, or were made to do damage: each is refused with the same sentence, and none brings the page down."""

import zipfile
from datetime import date
from io import BytesIO

import pytest

from marugoto.exchange.rules import xlsx
from marugoto.exchange.rules.reading import Reading, read_file
from marugoto.exchange.rules.upload import Encoding
from marugoto.kernel.decision import Refused
from tests.exchange.books import workbook
from tests.exchange.files import place, sentences

SHEET, LINKS = "xl/worksheets/sheet2.xml", "xl/_rels/workbook.xml.rels"
BOOK = workbook([("職員番号", "氏名"), ("1207", "新井 光")])


def changed(part: str, old: str, new: str) -> bytes:
    """The same workbook with other words in one of its parts."""
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(BOOK)) as before, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name).decode()
            assert name != part or old in text
            after.writestr(name, text.replace(old, new) if name == part else text)
    return kept.getvalue()


def torn() -> bytes:
    """What was packed cannot be unpacked any more."""
    with zipfile.ZipFile(BytesIO(BOOK)) as packed:
        found = packed.getinfo(SHEET)
    raw = bytearray(BOOK)
    begins = found.header_offset + 30 + len(SHEET)
    for at in range(begins, begins + 6):
        raw[at] ^= 0xFF
    return bytes(raw)


DAMAGED = {
    "a word that is not there": changed(SHEET, "<v>3</v>", "<v>99</v>"),
    "a word before the first": changed(SHEET, "<v>3</v>", "<v>-1</v>"),
    "a sheet that is nowhere": changed(LINKS, 'Id="rId1"', 'Id="rId8"'),
    "an encoding nobody knows": changed(SHEET, "UTF-8", "nonsense"),
    "two rows of one number": changed(SHEET, '<row r="2">', '<row r="1">'),
    "a row below the last": changed(SHEET, '<row r="2">', '<row r="99999999999">'),
    "a row above the first": changed(SHEET, '<row r="1">', '<row r="-1">'),
    "torn": torn(),
}


@pytest.mark.parametrize("raw", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_workbook_is_refused_with_a_sentence(raw: bytes) -> None:
    with pytest.raises(Refused, match="壊れているか、鍵がかかっています"):
        xlsx.sheet(raw)


def test_rows_without_a_number_are_counted() -> None:
    found = xlsx.sheet(changed(SHEET, '<row r="2">', "<row>"))
    assert [(one.line, one.cells[1]) for one in found] == [(1, "氏名"), (2, "新井 光")]


def test_a_small_file_that_would_fill_the_memory_is_refused() -> None:
    bomb = changed(SHEET, '<row r="2">', '<row r="2">' + "<c/>" * xlsx.MOST_TAGS)
    assert len(bomb) < 20_000
    with pytest.raises(Refused, match="中身が大きすぎます"):
        xlsx.sheet(bomb)


# ---------------------------------------------------------------- a list of places as an office keeps it

PLACES = [
    ("名称", "種別", "住所", "電話", "曜日"),
    ("なぎさサロン", "サロン", "みなも市渚町1-5", "099-200-1001", "毎週火曜"),
    ("土いじりの会", "", "みなも市北原台2-3", 992001002, "土曜"),
    ("まちかど食堂", "食堂", "みなも市青空町4-1", "099-200-1003", date(2026, 12, 1)),
]


def sheet_with(old: str, new: str) -> bytes:
    """The list of places with one part of its sheet written otherwise."""
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook(PLACES))) as before, zipfile.ZipFile(kept, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            assert name != SHEET or old in text
            after.writestr(name, text.replace(old, new) if name == SHEET else text)
    return kept.getvalue()


def told(reading: Reading, name: str) -> str:
    return sentences(place(reading, name))


def test_a_workbook_of_places_is_read_like_a_text_and_says_what_lay_hidden() -> None:
    reading = read_file(workbook(PLACES))
    assert (reading.encoding, reading.layout.code, len(reading.places)) == (Encoding.WORKBOOK, "places", 3)
    assert (
        "シート「名簿」だけを読みました。ほかの1枚（うち1枚は隠されています）は読んでいません：「前の年」"
        in reading.notes
    )
    assert "先頭の0が落ちている" in told(reading, "土いじりの会")
    assert place(reading, "まちかど食堂").days == "2026-12-01"
    assert "曜日として読めない" in told(reading, "まちかど食堂")


def test_a_merged_cell_counts_for_each_row_and_is_told_in_each() -> None:
    reading = read_file(sheet_with("</sheetData>", '</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>'))
    assert place(reading, "土いじりの会").kind_text == "サロン"
    assert "B2から結合されたセルです。「サロン」を" in told(reading, "土いじりの会")
    assert "結合" not in told(reading, "なぎさサロン")


def test_a_cell_merged_sideways_is_empty_and_told() -> None:
    reading = read_file(sheet_with("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A3:B3"/></mergeCells>'))
    assert "A3と結合されたセルのため、空欄として読みました" in told(reading, "土いじりの会")


def test_a_formula_is_read_as_its_kept_result_with_a_remark_or_refused_without_one() -> None:
    kept = read_file(sheet_with('<c r="D3"><v>', '<c r="D3"><f>1+992001001</f><v>'))
    assert "式のセルです。保存されていた計算結果「992001002」を" in told(kept, "土いじりの会")
    lost = read_file(sheet_with('<c r="D3"><v>992001002</v>', '<c r="D3"><f>A1</f>'))
    assert [(one.lines, one.name) for one in lost.refused] == [((3,), "土いじりの会")]
    assert "計算結果が保存されていません" in lost.refused[0].reason
    wrong = read_file(sheet_with('<c r="D3"><v>992001002', '<c r="D3" t="e"><f>A1</f><v>#REF!'))
    assert "計算の誤り（#REF!）" in wrong.refused[0].reason


def test_a_hidden_row_and_column_are_read_and_told() -> None:
    reading = read_file(sheet_with('<row r="3">', '<row r="3" hidden="1">'))
    assert "Excelで隠されている行です。" in told(reading, "土いじりの会")
    columns = read_file(sheet_with("<sheetData>", '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>'))
    assert "隠されている列（D）も読みました。" in columns.notes


def test_merging_the_whole_sheet_is_refused() -> None:
    huge = sheet_with("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:IV99999"/></mergeCells>')
    with pytest.raises(Refused, match="結合されたセルが多すぎます"):
        read_file(huge)
