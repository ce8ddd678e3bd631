"""What of the places goes out, and for whom: into published lists as lines, into HSDS as open places. One source each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Family, PlaceKind, Precision, PromiseKind
from marugoto.community.models import Confirmation, PlaceChange, PlaceEnding, PlacePromise
from marugoto.community.queries.place import WholePlace, all_with_interests, publishable
from marugoto.community.rules.trait import family_of
from marugoto.exchange.formats import LAYOUTS, Layout
from marugoto.exchange.models import ImportRow, Origin, Receipt, Undo
from marugoto.exchange.queries.origin import values_of
from marugoto.exchange.rules.hsds import OpenPlace
from marugoto.exchange.rules.plan import Verdict
from marugoto.exchange.rules.writing import Issuer, Line
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import end_of_day, local_day

OWN_SHEET = "places"
BY_HAND_IN = ("public_facility", OWN_SHEET)  # lists with room for a place that came from none
REMARKS = ("note", "contact_note")  # ours are for supporters; what a published list said itself may go out again


@dataclass(frozen=True)
class Come:
    """One key of a source for a place: the cells of its row, and what the last import wrote."""

    key: str
    written: Mapping[str, str]
    source: Mapping[str, str]


@looking
def lines(viewer: Viewer, layout: Layout, *, public: bool) -> list[Line]:
    """The rows of one layout, by kana. Public: what may leave the house, as exactly as its host wishes. Otherwise what this viewer
    sees, without the places that are not to be listed anywhere."""
    known = publishable(viewer) if public else [one for one in all_with_interests(viewer) if _may_be_copied(one)]
    came, elsewhere = _came_from(viewer, layout), _from_lists(viewer)
    mended = _mended(viewer) if public else frozenset()
    found: list[Line] = []
    for one in known:
        keys = came.get(one.place.pk, [])
        if keys:
            found += [_line(one, come, layout, mended, public=public) for come in keys]
        elif _takes(layout, one, elsewhere):
            found.append(_line(one, Come("", {}, {}), layout, mended, public=public))
    return found


@looking
def open_places(viewer: Viewer) -> list[OpenPlace]:
    """Whatever may leave the house, for HSDS."""
    return [one for _, one in open_wholes(viewer)]


@looking
def open_wholes(viewer: Viewer) -> list[tuple[WholePlace, OpenPlace]]:
    """The same beside all that is known of each: of both the porch is told."""
    known = publishable(viewer)
    public, changed = {one.place.pk for one in known}, _changed(viewer)
    return [(one, _open(one, public, changed)) for one in known]


def issuer(viewer: Viewer) -> Issuer:
    body = directory.body(viewer.body)
    return Issuer(body.code, body.name, body.prefecture.name if body.prefecture else "")


@looking
def count_by_layout(viewer: Viewer, *, public: bool) -> dict[str, int]:
    """How many rows each list would have, without building them."""
    known = publishable(viewer) if public else [one for one in all_with_interests(viewer) if _may_be_copied(one)]
    keys: dict[str, dict[UUID, int]] = defaultdict(lambda: defaultdict(int))
    for key, place in Origin.objects.within(viewer.body).values_list("key", "place"):
        keys[key.partition(":")[0]][place] += 1
    elsewhere = frozenset(place for code, places in keys.items() if code != OWN_SHEET for place in places)
    return {
        layout.code: sum(keys[layout.code].get(one.place.pk, 0) or _takes(layout, one, elsewhere) for one in known)
        for layout in LAYOUTS
    }


def _may_be_copied(one: WholePlace) -> bool:
    return PromiseKind.NOT_LISTED not in one.promises


def _takes(layout: Layout, one: WholePlace, elsewhere: frozenset[UUID]) -> bool:
    """Our own sheet takes every place; the public facilities what no other list has; care services what is one."""
    if layout.code == OWN_SHEET:
        return True
    if one.place.pk in elsewhere:
        return False
    is_service = one.place.kind == PlaceKind.SERVICE
    return is_service if layout.code == "care_service" else layout.code in BY_HAND_IN and not is_service


def _line(one: WholePlace, come: Come, layout: Layout, mended: frozenset[tuple[UUID, str]], *, public: bool) -> Line:
    values = values_of(one.place)
    if public:
        values |= {name: _remark(one, name, come, layout, mended) for name in REMARKS}
    exact = not public or one.place.precision == Precision.EXACT
    named = come.key.partition(":")[2]
    return Line(
        ref=str(one.place.pk),
        values=values,
        source_id="" if named.startswith("name:") else named,
        source=come.source if exact else {},
        written=come.written,
    )


def _remark(one: WholePlace, name: str, come: Come, layout: Layout, mended: frozenset[tuple[UUID, str]]) -> str:
    if layout.code == OWN_SHEET or (one.place.pk, name) in mended:
        return ""
    return come.written.get(name, "")


def _mended(viewer: Viewer) -> frozenset[tuple[UUID, str]]:
    """Remarks that were ever written by hand."""
    changes = PlaceChange.objects.within(viewer.body).filter(field__in=REMARKS)
    return frozenset(changes.values_list("place_id", "field"))


def _came_from(viewer: Viewer, layout: Layout) -> dict[UUID, list[Come]]:
    """By place, its keys in the last list of this layout that was taken in and not taken back, each with its cells."""
    origins = list(Origin.objects.within(viewer.body).filter(key__startswith=f"{layout.code}:").order_by("key"))
    cells = _cells(viewer, layout) if origins else {}
    found: dict[UUID, list[Come]] = {}
    for one in origins:
        found.setdefault(one.place, []).append(Come(one.key, one.values, cells.get(one.key, {})))
    return found


def _cells(viewer: Viewer, layout: Layout) -> dict[str, Mapping[str, str]]:
    taken_back = Undo.objects.within(viewer.body).values("receipt__of")
    taken_in = Receipt.objects.within(viewer.body).values("of")
    rows = (
        ImportRow.objects.within(viewer.body)
        .filter(of__layout=layout.code, of__in=taken_in, place__isnull=False, left="")
        .exclude(verdict=Verdict.REFUSED)
        .exclude(of__in=taken_back)
        .order_by("of__made_at", "number")
    )
    cells: dict[str, Mapping[str, str]] = {}
    for keys, source in rows.values_list("keys", "source").iterator():
        cells |= dict(zip(keys, source, strict=False))
    return cells


def _from_lists(viewer: Viewer) -> frozenset[UUID]:
    """Places that came from a published list."""
    origins = Origin.objects.within(viewer.body).exclude(key__startswith=f"{OWN_SHEET}:")
    return frozenset(origins.values_list("place", flat=True))


def _changed(viewer: Viewer) -> dict[UUID, datetime]:
    """When its words were last changed, it was last checked, or it came back into the list: whoever asks for what is new hears of it."""
    promises = PlacePromise.objects.within(viewer.body)
    found: dict[UUID, datetime] = {}
    for rows, moment in (
        (PlaceChange.objects.within(viewer.body), "made_at"),
        (Confirmation.objects.within(viewer.body), "made_at"),
        (PlaceEnding.objects.within(viewer.body).exclude(undone_at=None), "undone_at"),
        (promises.exclude(lifted_at=None), "lifted_at"),
    ):
        for place, last in (
            rows.order_by().values("place_id").annotate(last=Max(moment)).values_list("place_id", "last")
        ):
            found[place] = max(found.get(place, last), last)
    over = promises.filter(lifted_at=None, until__lte=local_day(viewer.at))
    for place, until in over.values_list("place_id", "until"):
        if until is not None:
            ran_out = end_of_day(until - timedelta(days=1))  # `until` is exclusive
            found[place] = max(found.get(place, ran_out), ran_out)
    return found


def _open(one: WholePlace, public: Iterable[UUID], changed: Mapping[UUID, datetime]) -> OpenPlace:
    place: Any = one.place
    host = place.run_by if place.run_by_id in public else None
    venue = place.held_at if place.held_at_id in public else None
    families = (Family.ACCESS, Family.CONDITION)  # whom a host has welcomed before is told to supporters only
    values = {name: said for name, said in values_of(place).items() if name not in REMARKS}
    return OpenPlace(
        ref=place.pk,
        values=values,
        changed_at=max(changed.get(place.pk, place.made_at), place.made_at),
        confirmed_on=one.confirmed_on,
        kind=place.kind,
        district=place.district.name if place.district else "",
        latitude=place.latitude,
        longitude=place.longitude,
        run_by=host.name if host else "",
        held_at=venue.name if venue else "",
        on_holidays=place.on_holidays,
        interests=tuple(sorted(one.interests)),
        welcomes=one.welcomes,
        times=one.times,
        days=one.days,
        traits={code: yes for code, yes in one.traits.items() if family_of(code) in families},
        fee_yen=place.fee_yen,
        capacity_people=place.capacity_people,
        room_people=place.room_people,
        room_on=place.room_on,
    )
