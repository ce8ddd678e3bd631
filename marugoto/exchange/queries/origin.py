"""The places an import can meet again: what they say now, and what the last import of their source had written."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import ForeignObjectRel, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Precision
from marugoto.community.models import Place, PlaceChange, PlaceEnding, PlaceWords
from marugoto.community.rules.publication import Position, published
from marugoto.exchange.models import Import, Origin
from marugoto.exchange.rules.place_row import LABELS
from marugoto.exchange.rules.plan import KnownPlace
from marugoto.exchange.rules.point import said_degrees
from marugoto.ground.models import Kept
from marugoto.ground.transaction import looking

AT_ONCE = 500  # ids in one question
OWN = (PlaceChange, PlaceWords)  # what an import leaves behind itself: its history, and its words for the search
IN_USE = "この場所には、確かめや日誌などの記録があるため、残しました。"


@looking
def known_places(viewer: Viewer, layout: str, keys: Iterable[str] = ()) -> dict[str, KnownPlace]:
    """By key of the source, places that have ended among them; of every tier, or a file would list a hidden one twice.

    `keys` of a file: a place we wrote out ourselves under its own number is known by that, wherever it came from.
    """
    origins = Origin.objects.within(viewer.body).filter(key__startswith=f"{layout}:")
    places = Place.objects.within(viewer.body).filter(pk__in=origins.values("place"))
    now = {place.pk: place for place in places.iterator()}
    ended = set(_endings(viewer).values_list("place_id", flat=True))
    known = {one.key: _known(now[one.place], ended, one.values) for one in origins if one.place in now}
    return _under_own_number(viewer, layout, set(keys) - set(known), ended) | known


@looking
def values_now(viewer: Viewer, places: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """What these places say now, in the fields of an import; a place that has ended is not among them."""
    running = Place.objects.within(viewer.body).exclude(pk__in=_endings(viewer).values("place_id"))
    # Chosen here, not by the database: SQLite takes no list of thousands.
    return {place.pk: values_of(place) for place in running.iterator() if place.pk in places}


@looking
def in_use(viewer: Viewer, place: UUID) -> str:
    """Why a place that an import made must stay: people have recorded something about it. "" when nobody has."""
    for model, column in _pointing_at_places():
        if model not in OWN and model.objects.within(viewer.body).filter(**{column: place}).exists():
            return IN_USE
    return ""


@looking
def last_import(viewer: Viewer, place: UUID) -> Import | None:
    """The list that named this place last; None for a place that was only ever written by hand."""
    named = Origin.objects.within(viewer.body).filter(place=place).select_related("last")
    origin = named.order_by("-last__made_at").first()
    return origin.last if origin else None


def _known(place: Place, ended: Collection[UUID], written: Mapping[str, str]) -> KnownPlace:
    return KnownPlace(str(place.pk), values_of(place), written, ended=place.pk in ended, told=_told_outside(place))


def _told_outside(place: Place) -> dict[str, str]:
    """Where a position is told less exactly than we know it, how: a list we published says nothing new when it comes back."""
    if place.precision == Precision.EXACT:
        return {}
    whole = Position(address=place.address, building=place.building, latitude=place.latitude, longitude=place.longitude)
    told = published(whole, place.precision)
    return {name: _text(getattr(told, name)) for name in ("address", "building", "latitude", "longitude")}


def _under_own_number(
    viewer: Viewer, layout: str, keys: Collection[str], ended: Collection[UUID]
) -> dict[str, KnownPlace]:
    named = {number: key for key in keys if (number := _number(key.removeprefix(f"{layout}:")))}
    found: dict[str, KnownPlace] = {}
    wanted = list(named)
    for start in range(0, len(wanted), AT_ONCE):
        places = Place.objects.within(viewer.body).filter(pk__in=wanted[start : start + AT_ONCE])
        found |= {named[place.pk]: _known(place, ended, {}) for place in places}
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


def _endings(viewer: Viewer) -> QuerySet[PlaceEnding]:
    return PlaceEnding.objects.within(viewer.body).filter(undone_at=None)


def values_of(place: Place) -> dict[str, str]:
    return {field: _text(getattr(place, field)) for field in LABELS}


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return said_degrees(value)
    return str(value) if value is not None else ""
