"""Workbooks that are damaged, or were made to do damage: each is refused with the same sentence, and none brings the page down."""

import zipfile
from io import BytesIO

import pytest

from marugoto.exchange.rules import xlsx
from marugoto.kernel.decision import Refused
from tests.exchange.books import workbook

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
