"""Who sits at a table that speaks of nobody: the post, and whether it came."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.queries.directory import called, worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.models import TableSeat
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class TableSeatLine:
    """`post` is the name of the hat, or of a post without an account: then `name` and `where` are empty."""

    seat: UUID
    duty: UUID | None
    post: str
    name: str
    where: str
    attendance: str
    taken_back_at: datetime | None = None
    taken_back_by: str = ""


@dataclass(frozen=True)
class Around:
    """A table: its seats, and those that were put there by mistake, in the order in which they were put there."""

    seats: list[TableSeatLine]
    taken_back: list[TableSeatLine]


@looking
def around(viewer: Viewer, conference: UUID) -> Around:
    """One query."""
    rows = TableSeat.objects.within(viewer.body).filter(conference=conference)
    known = rows.select_related("duty__worker", "duty__team__agency", "attended", "taken_back")
    lines = [_line(row) for row in known.annotate(undone_by=worker_name("taken_back__by")).order_by("made_at", "pk")]
    return Around(
        [one for one in lines if one.taken_back_at is None], [one for one in lines if one.taken_back_at is not None]
    )


def seats(viewer: Viewer, conference: UUID) -> list[TableSeatLine]:
    """Without those that were taken back."""
    return around(viewer, conference).seats


@looking
def seat(viewer: Viewer, seat: UUID) -> TableSeat | None:
    """One that was taken back is there no more."""
    rows = TableSeat.objects.within(viewer.body).filter(pk=seat, taken_back=None)
    return rows.select_related("conference").first()


def _line(row: Any) -> TableSeatLine:
    came = getattr(row, "attended", None)
    known = {
        "seat": row.pk,
        "attendance": came.attendance if came else "",
        "taken_back_at": row.taken_back.at if row.taken_back else None,
        "taken_back_by": row.undone_by or "",
    }
    if row.duty is None:
        return TableSeatLine(duty=None, post=row.post, name="", where="", **known)
    duty = row.duty
    return TableSeatLine(duty=duty.pk, post=duty.name, name=duty.worker.name, where=called(duty.team), **known)
