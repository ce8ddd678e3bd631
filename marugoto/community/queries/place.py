"""Look at places."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Tier
from marugoto.community.models import Confirmation, Place, PlaceChange, PlaceEnding, PlaceInterest, PlaceWelcome
from marugoto.ground.transaction import looking
from marugoto.kernel.fold import fold

PAGE = 50


@dataclass(frozen=True)
class PlaceLine:
    place: Place
    confirmed_on: date | None
    welcomes: tuple[str, ...]


@dataclass(frozen=True)
class PlaceList:
    rows: tuple[PlaceLine, ...]
    count: int
    page: int


@dataclass(frozen=True)
class PlacePage:
    """A place with its history; `welcomes` are pairs of code and since when."""

    place: Place
    confirmed_on: date | None
    confirmed_how: str
    welcomes: tuple[tuple[str, date], ...]
    interests: tuple[str, ...]
    changes: tuple[PlaceChange, ...]
    ended_on: date | None


@looking
def search(
    viewer: Viewer, *, text: str = "", kind: str = "", district: str = "", welcome: str = "", page: int = 1
) -> PlaceList:
    """Running places by words (kana and width folded), kind, district code and who is welcome; fifty a page, by kana."""
    rows = _running(viewer)
    for word in text.split():
        rows = rows.filter(folded__contains=fold(word))
    if kind:
        rows = rows.filter(kind=kind)
    if district:
        rows = rows.filter(district__code=district)
    if welcome:
        open_to = PlaceWelcome.objects.within(viewer.body).filter(welcome=welcome, until=None)
        rows = rows.filter(pk__in=open_to.values("place_id"))
    count = rows.count()
    first = (max(page, 1) - 1) * PAGE
    shown = list(rows.select_related("district").order_by("name_kana", "name", "pk")[first : first + PAGE])
    welcomes: dict[UUID, list[str]] = {}
    for row in PlaceWelcome.objects.within(viewer.body).filter(place__in=shown, until=None).order_by("welcome"):
        welcomes.setdefault(row.place_id, []).append(row.welcome)
    lines = tuple(PlaceLine(row, row.confirmed_on, tuple(welcomes.get(row.pk, ()))) for row in shown)
    return PlaceList(lines, count, max(page, 1))


@looking
def get(viewer: Viewer, place: UUID) -> PlacePage | None:
    """Ended places can still be read, with the day on which they ended."""
    row = _seen(viewer).select_related("district").filter(pk=place).first()
    if row is None:
        return None
    last = Confirmation.objects.within(viewer.body).filter(place=row).order_by("-day", "-made_at").first()
    welcomes = PlaceWelcome.objects.within(viewer.body).filter(place=row, until=None).order_by("since", "welcome")
    interests = PlaceInterest.objects.within(viewer.body).filter(place=row).order_by("interest")
    ending = PlaceEnding.objects.within(viewer.body).filter(place=row, undone_at=None).first()
    return PlacePage(
        place=row,
        confirmed_on=last.day if last else None,
        confirmed_how=last.how if last else "",
        welcomes=tuple((one.welcome, one.since) for one in welcomes),
        interests=tuple(one.interest for one in interests),
        changes=tuple(PlaceChange.objects.within(viewer.body).filter(place=row).order_by("-made_at")[:50]),
        ended_on=ending.day if ending else None,
    )


@looking
def by_ids(viewer: Viewer, places: set[UUID]) -> dict[UUID, Place]:
    """Running places by id."""
    return {row.pk: row for row in _running(viewer).filter(pk__in=places)}


@looking
def all_with_interests(viewer: Viewer) -> list[tuple[Place, frozenset[str], frozenset[str]]]:
    """Every running place with its interests and whom it welcomes, for matching: three queries."""
    rows = list(_running(viewer).select_related("district").order_by("name_kana", "name", "pk"))
    interests: dict[UUID, set[str]] = {}
    for one in PlaceInterest.objects.within(viewer.body):
        interests.setdefault(one.place_id, set()).add(one.interest)
    welcomes: dict[UUID, set[str]] = {}
    for row in PlaceWelcome.objects.within(viewer.body).filter(until=None):
        welcomes.setdefault(row.place_id, set()).add(row.welcome)
    return [(row, frozenset(interests.get(row.pk, ())), frozenset(welcomes.get(row.pk, ()))) for row in rows]


def _running(viewer: Viewer) -> QuerySet[Place]:
    ended = PlaceEnding.objects.within(viewer.body).filter(undone_at=None).values("place_id")
    return _seen(viewer).exclude(pk__in=ended)


def _seen(viewer: Viewer) -> QuerySet[Place]:
    """Places of the tiers this viewer may see, each with the day of its last confirmation."""
    tiers = [Tier.PUBLIC, Tier.PROFESSIONAL]
    if viewer.has(Role.COMMUNITY, Role.COORDINATOR, Role.SYSTEM):
        tiers.append(Tier.COORDINATOR)
    checks = Confirmation.objects.within(viewer.body).filter(place=OuterRef("pk")).order_by("-day").values("day")[:1]
    return Place.objects.within(viewer.body).filter(tier__in=tiers).annotate(confirmed_on=Subquery(checks))
