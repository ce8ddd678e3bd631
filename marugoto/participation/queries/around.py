"""Who is around people by what is kept here: places to which they go or may go, and who looks in on them. One question for both."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    DateField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import Open, OpenQuestion
from marugoto.ground.ahead import NO_DAY
from marugoto.ground.question import Among, Ids
from marugoto.ground.transaction import looking
from marugoto.participation.codes import Looker, LookResult, MatchState, VisitFeeling
from marugoto.participation.models import Match, MatchStanding, Visit, Watch, WatchLook
from marugoto.participation.queries.match import FURTHEST, NOTHING_CAME

PLACE, WATCH = "place", "watch"
COLUMNS = (
    "row_kind",
    "row_ref",
    "row_folder",
    "row_name",
    "row_code",
    "row_firm",
    "row_days",
    "row_n",
    "row_last",
    "row_day",
    "row_at",
)


@dataclass(frozen=True)
class PlaceTie:
    """A place to which people of these needs go, or may go: how far its furthest link has come, and the visits since a day."""

    place: UUID
    name: str
    state: MatchState
    visits: int
    last: VisitFeeling | None


@dataclass(frozen=True)
class WatchTie:
    """Who looks in, that is none of our teams; `seen`: how often he saw them since a day. `name` as he is called, or empty."""

    watch: UUID
    name: str
    looker: Looker
    firm: str
    every_days: int
    seen: int


@dataclass(frozen=True)
class Ties:
    places: tuple[PlaceTie, ...]
    watches: tuple[WatchTie, ...]


@looking
def ties_around(viewer: Viewer, *, case: UUID, needs: Collection[UUID], persons: Collection[UUID], since: date) -> Ties:
    """Places by name, without links that came to nothing; then who looks in today on the household of the case, or on one of
    `persons`, as far as whom it is about is visible."""
    of_place, watches = dict[UUID, list[Any]](), list[WatchTie]()
    for row in sorted(_AROUND.of(viewer, case=case, needs=needs, persons=persons, since=since), key=_as_written):
        viewer.sight.shows(row.row_folder, Part.SUPPORT)
        if row.row_kind == WATCH:
            watches.append(_watch(row))
        elif row.row_code not in NOTHING_CAME or row.row_n:
            of_place.setdefault(row.row_ref, []).append(row)
    places = sorted((_place(links) for links in of_place.values()), key=lambda tie: tie.name)
    return Ties(tuple(places), tuple(watches))


def _as_written(row: Any) -> tuple[Any, ...]:
    return row.row_at, row.row_ref


def _place(links: Sequence[Any]) -> PlaceTie:
    """All links with one place together."""
    furthest = min(links, key=lambda row: FURTHEST.index(MatchState(row.row_code)))
    went = [row for row in links if row.row_n]
    last = VisitFeeling(max(went, key=lambda row: row.row_day).row_last) if went else None
    visits = sum(row.row_n for row in went)
    return PlaceTie(furthest.row_ref, furthest.row_name, MatchState(furthest.row_code), visits, last)


def _watch(row: Any) -> WatchTie:
    return WatchTie(row.row_ref, row.row_name, Looker(row.row_code), row.row_firm or "", row.row_days, row.row_n)


def _around(viewer: Viewer, case: Any, needs: Any, persons: Any, since: date) -> QuerySet[Any, Any]:
    return _places(viewer, needs, since).union(_watches(viewer, case, persons, since), all=True)


_AROUND = OpenQuestion(_around, case=UUIDField(), needs=Ids(), persons=Ids(), since=DateField())


def _places(viewer: Viewer, needs: Any, since: date) -> QuerySet[Any, Any]:
    stood = MatchStanding.objects.within(viewer.body).filter(match=OuterRef("pk")).order_by("-number")
    went = Visit.objects.open_to(viewer).filter(match=OuterRef("pk"), day__gte=since)
    went = went.exclude(feeling=VisitFeeling.DID_NOT_GO)
    latest = went.order_by("-day", "-made_at")
    return _in_columns(
        Match.objects.open_to(viewer).filter(Among("need", needs)),
        PLACE,
        ref="place_id",
        name=F("place__name"),
        code=Subquery(stood.values("state")[:1]),
        n=_count(went, "match"),
        last=Subquery(latest.values("feeling")[:1]),
        day=Subquery(latest.values("day")[:1]),
    )


def _watches(viewer: Viewer, case: Any, persons: Any, since: date) -> QuerySet[Any, Any]:
    seen = WatchLook.objects.open_to(viewer).filter(watch=OuterRef("pk"), day__gte=since)
    seen = seen.exclude(result=LookResult.NOT_SEEN)
    rows = Watch.objects.open_to(viewer).filter(Q(case=case) | Q(Among("person", persons)), ball__settlement=None)
    shown = rows.filter(Q(person=None) | Q(Open(viewer, "person__folder_id"))).exclude(looker=Looker.TEAM)
    return _in_columns(
        shown,
        WATCH,
        ref="pk",
        name=F("looker_words"),
        code=F("looker"),
        firm=F("agreement__firm"),
        days=F("every_days"),
        n=_count(seen, "watch"),
    )


def _count(rows: QuerySet[Any], by: str) -> Subquery:
    return Subquery(rows.order_by().values(by).annotate(n=Count("pk")).values("n")[:1])


def _in_columns(rows: QuerySet[Any], kind: str, *, ref: str, **said: Any) -> QuerySet[Any, Any]:
    """Columns that are not said are empty."""
    nothing, none = Value(""), Value(0)
    found = {
        "row_kind": Value(kind, CharField()),
        "row_ref": Cast(F(ref), UUIDField()),
        "row_folder": Cast(F("folder"), UUIDField()),
        "row_name": Cast(said["name"], CharField()),
        "row_code": Cast(said["code"], CharField()),
        "row_firm": Cast(said.get("firm", nothing), CharField()),
        "row_days": Cast(said.get("days", none), IntegerField()),
        "row_n": Cast(Coalesce(said["n"], none), IntegerField()),
        "row_last": Cast(said.get("last", nothing), CharField()),
        "row_day": said.get("day", NO_DAY),
        "row_at": F("made_at"),
    }
    return rows.order_by().annotate(**found).values_list(*COLUMNS)
