"""What residents may see of places: all that is published, what is open soonest first. Nothing of who asks, or for what, is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.community.rules.synonym import wanted as words_wanted
from marugoto.exchange.porch.models import PublishedBody, PublishedPlace
from marugoto.exchange.porch.rules.opening import Open, Opening, next_open, openings, read_opening
from marugoto.ground.worded import hits

PublishedFacts = PublishedPlace  # a place as it is read; doors take the word from here

PAGE = 20
MOST_IDS = 5_000
WEEK = 7
TODAY, TOMORROW = "today", "tomorrow"


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words, one code of who is welcome, any of some interests, a district by name, a day: today, tomorrow, or
    a weekday from 0."""

    words: str = ""
    welcome: str = ""
    interests: frozenset[str] = frozenset()
    kinds_of_people: frozenset[str] = frozenset()
    district: str = ""
    day: str = ""


@dataclass(frozen=True)
class OpenPlace:
    """`next` is when it is open next, None when nothing of it says so for certain."""

    place: PublishedPlace
    next: Open | None
    opening: Opening

    @property
    def day(self) -> date | None:
        return self.next.day if self.next else None


@dataclass(frozen=True)
class PlaceList:
    """`unsure`: how many more fit, but do not say on which days they are open; only where a day was asked for."""

    rows: tuple[OpenPlace, ...]
    count: int
    page: int
    unsure: int = 0

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


def bodies() -> list[PublishedBody]:
    return list(PublishedBody.objects.everywhere("the porch serves them all").order_by("body"))


def body(code: str) -> PublishedBody | None:
    return PublishedBody.objects.within(code).first()


def districts(code: str) -> list[str]:
    named = PublishedPlace.objects.within(code).exclude(district="")
    return sorted(named.values_list("district", flat=True).distinct())


def search(code: str, wanted: Wanted, *, now: datetime, page: int = 1, size: int = PAGE) -> PlaceList:
    """With words the best hits first. What is still open today and tomorrow first, then by day, then what says no day; within a
    day by name."""
    ranks, rows = _ranked(code, wanted)
    light = rows.values_list("pk", "days", "hours", "opening", "kana", "name")
    known, unsure = [], 0
    soonest: dict[tuple[str, str, str], Open | None] = {}  # many places keep the same hours
    for pk, days, hours, said, kana, name in light:
        opening, hours_of = read_opening(said, days, hours), (said, days, hours)
        if hours_of not in soonest:
            soonest[hours_of] = next_open(opening, now)
        soon = soonest[hours_of]
        if wanted.day and not _open_then(opening, soon, wanted.day, now):
            unsure += soon is None
            continue
        known.append((ranks.get(pk, 0), soon.day if soon else date.max, kana or name, pk, soon, opening))
    known.sort(key=lambda row: row[:4])
    page = min(max(page, 1), max(1, -(-len(known) // size)))
    chosen = known[(page - 1) * size : page * size]
    found = PublishedPlace.objects.within(code).in_bulk([row[3] for row in chosen])
    shown = tuple(OpenPlace(found[pk], soon, opening) for _, _, _, pk, soon, opening in chosen if pk in found)
    return PlaceList(shown, len(known), page, unsure)


def get(code: str, place: UUID, *, now: datetime) -> OpenPlace | None:
    row = PublishedPlace.objects.within(code).filter(pk=place).first()
    if row is None:
        return None
    opening = read_opening(row.opening, row.days, row.hours)
    return OpenPlace(row, next_open(opening, now), opening)


def _ranked(code: str, wanted: Wanted) -> tuple[dict[UUID, int], QuerySet[PublishedPlace]]:
    rows, words = _found(code, wanted), words_wanted(wanted.words)
    if not words:
        return {}, rows
    ranks = hits(rows, words)
    best = sorted(ranks, key=lambda pk: (ranks[pk], pk))[:MOST_IDS]
    return ranks, rows.filter(pk__in=best)


def _open_then(opening: Opening, soon: Open | None, day: str, now: datetime) -> bool:
    if soon is None:
        return False
    if day in {TODAY, TOMORROW}:
        ahead = 0 if day == TODAY else 1
        return any((one.day - now.date()).days == ahead for one in openings(opening, soon.day, 2))
    return any(str(one.day.weekday()) == day for one in openings(opening, soon.day))


def _found(code: str, wanted: Wanted) -> QuerySet[PublishedPlace]:
    rows = PublishedPlace.objects.within(code)
    if wanted.welcome:
        rows = rows.filter(welcome__contains=f",{wanted.welcome},")
    if wanted.interests or wanted.kinds_of_people:
        rows = rows.filter(_any("interests", wanted.interests) | _any("welcome", wanted.kinds_of_people))
    if wanted.district:
        rows = rows.filter(district=wanted.district)
    return rows


def _any(column: str, codes: Iterable[str]) -> Q:
    return reduce(or_, (Q(**{f"{column}__contains": f",{code},"}) for code in codes), Q(pk__in=[]))
