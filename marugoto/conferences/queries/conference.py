"""Look at conferences: the table, its items, seats, the shared sheet and what was decided."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from marugoto.agencies.codes import Field
from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import Stage
from marugoto.conferences.kinds import Kind, kind_of, of_topics
from marugoto.conferences.models import (
    AgendaItem,
    Attended,
    Conference,
    ConferenceStage,
    Decision,
    Minutes,
    Seat,
    SeatPledge,
    Topic,
    View,
)
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.basis import ground_of
from marugoto.disclosure.queries.folder import Open
from marugoto.disclosure.rules.basis import Basis
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

PAGE = 50
NAMELESS = tuple(kind.code for kind in of_topics())  # speak of nobody: there for all who work on support


@dataclass(frozen=True)
class SeatLine:
    """`mine`: the viewer sits here. The view's texts are empty where the item's folder is not open to the viewer."""

    seat: UUID
    duty: UUID
    name: str
    hat: str
    team: str
    field: Field
    reason: str
    pledged: bool
    attendance: str
    mine: bool
    view: View | None


@dataclass(frozen=True)
class DecisionLine:
    decision: UUID
    number: int
    words: str
    team: str
    taker: str
    due: date
    need: UUID


@dataclass(frozen=True)
class MinutesLine:
    """One version of what was said."""

    version: int
    words: str
    writer: str
    made_at: datetime


@dataclass(frozen=True)
class ItemPage:
    """`open`: the viewer may read what lies under this item. `versions`: all of the minutes, the newest last."""

    item: UUID
    number: int
    case: UUID
    basis: BasisCode
    ground: Basis  # as it applies to this body on the day of the conference
    open: bool
    seats: tuple[SeatLine, ...]
    minutes: str
    decisions: tuple[DecisionLine, ...]
    versions: tuple[MinutesLine, ...] = ()
    asked_days: int = 0  # opening days from the day on which it was put on to the day of the conference

    @property
    def version(self) -> int:
        return self.versions[-1].version if self.versions else 0


@dataclass(frozen=True)
class ConferencePage:
    conference: Conference
    kind: Kind
    stages: dict[Stage, datetime]
    items: tuple[ItemPage, ...]

    @property
    def opened(self) -> bool:
        return Stage.OPENED in self.stages

    @property
    def ended(self) -> bool:
        return Stage.CLOSED in self.stages or Stage.CALLED_OFF in self.stages


@dataclass(frozen=True)
class ConferenceLine:
    conference: UUID
    name: str
    kind: str
    begins_at: datetime
    where: str
    items: int
    stage: Stage


@dataclass(frozen=True)
class ConferenceList:
    rows: tuple[ConferenceLine, ...]
    count: int
    page: int


@looking
def get(viewer: Viewer, conference: UUID) -> ConferencePage | None:
    """The conference where the viewer hosts it or sits at one of its items; otherwise it is not there.

    Who only sits sees the items he sits at, counted by themselves, and of one he has not promised secrecy for no seat but his own.
    """
    row = Conference.objects.within(viewer.body).select_related("host").filter(pk=conference).first()
    if row is None:
        return None
    rows = AgendaItem.objects.within(viewer.body).select_related("conference").filter(conference=row)
    items = list(rows.order_by("number"))
    seats = list(
        Seat.objects.within(viewer.body)
        .filter(item__in=items)
        .select_related("duty__worker", "duty__team__agency")
        .order_by("made_at", "pk")
    )
    pledges = SeatPledge.objects.within(viewer.body).filter(seat__in=seats)
    pledged = set(pledges.values_list("seat_id", flat=True))
    if row.host_id != viewer.team:
        seats = _of_a_guest(viewer, seats, pledged)
        items = [one for one in items if any(seat.item_id == one.pk for seat in seats)]
    if row.host_id != viewer.team and not seats and not kind_of(row.kind).of_topics:
        return None
    reached = ConferenceStage.objects.within(viewer.body).filter(conference=row)
    stages = {Stage(stage.stage): stage.made_at for stage in reached}
    return ConferencePage(row, kind_of(row.kind), stages, _items(viewer, items, seats, pledged))


@looking
def list_conferences(viewer: Viewer, *, page: int = 1, coming: bool = True, nameless: bool = True) -> ConferenceList:
    """Conferences the viewer hosts or sits in: the coming ones soonest first, the past ones latest first. Without `nameless` only
    those on whose agenda a household can come."""
    mine = Seat.objects.within(viewer.body).filter(duty=viewer.duty).values("item__conference_id")
    rows = Conference.objects.within(viewer.body).filter(Q(host=viewer.team) | Q(pk__in=mine) | Q(kind__in=NAMELESS))
    rows = rows if nameless else rows.exclude(kind__in=NAMELESS)
    rows = rows.filter(begins_at__gte=viewer.at) if coming else rows.filter(begins_at__lt=viewer.at)
    count = rows.count()
    first = (max(page, 1) - 1) * PAGE
    latest = ConferenceStage.objects.within(viewer.body).filter(conference=OuterRef("pk")).order_by("-made_at")
    at_it = Seat.objects.within(viewer.body).filter(duty=viewer.duty, item=OuterRef("pk"))
    seen = AgendaItem.objects.within(viewer.body).filter(Q(conference__host=viewer.team) | Exists(at_it))
    items = seen.filter(conference=OuterRef("pk")).order_by().values("conference")
    topics = Topic.objects.within(viewer.body).filter(conference=OuterRef("pk")).order_by().values("conference")
    shown = rows.annotate(
        stage=Subquery(latest.values("stage")[:1]),
        item_count=Subquery(items.annotate(n=Count("pk")).values("n")[:1]),
        topic_count=Subquery(topics.annotate(n=Count("pk")).values("n")[:1]),
    ).order_by("begins_at" if coming else "-begins_at", "pk")
    lines = tuple(
        ConferenceLine(
            row.pk,
            row.name,
            kind_of(row.kind).name,
            row.begins_at,
            row.where,
            (row.item_count or 0) + (row.topic_count or 0),
            Stage(row.stage),
        )
        for row in shown[first : first + PAGE]
    )
    return ConferenceList(lines, count, max(page, 1))


@looking
def coming_until(viewer: Viewer, until: datetime) -> list[Conference]:
    """Those the viewer hosts or sits in from now to then, not called off, the soonest first: one query."""
    mine = Seat.objects.within(viewer.body).filter(duty=viewer.duty).values("item__conference_id")
    off = ConferenceStage.objects.within(viewer.body).filter(stage=Stage.CALLED_OFF).values("conference_id")
    rows = Conference.objects.within(viewer.body).filter(Q(host=viewer.team) | Q(pk__in=mine))
    return list(
        rows.filter(begins_at__gte=viewer.at, begins_at__lt=until).exclude(pk__in=off).order_by("begins_at", "pk")
    )


@looking
def of_case(viewer: Viewer, case: UUID) -> list[Conference]:
    """Conferences at which this case was or will be an item, the latest first; to whoever hosts none and has no seat there, a
    conference is not there, and neither is its name."""
    items = AgendaItem.objects.within(viewer.body).filter(case=case).values("conference_id")
    seats = Seat.objects.within(viewer.body).filter(duty=viewer.duty, item__case=case).values("item__conference_id")
    mine = Conference.objects.within(viewer.body).filter(Q(host=viewer.team) | Q(pk__in=seats), pk__in=items)
    return list(mine.order_by("-begins_at"))


@looking
def held_about(viewer: Viewer, case: UUID) -> list[Conference]:
    """Of these, the ones that have begun and were not called off: only they can have examined a plan."""
    stages = ConferenceStage.objects.within(viewer.body)
    begun = set(stages.filter(stage=Stage.OPENED).values_list("conference_id", flat=True))
    off = set(stages.filter(stage=Stage.CALLED_OFF).values_list("conference_id", flat=True))
    return [row for row in of_case(viewer, case) if row.pk in begun - off]


@looking
def item(viewer: Viewer, item: UUID) -> AgendaItem | None:
    return AgendaItem.objects.within(viewer.body).select_related("conference").filter(pk=item).first()


@looking
def seat(viewer: Viewer, seat: UUID) -> Seat | None:
    return Seat.objects.within(viewer.body).select_related("item__conference", "duty").filter(pk=seat).first()


def _of_a_guest(viewer: Viewer, seats: list[Seat], pledged: set[UUID]) -> list[Seat]:
    """His own seats, and the whole table of items at which he promised secrecy."""
    own = [seat for seat in seats if seat.duty_id == viewer.duty]
    bound = {seat.item_id for seat in own if seat.pk in pledged}
    return [seat for seat in seats if seat.duty_id == viewer.duty or seat.item_id in bound]


def _items(viewer: Viewer, items: list[AgendaItem], seats: list[Seat], pledged: set[UUID]) -> tuple[ItemPage, ...]:
    open_now = _open_folders(viewer, items)
    views = {view.seat_id: view for view in View.objects.open_to(viewer).filter(seat__in=seats).order_by("made_at")}
    came = dict(Attended.objects.within(viewer.body).filter(seat__in=seats).values_list("seat_id", "attendance"))
    minutes = _minutes(viewer, items)
    decided = list(
        Decision.objects.open_to(viewer)
        .filter(item__in=items)
        .select_related("team", "taken_by__worker")
        .order_by("number")
    )
    pages = []
    for place, one in enumerate(items, start=1):  # no gap tells a guest of what he does not see
        known = one.folder in open_now  # else who sits there, and why, is not told; one's own seat is
        mine = [seat for seat in seats if seat.item_id == one.pk and (known or seat.duty_id == viewer.duty)]
        lines = tuple(_seat(viewer, seat, views, pledged, came) for seat in mine)
        if one.folder in open_now:
            viewer.sight.shows(one.folder, Part.SUPPORT)
        said = minutes.get(one.pk, ())
        decisions = tuple(_decision(row) for row in decided if row.item_id == one.pk)
        pages.append(
            ItemPage(
                one.pk,
                place,
                one.case,
                BasisCode(one.basis),
                ground_of(viewer.body, BasisCode(one.basis), local_day(one.conference.begins_at)),
                one.folder in open_now,
                lines,
                said[-1].words if said else "",
                decisions,
                said,
                max(viewer.calendar.between(local_day(one.made_at), local_day(one.conference.begins_at)), 0),
            )
        )
    return tuple(pages)


def _minutes(viewer: Viewer, items: list[AgendaItem]) -> dict[UUID, tuple[MinutesLine, ...]]:
    """By item, the newest last."""
    rows = Minutes.objects.open_to(viewer).filter(item__in=items).annotate(writer=worker_name("by")).order_by("version")
    found: dict[UUID, list[MinutesLine]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(MinutesLine(row.version, row.words, row.writer or "", row.made_at))
    return {item: tuple(lines) for item, lines in found.items()}


def _open_folders(viewer: Viewer, items: list[AgendaItem]) -> set[UUID]:
    """Folders of these items in which the viewer may read: by a seat, or because the viewer's team hosts the conference."""
    folders = Folder.objects.within(viewer.body).filter(pk__in=[one.folder for one in items])
    return set(folders.filter(Open(viewer, "pk")).values_list("pk", flat=True))


def _seat(viewer: Viewer, seat: Seat, views: dict[UUID, View], pledged: set[UUID], came: dict[UUID, str]) -> SeatLine:
    return SeatLine(
        seat=seat.pk,
        duty=seat.duty_id,
        name=seat.duty.worker.name,
        hat=seat.duty.name,
        team=seat.duty.team.name,
        field=Field(seat.duty.team.agency.field),
        reason=seat.reason,
        pledged=seat.pk in pledged,
        attendance=came.get(seat.pk, ""),
        mine=seat.duty_id == viewer.duty,
        view=views.get(seat.pk),
    )


def _decision(row: Decision) -> DecisionLine:
    return DecisionLine(row.pk, row.number, row.words, row.team.name, row.taken_by.worker.name, row.due, row.need)
