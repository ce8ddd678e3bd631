"""Leave a notice on the porch, and note how far it has come."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4, uuid5

from django.db.models import Max

from marugoto.exchange.porch.codes import NoticeState
from marugoto.exchange.porch.models import NoticeStep, NoticeWords, Parcel, PorchNotice, PublishedBody
from marugoto.exchange.porch.rules.number import draw_number
from marugoto.exchange.porch.whole import whole
from marugoto.exchange.rules.package import KEPT_FOR

TOLD_FOR = timedelta(days=365)  # ours


@dataclass(frozen=True)
class Written:
    """What the resident wrote; only `words` is asked for."""

    words: str
    where: str = ""
    who_words: str = ""
    informant: str = ""
    reach: str = ""
    wants_reply: bool = False


def notice_id(key: UUID, written: Written) -> UUID:
    """The same form with the same words is the same notice; other words sent from the same form are another."""
    said = json.dumps(asdict(written), ensure_ascii=False, sort_keys=True)
    return uuid5(key, hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest())


def leave_notice(*, at: datetime, body: str, key: UUID, written: Written) -> PorchNotice:
    """Keep it, ready to go to the house as one package. Raises PublishedBody.DoesNotExist for a body nobody published."""
    chosen = notice_id(key, written)
    with whole():
        # One notice of a body at a time, so that no two get the same sequence.
        PublishedBody.objects.select_for_update().within(body).get()
        known = PorchNotice.objects.within(body).filter(pk=chosen).first()
        if known is not None:
            return known
        notice = PorchNotice.objects.create(id=chosen, body=body, made_at=at, number=_free_number())
        NoticeWords.objects.create(body=body, made_at=at, notice=notice, **asdict(written))
        Parcel.objects.create(id=uuid4(), body=body, made_at=at, notice=notice, sequence=_next_sequence(body))
    return notice


def note_answer(*, at: datetime, body: str, parcel: UUID, taken: bool) -> bool:
    """The house has acknowledged a parcel. What it took leaves the porch; what it refused stays for whoever wrote it, because
    nobody else has it. False when there is no such parcel."""
    with whole():
        row = Parcel.objects.within(body).select_related("notice").filter(pk=parcel).first()
        if row is None:
            return False
        _reach(at, row.notice, NoticeState.ARRIVED if taken else NoticeState.REFUSED)
        if taken:
            NoticeWords.objects.within(body).filter(notice=row.notice).delete()
    return True


def forget_refused(*, at: datetime) -> int:
    """Words that the house refused leave the porch after thirty days; answers how many."""
    old = NoticeStep.objects.everywhere("of every body").filter(state=NoticeState.REFUSED, made_at__lte=at - KEPT_FOR)
    words = NoticeWords.objects.everywhere("of every body").filter(notice__in=old.values("notice"))
    return words.delete()[0]


def forget_told(*, at: datetime) -> int:
    """What was told back leaves the porch after a year: the house may have destroyed its own record, and this side would not know.
    That it was answered stays. The house's list says the words again, and they are not taken."""
    old = NoticeStep.objects.everywhere("of every body").filter(made_at__lte=at - TOLD_FOR)
    return old.exclude(told_back="").update(told_back="")


def note_states(*, at: datetime, body: str, states: Mapping[UUID, tuple[NoticeState, str]]) -> int:
    """What the house says of its notices, by their id here: state and released words. Answers how many were new."""
    new = 0
    for notice in PorchNotice.objects.within(body).filter(pk__in=states):
        state, told_back = states[notice.pk]
        new += _reach(at, notice, state, told_back)
    return new


def _reach(at: datetime, notice: PorchNotice, state: NoticeState, told_back: str = "") -> bool:
    """States are only ever added: an older list that comes late takes nothing back."""
    _, made = NoticeStep.objects.within(notice.body).get_or_create(
        body=notice.body, notice=notice, state=state, defaults={"made_at": at, "told_back": told_back}
    )
    return made


def _free_number() -> str:
    number = draw_number()
    while PorchNotice.objects.everywhere("a number names one notice of the whole porch").filter(number=number).exists():
        number = draw_number()
    return number


def _next_sequence(body: str) -> int:
    last = Parcel.objects.within(body).aggregate(last=Max("sequence"))["last"]
    return (last or 0) + 1
