"""The days that belong to each urgency in a body: read once a minute, since every list needs them."""

import time
from datetime import date

from marugoto.custody.codes import Urgency
from marugoto.custody.models import Limit
from marugoto.custody.rules.limit import Days, in_force

SECONDS = 60
Row = tuple[Urgency, date, Days]

_known: dict[str, tuple[float, list[Row]]] = {}


def limits_of(body: str, day: date) -> dict[Urgency, Days]:
    """The body's own rows in force on that day, our numbers for the rest. A change is seen within a minute."""
    found = _known.get(body)
    if found is None or time.monotonic() - found[0] > SECONDS:
        found = _known[body] = (time.monotonic(), _read(body))
    return in_force((row for row in found[1] if row[1] <= day), day)


def forget() -> None:
    """After a change of limits, and between tests."""
    _known.clear()


def _read(body: str) -> list[Row]:
    rows = Limit.objects.within(body)
    return [(Urgency(row.urgency), row.since, Days(row.answer_days, row.unattended_days)) for row in rows]
