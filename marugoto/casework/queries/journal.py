"""Look at the journal."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import Method
from marugoto.casework.models import JournalEntry
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking

PAGE = 50


@dataclass(frozen=True)
class Entry:
    """An entry as it is read; `struck` is the older text that it replaces."""

    entry: UUID
    need: UUID | None
    method: Method
    happened_at: datetime
    written_at: datetime
    counterpart: str
    words: str
    promise: str
    promise_on: date | None
    writer: str
    team: str
    mine: bool
    struck: str


@looking
def of_case(viewer: Viewer, case: UUID, *, page: int = 1) -> list[Entry]:
    """Newest first, fifty a page; an entry in the folder of a need the viewer may not see is not there."""
    rows = _named(JournalEntry.objects.open_to(viewer).filter(case=case)).order_by("-happened_at", "-made_at")
    first = (page - 1) * PAGE
    found = list(rows[first : first + PAGE])
    replaced = {row.supersedes_id: row for row in found if row.supersedes_id}
    texts = {row.pk: row.words for row in found}
    for row in found:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return [_entry(viewer, row, texts) for row in found if row.pk not in replaced]


@looking
def get(viewer: Viewer, entry: UUID) -> Entry | None:
    row = _named(JournalEntry.objects.open_to(viewer).filter(pk=entry)).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return _entry(viewer, row, {})


def _named(rows: QuerySet[JournalEntry]) -> QuerySet[JournalEntry]:
    writers = Duty.objects.everywhere("the writer of a row the viewer sees").filter(pk=OuterRef("by"))
    return rows.annotate(
        writer=Subquery(writers.values("worker__name")[:1]), team=Subquery(writers.values("team__name")[:1])
    )


def _entry(viewer: Viewer, row: JournalEntry, texts: dict[UUID, str]) -> Entry:
    return Entry(
        entry=row.pk,
        need=row.need_id,
        method=Method(row.method),
        happened_at=row.happened_at,
        written_at=row.made_at,
        counterpart=row.counterpart,
        words=row.words,
        promise=row.promise,
        promise_on=row.promise_on,
        writer=row.writer or "まるごと",
        team=row.team or "",
        mine=row.by == viewer.duty,
        struck=texts.get(row.supersedes_id, "") if row.supersedes_id else "",
    )
