"""Say from which day on a body has or has not what a ground needs, or how it calls it."""

from datetime import date, datetime

from django.db.models import Q

from marugoto.agencies.actions.settle import settle_profile
from marugoto.agencies.events import ProfileSaid
from marugoto.agencies.models import BodyProfile
from marugoto.agencies.rules.profile import difference_of, may_say_profile
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def say_profile(*, by: Viewer, at: datetime, name: str, value: str, since: date, source: str) -> BodyProfile:
    """What was in force until then ends on that day, and what was to begin later stays; the former entry is kept."""
    rows = BodyProfile.objects.within(by.body).filter(name=name)
    days = set(rows.values_list("since", flat=True))
    may_say_profile(
        keeps_house=by.keeps_house,
        name=name,
        value=value,
        source=source,
        since=since,
        today=local_day(at),
        days=days,
    ).require()
    later = min((day for day in days if day > since), default=None)
    rows.filter(Q(until=None) | Q(until__gt=since), since__lt=since).update(until=since)
    row = settle_profile(by=by, at=at, name=name, value=value.strip(), since=since, until=later)
    row.source, row.by = source.strip(), by.duty
    row.save(update_fields=["source", "by"])
    announce(ProfileSaid(entry=difference_of(name), since=since), by=by, at=at)
    return row
