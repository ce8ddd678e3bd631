"""Look at places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import (
    Confirmation,
    Place,
    PlaceChange,
    PlaceEnding,
    PlaceInterest,
    PlaceWelcome,
    PlaceWords,
)
from marugoto.community.queries.place_rows import running, seen, tiers_of
from marugoto.community.queries.place_whole import WholePlace, all_with_interests, publishable, wholes
from marugoto.community.rules.freshness import Freshness, a_year_before
from marugoto.community.rules.synonym import wanted
from marugoto.ground.transaction import looking
from marugoto.ground.worded import hits, holding
from marugoto.kernel.jst import local_day
from marugoto.kernel.words import FAR

__all__ = [
    "PlaceFacts",
    "PlaceLine",
    "PlaceList",
    "PlacePage",
    "WholePlace",
    "all_with_interests",
    "by_ids",
    "get",
    "publishable",
    "search",
    "tiers_of",
    "wholes",
]

PlaceFacts = Place  # a place as it is read; doors take the word from here

PAGE = 50
MOST_IDS = 5_000
LATEST = 50


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
    """A place with its history, newest first; `welcomes` are pairs of code and since when."""

    place: Place
    confirmed_on: date | None
    confirmed_how: str
    welcomes: tuple[tuple[str, date], ...]
    interests: tuple[str, ...]
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
    page: int = 1,
) -> PlaceList:
    """Running places by words (in any way of writing them), kind, district code, who is welcome, what one does there and how
    lately it was confirmed; fifty a page, by kana, with words the best hits first. A page beyond the last is the last."""
    year_ago = a_year_before(local_day(viewer.at))
    ranks, rows = _ranks(viewer, text), running(viewer)
    if ranks is not None:
        rows = rows.filter(pk__in=_named(viewer, text, ranks))
    if kind:
        rows = rows.filter(kind=kind)
    if district:
        rows = rows.filter(district__code=district)
    if welcome:
        open_to = PlaceWelcome.objects.within(viewer.body).filter(welcome=welcome, until=None)
        rows = rows.filter(pk__in=open_to.values("place_id"))
    if interest:
        doing = PlaceInterest.objects.within(viewer.body).filter(interest=interest)
        rows = rows.filter(pk__in=doing.values("place_id"))
    if fresh:
        rows = rows.filter(_confirmed(fresh, year_ago))
    if ranks is not None:
        return _by_rank(viewer, rows, ranks, year_ago, page)
    counted = rows.aggregate(
        count=Count("pk"),
        never=Count("pk", filter=_confirmed(Freshness.NEVER, year_ago)),
        old=Count("pk", filter=_confirmed(Freshness.OLD, year_ago)),
    )
    page = min(max(page, 1), max(1, -(-counted["count"] // PAGE)))
    chosen = rows.select_related("district").order_by("folded", "pk")
    return PlaceList(_lines(viewer, list(chosen[(page - 1) * PAGE : page * PAGE])), page=page, **counted)


@looking
def get(viewer: Viewer, place: UUID) -> PlacePage | None:
    """Ended places can still be read, with the day on which they ended."""
    row = seen(viewer).select_related("district").filter(pk=place).first()
    if row is None:
        return None
    checks = Confirmation.objects.within(viewer.body).filter(place=row).order_by("-day", "-made_at")[:LATEST]
    welcomes = PlaceWelcome.objects.within(viewer.body).filter(place=row, until=None).order_by("since", "welcome")
    interests = PlaceInterest.objects.within(viewer.body).filter(place=row).order_by("interest")
    confirmations = tuple(checks)
    return PlacePage(
        place=row,
        confirmed_on=confirmations[0].day if confirmations else None,
        confirmed_how=confirmations[0].how if confirmations else "",
        welcomes=tuple((one.welcome, one.since) for one in welcomes),
        interests=tuple(one.interest for one in interests),
        changes=tuple(PlaceChange.objects.within(viewer.body).filter(place=row).order_by("-made_at", "field")[:LATEST]),
        confirmations=confirmations,
        ending=PlaceEnding.objects.within(viewer.body).filter(place=row, undone_at=None).first(),
    )


@looking
def by_ids(viewer: Viewer, places: set[UUID]) -> dict[UUID, Place]:
    """Running places by id."""
    return {row.pk: row for row in running(viewer).filter(pk__in=places)}


@looking
def name_choices(viewer: Viewer, most: int = 500) -> list[tuple[str, str]]:
    """Id and name in the order of the readings, for a box in which one is chosen."""
    rows = running(viewer).order_by("name_kana", "name", "pk").values_list("pk", "name")
    return [(str(key), name) for key, name in rows[:most]]


def _ranks(viewer: Viewer, text: str) -> dict[UUID, int] | None:
    """Where the words stand: in the name, its reading, what is done there, or the rest. None when no word was typed."""
    words = wanted(text)
    return hits(PlaceWords.objects.within(viewer.body), words, key="place_id") if words else None


def _named(viewer: Viewer, text: str, ranks: Mapping[UUID, int]) -> Any:
    """Few by their ids, many by asking again: a question with too many ids is refused by SQLite."""
    if len(ranks) <= MOST_IDS:
        return list(ranks)
    return holding(PlaceWords.objects.within(viewer.body), wanted(text)).values("place_id")


def _by_rank(viewer: Viewer, rows: QuerySet[Any], ranks: Mapping[UUID, int], year_ago: date, page: int) -> PlaceList:
    """The best hits first, those of one rank by kana."""
    known = list(rows.values_list("pk", "folded", "confirmed_on"))
    known.sort(key=lambda row: (ranks.get(row[0], FAR), row[1], row[0]))
    page = min(max(page, 1), max(1, -(-len(known) // PAGE)))
    shown = [row[0] for row in known[(page - 1) * PAGE : page * PAGE]]
    found = {row.pk: row for row in seen(viewer).filter(pk__in=shown).select_related("district")}
    return PlaceList(
        _lines(viewer, [found[pk] for pk in shown if pk in found]),
        page=page,
        count=len(known),
        never=sum(day is None for _, _, day in known),
        old=sum(day is not None and day < year_ago for _, _, day in known),
    )


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
