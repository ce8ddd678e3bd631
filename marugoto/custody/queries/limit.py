"""The days that belong to each urgency in a body: read once a minute, since every list needs them; and who set them, when, why."""

import time
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import Urgency
from marugoto.custody.models import Limit
from marugoto.custody.rules.limit import OURS, Days, in_force
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

SECONDS = 60
Row = tuple[Urgency, date, Days]

_known: dict[str, tuple[float, list[Row]]] = {}


@dataclass(frozen=True)
class LimitLine:
    """One setting. `since`, `made_at` are None where our own numbers hold; `by_name` is empty for the system."""

    urgency: Urgency
    days: Days
    since: date | None = None
    made_at: datetime | None = None
    by_name: str = ""
    reason: str = ""

    @property
    def ours(self) -> bool:
        return self.since is None


@dataclass(frozen=True)
class LimitBook:
    """`now`: one line for each urgency; `coming`: set for a day to come, the nearest first; `former`: the newest first."""

    now: tuple[LimitLine, ...]
    coming: tuple[LimitLine, ...]
    former: tuple[LimitLine, ...]


def limits_of(body: str, day: date) -> dict[Urgency, Days]:
    """The body's own rows in force on that day, our numbers for the rest. A change is seen within a minute."""
    found = _known.get(body)
    if found is None or time.monotonic() - found[0] > SECONDS:
        found = _known[body] = (time.monotonic(), _read(body))
    return in_force((row for row in found[1] if row[1] <= day), day)


@looking
def limit_book(viewer: Viewer) -> LimitBook:
    """Two queries, however often the days were changed."""
    today = local_day(viewer.at)
    rows = list(Limit.objects.within(viewer.body).order_by("since", "made_at", "pk"))
    people = names_of_duties({row.by for row in rows})
    lines = [
        LimitLine(
            urgency=Urgency(row.urgency),
            days=Days(row.answer_days, row.unattended_days),
            since=row.since,
            made_at=row.made_at,
            by_name=people[row.by].worker.name if row.by in people else "",
            reason=row.reason,
        )
        for row in rows
    ]
    begun = [line for line in lines if line.since and line.since <= today]
    holding = {line.urgency: line for line in begun}
    return LimitBook(
        now=tuple(holding.get(urgency, LimitLine(urgency, OURS[urgency])) for urgency in Urgency),
        coming=tuple(line for line in lines if line.since and line.since > today),
        former=tuple(line for line in reversed(begun) if line is not holding[line.urgency]),
    )


def forget() -> None:
    """After a change of limits, and between tests."""
    _known.clear()


def forget_with_commit() -> None:
    """For whoever changes them: now for himself, and once more when it is written, as another thread may have read the old meanwhile."""
    forget()
    transaction.on_commit(forget)


def _read(body: str) -> list[Row]:
    rows = Limit.objects.within(body).order_by("since", "made_at", "pk")
    return [(Urgency(row.urgency), row.since, Days(row.answer_days, row.unattended_days)) for row in rows]
