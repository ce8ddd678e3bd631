"""The conferences at which one sits, or to which one called."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import Stage
from marugoto.conferences.models import AgendaItem, Conference, ConferenceStage, Seat
from marugoto.ground.ahead import NO_FOLDER, in_columns
from marugoto.ground.transaction import looking

MOST = 200
CONFERENCE = "conference"


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


def ahead_of(viewer: Viewer, case: UUID) -> QuerySet[Any, Any]:
    """Conferences at which this case will be an item, for whoever hosts one or has a seat at that item; to others it is not there.
    It runs as part of a page's question."""
    items = AgendaItem.objects.within(viewer.body).filter(case=case).values("conference_id")
    seats = Seat.objects.within(viewer.body).filter(duty=viewer.duty, item__case=case).values("item__conference_id")
    called_off = ConferenceStage.objects.within(viewer.body).filter(conference=OuterRef("pk"), stage=Stage.CALLED_OFF)
    mine = Conference.objects.within(viewer.body).filter(Q(host=viewer.team) | Q(pk__in=seats), pk__in=items)
    coming = mine.filter(~Exists(called_off), ends_at__gte=viewer.at)
    return in_columns(coming, CONFERENCE, folder=NO_FOLDER, title="name", who="where", at="begins_at")
