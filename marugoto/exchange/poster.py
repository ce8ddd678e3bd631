"""The poster of a place: one A4 page with a code that leads back to what is true now. Words are data, never commands of the typesetter."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO

import segno
import typst

from marugoto.exchange.pdf import KEPT_AS, NO_SHAPE, font
from marugoto.kernel.decision import Refused

SHEET = r"""
#let p = json(bytes(sys.inputs.poster))
#set document(title: p.name, date: auto)
#set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 16mm))
#set text(font: p.font, fallback: false, lang: "ja", size: 20pt)
#set par(leading: 0.7em)
#let lines(words) = words.split("\n").join(linebreak())
#text(size: 15pt)[#p.town]
#v(4mm)
#if p.kana != "" { text(size: 14pt, p.kana); v(-4mm) }
#block(text(size: calc.min(44pt, 44pt * 11 / calc.max(11, p.name.clusters().len())), weight: "bold", p.name))
#v(2mm)
#line(length: 100%, stroke: 2pt)
#v(2mm)
#for (term, words) in p.facts {
  grid(columns: (32mm, 1fr), gutter: 6mm, text(weight: "bold", term), lines(words))
  v(2mm)
}
#if p.about != "" { v(2mm); block(inset: 5mm, width: 100%, stroke: 1pt, radius: 3mm, text(size: 18pt, lines(p.about))) }
#v(1fr)
#grid(columns: (36mm, 1fr), gutter: 8mm, align: horizon,
  image(bytes(p.code), format: "svg", width: 36mm),
  [#text(size: 14pt, p.way) #linebreak() #text(size: 10pt, p.url) #linebreak() #text(size: 10pt, p.stamp)])
"""


@dataclass(frozen=True)
class Poster:
    """`facts`: term and words in their order; `way`: what the code is for; `stamp`: the day on which it was made."""

    town: str
    name: str
    kana: str
    facts: tuple[tuple[str, str], ...]
    about: str
    way: str
    url: str
    stamp: str


@lru_cache(maxsize=64)
def written(poster: Poster, *, at: datetime) -> bytes:
    """The same words on the same day are made once. Raises Refused without a Japanese font, or for a character without a shape."""
    said = asdict(poster) | {"font": font(), "code": code_of(poster.url)}
    try:
        return typst.compile(
            SHEET.encode(),
            format="pdf",
            pdf_standards=KEPT_AS,
            sys_inputs={"poster": json.dumps(said, ensure_ascii=False)},
            timestamp=int(at.timestamp()),
        )
    except typst.TypstError as trouble:
        if NO_SHAPE not in str(trouble):
            raise
        raise Refused("形のない文字(外字など)があり、ポスターにできません。", "役所に知らせてください。") from trouble


def code_of(url: str) -> str:
    """As an SVG; a quarter of it may be dirty or torn and it is still read."""
    drawn = BytesIO()
    segno.make(url, error="q", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()
