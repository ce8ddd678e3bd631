"""Staff lists that were brought in, and what their rows would do."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.models import StaffList, StaffReceipt, StaffRow
from marugoto.exchange.rules.staff_plan import StaffVerdict
from marugoto.ground.transaction import looking

ListRow = StaffRow  # a row as it was kept; doors take the word from here
Paper = StaffReceipt
LATEST = 30


@dataclass(frozen=True)
class BroughtList:
    """`receipt` is None for a preview that nobody has confirmed."""

    id: UUID
    file_name: str
    encoding: str
    row_count: int
    notes: tuple[str, ...]
    by: UUID
    made_at: datetime
    receipt: Paper | None
    counts: dict[StaffVerdict, int]


@looking
def staff_lists(viewer: Viewer) -> list[BroughtList]:
    """The latest first; three queries."""
    return _brought(viewer, [])


@looking
def staff_list(viewer: Viewer, prepared: UUID) -> BroughtList | None:
    return next(iter(_brought(viewer, [prepared])), None)


@looking
def rows(
    viewer: Viewer, prepared: UUID, verdict: StaffVerdict | None = None, first: int = 0, many: int = 50
) -> list[ListRow]:
    """In the order of the file."""
    chosen = StaffRow.objects.within(viewer.body).filter(of=prepared)
    if verdict:
        chosen = chosen.filter(verdict=verdict)
    return list(chosen.order_by("line")[first : first + many])


@looking
def ending_duties(viewer: Viewer, prepared: UUID) -> frozenset[UUID]:
    """Every duty that would end: what the rehearsal asks for."""
    chosen = StaffRow.objects.within(viewer.body).filter(of=prepared).exclude(ends=[])
    return frozenset(UUID(duty) for ends in chosen.values_list("ends", flat=True) for duty in ends)


def _brought(viewer: Viewer, wanted: list[UUID]) -> list[BroughtList]:
    chosen = StaffList.objects.within(viewer.body).defer("content").order_by("-made_at")
    found = list(chosen.filter(pk__in=wanted) if wanted else chosen[:LATEST])
    keys = [one.pk for one in found]
    receipts = {one.of_id: one for one in StaffReceipt.objects.within(viewer.body).filter(of__in=keys)}
    counts = {key: dict.fromkeys(StaffVerdict, 0) for key in keys}
    grouped = StaffRow.objects.within(viewer.body).filter(of__in=keys).values("of", "verdict")
    for one in grouped.annotate(times=Count("pk")).order_by():
        counts[one["of"]][StaffVerdict(one["verdict"])] = one["times"]
    return [
        BroughtList(
            id=one.pk,
            file_name=one.file_name,
            encoding=one.encoding,
            row_count=one.row_count,
            notes=tuple(one.notes),
            by=one.by,
            made_at=one.made_at,
            receipt=receipts.get(one.pk),
            counts=counts[one.pk],
        )
        for one in found
    ]
