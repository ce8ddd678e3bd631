"""Rows of a long list lie on the disk while they are compared with each other, in a file without a name that goes with its process."""

import json
from array import array
from collections.abc import Iterator, Sequence
from tempfile import TemporaryFile
from typing import Any, overload

from marugoto.exchange.rules.place_row import LABELS, Note, PlaceRow, RefusedRow


class Shelf(Sequence[PlaceRow]):
    """Places by number, as they were put there; each is read anew when it is asked for."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 — it lives as long as the shelf
        self._starts = array("q", [0])

    def put(self, row: PlaceRow) -> None:
        told = [row.lines, row.keys, row.content(), row.source, [[one.field, one.sentence] for one in row.notes]]
        self._file.seek(self._starts[-1])
        self._starts.append(self._starts[-1] + self._file.write(json.dumps(told, ensure_ascii=False).encode()))

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> PlaceRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[PlaceRow]: ...
    def __getitem__(self, at: int | slice) -> PlaceRow | Sequence[PlaceRow]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        self._file.seek(self._starts[at])
        return _place(json.loads(self._file.read(self._starts[at + 1] - self._starts[at])))


class RefusedShelf:
    """Refused rows in the order in which they came."""

    def __init__(self) -> None:
        self._file = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 — it lives as long as the shelf

    def put(self, row: RefusedRow) -> None:
        told = [row.lines, row.name, row.reason, row.source]
        self._file.write(json.dumps(told, ensure_ascii=False) + "\n")

    def __iter__(self) -> Iterator[RefusedRow]:
        self._file.seek(0)
        for line in self._file:
            lines, name, reason, source = json.loads(line)
            yield RefusedRow(tuple(lines), name, reason, source)


def _place(told: Any) -> PlaceRow:
    lines, keys, content, source, notes = told
    return PlaceRow(
        lines=tuple(lines),
        keys=tuple(keys),
        source=tuple(source),
        notes=tuple(Note(field, sentence) for field, sentence in notes),
        **dict(zip(LABELS, content, strict=True)),
    )
