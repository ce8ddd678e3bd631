"""Who sits at a table that speaks of nobody: the post, and whether it came."""

from dataclasses import dataclass
from uuid import UUID

from marugoto.agencies.queries.directory import called
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


@looking
def seats(viewer: Viewer, conference: UUID) -> list[TableSeatLine]:
    """In the order in which they were put there: one query."""
    rows = TableSeat.objects.within(viewer.body).filter(conference=conference)
    known = rows.select_related("duty__worker", "duty__team__agency", "attended").order_by("made_at", "pk")
    return [_line(row) for row in known]


@looking
def seat(viewer: Viewer, seat: UUID) -> TableSeat | None:
    return TableSeat.objects.within(viewer.body).select_related("conference").filter(pk=seat).first()


def _line(row: TableSeat) -> TableSeatLine:
    came = getattr(row, "attended", None)
    attendance = came.attendance if came else ""
    if row.duty is None:
        return TableSeatLine(row.pk, None, row.post, "", "", attendance)
    duty = row.duty
    return TableSeatLine(row.pk, duty.pk, duty.name, duty.worker.name, called(duty.team), attendance)
