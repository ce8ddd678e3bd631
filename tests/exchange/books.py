"""A small Excel workbook, made by hand: as an office's own program would write it, down to readings, styles and hidden sheets."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
SHEET = "xl/worksheets/sheet2.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
STYLES = (
    '<numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>'
)
Cell = str | int | date


def workbook(
    rows: Iterable[Sequence[Cell]], *, doctype: str = "", hidden: bool = False, damaged: bool = False
) -> bytes:
    """Text goes to the shared words with a reading above it, days to figures with a style, the rest to figures."""
    words: list[str] = []
    body = "".join(_row(number, row, words) for number, row in enumerate(rows, 1))
    shared = "".join(
        f'<si><r><t>{escape(word)}</t></r><rPh sb="0" eb="1"><t>ヨミガナ</t></rPh><phoneticPr fontId="1"/></si>'
        for word in words
    )
    state = 'state="hidden"' if hidden else ""
    parts = {
        "xl/workbook.xml": f'<workbook {MAIN} {RELATED}><sheets><sheet name="前の年" sheetId="1" state="hidden" r:id="rId9"/>'
        f'<sheet name="名簿" sheetId="2" {state} r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId1" Target="worksheets/sheet2.xml"/></Relationships>',
        "xl/styles.xml": f"<styleSheet {MAIN}>{STYLES}</styleSheet>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{shared}</sst>",
        SHEET: f"{doctype}<worksheet {MAIN}><sheetData>{body}</sheetData></worksheet>",
    }
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, HEAD + (text[: len(text) // 2] if damaged and "sheet2" in name else text))
    return kept.getvalue()


def altered(book: bytes, *changes: tuple[str, str]) -> bytes:
    """The same workbook with parts of its sheet written otherwise: merged, calculated, hidden."""
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as before, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name).decode()
            for old, new in changes if name == SHEET else ():
                assert old in text, old
                text = text.replace(old, new)
            after.writestr(name, text)
    return kept.getvalue()


def _row(number: int, row: Sequence[Cell], words: list[str]) -> str:
    cells = (_cell(f"{chr(65 + at)}{number}", value, words) for at, value in enumerate(row) if value != "")
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: Cell, words: list[str]) -> str:
    if isinstance(value, date):
        return f'<c r="{place}" s="{1 + value.day % 2}"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    words.append(value)
    return f'<c r="{place}" t="s"><v>{len(words) - 1}</v></c>'
