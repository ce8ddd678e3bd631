"""Look at the links groups have, and at what they asked to have put right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import ChangeRequest, ChangeRequestAnswer, HostLink, PlaceEnding
from marugoto.community.queries.place_rows import told_of
from marugoto.ground.transaction import looking

GroupLink = HostLink  # as it is read; doors take the words from here
Asked = ChangeRequest

MOST = 200


@dataclass(frozen=True)
class Request:
    """What was asked, and the answer once there is one."""

    asked: ChangeRequest
    answer: ChangeRequestAnswer | None = None


@looking
def standing(viewer: Viewer, day: date) -> list[HostLink]:
    """Links in force that day."""
    links = HostLink.objects.within(viewer.body).filter(told_of(viewer), withdrawn_at=None, until__gt=day)
    return list(links.order_by("made_at", "pk"))


@looking
def of_place(viewer: Viewer, place: UUID) -> list[HostLink]:
    """Newest first, ended ones too."""
    return list(HostLink.objects.within(viewer.body).filter(told_of(viewer), place=place).order_by("-made_at")[:10])


@looking
def link(viewer: Viewer, link: UUID) -> HostLink | None:
    return HostLink.objects.within(viewer.body).filter(told_of(viewer), pk=link).first()


@looking
def waiting(viewer: Viewer) -> list[ChangeRequest]:
    """Requests nobody has answered, oldest first, with their places: one query. Of a place that has ended none can be followed; where it
    is taken up again, they wait again."""
    ended = PlaceEnding.objects.within(viewer.body).filter(undone_at=None).values("place_id")
    answered = ChangeRequestAnswer.objects.within(viewer.body).values("request_id")
    rows = (
        ChangeRequest.objects.within(viewer.body)
        .filter(told_of(viewer))
        .exclude(Q(pk__in=answered) | Q(place__in=ended))
    )
    return list(rows.select_related("place").order_by("made_at", "pk")[:MOST])


@looking
def requests_of(viewer: Viewer, place: UUID) -> list[Request]:
    """Newest first: two queries."""
    rows = ChangeRequest.objects.within(viewer.body).filter(told_of(viewer), place=place)
    asked = list(rows.order_by("-made_at")[:20])
    answers = _answers(viewer, [one.pk for one in asked]) if asked else {}
    return [Request(one, answers.get(one.pk)) for one in asked]


@looking
def request(viewer: Viewer, request: UUID) -> Request | None:
    rows = ChangeRequest.objects.within(viewer.body).filter(told_of(viewer))
    asked = rows.select_related("place").filter(pk=request).first()
    return Request(asked, _answers(viewer, [asked.pk]).get(asked.pk)) if asked else None


def _answers(viewer: Viewer, requests: Iterable[UUID]) -> dict[UUID, ChangeRequestAnswer]:
    rows = ChangeRequestAnswer.objects.within(viewer.body).filter(request__in=list(requests))
    return {row.request_id: row for row in rows}
