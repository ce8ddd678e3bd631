"""A paper as a Word document (ECMA-376), to go on editing. Written plainly: no macro, no link, no property that names a machine."""

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from marugoto.exchange.rules.paper import (
    Beside,
    Block,
    Card,
    Cards,
    Grid,
    Heading,
    Lead,
    NewPage,
    Note,
    Paper,
    Paragraph,
    Points,
    Size,
)

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TWIPS = 9_600  # between the margins of A4
FONT = "BIZ UDPゴシック"  # on Windows since 2018; Word takes another where it is not there
SIZES = {1: 32, 2: 26, 3: 22}
BASE = {Size.PLAIN: 20, Size.CLOSE: 17, Size.LARGE: 24}  # half points
ACROSS, GAP = 3, 120  # cards in a row; twips between two halves
EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{PARTS}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{PARTS}.styles+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{PARTS}.footer+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
OF_DOCUMENT = (
    f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/footer" Target="footer1.xml"/></Relationships>'
)


def written(paper: Paper) -> bytes:
    """The same paper gives the same bytes."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/_rels/document.xml.rels": OF_DOCUMENT,
        "word/styles.xml": _styles(BASE[paper.size]),
        "word/footer1.xml": _footer(paper.stamp),
        "word/document.xml": _document(paper),
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _document(paper: Paper) -> str:
    said: list[Block] = [
        Heading(paper.title),
        *([Paragraph(paper.label, bold=True)] if paper.label else []),
        *paper.blocks,
    ]
    body = "".join(_block(block, TWIPS) for block in said)
    page = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    return f"{HEAD}<w:document {W} {R}><w:body>{body}{page}</w:body></w:document>"


def _block(block: Block, width: int) -> str:
    match block:
        case Heading():
            drawn = _line(block.words, look=f"Heading{block.level}")
        case Lead() | Note():
            drawn = _line(block.words, look=type(block).__name__)
        case Paragraph():
            drawn = _line(block.words, bold=block.bold)
        case Points():
            drawn = "".join(_line(f"・{row}") for row in block.rows)
        case NewPage():
            drawn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        case Cards():
            drawn = _cards(block.rows, width)
        case Beside():
            halves = ["".join(_block(one, width // 2 - GAP) for one in side) for side in (block.left, block.right)]
            drawn = _table([[f"{half}{_line('', look='Small')}" for half in halves]], [width // 2] * 2, edges=False)
        case Grid():
            drawn = _grid(block, width)
    return drawn


def _cards(cards: Sequence[Card], width: int) -> str:
    """Three in a row."""
    across = min(len(cards), ACROSS)
    drawn = [f"{_line(card.name)}{_line(card.value, look='Figure')}{_line(card.note, look='Note')}" for card in cards]
    drawn += [_line("")] * (-len(drawn) % across)
    rows = [drawn[place : place + across] for place in range(0, len(drawn), across)]
    return _table(rows, [width // across] * across) + _line("", look="Small")


def _table(rows: list[list[str]], widths: list[int], *, edges: bool = True) -> str:
    """Of cells that are written already."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    drawn = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    border = f"<w:tblBorders>{EDGES}</w:tblBorders>" if edges else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{border}'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{drawn}</w:tbl>'
    )


def _grid(grid: Grid, width: int) -> str:
    whole = sum(grid.widths)
    widths = [share * width // whole for share in grid.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sums = len(grid.rows) - 1 if grid.total else 0
    rows = "".join(
        _row(row, widths, grid.numbers, head=number == 0, bold=number in (0, sums))
        for number, row in enumerate(grid.rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{EDGES}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>{_line("", look="Small")}'
    )


def _row(row: Iterable[str], widths: list[int], numbers: tuple[int, ...], *, head: bool, bold: bool) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"{_line(words, bold=bold, right=place in numbers)}</w:tc>"
        for place, (words, width) in enumerate(zip(row, widths, strict=True))
    )
    again = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{again}{cells}</w:tr>"


def _line(words: str, *, look: str = "", bold: bool = False, right: bool = False) -> str:
    chosen = (f'<w:pStyle w:val="{look}"/>' if look else "") + ('<w:jc w:val="right"/>' if right else "")
    chosen = f"<w:pPr>{chosen}</w:pPr>" if chosen else ""
    fat = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{_plain(line)}</w:t>' for line in words.split("\n"))
    return f"<w:p>{chosen}<w:r>{fat}{lines}</w:r></w:p>"


def _plain(words: str) -> str:
    """What XML 1.0 cannot hold is left out."""
    return escape("".join(char for char in words if char == "\t" or ord(char) >= 32))


def _styles(base: int) -> str:
    font = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}"/>'
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="{level - 1}"/>'
        f'</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in SIZES.items()
    )
    others = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:spacing w:before="{before}" w:after="{before}"/></w:pPr><w:rPr>{fat}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for name, size, before, fat in (
            ("Lead", base * 3 // 2, 120, "<w:b/>"),
            ("Figure", base * 2, 0, "<w:b/>"),
            ("Note", max(base * 7 // 8, 15), 40, ""),
            ("Small", 8, 0, ""),
        )
    )
    return (
        f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="{base}"/><w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{headings}{others}</w:styles>"
    )


def _footer(stamp: str) -> str:
    page = (
        '<w:r><w:t xml:space="preserve">　</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f'{HEAD}<w:ftr {W}><w:p><w:r><w:t xml:space="preserve">{_plain(stamp)}</w:t></w:r>{page}</w:p></w:ftr>'
