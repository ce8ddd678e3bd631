"""The body's own days: closed or opened against the general rule, and back to it."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.models import ClosedDay, ClosedDayRemoval
from marugoto.agencies.queries.calendar import forget_with_commit
from marugoto.agencies.queries.system import NOBODY
from marugoto.agencies.rules.calendar import Asked, may_close, may_take_back
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.calendar import WorkingCalendar
from marugoto.kernel.jst import local_day


@acting
def close_day(*, by: Viewer, at: datetime, day: date, name: str, is_open: bool = False) -> ClosedDay:
    """Say that the body is closed (or, with `is_open`, open) on a day on which the general rule says otherwise."""
    asked = Asked(
        open_by_rule=WorkingCalendar().is_open(day),
        said=ClosedDay.objects.within(by.body).filter(day=day, removed=None).exists(),
        past=day < local_day(at),
        named=bool(name.strip()),
    )
    may_close(asked, is_open=is_open, keeps_calendar=by.keeps_house or by.has(Role.SYSTEM)).require()
    said_by = None if by.duty == NOBODY else by.duty
    row = ClosedDay.objects.create(body=by.body, made_at=at, day=day, name=name.strip(), is_open=is_open, by=said_by)
    forget_with_commit()
    return row


@acting
def take_back_day(*, by: Viewer, at: datetime, closed_day: UUID, reason: str) -> ClosedDay:
    """The general rule holds again for that day. Raises ClosedDay.DoesNotExist."""
    row = ClosedDay.objects.within(by.body).select_for_update().get(pk=closed_day)
    may_take_back(
        removed=row.removed_id is not None,
        past=row.day < local_day(at),
        reasoned=bool(reason.strip()),
        keeps_calendar=by.keeps_house or by.has(Role.SYSTEM),
    ).require()
    row.removed = ClosedDayRemoval.objects.create(body=by.body, made_at=at, by=by.duty, reason=reason.strip())
    row.save(update_fields=["removed"])
    forget_with_commit()
    return row
