"""Look at initiatives, and at what register, diary, unmet needs and participation say before and after each began."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    """Six queries, whatever the number of figures, of facts and of other initiatives."""
    recorded, population = _recorded(viewer), directory.body(viewer.body).population
    rows = _all_from(viewer, whole.row)
    tables = [
        (row, where, spans(since=row.since, months=one, today=local_day(viewer.at), recorded=recorded))
        for row, where in zip(rows, _within(viewer, rows), strict=True)
        for one in dict.fromkeys((months, *MONTHS))
    ]
    row, within, span = tables[0]
    own = [one for other, _where, one in tables if other is row]
    earlier = [
        (where, one) for other, where, one in tables if other is not row and _told_on(other, one) < _told_on(row, span)
    ]
    found = count(
        FIGURES,
        _facts(viewer, [*own, *(one for _where, one in earlier)]),
        within,
        span,
        parts=parts_of_span(span),
        population=population,
        others=own[1:],
        earlier=earlier,
    )
    return Compared(span, tuple(found), recorded, population)


def _told_on(row: Initiative, span: Spans) -> tuple[date, datetime, UUID]:
    """In which order tables come to be told: what was told first stays as it is."""
    return max(span.asked, local_day(row.made_at)), row.made_at, row.pk


def _facts(viewer: Viewer, within: Sequence[Spans]) -> list[Fact]:
    rows = Fact.objects.within(viewer.body).filter(kind__in={one.kind for one in FIGURES})
    first, until = min(one.first for one in within), max(one.until for one in within)
    return list(rows.filter(day__gte=first.toordinal(), day__lt=until.toordinal()).order_by("seq"))


def _all_from(viewer: Viewer, row: Initiative) -> list[Initiative]:
    """This one first. It is asked for with the others, so that it costs as much where there are none."""
    rows = Initiative.objects.within(viewer.body).prefetch_related(_parts(viewer)).order_by("made_at", "pk")
    return [row, *(one for one in rows if one.pk != row.pk)]


def _within(viewer: Viewer, rows: Iterable[Initiative]) -> list[Within]:
    """What each is cut to, the places that not everybody sees with it."""
    parts: list[tuple[str, list[Any]]] = [(row.theme, list(row.parts.all())) for row in rows]
    areas = {one.district.code for _theme, own in parts for one in own if one.district}
    places: defaultdict[str, set[UUID]] = defaultdict(set)
    for pk, code in _places_in(viewer, areas) if areas else ():
        places[code].add(pk)
    found = []
    for theme, own in parts:
        codes = frozenset(one.district.code for one in own if one.district)
        found.append(
            Within(
                places=frozenset(one.place.pk for one in own if one.place),
                areas=codes,
                in_areas=frozenset(pk for code in codes for pk in places[code]),
                theme=theme,
            )
        )
    return found


def _recorded(viewer: Viewer) -> date | None:
    """The first day of which the house knows anything that is counted here."""
    first = Fact.objects.within(viewer.body).filter(kind__in=_KINDS).aggregate(first=Min("day"))["first"]
    return date.fromordinal(first) if first else None


def _places_in(viewer: Viewer, areas: Iterable[str]) -> Iterable[tuple[UUID, str]]:
    return Place.objects.within(viewer.body).filter(district__code__in=areas).values_list("pk", "district__code")


def _parts(viewer: Viewer) -> Any:
    rows = InitiativePart.objects.within(viewer.body).select_related("district", "place", "undertaking")
    return Prefetch("parts", queryset=rows.order_by("district__code", "place__name", "undertaking__name"))


_KINDS: Mapping[str, None] = dict.fromkeys(one.kind for one in FIGURES)
