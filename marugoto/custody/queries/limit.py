"""The days that belong to each urgency in a body."""

from datetime import date

from marugoto.custody.codes import Urgency
from marugoto.custody.models import Limit
from marugoto.custody.rules.limit import Days, in_force


def limits_of(body: str, day: date) -> dict[Urgency, Days]:
    """The body's own rows in force on that day, our numbers for the rest."""
    rows = Limit.objects.within(body).filter(since__lte=day)
    return in_force(
        ((Urgency(row.urgency), row.since, Days(row.answer_days, row.unattended_days)) for row in rows), day
    )
