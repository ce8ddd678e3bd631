"""Say how many hours the coordination took in a half-year."""

from datetime import date, datetime

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.events import HoursDeclared
from marugoto.evaluation.models import DeclaredHours
from marugoto.evaluation.rules.half_year import first_day
from marugoto.evaluation.rules.hours import may_declare
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

LEADS = (Role.COORDINATOR, Role.CHIEF)


@acting
def declare_hours(*, by: Viewer, at: datetime, last: date, hours: int, reason: str = "") -> DeclaredHours:
    """Of the half-year that ends on `last`; said again it replaces what was said before, which stays to be read."""
    said = DeclaredHours.objects.within(by.body).filter(last=last).order_by("-made_at").first()
    may_declare(
        last=last,
        hours=hours,
        today=local_day(at),
        leads=by.has(*LEADS),
        before=said.hours if said else None,
        reasoned=bool(reason.strip()),
    ).require()
    row = DeclaredHours.objects.create(
        body=by.body, made_at=at, last=last, hours=hours, by=by.duty, reason=reason.strip()
    )
    announce(HoursDeclared(first=first_day(last), last=last, hours=hours), by=by, at=at)
    return row
