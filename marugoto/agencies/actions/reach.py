"""Write down by which telephone a team is reached, and in which hours somebody answers there."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import Team
from marugoto.agencies.rules.reach import may_set_reach
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean

PHONE_LIMIT, HOURS_LIMIT = 30, 80


@acting
def set_reach(*, by: Viewer, at: datetime, team: UUID, phone: str, hours: str) -> Team:
    """Raises Team.DoesNotExist. What is already asked of the team goes on; whoever calls next reads the new number."""
    row = Team.objects.within(by.body).select_related("agency").get(pk=team)
    row.phone, row.hours = clean(phone, limit=PHONE_LIMIT).strip(), clean(hours, limit=HOURS_LIMIT).strip()
    may_set_reach(
        keeps_house=by.keeps_house, has_accounts=row.agency.has_accounts, phoned=bool(row.phone), name=row.name
    ).require()
    row.save(update_fields=["phone", "hours"])
    return row
