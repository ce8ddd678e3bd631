"""Keep what the person would like."""

from collections.abc import Iterable
from dataclasses import dataclass
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
from marugoto.participation.codes import Company, Fear, Sex, Support, Tongue, Travel
from marugoto.participation.events import WishHeard
from marugoto.participation.models import Wish, WishInterest
from marugoto.participation.rules import slot


@dataclass(frozen=True, kw_only=True)
class Said:
    """What else is known of the wish; what nobody asked stays empty. Times are slots (`rules.slot`), `after` and `until` minutes of
    the day, `minutes` and `stay` a length."""

    times: Iterable[int] = ()
    ways: Iterable[Travel] = ()
    minutes: int | None = None
    company: Iterable[Company] = ()
    fears: Iterable[Fear] = ()
    tongues: Iterable[Tongue] = ()
    support: Iterable[Support] = ()
    fee_limit: int | None = None
    after: int | None = None
    until: int | None = None
    stay: int | None = None
    as_whom: Iterable[Welcome] = ()
    age: int | None = None
    sex: Sex | None = None


UNSAID = Said()


@acting
def hear_wish(
    *,
    by: Viewer,
    at: datetime,
    need: UUID,
    words: str = "",
    interests: Iterable[Interest] = (),
    area: str = "",
    went_wrong: str = "",
    said: Said = UNSAID,
) -> Wish:
    """Heard again later, the later wish counts; the earlier one stays readable."""
    row = mine(by, need)
    may_go_on_with(bool(open_matters(by, matters={need}))).require()
    first = not Wish.objects.open_to(by).filter(need=row).exists()
    wish = Wish.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        need=row,
        words=clean(words, limit=5_000),
        area=area,
        went_wrong=clean(went_wrong, limit=5_000),
        by=by.duty,
        **_kept(said),
    )
    chosen = sorted(set(interests))
    WishInterest.objects.bulk_create(
        WishInterest(body=by.body, made_at=at, folder_id=row.folder_id, wish=wish, interest=one) for one in chosen
    )
    announce(WishHeard(interests=len(chosen), first=int(first)), by=by, at=at, matter=row.pk)
    return wish


def _kept(said: Said) -> dict[str, str | int | None]:
    return {
        "times": slot.kept(said.times),
        "ways": _joined(said.ways),
        "company": _joined(said.company),
        "fears": _joined(said.fears),
        "tongues": _joined(said.tongues),
        "support": _joined(said.support),
        "as_whom": _joined(said.as_whom),
        "sex": said.sex or "",
    } | {name: getattr(said, name) for name in ("minutes", "fee_limit", "after", "until", "stay", "age")}


def _joined(codes: Iterable[str]) -> str:
    return ",".join(sorted(set(codes)))
