"""The holds of a body, those in force first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.retention.codes import HeldKind, HoldReason
from marugoto.retention.models import Hold
from marugoto.retention.rules.hold import is_held

PAGE = 100


@dataclass(frozen=True)
class HoldLine:
    """`until` None: nobody said yet that it is over."""

    hold: UUID
    on: HeldKind
    number: str
    reason: HoldReason
    words: str
    since: date
    who: str
    worker: UUID
    over_on: date | None
    until: date | None
    lifted_by: str
    held: bool


@looking
def holds(viewer: Viewer) -> list[HoldLine]:
    """All that are in force, and then the latest of the others."""
    rows = Hold.objects.within(viewer.body).select_related("worker", "ending__worker").order_by("-since", "-made_at")
    today = local_day(viewer.at)
    over = Q(ending__until__lte=today)
    return [_line(row, today) for row in (*rows.exclude(over), *rows.filter(over)[:PAGE])]


@looking
def holds_on(viewer: Viewer, person: UUID) -> list[HoldLine]:
    """On this person himself, the latest first; a hold on his household is found by its number."""
    rows = Hold.objects.within(viewer.body).filter(on=HeldKind.PERSON, subject=person)
    found = rows.select_related("worker", "ending__worker").order_by("-since", "-made_at")
    return [_line(row, local_day(viewer.at)) for row in found]


def _line(row: Hold, today: date) -> HoldLine:
    ending = getattr(row, "ending", None)
    return HoldLine(
        hold=row.pk,
        on=HeldKind(row.on),
        number=row.number,
        reason=HoldReason(row.reason),
        words=row.words,
        since=row.since,
        who=row.worker.name,
        worker=row.worker_id,
        over_on=ending.over_on if ending else None,
        until=ending.until if ending else None,
        lifted_by=ending.worker.name if ending else "",
        held=is_held(ending.until if ending else None, today),
    )
