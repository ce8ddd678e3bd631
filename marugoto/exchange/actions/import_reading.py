"""Read a long list and compare it with the town, a stretch at a time: what is kept of it afterwards is its preview.

A worker that ends midway leaves nothing to go on from, and nothing of the town has changed: the next one reads from the beginning.
"""

import heapq
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.import_rows import AT_ONCE, keep_rows
from marugoto.exchange.actions.import_work import beat, end, forget_rows, give_up, grip
from marugoto.exchange.models import Import, ImportRow, ImportWork, Upload
from marugoto.exchange.queries.origin import known_by, names_of, running_of
from marugoto.exchange.rules.office import Gathered
from marugoto.exchange.rules.place_row import PlaceRow, RefusedRow
from marugoto.exchange.rules.plan import TWICE, KnownPlace, RowPlan, Verdict, plan_row, sentences, with_end_told
from marugoto.exchange.rules.reading import File
from marugoto.exchange.rules.work import STOPPED, Stage
from marugoto.exchange.shelf import RefusedShelf, Shelf
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day

Row = PlaceRow | RefusedRow


class ReadingThrough:
    """One file in one process: `step` until it answers False."""

    def __init__(self, by: Viewer, at: datetime, work: ImportWork) -> None:
        """Raises `Refused` when it cannot be read as a list at all."""
        begin_anew(by=by, at=at, work=work)
        self.file = File(_content(by=by, at=at, work=work))
        self.rows = self.file.rows()
        self.places, self.refused = Shelf(), RefusedShelf()
        self.gathered: Iterator[Row] | None = None
        self.number = 0
        self.names: set[str] = set()
        self.seen: set[UUID] = set()
        self.twice: set[UUID] = set()

    def step(self, by: Viewer, at: datetime, work: ImportWork) -> bool:
        """Some hundreds of rows; False when there is nothing more to do. Raises `Refused` where the table is broken."""
        if work.stop_at is not None:
            give_up(by=by, at=at, work=work, sentence=STOPPED)
            return False
        if self.gathered is None:
            return self._read(by, at, work)
        several = list(islice(self.gathered, AT_ONCE))
        if several:
            self._compare(by=by, at=at, work=work, several=several)
        else:
            self._finish(by=by, at=at, work=work)
        return bool(several)

    def _read(self, by: Viewer, at: datetime, work: ImportWork) -> bool:
        several = list(islice(self.rows, AT_ONCE))
        for one in several:
            if isinstance(one, RefusedRow):
                self.refused.put(one)
            else:
                self.places.put(one)
        beat(by=by, at=at, work=work, reached=self.file.count)
        if not several:
            gathered = Gathered(self.places, row_per_service=self.file.layout.row_per_service)
            self.gathered = heapq.merge(gathered, self.refused, key=_line)
            self.names = names_of(by, self.file.layout.code)
            begin_comparing(by=by, at=at, work=work, whole=self.file.count)
        return True

    def _compare(self, *, by: Viewer, at: datetime, work: ImportWork, several: list[Row]) -> None:
        known = known_by(by, self.file.layout.code, {key for row in several for key in _keys(row)})
        today = local_day(at)
        planned = []
        for row in several:
            told = row if isinstance(row, RefusedRow) else with_end_told(row, today)
            planned.append(self._once(plan_row(known, self.names, told)))
        numbered = list(enumerate(planned, self.number + 1))
        keep_stroke(by=by, at=at, work=work, numbered=numbered, known=known)
        self.number += len(planned)

    def _once(self, row: RowPlan) -> RowPlan:
        """Two rows for one known place would overwrite each other: both are refused, the first when all have been seen."""
        if not row.ref:
            return row
        place = UUID(row.ref)
        if place not in self.seen:
            self.seen.add(place)
            return row
        self.twice.add(place)
        return RowPlan(Verdict.REFUSED, row.lines, row.name, reason=TWICE)

    def _finish(self, *, by: Viewer, at: datetime, work: ImportWork) -> None:
        file = self.file
        said: dict[str, object] = {
            "layout": file.layout.code,
            "encoding": file.encoding.value,
            "row_count": file.count,
            "notes": list(sentences(file.evidence, file.municipality, by.body, file.notes)),
        }
        finish_preview(by=by, at=at, work=work, said=said, seen=self.seen, twice=self.twice)


@acting
def begin_anew(*, by: Viewer, at: datetime, work: ImportWork) -> None:
    """What another worker had kept of it goes."""
    grip(by, at, work, stage=Stage.READING, reached=0)
    forget_rows(by, work)


@acting
def begin_comparing(*, by: Viewer, at: datetime, work: ImportWork, whole: int) -> None:
    grip(by, at, work, stage=Stage.COMPARING, reached=0, whole=whole)


@acting
def keep_stroke(
    *,
    by: Viewer,
    at: datetime,
    work: ImportWork,
    numbered: list[tuple[int, RowPlan]],
    known: dict[str, KnownPlace],
) -> None:
    grip(by, at, work, reached=numbered[-1][0])
    keep_rows(work.of, numbered, known)


@acting
def finish_preview(
    *, by: Viewer, at: datetime, work: ImportWork, said: dict[str, object], seen: set[UUID], twice: set[UUID]
) -> None:
    """With its layout the import is a preview that somebody may say yes to."""
    emptied: dict[str, Any] = {
        "place": None,
        "keys": [],
        "values": {},
        "changes": [],
        "before": {},
        "notes": [],
        "source": [],
    }
    for place in twice:
        first = ImportRow.objects.within(by.body).filter(of=work.of_id, place=place)
        first.update(verdict=Verdict.REFUSED, reason=TWICE, **emptied)
    absent = sorted(str(place) for place in running_of(by, str(said["layout"])) if place not in seen)
    Import.objects.within(by.body).filter(pk=work.of_id).update(absent=absent, **said)
    end(by, at, work)


@acting
def _content(*, by: Viewer, at: datetime, work: ImportWork) -> bytes:
    return bytes(Upload.objects.within(by.body).get(of=work.of_id).content)


def _keys(row: Row) -> tuple[str, ...]:
    return () if isinstance(row, RefusedRow) else row.keys


def _line(row: Row) -> tuple[int, ...]:
    return row.lines
