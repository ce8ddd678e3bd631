"""A paper as PDF/A, to be sent and kept. The words are given as data and never read as commands of the typesetter."""

import json
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from typing import Literal

import typst

from marugoto.exchange.rules.paper import Block, Grid, Heading, NewPage, Paper, Paragraph
from marugoto.kernel.decision import Refused

MEDIA = "application/pdf"
KEPT_AS: Literal["a-2u"] = "a-2u"  # PDF/A-2u: every character can be found again
# What a Japanese installation has, the best first.
FONTS = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "BIZ UDPGothic",
    "BIZ UDGothic",
    "Yu Gothic",
    "IPAexGothic",
    "IPAGothic",
    "MS Gothic",
)
NO_SHAPE = "could not be displayed"  # as the typesetter says it
SHEET = r"""
#let p = json(bytes(sys.inputs.paper))
#set document(title: p.title, date: auto)
#let foot = context text(size: 8pt)[#p.stamp #h(1fr) #counter(page).display("1 / 1", both: true)]
#set page(paper: "a4", margin: (x: 18mm, top: 16mm, bottom: 18mm), footer: foot)
#set text(font: p.font, fallback: false, lang: "ja", size: 9.5pt)
#set par(leading: 0.62em)
#set table(stroke: 0.5pt + luma(130), inset: 5pt)
#let lines(words) = words.split("\n").join(linebreak())
#heading(level: 1, p.title)
#for b in p.blocks {
  if b.kind == "heading" { heading(level: b.level, b.words) }
  else if b.kind == "paragraph" { par(if b.bold { strong(lines(b.words)) } else { lines(b.words) }) }
  else if b.kind == "points" { list(..b.rows.map(lines)) }
  else if b.kind == "newpage" { pagebreak(weak: true) }
  else {
    table(
      columns: b.widths.map(w => w * 1fr),
      table.header(..b.rows.first().map(c => table.cell(fill: luma(237), strong(lines(c))))),
      ..b.rows.slice(1).flatten().map(lines),
    )
  }
}
"""


def written(paper: Paper, *, at: datetime) -> bytes:
    """Raises Refused where this machine has no Japanese font, or a character has no shape in it."""
    said = {
        "title": paper.title,
        "stamp": paper.stamp,
        "font": font(),
        "blocks": [_block(one) for one in paper.blocks],
    }
    try:
        made = typst.compile(
            SHEET.encode(),
            format="pdf",
            pdf_standards=KEPT_AS,
            sys_inputs={"paper": json.dumps(said, ensure_ascii=False)},
            timestamp=int(at.timestamp()),
        )
    except typst.TypstError as trouble:
        if NO_SHAPE not in str(trouble):
            raise
        raise Refused(
            "形のない文字(外字など)があり、PDFにできません。", "Word(docx)で出すか、その文字を書きかえてください。"
        ) from trouble
    return made


@lru_cache(maxsize=1)
def font() -> str:
    known = {str(family).lower() for family in typst.Fonts().families()}
    for family in FONTS:
        if family.lower() in known:
            return family
    raise Refused(
        "この機械に日本語の書体がなく、PDFにできません。",
        "管理者に書体(Noto Sans CJK など)を入れてもらうか、Word(docx)で出してください。",
    )


def _block(block: Block) -> dict[str, object]:
    if isinstance(block, Heading):
        return {"kind": "heading", "level": block.level, "words": block.words}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", **asdict(block)}
    if isinstance(block, Grid):
        return {"kind": "grid", **asdict(block)}
    if isinstance(block, NewPage):
        return {"kind": "newpage"}
    return {"kind": "points", **asdict(block)}
