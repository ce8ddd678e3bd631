"""Read the field diary."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.community.models import FieldFinding, FieldNote, FieldPhoto, FieldReply, FieldTask
from marugoto.community.queries.place_rows import told_of
from marugoto.community.rules.field_photo import number_in
from marugoto.community.rules.field_time import month_of
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

Note = FieldNote  # as it is read; doors take the word from here
Finding = FieldFinding

PAGE = 50
MOST_IN_A_FILE = 5_000


@dataclass(frozen=True)
class Sieve:
    """What of the diary is asked for; what is empty sieves nothing. `since` and `until` (exclusive) are days."""

    kind: str = ""
    theme: str = ""
    district: str = ""
    team: UUID | None = None
    by: UUID | None = None
    text: str = ""
    since: date | None = None
    until: date | None = None
    asks: bool = False  # an answer is wished for, and nobody has given one


@dataclass(frozen=True)
class Diary:
    """One page of `count` notes, newest first; `month_count` and `month_minutes` are of the running month, the whole body.
    Each row knows its `writer`, `writer_hat`, `writer_team`, and how many `photo_count`, `reply_count`, `open_tasks` it has."""

    rows: tuple[Any, ...]
    count: int
    page: int
    month_count: int
    month_minutes: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


@looking
def diary(viewer: Viewer, sieve: Sieve = Sieve(), *, page: int = 1) -> Diary:
    """Three questions, for ten notes or five hundred. A page beyond the last is the last."""
    asked, today = _asked(viewer, sieve), local_day(viewer.at)
    this_month = Q(day__gte=month_of(today)[0], day__lte=today)
    found = FieldNote.objects.within(viewer.body).aggregate(
        count=Count("pk", filter=asked),
        times=Count("pk", filter=this_month),
        minutes=Sum("minutes", filter=this_month),
    )
    page = min(max(page, 1), max(1, -(-found["count"] // PAGE)))
    rows = _told(viewer, asked)[(page - 1) * PAGE : page * PAGE]
    return Diary(
        rows=tuple(rows),
        count=found["count"],
        page=page,
        month_count=found["times"],
        month_minutes=found["minutes"] or 0,
    )


@looking
def whole_diary(viewer: Viewer, sieve: Sieve) -> list[Any]:
    """For a file or a paper: at most five thousand notes, newest first."""
    return list(_told(viewer, _asked(viewer, sieve))[:MOST_IN_A_FILE])


@looking
def get(viewer: Viewer, note: UUID) -> Any | None:
    """With its findings; one question more than a row."""
    return _told(viewer, _asked(viewer, Sieve()) & Q(pk=note)).first()


@looking
def photos(viewer: Viewer, note: UUID) -> list[FieldPhoto]:
    """As they are numbered: those sent together were made at one moment, and a key says nothing of their order."""
    rows = FieldPhoto.objects.within(viewer.body).filter(told_of(viewer, "note__place"), note=note)
    return sorted(rows, key=lambda one: (one.made_at, number_in(one.name), one.pk))


@looking
def photo(viewer: Viewer, photo: UUID) -> tuple[FieldPhoto, bytes] | None:
    row = (
        FieldPhoto.objects.within(viewer.body)
        .filter(told_of(viewer, "note__place"), pk=photo)
        .select_related("content")
        .first()
    )
    return (row, bytes(row.content.content)) if row else None


@looking
def replies(viewer: Viewer, note: UUID) -> list[Any]:
    """Each with its `writer` and `writer_hat`."""
    rows = FieldReply.objects.within(viewer.body).filter(told_of(viewer, "note__place"), note=note)
    return list(rows.annotate(writer=worker_name("by"), writer_hat=_hat("name")).order_by("made_at", "pk"))


@looking
def answers_to(viewer: Viewer, since: date) -> list[Any]:
    """What others answered to the viewer's own notes since that day, the newest first."""
    theirs = told_of(viewer, "note__place")
    rows = FieldReply.objects.within(viewer.body).filter(theirs, note__by=viewer.duty, made_at__date__gte=since)
    told = rows.select_related("note").annotate(writer=worker_name("by"), writer_hat=_hat("name"))
    return list(told.order_by("-made_at", "pk"))


@looking
def of_place(viewer: Viewer, place: UUID, most: int = 10) -> tuple[FieldNote, ...]:
    """What was last seen and heard there; a note whose words were taken out is left out."""
    rows = FieldNote.objects.within(viewer.body).filter(told_of(viewer), place=place, blank=None)
    return tuple(rows.order_by("-day", "-made_at")[:most])


def _told(viewer: Viewer, asked: Q) -> QuerySet[Any]:
    tasks = FieldTask.objects.within(viewer.body).filter(note=OuterRef("pk"), ending=None)
    findings = FieldFinding.objects.within(viewer.body).order_by("made_at", "pk")
    return (
        FieldNote.objects.within(viewer.body)
        .filter(asked)
        .select_related("place", "district", "blank")
        .prefetch_related(Prefetch("findings", findings))
        .annotate(
            writer=worker_name("by"),
            writer_hat=_hat("name"),
            writer_team=_hat("team__name"),
            photo_count=_number(FieldPhoto.objects.within(viewer.body)),
            reply_count=_number(FieldReply.objects.within(viewer.body)),
            open_tasks=_number(tasks),
        )
        .order_by("-day", "-made_at", "pk")
    )


def _asked(viewer: Viewer, sieve: Sieve) -> Q:
    """As one condition, so that it counts and lists the same."""
    asked = told_of(viewer)
    equal = {"kind": sieve.kind, "district__code": sieve.district, "by": sieve.by}
    asked &= Q(**{name: value for name, value in equal.items() if value})
    if sieve.since:
        asked &= Q(day__gte=sieve.since)
    if sieve.until:
        asked &= Q(day__lt=sieve.until)
    of_note = FieldFinding.objects.within(viewer.body).filter(note=OuterRef("pk"))
    if sieve.theme:
        asked &= Q(Exists(of_note.filter(theme=sieve.theme)))
    if sieve.team:
        duties = Duty.objects.everywhere("who writes in the team asked for").filter(team=sieve.team)
        asked &= Q(by__in=duties.values("pk"))
    if sieve.asks:
        answered = FieldReply.objects.within(viewer.body).filter(note=OuterRef("pk"))
        asked &= Q(~Exists(answered), asks=True, blank=None)
    for word in sieve.text.split()[:5]:
        found = Exists(of_note.filter(words__icontains=word))
        asked &= Q(words__icontains=word) | Q(place__name__icontains=word) | Q(found)
    return asked


def _hat(field: str) -> Subquery:
    hats = Duty.objects.everywhere("the hat on a row the viewer sees already").filter(pk=OuterRef("by"))
    return Subquery(hats.values(field)[:1])


def _number(rows: QuerySet[Any]) -> Subquery:
    """How many of these point at the note; nothing where there are none."""
    counted = rows.filter(note=OuterRef("pk")).order_by().values("note").annotate(n=Count("pk"))
    return Subquery(counted.values("n")[:1])
