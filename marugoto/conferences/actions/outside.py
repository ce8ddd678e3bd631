"""Ask somebody from outside to one item, take in what he says through the porch, and end his account."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.conference import require_open, stages_of
from marugoto.conferences.codes import Attendance, DateSaid, KindCode, OutsideKind, Stage
from marugoto.conferences.events import OutsideAnswered, OutsideAsked
from marugoto.conferences.models import (
    AgendaItem,
    ConferenceStage,
    DateAnswer,
    DateOption,
    OutsideAttended,
    OutsideEnding,
    OutsideLate,
    OutsidePledge,
    OutsideSeat,
    OutsideView,
    OutsideWords,
    SeatAdmission,
)
from marugoto.conferences.queries.council import members_of, of_item
from marugoto.conferences.rules.agenda import may_record
from marugoto.conferences.rules.outside import account_until, may_ask_outside, may_take_in
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.events import DisclosureEnded, DisclosureMade
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import NotNow, no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

FIGURES, LETTERS = 12, "23456789abcdefghjkmnpqrstuvwxyz"  # none that is mistaken for another
WORD = 10
SAID = ("knows", "does", "can", "asks")


@dataclass(frozen=True)
class Stranger:
    """Who is asked, and what he will read."""

    kind: OutsideKind
    name: str
    reason: str
    extract: str
    from_where: str = ""
    agreed_on: date | None = None
    member: UUID | None = None  # of the body under which the item stands: for whom he comes


@dataclass(frozen=True)
class Asked:
    """`word` is known here for this moment only."""

    seat: OutsideSeat
    word: str


@acting
def ask_outside(*, by: Viewer, at: datetime, item: AgendaItem, stranger: Stranger) -> Asked:
    """A seat with an account for this one item, which ends by itself at the end of the day of the conference."""
    basis, today = BasisCode(item.basis), local_day(at)
    stages, agreed_on = stages_of(item.conference), stranger.agreed_on
    belongs = stranger.member is not None and stranger.member in dict(members_of(by, item))
    may_ask_outside(basis, stages, agreed_on=agreed_on, day=today, contracted=by.contracted, member=belongs).require()
    require_open(by, at, item)
    said = _words(stranger)
    word = "".join(secrets.choice(LETTERS) for _ in range(WORD))
    seat = OutsideSeat.objects.create(
        body=by.body,
        made_at=at,
        item=item,
        kind=stranger.kind,
        number=_free_number(),
        secret=make_password(word),
        opens_until=account_until(item.conference.ends_at),
        by=by.duty,
    )
    _admit(by, at, seat, stranger.member if belongs else None)
    OutsideWords.objects.create(
        body=by.body, made_at=at, folder_id=item.folder, seat=seat, agreed_on=stranger.agreed_on, **said
    )
    opened = DisclosureMade(to=seat.pk, basis=basis, part=Part.SUPPORT, until=local_day(item.conference.ends_at))
    announce(opened, by=by, at=at, subject=item.pk, matter=item.case)
    told = OutsideAsked(
        conference=item.conference_id, seat=seat.pk, type=KindCode(item.conference.kind), who=stranger.kind
    )
    announce(told, by=by, at=at, matter=item.case)
    return Asked(seat, word)


def _words(stranger: Stranger) -> dict[str, str]:
    said = {
        "name": clean(stranger.name, limit=60).strip(),
        "reason": clean(stranger.reason, limit=120).strip(),
        "extract": clean(stranger.extract, limit=4_000).strip(),
    }
    if not all(said.values()):
        no("お名前、招くわけ、読んでもらう文のどれかが空です。", "三つとも書いてください。").require()
    return {**said, "from_where": clean(stranger.from_where, limit=60)}


def _admit(by: Viewer, at: datetime, seat: OutsideSeat, member: UUID | None) -> None:
    """The body under which he sits, where one is entered: for one of its members, or invited."""
    council = of_item(by, seat.item)
    if council is not None:
        SeatAdmission.objects.create(
            body=by.body, made_at=at, outside=seat, council_id=council.council, member_id=member
        )


@acting
def take_in_pledge(*, by: Viewer, at: datetime, seat: UUID, said_at: datetime, words: str) -> None:
    """Once; what comes again says nothing new."""
    row = _standing(by, seat, said_at)
    _, is_new = OutsidePledge.objects.within(by.body).get_or_create(
        body=by.body, seat=row, defaults={"made_at": at, "words": clean(words, limit=200), "said_at": said_at}
    )
    if not is_new:
        return
    answered = OutsideAnswered(conference=row.item.conference_id, seat=row.pk)
    announce(answered, by=by, at=at, matter=row.item.case)


@acting
def take_in_view(*, by: Viewer, at: datetime, seat: UUID, said_at: datetime, said: Mapping[str, str]) -> OutsideView:
    """His column of the shared sheet, made when he wrote it: of two letters the later written counts, whichever came first.
    Raises NotNow where the letter with his pledge is still on its way. Nobody reads it here but those who may read the item."""
    row = _standing(by, seat, said_at)
    if not OutsidePledge.objects.within(by.body).filter(seat=row).exists():
        raise NotNow("まだ、聞いたことを外で話さない約束が届いていません。")
    texts = {name: clean(str(said.get(name, "")), limit=5_000) for name in SAID}
    return OutsideView.objects.create(body=by.body, made_at=said_at, folder_id=row.item.folder, seat=row, **texts)


@acting
def take_in_dates(*, by: Viewer, at: datetime, seat: UUID, said_at: datetime, said: Mapping[UUID, DateSaid]) -> None:
    """What he said later stands, also where the earlier letter comes after it."""
    row = _standing(by, seat, said_at)
    later = DateAnswer.objects.within(by.body).filter(outside=row, made_at__gt=said_at).values("option")
    options = DateOption.objects.within(by.body).filter(conference=row.item.conference_id, pk__in=said)
    options = options.exclude(pk__in=later)
    for option in options:
        DateAnswer.objects.within(by.body).update_or_create(
            option=option, outside=row, defaults={"body": by.body, "made_at": said_at, "said": said[option.pk]}
        )


@acting
def note_late(*, by: Viewer, at: datetime, seat: UUID, what: str, said_at: datetime) -> None:
    """What he sent is not taken in, and whoever asked him is to know that there was something; a seat of nobody's is passed over."""
    row = OutsideSeat.objects.within(by.body).filter(pk=seat).first()
    if row is not None:
        OutsideLate.objects.within(by.body).get_or_create(
            body=by.body, seat=row, what=what[:10], said_at=said_at, defaults={"made_at": at}
        )


@acting
def mark_outsider(*, by: Viewer, at: datetime, seat: OutsideSeat, attendance: Attendance) -> OutsideAttended:
    may_record(stages_of(seat.item.conference)).require()
    require_open(by, at, seat.item)
    row, _ = OutsideAttended.objects.within(by.body).update_or_create(
        seat=seat, defaults={"attendance": attendance, "made_at": at, "body": by.body}
    )
    return row


@acting
def end_outside(*, by: Viewer, at: datetime, seat: OutsideSeat) -> OutsideEnding:
    """Before its time: the porch forgets the extract as soon as it hears of it."""
    if OutsideEnding.objects.within(by.body).filter(seat=seat).exists():
        no("この席は、もう終わっています。").require()
    row = OutsideEnding.objects.create(body=by.body, made_at=at, seat=seat, by=by.duty)
    ended = DisclosureEnded(to=seat.pk, basis=BasisCode(seat.item.basis), part=Part.SUPPORT)
    announce(ended, by=by, at=at, subject=seat.item_id, matter=seat.item.case)
    return row


def _standing(by: Viewer, seat: UUID, said_at: datetime) -> OutsideSeat:
    row = OutsideSeat.objects.within(by.body).select_related("item__conference").filter(pk=seat).first()
    if row is None:
        no("この席は、ここにはありません。").require()
    assert row is not None  # noqa: S101 — refused above
    may_take_in(until=ended_at(row), said_at=said_at).require()
    return row


def ended_at(seat: OutsideSeat) -> datetime:
    """When the account ends or ended: by itself, with the conference, or before."""
    return all_ended_at(seat.body, [seat])[seat.pk]


def all_ended_at(body: str, seats: Collection[OutsideSeat]) -> dict[UUID, datetime]:
    """The same by seat: two queries, however many there are."""
    over = ConferenceStage.objects.within(body).filter(
        conference__in={seat.item.conference_id for seat in seats}, stage__in=(Stage.CLOSED, Stage.CALLED_OFF)
    )
    endings = OutsideEnding.objects.within(body).filter(seat__in=[seat.pk for seat in seats])
    closed = dict(over.values_list("conference_id", "made_at"))
    ended = dict(endings.values_list("seat_id", "made_at"))
    return {
        seat.pk: min(
            seat.opens_until,
            closed.get(seat.item.conference_id, seat.opens_until),
            ended.get(seat.pk, seat.opens_until),
        )
        for seat in seats
    }


def _free_number() -> str:
    """By lot, so that no order shows how many there are."""
    taken = OutsideSeat.objects.everywhere("a number names one seat of the whole house")
    while True:
        number = f"{secrets.randbelow(10**FIGURES):0{FIGURES}d}"
        if not taken.filter(number=number).exists():
            return number
