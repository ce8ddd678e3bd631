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
from marugoto.participation.codes import Company, Doing, Fear, Sex, Support, Tongue, Trait, Travel
from marugoto.participation.events import WishHeard
from marugoto.participation.models import Wish, WishInterest
from marugoto.participation.rules import slot


@dataclass(frozen=True, kw_only=True)
class Said:
    """What else is known of the wish; what nobody asked stays empty. Times are slots (`rules.slot`), `after` and `until` minutes of
    the day, `minutes` and `stay` a length. `topics`: the particular things wanted; `likes`, `must`, `never`: glad of it, not without it,
    not with it; `must_words`: not without it, and no list holds it; `steps` the most that can be climbed."""

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
    topics: Iterable[str] = ()
    only_topics: bool = False
    not_topics: Iterable[str] = ()
    must_words: Iterable[str] = ()
    doings: Iterable[Doing] = ()
    likes: Iterable[Trait] = ()
    must: Iterable[Trait] = ()
    never: Iterable[Trait] = ()
    weeks: Iterable[int] = ()
    not_areas: Iterable[str] = ()
    steps: int | None = None
    fee_month: int | None = None
    fee_year: int | None = None


LISTS = ("ways", "company", "fears", "tongues", "support", "as_whom", "doings", "likes", "must", "never", "not_areas")
LINES = ("topics", "not_topics", "must_words")
PLAIN = ("minutes", "fee_limit", "fee_month", "fee_year", "after", "until", "stay", "steps", "age", "only_topics")
MOST_WORDS = 1_000
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
    found: dict[str, str | int | None] = {name: getattr(said, name) for name in PLAIN}
    found |= {name: _joined(getattr(said, name)) for name in LISTS}
    found |= {name: clean("\n".join(getattr(said, name)), limit=MOST_WORDS) for name in LINES}
    weeks = ",".join(str(week) for week in sorted(set(said.weeks)))
    return found | {"times": slot.kept(said.times), "weeks": weeks, "sex": said.sex or ""}


def _joined(codes: Iterable[str]) -> str:
    return ",".join(sorted(set(codes)))
