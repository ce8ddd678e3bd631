"""The conferences at which one sits, or to which one called."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import Stage
from marugoto.conferences.models import Conference, ConferenceStage, Seat
from marugoto.ground.transaction import looking

MOST = 200


@dataclass(frozen=True)
class Sitting:
    conference: UUID
    name: str
    begins_at: datetime
    ends_at: datetime


@looking
def sittings(viewer: Viewer, *, since: datetime) -> list[Sitting]:
    """Those called off are not there."""
    seats = Seat.objects.within(viewer.body).filter(item__conference=OuterRef("pk"), duty=viewer.duty)
    called_off = ConferenceStage.objects.within(viewer.body).filter(conference=OuterRef("pk"), stage=Stage.CALLED_OFF)
    rows = (
        Conference.objects.within(viewer.body)
        .filter(Q(by=viewer.duty) | Exists(seats), ~Exists(called_off), ends_at__gte=since)
        .order_by("begins_at", "pk")[:MOST]
    )
    return [Sitting(row.pk, row.name, row.begins_at, row.ends_at) for row in rows]
