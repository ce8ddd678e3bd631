"""A paper as PDF/A, to be sent and kept. The words are given as data and never read as commands of the typesetter."""

import json
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from typing import Literal

import typst

from marugoto.exchange.rules.paper import Beside, Block, Paper
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
#let (base, inset, leading, gap) = (
  plain: (9.5pt, 5pt, 0.62em, 0.9em), close: (8.6pt, 3.1pt, 0.5em, 0.7em), large: (12pt, 6pt, 0.72em, 0.95em),
).at(p.size)
#set document(title: p.title, date: auto)
#let foot = context text(size: 8pt)[#p.stamp #h(1fr) #counter(page).display("1 / 1", both: true)]
#set page(
  paper: "a4",
  margin: if p.size == "close" { (x: 15mm, top: 12mm, bottom: 14mm) } else { (x: 18mm, top: 16mm, bottom: 18mm) },
  footer: foot,
)
#set text(font: p.font, fallback: false, lang: "ja", size: base)
#set par(leading: leading)
#set table(stroke: 0.5pt + luma(130), inset: inset)
#set par(spacing: 1em)
#show heading: set block(above: 1.2em, below: 0.65em)
#let lines(words) = words.split("\n").join(linebreak())
#let shown(b) = {
  if b.kind == "heading" { heading(level: b.level, b.words) }
  else if b.kind == "paragraph" { par(if b.bold { strong(lines(b.words)) } else { lines(b.words) }) }
  else if b.kind == "lead" { block(above: 0.7em, below: 0.7em, text(size: 1.45em, weight: "bold", lines(b.words))) }
  else if b.kind == "note" { block(above: gap, below: gap, text(size: 0.86em, fill: luma(60), lines(b.words))) }
  else if b.kind == "points" { list(..b.rows.map(lines)) }
  else if b.kind == "newpage" { pagebreak(weak: true) }
  else if b.kind == "beside" {
    grid(columns: (1fr, 1fr), column-gutter: 6mm, b.left.map(shown).join(), b.right.map(shown).join())
  }
  else if b.kind == "cards" {
    table(
      columns: (1fr,) * calc.min(b.rows.len(), 3),
      ..b.rows.map(c => table.cell(inset: 3mm, {
        text(size: 0.92em, c.name)
        linebreak()
        text(size: 2em, weight: "bold", c.value)
        if c.note != "" { linebreak(); text(size: 0.86em, fill: luma(60), lines(c.note)) }
      })),
    )
  }
  else {
    let whole = b.rows.len() - 1
    block(breakable: b.rows.len() > 8, table(
      columns: b.widths.map(w => w * 1fr),
      table.header(..b.rows.first().enumerate().map(((n, c)) => table.cell(
        fill: luma(237), align: if n in b.numbers { right } else { left }, strong(lines(c)),
      ))),
      ..b.rows.slice(1).enumerate(start: 1).map(((at, row)) => row.enumerate().map(((n, c)) => {
        table.cell(align: if n in b.numbers { right } else { left }, if b.total and at == whole { strong(lines(c)) } else { lines(c) })
      })).flatten(),
    ))
  }
}
#heading(level: 1, p.title)
#if p.label != "" {
  block(width: 100%, inset: 2mm, radius: 1mm, fill: luma(244), stroke: 0.5pt + luma(150), below: 1em, text(size: 0.9em, lines(p.label)))
}
#for b in p.blocks { shown(b) }
"""


def written(paper: Paper, *, at: datetime) -> bytes:
    """Raises Refused where this machine has no Japanese font, or a character has no shape in it."""
    try:
        made = typst.compile(
            SHEET.encode(),
            format="pdf",
            pdf_standards=KEPT_AS,
            sys_inputs=said_of(paper),
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


def said_of(paper: Paper) -> dict[str, str]:
    """What the typesetter is given beside the sheet."""
    said = {
        "title": paper.title,
        "stamp": paper.stamp,
        "label": paper.label,
        "size": paper.size,
        "font": font(),
        "blocks": [_block(one) for one in paper.blocks],
    }
    return {"paper": json.dumps(said, ensure_ascii=False)}


def _block(block: Block) -> dict[str, object]:
    if isinstance(block, Beside):
        return {
            "kind": "beside",
            "left": [_block(one) for one in block.left],
            "right": [_block(one) for one in block.right],
        }
    return {"kind": type(block).__name__.lower(), **asdict(block)}
