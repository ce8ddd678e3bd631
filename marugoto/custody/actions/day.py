"""Name the day by which a matter asks for something: the next attempt, the next round. Its own verb calls."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.hand import moving
from marugoto.custody.models import Ball


@moving
def name_day(*, by: Viewer, at: datetime, ball: UUID, day: date | None) -> None:
    """Whoever holds the ball now, or holds it later, sees that day. As the touch it leaves the version alone; None: the days of
    its urgency count again."""
    Ball.objects.within(by.body).filter(pk=ball, settlement=None).update(due_on=day)
