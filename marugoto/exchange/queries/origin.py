"""The places an import can meet again: what they say now, and what the last import of their source had written."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, ForeignObjectRel, OuterRef, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_facts import WHEN
from marugoto.community.actions.place_values import BESIDE
from marugoto.community.codes import Precision
from marugoto.community.models import Place, PlaceChange, PlaceEnding, PlaceTime, PlaceWords
from marugoto.community.rules.publication import Position, published
from marugoto.exchange.models import Import, Origin
from marugoto.exchange.rules.place_row import LABELS
from marugoto.exchange.rules.plan import KnownPlace
from marugoto.exchange.rules.point import said_degrees
from marugoto.exchange.rules.row import name_key
from marugoto.ground.models import Kept
from marugoto.ground.transaction import looking

K = TypeVar("K")
AT_ONCE = 500  # ids in one question
OWN = (PlaceChange, PlaceWords)  # what an import leaves behind itself: its history, and its words for the search


@looking
def known_places(viewer: Viewer, layout: str, keys: Iterable[str] = ()) -> dict[str, KnownPlace]:
    """By key of the source, places that have ended among them; of every tier, or a file would list a hidden one twice.

    `keys` of a file: a place we wrote out ourselves under its own number is known by that, wherever it came from.
    """
    origins = _of_layout(viewer, layout)
    places = _timed(viewer).filter(pk__in=origins.values("place"))
    now = {place.pk: place for place in places.iterator()}
    ended = set(_endings(viewer).values_list("place_id", flat=True))
    known = {one.key: _known(now[one.place], ended, one.values) for one in origins if one.place in now}
    return _under_own_number(viewer, layout, set(keys) - set(known), ended) | known


@looking
def known_by(viewer: Viewer, layout: str, keys: Collection[str]) -> dict[str, KnownPlace]:
    """Of `known_places` only what these keys name, without looking at the others."""
    origins = [one for several in _pieces(keys) for one in Origin.objects.within(viewer.body).filter(key__in=several)]
    now, ended = dict[UUID, Place](), set[UUID]()
    for several in _pieces({one.place for one in origins}):
        now |= {place.pk: place for place in _timed(viewer).filter(pk__in=several)}
        ended.update(_endings(viewer).filter(place__in=several).values_list("place_id", flat=True))
    known = {one.key: _known(now[one.place], ended, one.values) for one in origins if one.place in now}
    return _under_own_number(viewer, layout, set(keys) - set(known), None) | known


@looking
def names_of(viewer: Viewer, layout: str) -> set[str]:
    """How the places of this layout are called, by `name_key`."""
    places = Place.objects.within(viewer.body).filter(pk__in=_of_layout(viewer, layout).values("place"))
    return {name_key(name) for name in places.values_list("name", flat=True).iterator()}


@looking
def running_of(viewer: Viewer, layout: str) -> list[UUID]:
    """Which places lists of this layout named and that have not ended."""
    places = Place.objects.within(viewer.body).filter(pk__in=_of_layout(viewer, layout).values("place"))
    running = places.exclude(pk__in=_endings(viewer).values("place_id"))
    return list(running.values_list("pk", flat=True))


@looking
def names_many(viewer: Viewer, layout: str, most: int) -> bool:
    """Whether lists of this layout named more places than are compared in one deed."""
    return len(_of_layout(viewer, layout).values_list("pk")[: most + 1]) > most


def _of_layout(viewer: Viewer, layout: str) -> QuerySet[Origin]:
    return Origin.objects.within(viewer.body).filter(key__startswith=f"{layout}:")


@looking
def values_now(viewer: Viewer, places: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """What these places say now, in the fields of an import; a place that has ended is not among them."""
    running = Place.objects.within(viewer.body).exclude(pk__in=_endings(viewer).values("place_id"))
    found: dict[UUID, dict[str, str]] = {}
    for several in _pieces(places):
        found |= {place.pk: values_of(place) for place in running.filter(pk__in=several)}
    return found


@looking
def in_use(viewer: Viewer, places: Collection[UUID]) -> frozenset[UUID]:
    """Which of these must stay though an import made them: people have recorded something about them."""
    used: set[UUID] = set()
    for model, column in _pointing_at_places():
        if model not in OWN:
            for several in _pieces(places):
                rows = model.objects.within(viewer.body).filter(**{f"{column}__in": several})
                used.update(rows.values_list(column, flat=True))
    return frozenset(used)


@looking
def origins_of(viewer: Viewer, places: Collection[UUID]) -> dict[UUID, list[Origin]]:
    """What the lists said of these places, by place."""
    found: dict[UUID, list[Origin]] = {}
    for several in _pieces(places):
        for one in Origin.objects.within(viewer.body).filter(place__in=several):
            found.setdefault(one.place, []).append(one)
    return found


@looking
def last_import(viewer: Viewer, place: UUID) -> Import | None:
    """The list that named this place last; None for a place that was only ever written by hand."""
    named = Origin.objects.within(viewer.body).filter(place=place).select_related("last")
    origin = named.order_by("-last__made_at").first()
    return origin.last if origin else None


def _known(place: Place, ended: Collection[UUID], written: Mapping[str, str]) -> KnownPlace:
    told, beside = _told_outside(place), _beside(place)
    return KnownPlace(str(place.pk), values_of(place), written, ended=place.pk in ended, told=told, beside=beside)


def _timed(viewer: Viewer) -> QuerySet[Place]:
    """With whether its times are written in figures."""
    return Place.objects.within(viewer.body).annotate(timed=Exists(PlaceTime.objects.filter(place=OuterRef("pk"))))


def _beside(place: Place) -> frozenset[str]:
    figures = {words for words, figure in BESIDE.items() if getattr(place, figure) is not None}
    return frozenset(figures | (WHEN if getattr(place, "timed", False) else set()))


def _told_outside(place: Place) -> dict[str, str]:
    """Where a position is told less exactly than we know it, how: a list we published says nothing new when it comes back."""
    if place.precision == Precision.EXACT:
        return {}
    whole = Position(address=place.address, building=place.building, latitude=place.latitude, longitude=place.longitude)
    told = published(whole, place.precision)
    return {name: _text(getattr(told, name)) for name in ("address", "building", "latitude", "longitude")}


def _under_own_number(
    viewer: Viewer, layout: str, keys: Collection[str], ended: Collection[UUID] | None
) -> dict[str, KnownPlace]:
    named = {number: key for key in keys if (number := _number(key.removeprefix(f"{layout}:")))}
    found: dict[str, KnownPlace] = {}
    for several in _pieces(named):
        over = ended
        if over is None:
            over = set(_endings(viewer).filter(place__in=several).values_list("place_id", flat=True))
        places = _timed(viewer).filter(pk__in=several)
        found |= {named[place.pk]: _known(place, over, {}) for place in places}
    return found


def _number(said: str) -> UUID | None:
    try:
        return UUID(said) if len(said) == 36 else None
    except ValueError:
        return None


def _pointing_at_places() -> Iterator[tuple[Any, str]]:
    """Every table with a key to a place, whichever floor it is on: a list written here would forget the next one."""
    for relation in Place._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and issubclass(relation.related_model, Kept):
            yield relation.related_model, relation.field.name


def _pieces(keys: Collection[K]) -> Iterator[list[K]]:
    """SQLite takes no list of thousands."""
    rest = iter(keys)
    while several := list(islice(rest, AT_ONCE)):
        yield several


def _endings(viewer: Viewer) -> QuerySet[PlaceEnding]:
    return PlaceEnding.objects.within(viewer.body).filter(undone_at=None)


def values_of(place: Place) -> dict[str, str]:
    return {field: _text(getattr(place, field)) for field in LABELS}


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return said_degrees(value)
    return str(value) if value is not None else ""
