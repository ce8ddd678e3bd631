"""Look at initiatives, and at what register, diary, unmet needs and participation say before and after each began."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Min, Prefetch

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import HostedBy, NoteKind, UnmetEnd
from marugoto.community.events import (
    DialogueHeld,
    FieldFound,
    FieldVisited,
    PlaceConfirmed,
    PlaceEnded,
    PlaceListed,
    PlaceWidened,
    TrainingHeld,
    UnmetEnded,
    UnmetFiled,
)
from marugoto.community.models import Place
from marugoto.community.queries.place import tiers_of
from marugoto.evaluation.models import Initiative, InitiativeChange, InitiativePart
from marugoto.evaluation.rules.before_after import (
    MONTHS,
    Counted,
    Figure,
    Scope,
    Spans,
    Within,
    count,
    parts_of_span,
    spans,
)
from marugoto.ground.transaction import looking, looking_from_the_tower
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import Event, layout
from marugoto.ledger.models import Fact
from marugoto.participation.codes import MatchState
from marugoto.participation.events import MatchMoved, VisitMade


def _figure(
    code: str,
    event: type[Event],
    scope: Scope,
    *,
    place: str = "",
    theme: str = "",
    where: Mapping[str, Collection[str]] | None = None,
    people: bool = False,
) -> Figure:
    """`place`, `theme` and `where` name fields of the event; here they become the columns of its facts."""
    fields = layout(event) | {"": ""}
    columns = {fields[name]: codes for name, codes in (where or {}).items()}
    return Figure(code, event.kind, scope, fields[place], fields[theme], columns, people)


FIGURES: tuple[Figure, ...] = (
    _figure("listed", PlaceListed, Scope.AREA),
    _figure("widened", PlaceWidened, Scope.PLACE, place="place"),
    _figure("confirmed", PlaceConfirmed, Scope.PLACE, place="place"),
    _figure("closed", PlaceEnded, Scope.PLACE, place="place"),
    _figure("visits", FieldVisited, Scope.PLACE, place="place"),
    _figure(
        "gatherings",
        FieldVisited,
        Scope.PLACE,
        place="place",
        where={"type": {NoteKind.GATHERING}, "hosted": {HostedBy.RESIDENTS, HostedBy.TOGETHER}},
    ),
    _figure("findings", FieldFound, Scope.AREA, theme="theme"),
    _figure("dialogues", DialogueHeld, Scope.AREA, theme="theme"),
    _figure("trainings", TrainingHeld, Scope.AREA),
    _figure("unmet", UnmetFiled, Scope.AREA, people=True),
    _figure(
        "answered",
        UnmetEnded,
        Scope.PLACE,
        place="place",
        where={"end": {UnmetEnd.PLACE_FOUND, UnmetEnd.PLACE_MADE}},
        people=True,
    ),
    _figure("asked", MatchMoved, Scope.PLACE, place="place", where={"state": {MatchState.ASKED}}, people=True),
    _figure("tried", VisitMade, Scope.PLACE, place="place", people=True),
    _figure("settled", MatchMoved, Scope.PLACE, place="place", where={"state": {MatchState.SETTLED}}, people=True),
)


@dataclass(frozen=True)
class Changed:
    """What was put right, and why."""

    at: datetime
    was: str
    becomes: str
    reason: str
    by_name: str


@dataclass(frozen=True)
class Whole:
    """An initiative with all that belongs to it, as it is read; the latest change first. `unseen`: places that are counted, and are
    not for these eyes."""

    row: Initiative
    districts: tuple[tuple[UUID, str, str], ...]  # id, code, name
    places: tuple[tuple[UUID, str], ...]
    unseen: frozenset[UUID]
    undertakings: tuple[tuple[UUID, str], ...]
    changes: tuple[Changed, ...]


@dataclass(frozen=True)
class Compared:
    """`recorded`: the day of the first fact of the house."""

    spans: Spans
    rows: tuple[Counted, ...]
    recorded: date | None
    population: int | None


@looking
def initiatives(viewer: Viewer) -> list[Initiative]:
    """Those that run first, the latest begun first, each with its parts: two queries."""
    rows = Initiative.objects.within(viewer.body).select_related("ended").prefetch_related(_parts(viewer))
    return sorted(rows, key=lambda row: (row.ended_id is not None, -row.since.toordinal(), row.name))


@looking
def get(viewer: Viewer, initiative: UUID) -> Whole | None:
    """Three queries."""
    rows = Initiative.objects.within(viewer.body).select_related("ended").prefetch_related(_parts(viewer))
    row = rows.filter(pk=initiative).first()
    if row is None:
        return None
    changes = InitiativeChange.objects.within(viewer.body).filter(initiative=row).order_by("-made_at")
    named: Any = changes.annotate(by_name=directory.worker_name("by"))
    parts, tiers = list(row.parts.all()), tiers_of(viewer)
    places = [one.place for one in parts if one.place]
    return Whole(
        row=row,
        districts=tuple((one.district.pk, one.district.code, one.district.name) for one in parts if one.district),
        places=tuple((one.pk, one.name) for one in places if one.tier in tiers),
        unseen=frozenset(one.pk for one in places if one.tier not in tiers),
        undertakings=tuple((one.undertaking.pk, one.undertaking.name) for one in parts if one.undertaking),
        changes=tuple(Changed(one.made_at, one.was, one.becomes, one.reason, one.by_name or "") for one in named),
    )


@looking_from_the_tower
def compared(viewer: Viewer, whole: Whole, *, months: int) -> Compared:
    """Four queries, whatever the number of figures and facts."""
    recorded = _recorded(viewer)
    today = local_day(viewer.at)
    each = {one: spans(since=whole.row.since, months=one, today=today, recorded=recorded) for one in (*MONTHS, months)}
    span, widest = each[months], each[max(each)]
    areas = frozenset(code for _id, code, _name in whole.districts)
    within = Within(
        places=frozenset(pk for pk, _name in whole.places) | whole.unseen,
        areas=areas,
        in_areas=frozenset(_places_in(viewer, areas)) if areas else frozenset(),
        theme=whole.row.theme,
    )
    told = list(
        Fact.objects.within(viewer.body)
        .filter(kind__in={one.kind for one in FIGURES})
        .filter(day__gte=widest.first.toordinal(), day__lt=widest.until.toordinal())
        .order_by("seq")
    )
    population = directory.body(viewer.body).population
    others = [one for one in each.values() if one is not span]
    rows = count(FIGURES, told, within, span, parts=parts_of_span(span), population=population, others=others)
    return Compared(span, tuple(rows), recorded, population)


def _recorded(viewer: Viewer) -> date | None:
    """The first day of which the house knows anything that is counted here."""
    first = Fact.objects.within(viewer.body).filter(kind__in=_KINDS).aggregate(first=Min("day"))["first"]
    return date.fromordinal(first) if first else None


def _places_in(viewer: Viewer, areas: Iterable[str]) -> Iterable[UUID]:
    return Place.objects.within(viewer.body).filter(district__code__in=areas).values_list("pk", flat=True)


def _parts(viewer: Viewer) -> Any:
    rows = InitiativePart.objects.within(viewer.body).select_related("district", "place", "undertaking")
    return Prefetch("parts", queryset=rows.order_by("district__code", "place__name", "undertaking__name"))


_KINDS: Mapping[str, None] = dict.fromkeys(one.kind for one in FIGURES)
