"""A whole list of places at once: what `create_place` and `change_place` do for one, in few strokes for tens of thousands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from marugoto.agencies.models import District
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_values import area_of, folded_of, kind_of, plain_of, said
from marugoto.community.events import PlaceChanged, PlaceListed
from marugoto.community.models import Place, PlaceChange, PlaceEnding
from marugoto.community.rules.place import may_tend
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce, announce_each

AT_ONCE = 500


@acting
def create_places(*, by: Viewer, at: datetime, places: Mapping[UUID, Mapping[str, Any]]) -> int:
    """By the id each is to have: values by field name. A place needs a name and nothing else."""
    may_tend(by.roles).require()
    made = [_new(by, at, key, values) for key, values in places.items()]
    Place.objects.within(by.body).bulk_create(made, batch_size=AT_ONCE)
    codes: dict[UUID | None, str] = dict(District.objects.within(by.body).values_list("pk", "code"))
    listed: defaultdict[str, list[PlaceListed]] = defaultdict(list)
    for one in made:
        listed[codes.get(one.district_id, "")].append(PlaceListed(place=one.pk, type=kind_of(one.kind)))
    for area, told in listed.items():
        announce_each(((one, None) for one in told), by=by, at=at, area=area)
    return len(made)


@acting
def change_places(*, by: Viewer, at: datetime, places: Mapping[UUID, Mapping[str, Any]]) -> int:
    """By id: the fields to write. Each with what it was; raises Place.DoesNotExist for one that is not there or has ended."""
    may_tend(by.roles).require()
    changed = 0
    for keys in _pieces(list(places)):
        changed += _change(by, at, {key: places[key] for key in keys})
    return changed


def _new(by: Viewer, at: datetime, key: UUID, values: Mapping[str, Any]) -> Place:
    wanted = plain_of(values, local_day(at))
    _must_be_named(wanted.get("name", ""))
    place = Place(id=key, body=by.body, made_at=at, by=by.duty, **wanted)
    place.folded = folded_of(place)
    return place


def _change(by: Viewer, at: datetime, places: Mapping[UUID, Mapping[str, Any]]) -> int:
    hold(Place.objects.within(by.body).filter(pk__in=places).order_by("pk"))
    ended = PlaceEnding.objects.within(by.body).filter(undone_at=None).values("place_id")
    rows = list(Place.objects.within(by.body).select_related("district").exclude(pk__in=ended).filter(pk__in=places))
    if len(rows) != len(places):
        raise Place.DoesNotExist
    changes: list[PlaceChange] = []
    touched: list[Place] = []
    for row in rows:
        wanted = plain_of(places[row.pk], local_day(at))
        differing = {name: value for name, value in wanted.items() if getattr(row, name) != value}
        if not differing:
            continue
        changes += [_noted(by, at, row, name, value) for name, value in differing.items()]
        _must_be_named(row.name)
        row.folded, row.version = folded_of(row), row.version + 1
        touched.append(row)
        announce(PlaceChanged(place=row.pk, fields=len(differing)), by=by, at=at, area=area_of(row))
    if touched:
        fields = {change.field for change in changes} | {"folded", "version"}
        Place.objects.within(by.body).bulk_update(touched, sorted(fields), batch_size=100)
        PlaceChange.objects.within(by.body).bulk_create(changes, batch_size=AT_ONCE)
    return len(touched)


def _noted(by: Viewer, at: datetime, row: Place, name: str, value: Any) -> PlaceChange:
    was = getattr(row, name)
    setattr(row, name, value)
    return PlaceChange(body=by.body, made_at=at, place=row, field=name, was=said(was), becomes=said(value), by=by.duty)


def _must_be_named(name: str) -> None:
    if not name.strip():
        no("場所の名前がありません。", "名前を書いてください。").require()


def _pieces(keys: Sequence[UUID]) -> Iterator[list[UUID]]:
    rest = iter(keys)
    while piece := list(islice(rest, AT_ONCE)):
        yield piece
