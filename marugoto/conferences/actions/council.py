"""A membership ends: the seats that stood on it, at tables that are still to come, end with it."""

from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.outside import end_outside
from marugoto.conferences.models import OutsideEnding, SeatAdmission
from marugoto.disclosure.actions.council import end_council_member
from marugoto.disclosure.actions.grant import end_grants
from marugoto.disclosure.models import CouncilMemberEnding
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import JST

REASON = "会議体の構成員でなくなった"


@acting
def end_membership(*, by: Viewer, at: datetime, member: UUID, day: date, reason: str) -> CouncilMemberEnding:
    """Whoever is no member on the day of the conference has no papers of it before; what was held until then stays as it was."""
    ending = end_council_member(by=by, at=at, member=member, day=day, reason=reason)
    begins = datetime.combine(day, time(), JST)
    still = Q(seat__item__conference__begins_at__gte=begins) | Q(outside__item__conference__begins_at__gte=begins)
    end_seats(by, at, SeatAdmission.objects.within(by.body).filter(still, member=member))
    return ending


def end_seats(by: Viewer, at: datetime, admissions: QuerySet[SeatAdmission]) -> None:
    """Of those who are no members on the day of the conference, in the house and from outside."""
    over = set(OutsideEnding.objects.within(by.body).values_list("seat", flat=True))
    for row in admissions.select_related("outside__item__conference").order_by("made_at", "pk"):
        if row.seat_id is not None:
            end_grants(by=by, at=at, via=f"seat:{row.seat_id}", reason=REASON)
        if row.outside is not None and row.outside.pk not in over:
            end_outside(by=by, at=at, seat=row.outside)
