"""Set the body's own days for an urgency."""

from datetime import date, datetime

from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import Urgency
from marugoto.custody.models import Limit
from marugoto.custody.queries.limit import forget
from marugoto.custody.rules.limit import Days, may_set
from marugoto.ground.transaction import acting


@acting
def set_limit(*, by: Viewer, at: datetime, urgency: Urgency, days: Days, since: date) -> Limit:
    """In force from `since` on; the same day twice renews the row."""
    may_set(days).require()
    row, _ = Limit.objects.within(by.body).update_or_create(
        body=by.body,
        urgency=urgency,
        since=since,
        defaults={
            "made_at": at,
            "answer_days": days.answer,
            "unattended_days": days.unattended,
            "by": by.duty,
        },
    )
    forget()
    return row
