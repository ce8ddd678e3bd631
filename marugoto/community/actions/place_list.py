"""A whole list of places at once: what `create_place` and `change_place` do for one, in few strokes for tens of thousands."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from marugoto.agencies.models import District
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_facts import lay_times_aside
from marugoto.community.actions.place_values import figures_unsaid, folded_of, kind_of, plain_of, said
from marugoto.community.actions.place_words import write_words_of_many
from marugoto.community.codes import PlaceEnd
from marugoto.community.events import PlaceChanged, PlaceEnded, PlaceListed
from marugoto.community.models import Place, PlaceChange, PlaceEnding
from marugoto.community.rules.place import may_tend
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce_each
from marugoto.ledger.events import Event

AT_ONCE = 500


@acting
def create_places(*, by: Viewer, at: datetime, places: Mapping[UUID, Mapping[str, Any]]) -> int:
    """By the id each is to have: values by field name. A place needs a name and nothing else."""
    may_tend(by.roles).require()
    for keys in _pieces(list(places)):
        rows = [_new(by, at, key, places[key]) for key in keys]
        Place.objects.within(by.body).bulk_create(rows)
        write_words_of_many(rows)
        _tell(by, at, [(row, PlaceListed(place=row.pk, type=kind_of(row.kind))) for row in rows])
    return len(places)


@acting
def change_places(*, by: Viewer, at: datetime, places: Mapping[UUID, Mapping[str, Any]]) -> int:
    """By id: the fields to write, each with what it was. Figures and times beside words that become others are unknown again;
    raises Place.DoesNotExist for one that is not there or has ended."""
    may_tend(by.roles).require()
    changed = 0
    for keys in _pieces(list(places)):
        changed += _change(by, at, {key: places[key] for key in keys})
    return changed


@acting
def end_places(*, by: Viewer, at: datetime, places: Collection[UUID], reason: PlaceEnd) -> int:
    """They leave the lists; raises Place.DoesNotExist for one that is not there or has ended."""
    may_tend(by.roles).require()
    for keys in _pieces(list(places)):
        rows = _running(by, keys)
        endings = [
            PlaceEnding(body=by.body, made_at=at, place=row, reason=reason, day=local_day(at), by=by.duty)
            for row in rows
        ]
        PlaceEnding.objects.bulk_create(endings)
        _tell(by, at, [(row, PlaceEnded(place=row.pk, end=reason)) for row in rows])
    return len(places)


def _new(by: Viewer, at: datetime, key: UUID, values: Mapping[str, Any]) -> Place:
    wanted = plain_of(values, local_day(at))
    _must_be_named(wanted.get("name", ""))
    place = Place(id=key, body=by.body, made_at=at, by=by.duty, **wanted)
    place.folded = folded_of(place)
    return place


def _change(by: Viewer, at: datetime, places: Mapping[UUID, Mapping[str, Any]]) -> int:
    changes: list[PlaceChange] = []
    touched: list[tuple[Place, Event]] = []
    for row in _running(by, places):
        wanted = plain_of(places[row.pk], local_day(at))
        wanted |= figures_unsaid(row, wanted)
        differing = {name: value for name, value in wanted.items() if getattr(row, name) != value}
        if not differing:
            continue
        changes += [_noted(by, at, row, name, value) for name, value in differing.items()]
        _must_be_named(row.name)
        row.folded, row.version = folded_of(row), row.version + 1
        touched.append((row, PlaceChanged(place=row.pk, fields=len(differing))))
    if touched:
        fields, written = {change.field for change in changes} | {"folded", "version"}, [row for row, _ in touched]
        # One row each, not one case for each row and field: what `bulk_update` writes grows with both.
        Place.objects.bulk_create(written, update_conflicts=True, unique_fields=["id"], update_fields=sorted(fields))
        PlaceChange.objects.within(by.body).bulk_create(changes, batch_size=AT_ONCE)
        lay_times_aside(by, at, changes)
        write_words_of_many(written)
        _tell(by, at, touched)
    return len(touched)


def _running(by: Viewer, places: Collection[UUID]) -> list[Place]:
    """Held until the end of the transaction: what they say now is what is written over."""
    hold(Place.objects.within(by.body).filter(pk__in=places).order_by("pk"))
    ended = PlaceEnding.objects.within(by.body).filter(undone_at=None).values("place_id")
    rows = list(Place.objects.within(by.body).exclude(pk__in=ended).filter(pk__in=places))
    if len(rows) != len(places):
        raise Place.DoesNotExist
    return rows


def _tell(by: Viewer, at: datetime, told: Sequence[tuple[Place, Event]]) -> None:
    """Those of one area in one stroke."""
    codes: dict[UUID | None, str] = dict(District.objects.within(by.body).values_list("pk", "code"))
    by_area: dict[str, list[tuple[Event, UUID | None]]] = defaultdict(list)
    for row, event in told:
        by_area[codes.get(row.district_id, "")].append((event, None))
    for area, events in by_area.items():
        announce_each(events, by=by, at=at, area=area)


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
