"""How far a notice has come, for whoever has its number; and what still has to be carried to the house."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from marugoto.exchange.porch.codes import NoticeState
from marugoto.exchange.porch.models import NoticeStep, NoticeWords, Parcel, PorchNotice

KEPT_WAITING = timedelta(hours=2)  # after this the resident is asked to telephone
AGAIN_AFTER = timedelta(minutes=5)
MOST_AT_ONCE = 100
WRITTEN = ("words", "where", "who_words", "informant", "reach", "wants_reply")


@dataclass(frozen=True)
class NoticeWay:
    """Steps in the order in which they were reached, and what may be told back."""

    number: str
    sent_at: datetime
    steps: tuple[tuple[NoticeState, datetime], ...]
    told_back: str
    kept_waiting: bool

    def reached(self, state: NoticeState) -> datetime | None:
        return dict(self.steps).get(state)


@dataclass(frozen=True)
class ParcelToSend:
    id: UUID
    body: str
    sequence: int
    notice: UUID
    payload: dict[str, object]


def exists(body: str, notice: UUID) -> bool:
    return PorchNotice.objects.within(body).filter(pk=notice).exists()


def by_id(body: str, notice: UUID, at: datetime) -> NoticeWay | None:
    return _way(PorchNotice.objects.within(body).filter(pk=notice).first(), at)


def by_number(body: str, number: str, at: datetime) -> NoticeWay | None:
    return _way(PorchNotice.objects.within(body).filter(number=number).first(), at)


def refused_words(body: str, notice: UUID) -> dict[str, object]:
    """What was written in a notice that the house refused, as the form takes it; empty for every other notice."""
    refused = NoticeStep.objects.within(body).filter(notice=notice, state=NoticeState.REFUSED)
    rows = NoticeWords.objects.within(body).filter(notice__in=refused.values("notice"))
    return next(iter(rows.values(*WRITTEN)), {})


def to_send(at: datetime) -> list[ParcelToSend]:
    """Parcels without an answer that were never written, or so long ago that they may be lost."""
    reached = NoticeStep.objects.everywhere("looked up by its notice").filter(notice=OuterRef("notice"))
    rows = (
        Parcel.objects.everywhere("the courier serves every body")
        .filter(Q(written_at=None) | Q(written_at__lte=at - AGAIN_AFTER), ~Exists(reached))
        .order_by("made_at")[:MOST_AT_ONCE]
    )
    parcels = {row.notice_id: row for row in rows}
    words = NoticeWords.objects.everywhere("of these parcels").filter(notice__in=parcels)
    return [_to_send(parcels[said.notice_id], said) for said in words]


def _to_send(parcel: Parcel, said: NoticeWords) -> ParcelToSend:
    payload = {
        "ref": str(parcel.notice_id),
        "sent_at": said.made_at.isoformat(),
        "words": said.words,
        "where": said.where,
        "who_words": said.who_words,
        "informant": said.informant,
        "reach": said.reach,
        "wants_reply": said.wants_reply,
    }
    return ParcelToSend(parcel.pk, parcel.body, parcel.sequence, parcel.notice_id, {"notice": payload})


def _way(notice: PorchNotice | None, at: datetime) -> NoticeWay | None:
    if notice is None:
        return None
    rows = list(NoticeStep.objects.within(notice.body).filter(notice=notice).order_by("made_at"))
    return NoticeWay(
        number=notice.number,
        sent_at=notice.made_at,
        steps=tuple((NoticeState(row.state), row.made_at) for row in rows),
        told_back=next((row.told_back for row in rows if row.told_back), ""),
        kept_waiting=not rows and at - notice.made_at > KEPT_WAITING,
    )
