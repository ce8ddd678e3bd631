"""From the bytes of an upload to places: decode, cut, recognise, clean, gather. Pure; nothing is kept."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from marugoto.exchange.formats import Layout
from marugoto.exchange.rules import heading, office, row, table, upload, xlsx
from marugoto.exchange.rules.place_row import PlaceRow, RefusedRow
from marugoto.exchange.rules.table import Record
from marugoto.kernel.decision import Refused


@dataclass(frozen=True)
class Reading:
    """What the file says. `rows` counts records with content; `municipality` is the 団体コード most rows carry, or ""."""

    layout: Layout
    encoding: upload.Encoding
    rows: int
    municipality: str
    places: tuple[PlaceRow, ...]
    refused: tuple[RefusedRow, ...]
    notes: tuple[str, ...]
    evidence: str = ""


@dataclass(frozen=True)
class _Opened:
    encoding: upload.Encoding
    records: Iterator[Record]
    notes: tuple[str, ...]


def read_file(raw: bytes) -> Reading:
    """Raises `Refused` when the file as a whole cannot be read; single bad rows are in `refused`."""
    opened = _opened(raw)
    stream = opened.records
    first = list(islice(stream, heading.LOOKED_AT))
    head, at = heading.recognise(first)
    places: list[PlaceRow] = []
    refused: list[RefusedRow] = []
    codes: Counter[str] = Counter()
    blank = 0
    for record in chain(first[at + 1 :], stream):
        if record.blank:
            blank += 1
            continue
        _take(record, head, places, refused, codes)
    if not places and not refused:
        raise Refused("見出しだけで、場所の行がありません。", "行のあるファイルを選んでください。")
    rows = len(places) + len(refused)
    gathered, contradicting = office.gather(places, row_per_service=head.layout.row_per_service)
    return Reading(
        layout=head.layout,
        encoding=opened.encoding,
        rows=rows,
        municipality=max(codes, key=lambda code: (codes[code], code), default=""),
        places=tuple(gathered),
        refused=tuple(sorted([*refused, *contradicting], key=lambda one: one.lines)),
        notes=(*opened.notes, *_notes(head, blank, codes)),
        evidence=head.evidence,
    )


def _opened(raw: bytes) -> _Opened:
    """A workbook or a text; the first bytes tell, never the name."""
    if xlsx.is_workbook(raw):
        if len(raw) > upload.LIMIT_BYTES:
            raise upload.too_large(len(raw))
        book = xlsx.book(raw)
        return _Opened(upload.Encoding.WORKBOOK, iter(book.records), book.notes)
    decoded = upload.decode(raw)
    separator = table.separator_of(decoded.text)
    notes = () if separator == "," else ("区切りの文字がカンマではないファイルとして読みました。",)
    return _Opened(decoded.encoding, table.records(decoded.text, separator), notes)


def _take(
    record: Record, head: heading.Heading, places: list[PlaceRow], refused: list[RefusedRow], codes: Counter[str]
) -> None:
    taken = row.read_row(record, head)
    if isinstance(taken, RefusedRow):
        refused.append(taken)
        return
    places.append(taken)
    code = row.municipality_of(record, head)
    if code:
        codes[code] += 1


def _notes(head: heading.Heading, blank: int, codes: Counter[str]) -> list[str]:
    notes = []
    if head.skipped:
        notes.append(
            f"見出しより上の{len(head.skipped)}行（{'、'.join(map(str, head.skipped))}行目）は読みませんでした。"
        )
    if head.unknown:
        notes.append(f"様式にない列は、元の値としてだけ残します：{'、'.join(head.unknown[:20])}")
    if blank:
        notes.append(f"空の行が{blank}行ありました。")
    if len(codes) > 1:
        notes.append(f"団体コードが{len(codes)}種類あります：{'、'.join(sorted(codes)[:10])}")
    return notes
