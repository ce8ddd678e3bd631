"""Set for how long a type of record is kept."""

from datetime import date, datetime

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.retention.codes import Counted, RecordKind
from marugoto.retention.events import ScheduleSet
from marugoto.retention.models import Schedule
from marugoto.retention.queries.disposal import leads
from marugoto.retention.rules.schedule import may_set


@acting
def set_schedule(
    *,
    by: Viewer,
    at: datetime,
    record: RecordKind,
    years: int | None,
    counted: Counted,
    since: date,
    source: str,
    reason: str,
) -> Schedule:
    """The next version, in force from `since` on; those before stay to be read. `years` None: kept for ever."""
    today = local_day(at)
    may_set(years, leads=leads(by), since=since, today=today, source=source, reason=reason).require()
    row = Schedule.objects.create(
        body=by.body,
        made_at=at,
        record=record,
        number=_last_version(by, record) + 1,
        years=years,
        counted=counted,
        since=since,
        source=clean(source, limit=200).strip(),
        reason=clean(reason, limit=200).strip(),
        by=by.duty,
    )
    announce(ScheduleSet(record=record, years=years, since=since), by=by, at=at)
    return row


def _last_version(by: Viewer, record: RecordKind) -> int:
    """Not how many there are: after an older backup some may be missing between."""
    rows = Schedule.objects.within(by.body).filter(record=record)
    return rows.order_by("-number").values_list("number", flat=True).first() or 0
