"""Look at the journal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField, When

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import Method, PromiseEnd
from marugoto.casework.models import Caution, JournalEntry, Misfiled
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Attachment
from marugoto.disclosure.queries.attachment import AttachmentLine, of_matters
from marugoto.disclosure.queries.folder import OpenQuestion
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

PAGE = 50


@dataclass(frozen=True)
class Entry:
    """An entry as it is read; `struck` is the older text that it replaces."""

    entry: UUID
    case: UUID
    need: UUID | None
    method: Method
    happened_at: datetime
    written_at: datetime
    counterpart: str
    words: str
    promise: str
    promise_on: date | None
    promise_end: PromiseEnd | None  # what became of it
    promise_why: str
    writer: str
    team: str
    mine: bool
    struck: str
    caution_until: date | None = None  # shown to whoever visits, up to that day
    papers: tuple[AttachmentLine, ...] = ()


@dataclass(frozen=True)
class Leaf:
    """One page of a journal, and how many entries there are on all pages."""

    entries: tuple[Entry, ...]
    count: int
    page: int


@dataclass(frozen=True)
class Stone:
    """An entry stood here that belonged elsewhere: when it was written, when and by whom it was taken out."""

    written_on: date
    taken_out_on: date
    name: str


@looking
def of_case(viewer: Viewer, case: UUID) -> list[Entry]:
    """The newest fifty, and every caution and promise that still holds; what lies in the folder of a need the viewer may not see is not there."""
    return _with_cautions(viewer, _OF_CASE.of(viewer, case=case, day=local_day(viewer.at)))


@looking
def of_need(viewer: Viewer, need: UUID) -> list[Entry]:
    """The newest fifty about one need, and every caution that still holds."""
    return _with_cautions(viewer, _OF_NEED.of(viewer, need=need, day=local_day(viewer.at)))


@looking
def leaf(viewer: Viewer, *, case: UUID | None = None, need: UUID | None = None, page: int = 1, words: str = "") -> Leaf:
    """The whole journal of a case or of a need, fifty entries a page, the newest first; narrowed to entries with these words."""
    rows = JournalEntry.objects.open_to(viewer).filter(**{"case": case} if case else {"need": need})
    rows = rows.filter(need=need) if need else rows
    said = Q(words__icontains=words) | Q(promise__icontains=words) | Q(counterpart__icontains=words)
    rows = rows.filter(said) if words else rows
    count = _standing(viewer, rows).count()
    page = min(max(page, 1), max(-(-count // PAGE), 1))
    kept = _kept(viewer, rows, local_day(viewer.at)).order_by("-happened_at", "-made_at")
    return Leaf(_said(viewer, list(kept[(page - 1) * PAGE : page * PAGE])), count, page)


def _with_cautions(viewer: Viewer, rows: list[Any]) -> list[Entry]:
    return sorted(_said(viewer, rows), key=lambda one: (one.happened_at, one.written_at), reverse=True)


def _kept(viewer: Viewer, rows: QuerySet[JournalEntry], day: date) -> QuerySet[Any]:
    """An entry that another one replaced stands, struck, with the one that replaced it."""
    olds = JournalEntry.objects.open_to(viewer).filter(pk=OuterRef("supersedes_id")).values("words")[:1]
    shown = Caution.objects.open_to(viewer).filter(entry=OuterRef("pk"), until__gte=day, ended=None)
    papers = Attachment.objects.within(viewer.body).filter(matter=OuterRef("pk"))
    named = _named(_standing(viewer, rows)).annotate(has_papers=Exists(papers))
    return named.annotate(old=Subquery(olds), shown_until=Subquery(shown.values("until")[:1]))


def _cautions_first(viewer: Viewer, rows: QuerySet[JournalEntry], day: date) -> QuerySet[Any]:
    above = F("shown_until").desc(nulls_last=True)
    promised = Case(When(promise_ended=None, then=F("promise_on"))).asc(nulls_last=True)
    return _kept(viewer, rows, day).order_by(above, promised, "-happened_at", "-made_at")[:PAGE]


def _case(viewer: Viewer, case: UUID, day: date) -> QuerySet[Any]:
    return _cautions_first(viewer, JournalEntry.objects.open_to(viewer).filter(case=case), day)


def _need(viewer: Viewer, need: UUID, day: date) -> QuerySet[Any]:
    return _cautions_first(viewer, JournalEntry.objects.open_to(viewer).filter(need=need), day)


_OF_CASE = OpenQuestion(_case, case=UUIDField(), day=DateField())
_OF_NEED = OpenQuestion(_need, need=UUIDField(), day=DateField())


def _said(viewer: Viewer, found: list[Any]) -> tuple[Entry, ...]:
    for row in found:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    papers = of_matters(viewer, [row.pk for row in found if row.has_papers])
    return tuple(_entry(viewer, row, row.old or "", row.shown_until, papers.get(row.pk, ())) for row in found)


def _standing(viewer: Viewer, rows: QuerySet[JournalEntry]) -> QuerySet[JournalEntry]:
    later = JournalEntry.objects.open_to(viewer).filter(supersedes=OuterRef("pk"))
    return rows.exclude(Exists(later))


@looking
def taken_out(viewer: Viewer, case: UUID) -> list[Stone]:
    """What was written into this file by mistake and has left it; for whoever sees the case. Not what it said, nor of whom."""
    by = Duty.objects.everywhere("who took it out").filter(pk=OuterRef("by")).values("worker__name")[:1]
    rows = Misfiled.objects.within(viewer.body).filter(case_ref=case).annotate(name=Subquery(by)).order_by("-made_at")
    return [Stone(local_day(row.written_at), local_day(row.made_at), row.name or "") for row in rows[:PAGE]]


@looking
def get(viewer: Viewer, entry: UUID) -> Entry | None:
    row = _named(JournalEntry.objects.open_to(viewer).filter(pk=entry)).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return _entry(viewer, row, "", papers=of_matters(viewer, [row.pk]).get(row.pk, ()))


def _named(rows: QuerySet[JournalEntry]) -> QuerySet[JournalEntry]:
    writers = Duty.objects.everywhere("the writer of a row the viewer sees").filter(pk=OuterRef("by"))
    return rows.annotate(
        writer=Subquery(writers.values("worker__name")[:1]), team=Subquery(writers.values("team__name")[:1])
    ).select_related("promise_ended")


def _entry(
    viewer: Viewer,
    row: JournalEntry,
    struck: str,
    caution_until: date | None = None,
    papers: tuple[AttachmentLine, ...] = (),
) -> Entry:
    ended = getattr(row, "promise_ended", None)
    return Entry(
        entry=row.pk,
        case=row.case_id,
        need=row.need_id,
        method=Method(row.method),
        happened_at=row.happened_at,
        written_at=row.made_at,
        counterpart=row.counterpart,
        words=row.words,
        promise=row.promise,
        promise_on=row.promise_on,
        promise_end=PromiseEnd(ended.end) if ended else None,
        promise_why=ended.why if ended else "",
        writer=row.writer or "まるごと",
        team=row.team or "",
        mine=row.by == viewer.duty,
        struck=struck,
        caution_until=caution_until,
        papers=papers,
    )
