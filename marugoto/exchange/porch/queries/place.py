"""What residents may see of places: all that is published, what is open soonest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.exchange.porch.models import PublishedBody, PublishedPlace
from marugoto.exchange.porch.rules.days import next_open
from marugoto.exchange.porch.rules.saying import is_over
from marugoto.kernel.fold import fold

PAGE = 20
MOST_WORDS = 10


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words, one code of who is welcome, any of some interests, a district by name."""

    words: str = ""
    welcome: str = ""
    interests: frozenset[str] = frozenset()
    kinds_of_people: frozenset[str] = frozenset()
    district: str = ""


@dataclass(frozen=True)
class OpenPlace:
    """`day` is when it is open next, None when its own words do not say."""

    place: PublishedPlace
    day: date | None


@dataclass(frozen=True)
class PlaceList:
    rows: tuple[OpenPlace, ...]
    count: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


def bodies() -> list[PublishedBody]:
    return list(PublishedBody.objects.everywhere("the porch serves them all").order_by("body"))


def body(code: str) -> PublishedBody | None:
    return PublishedBody.objects.within(code).first()


def districts(code: str) -> list[str]:
    named = PublishedPlace.objects.within(code).exclude(district="")
    return sorted(set(named.values_list("district", flat=True)))


def search(code: str, wanted: Wanted, *, now: datetime, page: int = 1) -> PlaceList:
    """What is still open today and tomorrow first, then by day, then what says no day; within a day by name. Twenty a page."""
    light = _found(code, wanted).values_list("pk", "days", "hours", "kana", "name")
    open_days = [(_next(days, hours, now) or date.max, kana or name, pk) for pk, days, hours, kana, name in light]
    ordered = sorted(open_days)
    page = min(max(page, 1), max(1, -(-len(ordered) // PAGE)))
    chosen = ordered[(page - 1) * PAGE : page * PAGE]
    rows = PublishedPlace.objects.within(code).in_bulk([pk for _, _, pk in chosen])
    shown = tuple(OpenPlace(rows[pk], None if day == date.max else day) for day, _, pk in chosen)
    return PlaceList(shown, len(ordered), page)


def get(code: str, place: UUID, *, now: datetime) -> OpenPlace | None:
    row = PublishedPlace.objects.within(code).filter(pk=place).first()
    return OpenPlace(row, _next(row.days, row.hours, now)) if row else None


def _next(days: str, hours: str, now: datetime) -> date | None:
    """Today only while it is not over: nobody sets out for what has closed. `now` is local time."""
    today = now.date()
    return next_open(days, today + timedelta(days=1) if is_over(hours, now.time()) else today)


def _found(code: str, wanted: Wanted) -> QuerySet[PublishedPlace]:
    rows = PublishedPlace.objects.within(code)
    for word in wanted.words.split()[:MOST_WORDS]:
        rows = rows.filter(folded__contains=fold(word))
    if wanted.welcome:
        rows = rows.filter(welcome__contains=f",{wanted.welcome},")
    if wanted.interests or wanted.kinds_of_people:
        rows = rows.filter(_any("interests", wanted.interests) | _any("welcome", wanted.kinds_of_people))
    if wanted.district:
        rows = rows.filter(district=wanted.district)
    return rows


def _any(column: str, codes: Iterable[str]) -> Q:
    return reduce(or_, (Q(**{f"{column}__contains": f",{code},"}) for code in codes), Q(pk__in=[]))
