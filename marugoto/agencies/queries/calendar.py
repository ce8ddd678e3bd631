"""The working calendar of a body, and its name: read once a minute, since every answer needs them."""

import time
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.models import Body, ClosedDay
from marugoto.kernel.calendar import WorkingCalendar

SECONDS = 60


@dataclass(frozen=True)
class Standing:
    """What every page needs of a body."""

    name: str
    training: bool
    calendar: WorkingCalendar


_known: dict[str, tuple[float, Standing]] = {}


def standing(body: str) -> Standing:
    """Name, training mode and calendar of a body; a change of them is seen within a minute."""
    found = _known.get(body)
    if found is None or time.monotonic() - found[0] > SECONDS:
        found = _known[body] = (time.monotonic(), _read(body))
    return found[1]


def forget() -> None:
    """After a change of calendar or body, and between tests."""
    _known.clear()


def calendar_of(body: str) -> WorkingCalendar:
    """Weekends, holidays, the turn of the year, and this body's own closed and opened days."""
    return standing(body).calendar


def _read(body: str) -> Standing:
    closed: set[date] = set()
    opened: set[date] = set()
    for row in ClosedDay.objects.within(body):
        (opened if row.is_open else closed).add(row.day)
    known = Body.objects.filter(pk=body).first()
    calendar = WorkingCalendar(frozenset(closed), frozenset(opened))
    return Standing(known.name if known else body, bool(known and known.training), calendar)
