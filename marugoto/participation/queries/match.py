"""Look at wishes, at the places that fit, and at what became of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.ground.ahead import in_columns
from marugoto.ground.transaction import looking
from marugoto.participation.codes import (
    Company,
    Doing,
    Fear,
    GoodEnd,
    HostSays,
    MatchState,
    Sex,
    StillThere,
    Support,
    Tongue,
    Trait,
    Travel,
    VisitFeeling,
    VisitKind,
    WhyNot,
)
from marugoto.participation.labels import said
from marugoto.participation.models import DistrictRoad, Match, MatchStanding, StayLook, Visit, Wish, WishInterest
from marugoto.participation.queries.offered import index_of
from marugoto.participation.queries.stay import settled
from marugoto.participation.rules import slot
from marugoto.participation.rules.asking import question
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.matching import find
from marugoto.participation.rules.offered import Found, Standing, Wished
from marugoto.participation.rules.roads import ALWAYS, Road, reached
from marugoto.participation.rules.stay import MARKS, STAYING, next_look
from marugoto.participation.rules.words import narrow_topics, tokens, topics

Heard = tuple[Wish, frozenset[str]] | None  # the latest wish and the codes of its interests
MOST = 200
STAY = "stay"
FURTHEST = (
    MatchState.HELPING,
    MatchState.SETTLED,
    MatchState.WILLING,
    MatchState.ROOM,
    MatchState.ASKED,
    MatchState.NO_ROOM,
    MatchState.UNWILLING,
    MatchState.ENDED,
)
NOT_AGAIN = frozenset({WhyNot.DID_NOT_SUIT, WhyNot.GONE, WhyNot.HOST_DECLINED, WhyNot.TOO_FAR})
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
class StayLine:
    """`after` 90 or 180 days."""

    after: int
    day: date
    result: StillThere
    host: HostSays
    words: str
    host_words: str


@dataclass(frozen=True)
class MatchLine:
    """`why` and `good` as they were said with the state; `due`: the next look at whether it lasts, its mark and its day."""

    match: UUID
    place: UUID
    place_name: str
    state: MatchState
    since: date
    reasons: tuple[str, ...]
    visits: tuple[VisitLine, ...]
    why: WhyNot | None = None
    good: GoodEnd | None = None
    looks: tuple[StayLine, ...] = ()
    due: tuple[int, date] | None = None


@dataclass(frozen=True)
class StayDue:
    """Somebody is to ask whether it lasts."""

    match: UUID
    need: UUID
    number: str
    place_name: str
    after: int
    day: date


@looking
def wish_of(viewer: Viewer, need: UUID) -> Heard:
    """The latest wish and its interests."""
    row = Wish.objects.open_to(viewer).filter(need=need).order_by("-made_at").first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    interests = WishInterest.objects.within(viewer.body).filter(wish=row)
    return row, frozenset(interests.values_list("interest", flat=True))


@looking
def matches_of(viewer: Viewer, need: UUID) -> list[MatchLine]:
    """The places this need was brought to, with their visits and looks, the latest first: three queries."""
    rows = list(_standing_now(viewer).filter(need=need).select_related("place").order_by("-made_at"))
    visits: dict[UUID, list[VisitLine]] = {}
    for one in Visit.objects.open_to(viewer).filter(match__in=rows).order_by("-day", "-made_at"):
        line = VisitLine(
            one.day, VisitKind(one.kind), VisitFeeling(one.feeling), one.with_worker, one.words, one.host_words
        )
        visits.setdefault(one.match_id, []).append(line)
    looks: dict[UUID, list[StayLine]] = {}
    for look in StayLook.objects.open_to(viewer).filter(match__in=rows).order_by("-after"):
        found = StayLine(
            look.after, look.day, StillThere(look.result), HostSays(look.host), look.words, look.host_words
        )
        looks.setdefault(look.match_id, []).append(found)
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return [_line(row, visits.get(row.pk, []), looks.get(row.pk, [])) for row in rows]


def _line(row: Any, visits: Sequence[VisitLine], looks: Sequence[StayLine]) -> MatchLine:
    return MatchLine(
        row.pk,
        row.place_id,
        row.place.name,
        MatchState(row.state),
        row.since,
        tuple(row.reasons),
        tuple(visits),
        WhyNot(row.why) if row.why else None,
        GoodEnd(row.good) if row.good else None,
        tuple(looks),
        _due(row, [(one.after, one.day) for one in looks]),
    )


def _due(row: Any, looks: Iterable[tuple[int, date]]) -> tuple[int, date] | None:
    """Of the looks those since it began that he stays."""
    if row.state not in STAYING or row.settled_on is None:
        return None
    return next_look(row.settled_on, {after for after, day in looks if day >= row.settled_on})


@looking
def stays_due(viewer: Viewer, *, since: date) -> list[StayDue]:
    """Whether it lasts is to be asked from that day on, of the needs in one's own charge: two queries, one where nobody settled."""
    rows = _standing_now(viewer).filter(need__ball__in_charge=viewer.duty, need__ball__settlement=None)
    rows = list(
        rows.filter(state__in=STAYING).select_related("place", "need__case").order_by("settled_on", "pk")[:MOST]
    )
    if not rows:
        return []
    done: dict[UUID, list[tuple[int, date]]] = {}
    for look in StayLook.objects.open_to(viewer).filter(match__in=rows):
        done.setdefault(look.match_id, []).append((look.after, look.day))
    found = []
    for row in rows:
        due = _due(row, done.get(row.pk, []))
        if due is not None and due[1] >= since:
            viewer.sight.shows(row.folder_id, Part.SUPPORT)
            found.append(StayDue(row.pk, row.need_id, row.need.case.number, row.place.name, *due))
    return found


def stays_ahead(viewer: Viewer, case: UUID) -> QuerySet[Any, Any]:
    """Where people of this case stay: `row_day` is since when, `row_n` the sum of the marks at which somebody looked since then. It runs as part
    of a page's question; `next_stay` says when the next look is."""
    looks = StayLook.objects.within(viewer.body).filter(match=OuterRef("pk"), day__gte=OuterRef("settled_on"))
    looked = Coalesce(Subquery(looks.order_by().values("match").annotate(all=Sum("after")).values("all")), 0)
    rows = _standing_now(viewer).filter(need__case=case, need__ball__settlement=None, state__in=STAYING)
    return in_columns(rows, STAY, ref="need_id", title="place__name", day="settled_on", n=looked)


def next_stay(settled_on: date, looked: int) -> tuple[int, date] | None:
    return next_look(settled_on, MARKS if looked == sum(MARKS) else {looked})


def _standing_now(viewer: Viewer) -> Any:
    latest = MatchStanding.objects.within(viewer.body).filter(match=OuterRef("pk")).order_by("-number")
    return Match.objects.open_to(viewer).annotate(
        state=Subquery(latest.values("state")[:1]),
        since=Subquery(latest.values("day")[:1]),
        why=Subquery(latest.values("why")[:1]),
        good=Subquery(latest.values("good")[:1]),
        settled_on=Subquery(settled(viewer.body, OuterRef("pk")).values("day")[:1]),
    )


@looking
def places_to_weigh(viewer: Viewer) -> Index:
    """For a page that asks `fitting` and `questions`: so that what stands in it is looked up once."""
    return index_of(viewer)


@looking
def fitting(viewer: Viewer, need: UUID, *, heard: Heard = None, index: Index | None = None) -> Found:
    """The running places the viewer may see, weighed against the need's latest wish. A page that has looked at wish and index
    already hands them over."""
    heard = heard or wish_of(viewer, need)
    wished = as_wished(viewer, need, *heard) if heard else Wished(turn=str(need))
    return find(wished, index or index_of(viewer), said(), links_for(linked_now(viewer), need))


@looking
def questions(
    viewer: Viewer, need: UUID, places: Collection[UUID], *, heard: Heard = None, index: Index | None = None
) -> dict[UUID, str]:
    """What is asked of these hosts, without a name; wish and index as in `fitting`."""
    heard = heard or wish_of(viewer, need)
    wished = as_wished(viewer, need, *heard) if heard else Wished()
    index, labels = index or index_of(viewer), said()
    known = {place: index.place(str(place)) for place in places}
    return {place: question(wished, one, labels) for place, one in known.items() if one is not None}


def as_wished(
    viewer: Viewer, need: UUID, wish: Wish, interests: frozenset[str], *, roads: Sequence[Road] | None = None
) -> Wished:
    ways = frozenset(map(Travel, _codes(wish.ways)))
    if roads is None:
        roads = known_roads(viewer) if wish.area and ways else []
    return Wished(
        interests=interests,
        words=tokens(f"{wish.words}\n{wish.topics}"),
        times=slot.read(wish.times),
        area=wish.area,
        ways=ways,
        minutes=wish.minutes,
        reached=reached(wish.area, ways, wish.minutes, roads if wish.area and ways else ()),
        company=frozenset(map(Company, _codes(wish.company))) - {Company.UNKNOWN},
        fears=frozenset(map(Fear, _codes(wish.fears))),
        tongues=frozenset(map(Tongue, _codes(wish.tongues))),
        support=frozenset(map(Support, _codes(wish.support))),
        fee_limit=wish.fee_limit,
        after=wish.after,
        until=wish.until,
        stay=wish.stay,
        as_whom=frozenset(_codes(wish.as_whom)),
        age=wish.age,
        sex=Sex(wish.sex) if wish.sex else None,
        turn=str(need),
        **_insisted(wish),
    )


def _insisted(wish: Wish) -> dict[str, Any]:
    """The particular thing, and what has to be there or may not."""
    return {
        "topics": topics(wish.topics.splitlines()),
        "only_topics": wish.only_topics,
        "not_topics": narrow_topics(wish.not_topics.splitlines()),
        "must_words": narrow_topics(wish.must_words.splitlines()),
        "doings": frozenset(map(Doing, _codes(wish.doings))),
        "likes": frozenset(map(Trait, _codes(wish.likes))),
        "must": frozenset(map(Trait, _codes(wish.must))),
        "never": frozenset(map(Trait, _codes(wish.never))),
        "weeks": frozenset(map(int, _codes(wish.weeks))),
        "not_areas": frozenset(_codes(wish.not_areas)),
    } | {name: getattr(wish, name) for name in ("steps", "fee_month", "fee_year")}


def _codes(joined: str) -> list[str]:
    return joined.split(",") if joined else []


def known_roads(viewer: Viewer) -> list[Road]:
    rows = DistrictRoad.objects.within(viewer.body).order_by("pk")
    return [
        Road(row.start, row.end, Travel(row.way), row.minutes, slot.read(row.times) if row.times else ALWAYS, row.last)
        for row in rows
    ]


@looking
def roads(viewer: Viewer) -> list[DistrictRoad]:
    """How one gets from district to district, as it is written down."""
    return list(DistrictRoad.objects.within(viewer.body).order_by("start", "end", "way"))


def linked_now(viewer: Viewer) -> list[Any]:
    """All links the viewer's folders tell of, each with its present state: one query."""
    latest = MatchStanding.objects.within(viewer.body).filter(match=OuterRef("pk")).order_by("-number")
    rows = Match.objects.open_to(viewer).select_related("place")
    return list(
        rows.annotate(state=Subquery(latest.values("state")[:1]), why=Subquery(latest.values("why")[:1])).order_by(
            "made_at", "pk"
        )
    )


def links_for(linked: Sequence[Any], need: UUID) -> Standing:
    """How many go to each place now; and what this need's own way says of each."""
    going: Counter[str] = Counter()
    refused, full = set(), set()
    for row in linked:
        place = str(row.place_id)
        if row.state in {MatchState.WILLING, MatchState.SETTLED, MatchState.HELPING}:
            going[place] += 1
        if row.need_id == need:
            refused |= {place} if row.state == MatchState.UNWILLING or row.why in NOT_AGAIN else set()
            full |= {place} if row.state == MatchState.NO_ROOM else set()
    return Standing(frozenset(refused), frozenset(full), dict(going))
