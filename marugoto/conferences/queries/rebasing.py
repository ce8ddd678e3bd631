"""What came out of the ring of a conference on consent: for whoever took it out, and for the team that was told."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from marugoto.agencies.queries.directory import called, worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.models import Rebased
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.transaction import looking

LATEST = 50


@dataclass(frozen=True)
class RebasedLine:
    """`from_basis`: the ground on which it was said; `case`: opaque to whoever may not open the household."""

    rebased: UUID
    item: UUID
    case: UUID
    meeting: str
    from_basis: BasisCode
    receiver: UUID
    receiver_name: str
    words: str
    reason: str
    by_name: str
    at: datetime


@looking
def told_us(viewer: Viewer) -> list[RebasedLine]:
    """What stands open to our team as the one that was told, the latest first."""
    rows = Rebased.objects.open_to(viewer).filter(receiver=viewer.team)
    return _lines(viewer, rows, most=LATEST)


@looking
def of_item(viewer: Viewer, item: UUID) -> list[RebasedLine]:
    """What is open to the viewer: to the team that was told nothing before the consent, and nothing after it was taken back."""
    return _lines(viewer, Rebased.objects.open_to(viewer).filter(item=item))


def _lines(viewer: Viewer, rows: QuerySet[Rebased], most: int | None = None) -> list[RebasedLine]:
    """What is not shown is not written down as seen."""
    found = []
    known = rows.select_related("item__conference", "receiver__agency").annotate(writer=worker_name("by"))
    for row in known.order_by("-made_at", "pk")[:most]:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found.append(
            RebasedLine(
                row.pk,
                row.item_id,
                row.item.case,
                row.item.conference.name,
                BasisCode(row.item.basis),
                row.receiver_id,
                called(row.receiver),
                row.words,
                row.reason,
                row.writer or "",
                row.made_at,
            )
        )
    return found
