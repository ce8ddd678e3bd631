"""Whose calendar an address opens, and since when one's own is open."""

from datetime import datetime

from marugoto.agencies.actions.calendar_key import hashed
from marugoto.agencies.models import CalendarKey
from marugoto.agencies.queries.viewer import viewer_of
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking


def viewer_of_key(secret: str, at: datetime) -> Viewer | None:
    """None when the key was ended, the account is shut, or the duty is over: then nothing is there."""
    found = CalendarKey.objects.everywhere("the key decides, nobody is signed in").filter(
        sha256=hashed(secret), ended=None
    )
    row = found.select_related("duty__worker__user").first()
    user = row.duty.worker.user if row else None
    if row is None or user is None or not user.is_active:
        return None
    return viewer_of(user.pk, row.duty_id, at)


@looking
def open_since(viewer: Viewer) -> datetime | None:
    standing = CalendarKey.objects.within(viewer.body).filter(duty=viewer.duty, ended=None)
    return standing.values_list("made_at", flat=True).first()
