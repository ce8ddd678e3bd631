"""A paper as a Word document (ECMA-376), to go on editing. Written plainly: no macro, no link, no property that names a machine."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape

from marugoto.exchange.rules.paper import Block, Grid, Heading, NewPage, Paper, Paragraph, Points

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TWIPS = 9_600  # between the margins of A4
FONT = "BIZ UDPゴシック"  # on Windows since 2018; Word takes another where it is not there
SIZES = {1: 32, 2: 26, 3: 22}

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
        "word/styles.xml": _styles(),
        "word/footer1.xml": _footer(paper.stamp),
        "word/document.xml": _document(paper),
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _document(paper: Paper) -> str:
    body = "".join(_block(block) for block in (Heading(paper.title), *paper.blocks))
    page = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    return f"{HEAD}<w:document {W} {R}><w:body>{body}{page}</w:body></w:document>"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return _line(block.words, style=f"Heading{block.level}")
    if isinstance(block, Paragraph):
        return _line(block.words, bold=block.bold)
    if isinstance(block, Points):
        return "".join(_line(f"・{row}") for row in block.rows)
    if isinstance(block, NewPage):
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return _grid(block)


def _grid(grid: Grid) -> str:
    whole = sum(grid.widths)
    widths = [width * TWIPS // whole for width in grid.widths]
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, widths, head=number == 0) for number, row in enumerate(grid.rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{TWIPS}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>{_line("")}'
    )


def _row(row: Iterable[str], widths: list[int], *, head: bool) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{_line(words, bold=head)}</w:tc>'
        for words, width in zip(row, widths, strict=True)
    )
    again = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{again}{cells}</w:tr>"


def _line(words: str, *, style: str = "", bold: bool = False) -> str:
    chosen = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    fat = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{_plain(line)}</w:t>' for line in words.split("\n"))
    return f"<w:p>{chosen}<w:r>{fat}{lines}</w:r></w:p>"


def _plain(words: str) -> str:
    """What XML 1.0 cannot hold is left out."""
    return escape("".join(char for char in words if char == "\t" or ord(char) >= 32))


def _styles() -> str:
    font = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}"/>'
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="{level - 1}"/>'
        f'</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in SIZES.items()
    )
    return (
        f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="20"/><w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{headings}</w:styles>"
    )


def _footer(stamp: str) -> str:
    page = (
        '<w:r><w:t xml:space="preserve">　</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f'{HEAD}<w:ftr {W}><w:p><w:r><w:t xml:space="preserve">{_plain(stamp)}</w:t></w:r>{page}</w:p></w:ftr>'
