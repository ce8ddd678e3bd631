"""A membership ends: the seats that stood on it, at tables that are still to come, end with it."""

from datetime import date, datetime, time
from uuid import UUID

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
    rows = SeatAdmission.objects.within(by.body).filter(member=member).order_by("made_at", "pk")
    for row in rows.filter(seat__item__conference__begins_at__gte=begins):
        end_grants(by=by, at=at, via=f"seat:{row.seat_id}", reason=REASON)
    over = OutsideEnding.objects.within(by.body).values("seat")
    outside = rows.filter(outside__item__conference__begins_at__gte=begins).exclude(outside__in=over)
    for row in outside.select_related("outside__item__conference"):
        if row.outside is not None:
            end_outside(by=by, at=at, seat=row.outside)
    return ending
