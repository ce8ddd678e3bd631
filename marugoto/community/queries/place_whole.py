"""Places with all that is known of each, for matching and for what leaves the house: a constant number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import DoubtReason, PromiseKind
from marugoto.community.models import (
    ContactTry,
    Place,
    PlaceDay,
    PlaceDoubt,
    PlaceInterest,
    PlacePromise,
    PlaceTime,
    PlaceTrait,
    PlaceWelcome,
)
from marugoto.community.queries.place_rows import running
from marugoto.community.rules.check import Known, cannot_be_reached
from marugoto.community.rules.opening import Rest, Single, Times, resting
from marugoto.community.rules.promise import Promised, in_force, may_be_proposed, may_leave_house
from marugoto.community.rules.publication import Position, published
from marugoto.community.rules.weekdays import weekdays_in
from marugoto.ground.transaction import looking
from marugoto.kernel.decision import Decision
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class WholePlace:
    """A place and what is known of it. What is empty is unknown. `place.confirmed_on` is the day of the last check.

    `welcomes`: since when; `traits`: code of Access, HostCondition or Experience to yes or no; `tries` and `doubts` since the last
    check; `position`: what of it may be told outside. Only of `publishable` it is to be told at all.
    """

    place: Place
    interests: frozenset[str]
    welcomes: Mapping[str, date]
    times: tuple[Times, ...]
    days: Mapping[date, Single]
    traits: Mapping[str, bool]
    promises: frozenset[PromiseKind]
    tries: frozenset[date]
    doubts: frozenset[DoubtReason]
    position: Position

    @property
    def confirmed_on(self) -> date | None:
        return self.place.confirmed_on

    @property
    def may_be_proposed(self) -> Decision:
        """To somebody who looks for a place; why not, in a sentence."""
        return may_be_proposed(self.promises, self.tries)

    def resting(self, today: date) -> Rest | None:
        """Whether it is closed for weeks; where it has no times, by the weekdays its words name."""
        return rest_of(self.place, self.times, self.days, today)

    @property
    def unreachable(self) -> bool:
        return cannot_be_reached(self.tries)

    @property
    def known(self) -> Known:
        """As the rules of checks ask."""
        return Known(local_day(self.place.made_at), self.confirmed_on, self.tries, self.doubts)


@looking
def all_with_interests(viewer: Viewer) -> list[WholePlace]:
    """Every running place the viewer may see, by kana: nine queries."""
    return _whole(viewer, running(viewer))


@looking
def wholes(viewer: Viewer, places: set[UUID]) -> list[WholePlace]:
    """These of them."""
    return _whole(viewer, running(viewer).filter(pk__in=places))


@looking
def publishable(viewer: Viewer) -> list[WholePlace]:
    """Whatever may leave the house, position told as its host wishes: the one source of the porch, of exports and of posters."""
    return [_told_outside(one) for one in _whole(viewer, running(viewer)) if _may_leave(one)]


def _may_leave(one: WholePlace) -> bool:
    return may_leave_house(one.place.tier, one.promises) and not one.unreachable


def _told_outside(one: WholePlace) -> WholePlace:
    """The row itself carries no more of its position than may be told, so that no exporter tells more."""
    row, told = one.place, one.position
    row.address, row.building, row.access, row.parking = told.address, told.building, told.access, told.parking
    row.latitude, row.longitude = told.latitude, told.longitude
    if not told.district:
        row.district = None
    if not told.at:
        row.held_at = None
    row.note = ""
    return replace(one, place=row)


def _whole(viewer: Viewer, chosen: QuerySet[Place]) -> list[WholePlace]:
    rows = list(chosen.select_related("district", "run_by", "held_at").order_by("folded", "pk"))
    today, keys = local_day(viewer.at), [row.pk for row in rows] if len(rows) < 200 else None
    interests = _by_place(_of(viewer, PlaceInterest, keys))
    welcomes = _by_place(_of(viewer, PlaceWelcome, keys).filter(until=None))
    times = _by_place(_of(viewer, PlaceTime, keys).order_by("weekday", "opens", "nth"))
    days = _by_place(_of(viewer, PlaceDay, keys).filter(day__gte=today))
    traits = _by_place(_of(viewer, PlaceTrait, keys))
    promises = _by_place(_of(viewer, PlacePromise, keys).filter(lifted_at=None))
    tries, doubts = _by_place(_of(viewer, ContactTry, keys)), _by_place(_of(viewer, PlaceDoubt, keys))
    return [
        WholePlace(
            place=row,
            interests=frozenset(one.interest for one in interests.get(row.pk, ())),
            welcomes={one.welcome: one.since for one in welcomes.get(row.pk, ())},
            times=tuple(times_line(one) for one in times.get(row.pk, ())),
            days={one.day: single_of(one) for one in days.get(row.pk, ())},
            traits={one.trait: one.answer == "yes" for one in traits.get(row.pk, ())},
            promises=promised(promises.get(row.pk, ()), today),
            tries=frozenset(one.day for one in tries.get(row.pk, ()) if _since(one, row)),
            doubts=frozenset(DoubtReason(one.reason) for one in doubts.get(row.pk, ()) if _since(one, row)),
            position=published(position_of(row), row.precision),
        )
        for row in rows
    ]


def rest_of(place: Place, times: tuple[Times, ...], days: Mapping[date, Single], today: date) -> Rest | None:
    if not days and not times:
        return None
    lines = times or tuple(map(Times, sorted(weekdays_in(place.days))))
    return resting(today, lines, days, on_holidays=place.on_holidays)


def times_line(row: PlaceTime) -> Times:
    return Times(row.weekday, row.nth, row.opens, row.closes, row.first_month, row.last_month)


def single_of(row: PlaceDay) -> Single:
    return Single(row.day, row.is_open, row.opens, row.closes, row.words)


def promised(rows: Any, day: date) -> frozenset[PromiseKind]:
    return in_force((Promised(PromiseKind(row.kind), row.since, row.until) for row in rows), day)


def position_of(row: Place) -> Position:
    return Position(
        district=row.district.name if row.district else "",
        address=row.address,
        building=row.building,
        latitude=row.latitude,
        longitude=row.longitude,
        access=row.access,
        parking=row.parking,
        at=row.held_at.name if row.held_at else "",
    )


def _since(one: ContactTry | PlaceDoubt, place: Any) -> bool:
    """A check answers what was doubted before it, on its own day too."""
    return place.checked_at is None or one.made_at > place.checked_at


def _of(viewer: Viewer, model: Any, keys: list[UUID] | None) -> Any:
    rows = model.objects.within(viewer.body)
    return rows if keys is None else rows.filter(place__in=keys)


def _by_place(rows: Any) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.place_id, []).append(row)
    return found
