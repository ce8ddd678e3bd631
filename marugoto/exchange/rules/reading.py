"""From the bytes of an upload to places: decode, cut, recognise, clean, gather. Pure; nothing is kept."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
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


class File:
    """A file that is read row by row; what is said of it as a whole is known when the last row was read."""

    def __init__(self, raw: bytes) -> None:
        """Raises `Refused` when it cannot be read as a list at all."""
        opened = _opened(raw)
        first = list(islice(opened.records, heading.LOOKED_AT))
        self.head, at = heading.recognise(first)
        self.layout, self.evidence, self.encoding = self.head.layout, self.head.evidence, opened.encoding
        self.count, self.blank, self.codes = 0, 0, Counter[str]()
        self._opened, self._records = opened, chain(first[at + 1 :], opened.records)

    def rows(self) -> Iterator[PlaceRow | RefusedRow]:
        """In the order of the file; raises `Refused` where the table is broken, and when there is no row at all."""
        for record in self._records:
            if record.blank:
                self.blank += 1
                continue
            self.count += 1
            taken = row.read_row(self._whole(record), self.head)
            if isinstance(taken, PlaceRow) and (code := row.municipality_of(record, self.head)):
                self.codes[code] += 1
            yield taken
        if not self.count:
            raise Refused("見出しだけで、場所の行がありません。", "行のあるファイルを選んでください。")

    def _whole(self, record: Record) -> Record:
        """A workbook keeps no empty cells at the end of a row; in a text they are missing because something went wrong."""
        lacking = len(self.head.columns) - len(record.cells)
        if self.encoding is not upload.Encoding.WORKBOOK or lacking <= 0:
            return record
        return replace(record, cells=(*record.cells, *[""] * lacking))

    @property
    def municipality(self) -> str:
        """The 団体コード most rows carry, or ""."""
        return max(self.codes, key=lambda code: (self.codes[code], code), default="")

    @property
    def notes(self) -> tuple[str, ...]:
        return (*self._opened.notes, *_notes(self.head, self.blank, self.codes))


def read_file(raw: bytes) -> Reading:
    """Raises `Refused` when the file as a whole cannot be read; single bad rows are in `refused`."""
    file = File(raw)
    places: list[PlaceRow] = []
    refused: list[RefusedRow] = []
    for one in file.rows():
        if isinstance(one, RefusedRow):
            refused.append(one)
        else:
            places.append(one)
    gathered, contradicting = office.gather(places, row_per_service=file.layout.row_per_service)
    return Reading(
        layout=file.layout,
        encoding=file.encoding,
        rows=file.count,
        municipality=file.municipality,
        places=tuple(gathered),
        refused=tuple(sorted([*refused, *contradicting], key=lambda one: one.lines)),
        notes=file.notes,
        evidence=file.evidence,
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
