"""Look at places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import PlaceKind, PromiseKind, Sort, Tier
from marugoto.community.models import (
    Confirmation,
    Place,
    PlaceChange,
    PlaceDay,
    PlaceEnding,
    PlaceInterest,
    PlacePromise,
    PlaceTime,
    PlaceTrait,
    PlaceWelcome,
    PlaceWords,
)
from marugoto.community.queries.place_open import open_on
from marugoto.community.queries.place_rows import doubted, promised, running, seen, tiers_of, tried
from marugoto.community.queries.place_whole import (
    WholePlace,
    all_with_interests,
    publishable,
    single_of,
    times_line,
    wholes,
)
from marugoto.community.queries.place_whole import (
    promised as in_promise,
)
from marugoto.community.rules.freshness import Freshness, a_year_before
from marugoto.community.rules.opening import Single, Times
from marugoto.community.rules.synonym import wanted
from marugoto.ground.transaction import looking
from marugoto.ground.worded import among, hits
from marugoto.kernel.jst import local_day
from marugoto.kernel.words import FAR

__all__ = [
    "Edited",
    "Named",
    "PlaceFacts",
    "PlaceLine",
    "PlaceList",
    "PlacePage",
    "WholePlace",
    "all_with_interests",
    "by_ids",
    "edited",
    "found_by",
    "get",
    "names_of",
    "publishable",
    "search",
    "tiers_of",
    "wholes",
]

PlaceFacts = Place  # a place as it is read; doors take the word from here

KINDS_OF = {
    Sort.ORGANISATION: (),
    Sort.SPOT: (PlaceKind.FACILITY, PlaceKind.GARDEN),
    Sort.SERVICE: (PlaceKind.SERVICE,),
    Sort.ROLE: (PlaceKind.VOLUNTEER,),
    Sort.ACTIVITY: (PlaceKind.SALON, PlaceKind.CIRCLE, PlaceKind.CAFE, PlaceKind.CHILDRENS_MEAL),
}
PAGE = 50
MOST_IDS = 5_000
LATEST = 50
LINKED = ("run_by", "held_at")


@dataclass(frozen=True)
class PlaceLine:
    place: Place
    confirmed_on: date | None
    welcomes: tuple[str, ...]


@dataclass(frozen=True)
class PlaceList:
    """One page of `count` places; `never` and `old` of them are not confirmed, or were longer than a year ago."""

    rows: tuple[PlaceLine, ...]
    count: int
    page: int
    never: int = 0
    old: int = 0

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


@dataclass(frozen=True)
class PlacePage:
    """A place with its history, newest first; `welcomes` are pairs of code and since when, `welcomed` also those of before."""

    place: Place
    confirmed_on: date | None
    confirmed_how: str
    welcomes: tuple[tuple[str, date], ...]
    welcomed: tuple[tuple[str, date, date | None], ...]
    interests: tuple[str, ...]
    times: tuple[Times, ...]
    days: tuple[Single, ...]
    traits: dict[str, str]
    promises: frozenset[PromiseKind]
    tries: int
    doubt: str
    changes: tuple[PlaceChange, ...]
    confirmations: tuple[Confirmation, ...]
    ending: PlaceEnding | None

    @property
    def ended_on(self) -> date | None:
        return self.ending.day if self.ending else None

    def hands(self) -> set[UUID]:
        """The duties that wrote, changed, confirmed or ended it."""
        ended = {self.ending.by} if self.ending else set()
        changed, confirmed = ({row.by for row in self.changes}, {row.by for row in self.confirmations})
        return {self.place.by} | changed | confirmed | ended


@dataclass(frozen=True)
class Named:
    place: UUID
    name: str
    area: str

    @property
    def label(self) -> str:
        return f"{self.name}({self.area})" if self.area else self.name


@dataclass(frozen=True)
class Edited:
    """A running place as a form needs it."""

    place: Place
    interests: tuple[str, ...]
    times: tuple[Times, ...]
    days: tuple[Single, ...]
    traits: dict[str, str]


@looking
def search(
    viewer: Viewer,
    *,
    text: str = "",
    kind: str = "",
    district: str = "",
    welcome: str = "",
    interest: str = "",
    fresh: str = "",
    weekday: str = "",
    owner: str = "",
    page: int = 1,
    size: int = PAGE,
) -> PlaceList:
    """Running places by words (in any way of writing them), kind, district code, who is welcome, what one does there, on which
    weekday it is open, who tends it and how lately it was confirmed; `size` a page, by kana, with words the best hits first. A page
    beyond the last is the last."""
    year_ago = a_year_before(local_day(viewer.at))
    ranks, rows = _ranks(viewer, text), running(viewer)
    if ranks is not None:
        rows = rows.filter(pk__in=_named(ranks))
    rows = _open_to(viewer, rows, welcome, interest)
    if kind:
        rows = rows.filter(kind=kind)
    if district:
        rows = rows.filter(district__code=district)
    if fresh:
        rows = rows.filter(_confirmed(fresh, year_ago))
    rows = _held_on(viewer, rows, weekday, owner)
    if ranks is not None:
        return _by_rank(viewer, rows, ranks, year_ago, page, size)
    counted = rows.aggregate(
        count=Count("pk"),
        never=Count("pk", filter=_confirmed(Freshness.NEVER, year_ago)),
        old=Count("pk", filter=_confirmed(Freshness.OLD, year_ago)),
    )
    page = min(max(page, 1), max(1, -(-counted["count"] // size)))
    chosen = rows.select_related("district").order_by("folded", "pk")
    return PlaceList(_lines(viewer, list(chosen[(page - 1) * size : page * size])), page=page, **counted)


@looking
def get(viewer: Viewer, place: UUID) -> PlacePage | None:
    """Ended places can still be read, with the day on which they ended."""
    row = _with_marks(viewer).filter(pk=place).first()
    if row is None:
        return None
    linked = PlaceChange.objects.within(viewer.body).filter(place=row).exclude(field__in=_keep_apart(viewer, row))
    checks = Confirmation.objects.within(viewer.body).filter(place=row).order_by("-day", "-made_at")[:LATEST]
    welcomed = list(PlaceWelcome.objects.within(viewer.body).filter(place=row).order_by("since", "welcome"))
    interests = PlaceInterest.objects.within(viewer.body).filter(place=row).order_by("interest")
    confirmations = tuple(checks)
    return PlacePage(
        place=row,
        confirmed_on=confirmations[0].day if confirmations else None,
        confirmed_how=confirmations[0].how if confirmations else "",
        welcomes=tuple((one.welcome, one.since) for one in welcomed if one.until is None),
        welcomed=tuple((one.welcome, one.since, one.until) for one in welcomed),
        interests=tuple(one.interest for one in interests),
        **_facts(viewer, row),
        promises=frozenset(kind for kind in PromiseKind if getattr(row, kind)),
        tries=getattr(row, "tries", 0),
        doubt=getattr(row, "doubt", None) or "",
        changes=tuple(linked.order_by("-made_at", "field")[:LATEST]),
        confirmations=confirmations,
        ending=PlaceEnding.objects.within(viewer.body).filter(place=row, undone_at=None).first(),
    )


@looking
def edited(viewer: Viewer, place: UUID) -> Edited | None:
    """What stands in a form: five queries; a place that has ended is not edited."""
    row = running(viewer).select_related("district").filter(pk=place).first()
    if row is None:
        return None
    interests = PlaceInterest.objects.within(viewer.body).filter(place=row).order_by("interest")
    return Edited(place=row, interests=tuple(one.interest for one in interests), **_facts(viewer, row))


@looking
def names_of(viewer: Viewer, sort: Sort) -> list[tuple[UUID, str]]:
    """Running places of one sort by name, to hang an activity on; one whose sort nobody said follows its kind."""
    kinds = KINDS_OF[sort]
    rows = running(viewer).filter(Q(sort=sort) | Q(sort="", kind__in=kinds)).order_by("folded", "pk")
    return list(rows.values_list("pk", "name")[:500])


@looking
def promises(viewer: Viewer, places: set[UUID]) -> dict[UUID, frozenset[PromiseKind]]:
    """What stands promised today, of these places: one query."""
    kept: dict[UUID, list[PlacePromise]] = {}
    for row in PlacePromise.objects.within(viewer.body).filter(lifted_at=None):
        if row.place_id in places:
            kept.setdefault(row.place_id, []).append(row)
    return {place: in_promise(rows, local_day(viewer.at)) for place, rows in kept.items()}


@looking
def by_ids(viewer: Viewer, places: set[UUID]) -> dict[UUID, Place]:
    """Running places by id."""
    return {row.pk: row for row in running(viewer).filter(pk__in=places)}


@looking
def name_choices(viewer: Viewer, most: int = 500) -> list[tuple[str, str]]:
    """Id and name in the order of the readings, for a box in which one is chosen."""
    rows = running(viewer).order_by("name_kana", "name", "pk").values_list("pk", "name")
    return [(str(key), name) for key, name in rows[:most]]


@looking
def found_by(viewer: Viewer, text: str, *, most: int) -> tuple[list[Named], bool]:
    """The best hits first, and whether there are more than these: two queries, none where nothing is asked."""
    ranks = _ranks(viewer, text)
    if ranks is None:
        return [], False
    rows = running(viewer).filter(pk__in=_named(ranks)).values_list("pk", "folded", "name", "district__name")
    known = sorted(rows, key=lambda row: (ranks.get(row[0], FAR), row[1], row[0]))
    return [Named(key, name, area or "") for key, _folded, name, area in known[:most]], len(known) > most


def _ranks(viewer: Viewer, text: str) -> dict[UUID, int] | None:
    """Where the words stand: in the name, its reading, what is done there, or the rest. None when no word was typed."""
    words = wanted(text)
    return hits(PlaceWords.objects.within(viewer.body), words, key="place_id") if words else None


def _named(ranks: Mapping[UUID, int]) -> Any:
    """Few by their ids, many as one: a question with too many ids is refused by SQLite, and to ask again looks through all a second
    time."""
    return list(ranks) if len(ranks) <= MOST_IDS else among(ranks)


def _by_rank(
    viewer: Viewer, rows: QuerySet[Any], ranks: Mapping[UUID, int], year_ago: date, page: int, size: int
) -> PlaceList:
    """The best hits first, those of one rank by kana."""
    known = list(rows.values_list("pk", "folded", "confirmed_on"))
    known.sort(key=lambda row: (ranks.get(row[0], FAR), row[1], row[0]))
    page = min(max(page, 1), max(1, -(-len(known) // size)))
    shown = [row[0] for row in known[(page - 1) * size : page * size]]
    found = {row.pk: row for row in seen(viewer).filter(pk__in=shown).select_related("district")}
    return PlaceList(
        _lines(viewer, [found[pk] for pk in shown if pk in found]),
        page=page,
        count=len(known),
        never=sum(day is None for _, _, day in known),
        old=sum(day is not None and day < year_ago for _, _, day in known),
    )


def _with_marks(viewer: Viewer) -> QuerySet[Place]:
    """With what is to be seen first: promises, tries in vain and the latest doubt."""
    today = local_day(viewer.at)
    return (
        seen(viewer)
        .select_related("district", "run_by", "held_at", "owner")
        .annotate(
            not_listed=promised(viewer, PromiseKind.NOT_LISTED, today),
            not_contacted=promised(viewer, PromiseKind.NOT_CONTACTED, today),
            tries=tried(viewer),
            doubt=doubted(viewer),
        )
    )


def _keep_apart(viewer: Viewer, row: Place) -> tuple[str, ...]:
    """A group or a venue that is not for these eyes is named neither beside the place nor in its history, of which only names are
    kept. Answers the fields whose changes are not told."""
    tiers = tiers_of(viewer)
    for name in LINKED:
        other = getattr(row, name)
        if other is not None and other.tier not in tiers:
            setattr(row, name, None)
    return () if Tier.COORDINATOR in tiers else LINKED


def _facts(viewer: Viewer, row: Place) -> dict[str, Any]:
    """Times, days to come that differ, and traits: three queries."""
    times = PlaceTime.objects.within(viewer.body).filter(place=row).order_by("weekday", "opens", "nth")
    days = PlaceDay.objects.within(viewer.body).filter(place=row, day__gte=local_day(viewer.at)).order_by("day")
    traits = PlaceTrait.objects.within(viewer.body).filter(place=row)
    return {
        "times": tuple(times_line(one) for one in times),
        "days": tuple(single_of(one) for one in days),
        "traits": {one.trait: one.answer for one in traits},
    }


def _open_to(viewer: Viewer, rows: QuerySet[Place], welcome: str, interest: str) -> QuerySet[Place]:
    if welcome:
        open_to = PlaceWelcome.objects.within(viewer.body).filter(welcome=welcome, until=None)
        rows = rows.filter(pk__in=open_to.values("place_id"))
    if interest:
        doing = PlaceInterest.objects.within(viewer.body).filter(interest=interest)
        rows = rows.filter(pk__in=doing.values("place_id"))
    return rows


def _held_on(viewer: Viewer, rows: QuerySet[Place], weekday: str, owner: str) -> QuerySet[Place]:
    if weekday:
        rows = rows.filter(open_on(viewer, weekday))
    if owner:
        rows = rows.filter(owner=read) if (read := _id(owner)) else rows.none()
    return rows


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _confirmed(fresh: str, year_ago: date) -> Q:
    """An unknown word finds nothing rather than everything."""
    known = {
        Freshness.NEVER: Q(confirmed_on=None),
        Freshness.OLD: Q(confirmed_on__lt=year_ago),
        Freshness.FRESH: Q(confirmed_on__gte=year_ago),
    }
    return known[Freshness(fresh)] if fresh in set(Freshness) else Q(pk__in=[])


def _lines(viewer: Viewer, shown: list[Place]) -> tuple[PlaceLine, ...]:
    welcomes: dict[UUID, list[str]] = {}
    for row in PlaceWelcome.objects.within(viewer.body).filter(place__in=shown, until=None).order_by("welcome"):
        welcomes.setdefault(row.place_id, []).append(row.welcome)
    return tuple(PlaceLine(row, row.confirmed_on, tuple(welcomes.get(row.pk, ()))) for row in shown)
