"""Keep the register of agreements with firms that come to the door (見守り協定)."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.intake.codes import FirmSort
from marugoto.intake.models import WatchAgreement
from marugoto.intake.rules.agreement import may_begin, may_end
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day


@acting
def begin_agreement(
    *,
    by: Viewer,
    at: datetime,
    firm: str,
    sort: FirmSort,
    ground: str,
    since: date,
    contact: str = "",
    phone: str = "",
) -> WatchAgreement:
    may_begin(firm=firm, ground=ground).require()
    return WatchAgreement.objects.create(
        body=by.body,
        made_at=at,
        firm=clean(firm, limit=120).strip(),
        sort=sort,
        ground=clean(ground, limit=200).strip(),
        contact=clean(contact, limit=120),
        phone=clean(phone, limit=60),
        since=since,
        by=by.duty,
    )


@acting
def end_agreement(*, by: Viewer, at: datetime, agreement: UUID, until: date) -> WatchAgreement:
    """It holds no more from `until` on; what was noticed under it keeps its name. Raises WatchAgreement.DoesNotExist."""
    row = WatchAgreement.objects.within(by.body).get(pk=agreement)
    may_end(since=row.since, ended=row.until, until=until, today=local_day(at)).require()
    row.until = until
    row.save(update_fields=["until"])
    return row
