"""The working calendar of a body, its name, districts and differences: read once a minute, since every answer needs them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from marugoto.agencies.models import Body, BodyProfile, ClosedDay, District, DivisionWord, Duty
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.calendar import WorkingCalendar

SECONDS = 60


@dataclass(frozen=True)
class Standing:
    """What every page needs of a body."""

    name: str
    training: bool
    calendar: WorkingCalendar
    districts: Mapping[str, str]  # by code
    differences: tuple[tuple[str, str, date, date | None], ...] = ()  # name, value, from, until; the latest last
    words: Mapping[UUID, Mapping[str, str]] = field(default_factory=dict)  # by agency and code of the concept
    population: int | None = None


@dataclass(frozen=True)
class OwnDay:
    """What the body says of a day. Names are empty for the system; `reason` is why it was taken back, where it was."""

    id: UUID
    day: date
    name: str
    is_open: bool
    made_at: datetime
    by_name: str
    taken_back_at: datetime | None = None
    taken_back_by: str = ""
    reason: str = ""


_known: dict[str, tuple[float, Standing]] = {}


def standing(body: str) -> Standing:
    """Name, training mode, calendar and districts of a body; a change of them is seen within a minute."""
    found = _known.get(body)
    if found is None or time.monotonic() - found[0] > SECONDS:
        found = _known[body] = (time.monotonic(), _read(body))
    return found[1]


def forget() -> None:
    """After a change of calendar or body, and between tests."""
    _known.clear()


def forget_with_commit() -> None:
    """For whoever changes it: now for himself, and once more when it is written, as another thread may have read the old meanwhile."""
    forget()
    transaction.on_commit(forget)


def says(body: str, name: str, day: date) -> str:
    """What the body's profile says under that name on that day; empty where it says nothing."""
    known = standing(body).differences
    said = [
        value for key, value, since, until in known if key == name and since <= day and (until is None or day < until)
    ]
    return said[-1] if said else ""


def calendar_of(body: str) -> WorkingCalendar:
    """Weekends, holidays, the turn of the year, and this body's own closed and opened days."""
    return standing(body).calendar


@looking
def own_days(viewer: Viewer, *, first: date, last: date) -> list[OwnDay]:
    """What was said of the days from `first` to `last`, taken back or not, by day: two queries."""
    rows = list(
        ClosedDay.objects.within(viewer.body)
        .filter(day__gte=first, day__lte=last)
        .select_related("removed")
        .order_by("day", "made_at")
    )
    wanted = {row.by for row in rows if row.by} | {row.removed.by for row in rows if row.removed}
    named = Duty.objects.everywhere("names on rows the viewer sees already").select_related("worker")
    people = {duty.pk: duty.worker.name for duty in named.filter(pk__in=wanted)}
    return [
        OwnDay(
            id=row.pk,
            day=row.day,
            name=row.name,
            is_open=row.is_open,
            made_at=row.made_at,
            by_name=people.get(row.by, "") if row.by else "",
            taken_back_at=row.removed.made_at if row.removed else None,
            taken_back_by=people.get(row.removed.by, "") if row.removed else "",
            reason=row.removed.reason if row.removed else "",
        )
        for row in rows
    ]


def _read(body: str) -> Standing:
    closed: set[date] = set()
    opened: set[date] = set()
    for row in ClosedDay.objects.within(body).filter(removed=None):
        (opened if row.is_open else closed).add(row.day)
    known = Body.objects.filter(pk=body).first()
    calendar = WorkingCalendar(frozenset(closed), frozenset(opened))
    districts = dict(District.objects.within(body).values_list("code", "name"))
    profile = BodyProfile.objects.within(body).order_by("since")
    words: dict[UUID, dict[str, str]] = {}
    said = DivisionWord.objects.within(body).filter(ended=None).exclude(concept__code="")
    for agency, code, word in said.values_list("agency_id", "concept__code", "word"):
        words.setdefault(agency, {})[code] = word
    return Standing(
        name=known.name if known else body,
        training=bool(known and known.training),
        calendar=calendar,
        districts=districts,
        differences=tuple(profile.values_list("name", "value", "since", "until")),
        words=words,
        population=known.population if known else None,
    )
