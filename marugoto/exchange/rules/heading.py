"""Which layout a table has, told by its heading; with tolerance for order, width, further columns and titles above it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from marugoto.exchange.formats import LAYOUTS, Layout
from marugoto.exchange.formats.layout import header_key
from marugoto.exchange.formats.unread import UNREAD
from marugoto.exchange.rules.table import Record
from marugoto.kernel.decision import Refused

LOOKED_AT = 10  # titles, dates and blank lines above the heading


@dataclass(frozen=True)
class Heading:
    """`columns[i]` is (header as it stands, field or "") of the i-th column; `skipped` lines stood above the heading.

    `evidence`: by what the layout was told, in a sentence.
    """

    layout: Layout
    line: int
    columns: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    skipped: tuple[int, ...]
    evidence: str = ""


def recognise(first: Sequence[Record]) -> tuple[Heading, int]:
    """The heading among the first records and its index; raises `Refused` saying what is lacking for the nearest layout."""
    for index, record in enumerate(first[:LOOKED_AT]):
        layout = _layout_of(record)
        if layout:
            return _heading(layout, record, [above.line for above in first[:index] if not above.blank]), index
    raise _unknown(first)


def _layout_of(record: Record) -> Layout | None:
    headers = [cell for cell in record.cells if cell.strip()]
    if len(headers) < 2 or any(header_key(header) in UNREAD for header in headers):
        return None
    fitting = [layout for layout in LAYOUTS if not layout.lacks(headers) and layout.marked(headers)]
    return max(fitting, key=lambda layout: layout.knows(headers), default=None)  # the first in the list wins a tie


def _heading(layout: Layout, record: Record, above: list[int]) -> Heading:
    _refuse_doubles(layout, record)
    columns, unknown = [], []
    for cell in record.cells:
        header = " ".join(cell.split())
        known = layout.by_header.get(header_key(header))
        columns.append((header, known.field if known else ""))
        if header and not known:
            unknown.append(header)
    return Heading(layout, record.line, tuple(columns), tuple(unknown), tuple(above), _evidence(layout, record))


def _evidence(layout: Layout, record: Record) -> str:
    headers = [cell for cell in record.cells if cell.strip()]
    generation = layout.generation_of(headers)
    named = f"「{layout.name}」（{generation}）" if generation else f"「{layout.name}」"
    marks = "、".join(f"「{mark}」" for mark in layout.marks_in(headers)[:3])
    told = f"見分けた列は{marks}です。" if marks else ""
    return f"{named}と見分けました：見出し{len(headers)}列のうち{layout.knows(headers)}列が、この様式の列です。{told}"


def _refuse_doubles(layout: Layout, record: Record) -> None:
    """Two columns for one thing: we would have to guess which one is meant."""
    used = [layout.by_header[key] for cell in record.cells if (key := header_key(cell)) in layout.by_header]
    counted = Counter(column.field for column in used if column.field)
    doubled = [layout.usual_name(field) for field, times in counted.items() if times > 1]
    if doubled:
        names = "、".join(f"「{name}」" for name in doubled)
        raise Refused(
            f"{record.line}行目の見出しに、{names}にあたる列が2つ以上あります。",
            "使わない方の列を消して、保存し直してください。",
        )


def _unknown(first: Sequence[Record]) -> Refused:
    """Names the nearest layout and the columns it lacks, or the list it seems to be."""
    looked_at = first[:LOOKED_AT]
    for record in looked_at:
        names = [UNREAD[key] for cell in record.cells if (key := header_key(cell)) in UNREAD]
        if names:
            return Refused(f"「{names[0]}」のファイルのようです。この様式は、場所としては読めません。", _readable())
    if len([record for record in first if not record.blank]) == 0:
        return Refused("ファイルに行がありません。", _readable())
    layout, record = _nearest(looked_at)
    headers = [cell for cell in record.cells if cell.strip()]
    lacking = layout.lacks(headers) or layout.marks[:3]
    if layout.knows(headers) == 0:
        return Refused("見出しの行が見つかりません。1行目に列の名前が必要です。", _readable())
    columns = "、".join(f"「{name}」" for name in lacking)
    return Refused(
        f"どの様式か分かりません。いちばん近いのは「{layout.name}」ですが、{columns}の列がありません。", _readable()
    )


def _nearest(looked_at: Sequence[Record]) -> tuple[Layout, Record]:
    pairs = [(layout, record) for record in looked_at for layout in LAYOUTS]
    return max(pairs, key=lambda pair: (pair[0].knows(pair[1].cells), -len(pair[0].lacks(pair[1].cells))))


def _readable() -> str:
    names = "、".join(f"「{layout.name}」" for layout in LAYOUTS)
    return f"読める様式は{names}です。"
