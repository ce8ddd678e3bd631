"""Keep what the person would like."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.need import mine
from marugoto.casework.rules.case import may_go_on_with
from marugoto.community.codes import Interest, Welcome
from marugoto.custody.queries.ball import open_matters
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.ledger.actions import announce
from marugoto.participation.codes import Company
from marugoto.participation.events import WishHeard
from marugoto.participation.models import Wish, WishInterest


@acting
def hear_wish(
    *,
    by: Viewer,
    at: datetime,
    need: UUID,
    words: str = "",
    interests: Iterable[Interest] = (),
    days: Iterable[int] = (),
    area: str = "",
    company: Company = Company.UNKNOWN,
    welcome: Welcome | None = None,
    went_wrong: str = "",
) -> Wish:
    """Heard again later, the later wish counts; the earlier one stays readable. `days`: 0 Monday to 6 Sunday."""
    row = mine(by, need)
    may_go_on_with(bool(open_matters(by, matters={need}))).require()
    wish = Wish.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        need=row,
        words=clean(words, limit=5_000),
        days=",".join(str(day) for day in sorted(set(days))),
        area=area,
        company=company,
        welcome=welcome or "",
        went_wrong=clean(went_wrong, limit=5_000),
        by=by.duty,
    )
    chosen = sorted(set(interests))
    WishInterest.objects.bulk_create(
        WishInterest(body=by.body, made_at=at, folder_id=row.folder_id, wish=wish, interest=one) for one in chosen
    )
    announce(WishHeard(interests=len(chosen)), by=by, at=at, matter=row.pk)
    return wish
