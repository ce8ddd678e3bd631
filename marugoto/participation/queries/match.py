"""Look at wishes, at the places that fit, and at what became of them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from marugoto.agencies.viewer import Viewer
from marugoto.community.labels import INTERESTS, WELCOMES
from marugoto.community.queries.place import all_with_interests
from marugoto.community.rules.opening import weekdays_of
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.participation.codes import Company, MatchState, VisitFeeling, VisitKind
from marugoto.participation.models import Match, MatchStanding, Visit, Wish, WishInterest
from marugoto.participation.rules.matching import Found, Offered, Wished, match
from marugoto.participation.rules.weekdays import weekdays_in

FURTHEST = (
    MatchState.SETTLED,
    MatchState.WILLING,
    MatchState.ROOM,
    MatchState.ASKED,
    MatchState.NO_ROOM,
    MatchState.UNWILLING,
    MatchState.ENDED,
)
NOTHING_CAME = frozenset({MatchState.NO_ROOM, MatchState.UNWILLING, MatchState.ENDED})


@dataclass(frozen=True)
class VisitLine:
    day: date
    kind: VisitKind
    feeling: VisitFeeling
    with_worker: bool
    words: str
    host_words: str


@dataclass(frozen=True)
class MatchLine:
    match: UUID
    place: UUID
    place_name: str
    state: MatchState
    since: date
    reasons: tuple[str, ...]
    visits: tuple[VisitLine, ...]


@looking
def wish_of(viewer: Viewer, need: UUID) -> tuple[Wish, frozenset[str]] | None:
    """The latest wish and its interests."""
    row = Wish.objects.open_to(viewer).filter(need=need).order_by("-made_at").first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    interests = WishInterest.objects.within(viewer.body).filter(wish=row)
    return row, frozenset(interests.values_list("interest", flat=True))


@looking
def matches_of(viewer: Viewer, need: UUID) -> list[MatchLine]:
    """The places this need was brought to, with their visits, the latest first."""
    latest = MatchStanding.objects.within(viewer.body).filter(match=OuterRef("pk")).order_by("-number")
    rows = list(
        Match.objects.open_to(viewer)
        .filter(need=need)
        .select_related("place")
        .annotate(state=Subquery(latest.values("state")[:1]), since=Subquery(latest.values("day")[:1]))
        .order_by("-made_at")
    )
    visits: dict[UUID, list[VisitLine]] = {}
    for one in Visit.objects.open_to(viewer).filter(match__in=rows).order_by("-day", "-made_at"):
        line = VisitLine(
            one.day, VisitKind(one.kind), VisitFeeling(one.feeling), one.with_worker, one.words, one.host_words
        )
        visits.setdefault(one.match_id, []).append(line)
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return [
        MatchLine(
            row.pk,
            row.place_id,
            row.place.name,
            MatchState(row.state),
            row.since,
            tuple(row.reasons),
            tuple(visits.get(row.pk, ())),
        )
        for row in rows
    ]


@looking
def fitting(viewer: Viewer, need: UUID) -> Found:
    """Every running place the viewer may see, weighed against the need's latest wish."""
    heard = wish_of(viewer, need)
    wished = _wished(*heard) if heard else Wished()
    going, states = _links(viewer, need)
    today = local_day(viewer.at)
    offered = [
        Offered(
            key=str(one.place.pk),
            name=one.place.name,
            interests=one.interests,
            welcomes=frozenset(one.welcomes),
            days=weekdays_of(one.times) or weekdays_in(one.place.days),
            area=one.place.district.code if one.place.district else "",
            confirmed_days_ago=(today - one.confirmed_on).days if one.confirmed_on else None,
            going_there=going[one.place.pk],
            no_room=states.get(one.place.pk) == MatchState.NO_ROOM,
            refused_before=states.get(one.place.pk) == MatchState.UNWILLING,
        )
        for one in all_with_interests(viewer)
        if one.may_be_proposed
    ]
    labels = {
        **{str(key): str(word) for key, word in INTERESTS.items()},
        **{str(key): str(word) for key, word in WELCOMES.items()},
    }
    return match(wished, offered, labels)


def _wished(wish: Wish, interests: frozenset[str]) -> Wished:
    days = frozenset(int(day) for day in wish.days.split(",") if day)
    return Wished(interests, days, wish.area, Company(wish.company), wish.welcome)


def _links(viewer: Viewer, need: UUID) -> tuple[Counter[UUID], dict[UUID, str]]:
    """How many go to each place now, as far as the viewer's folders tell; and where this need stands with each."""
    latest = (
        MatchStanding.objects.within(viewer.body).filter(match=OuterRef("pk")).order_by("-number").values("state")[:1]
    )
    going: Counter[UUID] = Counter()
    states = {}
    for row in Match.objects.open_to(viewer).annotate(state=Subquery(latest)):
        if row.state in {MatchState.WILLING, MatchState.SETTLED}:
            going[row.place_id] += 1
        if row.need_id == need:
            states[row.place_id] = row.state
    return going, states


@dataclass(frozen=True)
class PlaceTie:
    """A place to which people of these needs go, or may go: how far its furthest link has come, and the visits since a day."""

    place: UUID
    name: str
    state: MatchState
    visits: int
    last: VisitFeeling | None


@looking
def ties_to_places(viewer: Viewer, needs: Collection[UUID], since: date) -> list[PlaceTie]:
    """By name; links that came to nothing are not among them: two queries, however many needs."""
    latest = MatchStanding.objects.within(viewer.body).filter(match=OuterRef("pk")).order_by("-number")
    links = Match.objects.open_to(viewer).filter(need__in=needs).select_related("place").order_by("made_at", "pk")
    rows = list(links.annotate(state=Subquery(latest.values("state")[:1])))
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    seen = Visit.objects.open_to(viewer).filter(match__in=rows, day__gte=since)
    went: dict[UUID, list[Visit]] = {}
    for one in seen.exclude(feeling=VisitFeeling.DID_NOT_GO).order_by("day", "made_at"):
        went.setdefault(one.match_id, []).append(one)
    of_place: dict[UUID, list[Any]] = {}
    for row in rows:
        if row.state not in NOTHING_CAME or row.pk in went:
            of_place.setdefault(row.place_id, []).append(row)
    return sorted((_tie(links, went) for links in of_place.values()), key=lambda tie: tie.name)


def _tie(links: Sequence[Any], went: Mapping[UUID, list[Visit]]) -> PlaceTie:
    """All links with one place together."""
    furthest = min(links, key=lambda row: FURTHEST.index(MatchState(row.state)))
    visits = sorted((one for row in links for one in went.get(row.pk, ())), key=lambda one: (one.day, one.made_at))
    last = VisitFeeling(visits[-1].feeling) if visits else None
    return PlaceTie(furthest.place_id, furthest.place.name, MatchState(furthest.state), len(visits), last)
