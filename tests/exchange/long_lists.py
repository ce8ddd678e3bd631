"""Long lists as the tests bring them in: a worker whose clock is the town's, a stroke at a time."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.import_round import Worker
from marugoto.exchange.actions.import_work import begin_reading, begin_taking
from marugoto.exchange.models import Import, ImportRow, ImportWork, Receipt
from marugoto.exchange.rules.work import FORGOTTEN_AFTER
from tests.database import unwalled
from tests.town import Town

STROKE = 3


def worker(town: Town) -> Worker:
    return Worker(now=lambda: town.now)


def begun(town: Town, upload: bytes, by: Viewer | None = None) -> Import:
    by = by or town("hayashi")
    return begin_reading(by=by, at=town.now, upload=upload, file_name="一覧.csv", municipality=town.body)


def work_of(town: Town, brought: Import) -> ImportWork:
    with unwalled():
        return ImportWork.objects.within(town.body).filter(of=brought).latest("made_at")


def steps(town: Town, at_work: Worker, count: int = 10_000) -> int:
    """So many strokes of whatever waits; answers how many there were."""
    done = 0
    while done < count and (tasks := at_work._waiting()):
        at_work.tried(tasks[0])
        done += 1
    return done


def read_through(town: Town, upload: bytes) -> Import:
    brought = begun(town, upload)
    steps(town, worker(town))
    return brought


def taken_in(town: Town, upload: bytes) -> Import:
    brought = read_through(town, upload)
    begin_taking(by=town("hayashi"), at=town.later(), prepared=brought.pk)
    steps(town, worker(town))
    return brought


def told(town: Town, brought: Import) -> list[dict[str, Any]]:
    names = ("number", "lines", "verdict", "name", "keys", "place", "values", "changes", "before", "notes", "reason")
    with unwalled():
        rows = ImportRow.objects.within(town.body).filter(of=brought).order_by("number")
        return [{name: getattr(row, name) for name in (*names, "source")} for row in rows]


def as_a_whole(town: Town, brought: Import) -> tuple[Any, ...]:
    with unwalled():
        one = Import.objects.within(town.body).get(pk=brought.pk)
    return one.layout, one.encoding, one.row_count, one.notes, one.absent


def receipt_of(town: Town, brought: Import) -> Receipt:
    with unwalled():
        return Receipt.objects.within(town.body).get(of=brought)


def another_worker(town: Town) -> Worker:
    """When the first is thought to be gone."""
    town.now += FORGOTTEN_AFTER + timedelta(seconds=1)
    return worker(town)


def waiting_and_unread(town: Town) -> list[tuple[UUID, str]]:
    """One that waits to be read, one that could not be, and how each page is to be looked at."""
    found = []
    for upload, state in ((b"%PDF-1.7", "error"), (b"\n" * 9, "full")):
        long = begun(town, upload)
        if state == "error":
            Worker().round()
        found.append((long.pk, state))
    return found
