"""Take back the decision that something may be told, and tell both teams where that shuts what was handed over with a ball."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.consent import tell_of_closed
from marugoto.disclosure.actions.purpose import Ended, end_purpose
from marugoto.ground.transaction import acting


@acting
def take_back_purpose(*, by: Viewer, at: datetime, request: UUID, reason: str = "") -> Ended:
    ended = end_purpose(by=by, at=at, request=request, reason=reason)
    tell_of_closed(by, at, ended.closed)
    return ended
