"""Seats from outside between house and porch: the extract goes out when somebody is asked, and what he says comes back.

The words of the extract are read under the hand of whoever asks, and lie nowhere on the way but in the letter. Day, end and days
of the poll, in which nobody is named, are told by the courier.
"""

import hashlib
import json
import logging
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.transaction import on_commit

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.conference import require_open
from marugoto.conferences.actions.outside import (
    Asked,
    Stranger,
    ask_outside,
    ended_at,
    note_late,
    take_in_dates,
    take_in_pledge,
    take_in_view,
)
from marugoto.conferences.codes import DateSaid
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.models import AgendaItem, OutsideSeat
from marugoto.conferences.queries import outside
from marugoto.conferences.queries.council import of_item
from marugoto.exchange.models import Outgoing
from marugoto.exchange.post import PORCH, Post, house_of
from marugoto.exchange.queries.letter import letter_of
from marugoto.exchange.rules.letter import may_write_again
from marugoto.exchange.rules.package import Package, PackageKind
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused, no

LATELY = timedelta(days=2)  # how long an account that ended is still told of
AGAIN_AFTER, DAILY = timedelta(hours=1), timedelta(days=1)
UNWRITTEN = "手紙を書き出せませんでした。"
log = logging.getLogger(__name__)
STRANGE = Refused("外の席からの連絡が読み取れません。", "もう一度送ってもらってください。")


@acting
def invite(*, by: Viewer, at: datetime, item: AgendaItem, stranger: Stranger, post: Post) -> Asked:
    """The seat, and the letter that brings its extract to the porch. Nothing goes out of a body for training."""
    town = directory.body(by.body)
    if town.training and not settings.MARUGOTO_DEMO:
        no("練習用の自治体からは、外の人に何も送りません。", "本番の自治体で招いてください。").require()
    made = ask_outside(by=by, at=at, item=item, stranger=stranger)
    _write(by, at, post, made.seat)
    return made


@acting
def write_again(*, by: Viewer, at: datetime, seat: OutsideSeat, post: Post) -> None:
    """The letter did not reach the porch: the same extract once more, under the number and the word that were told already."""
    require_open(by, at, seat.item)
    may_write_again(letter_of(by.at_moment(at), seat, post), over=ended_at(seat) <= at).require()
    _write(by, at, post, seat)


@acting
def tell_tables(*, by: Viewer, at: datetime, post: Post) -> int:
    """What changed about the seats since the porch last heard of them, or may have been lost on the way: one letter. Answers of how
    many."""
    seats = outside.standing(by, since=at - LATELY)
    unheard = _unheard(by, at, post, {seat.told_in for seat in seats})
    said = {seat.pk: _open(by, seat, at) for seat in seats}
    changed = [seat for seat in seats if seat.told_in in unheard or seat.told != _digest(said[seat.pk])]
    if changed:
        _send(by, at, post, {"changed": {str(seat.pk): said[seat.pk] for seat in changed}}, changed)
    return len(changed)


def note_refused(*, by: Viewer, at: datetime, payload: Mapping[str, Any]) -> None:
    """A letter that is refused is set aside; whoever asked him is told that it came. One that cannot be read is only set aside."""
    try:
        seat, said_at = UUID(str(payload["seat"])), datetime.fromisoformat(str(payload["said_at"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        return
    if said_at.tzinfo is not None:
        note_late(by=by, at=at, seat=seat, what=str(payload.get("what", "")), said_at=said_at)


@acting
def take_in(*, by: Viewer, at: datetime, payload: Mapping[str, Any]) -> None:
    """One letter of an outside member. Raises Refused where his account was over when he wrote."""
    try:
        seat, said_at = UUID(str(payload["seat"])), datetime.fromisoformat(str(payload["said_at"]))
        what, said = str(payload["what"]), payload["said"]
        days = {UUID(day): DateSaid(one) for day, one in said.items()} if what == "days" else {}
        words = {str(name): str(one) for name, one in said.items()} if what != "days" else {}
    except (KeyError, TypeError, ValueError, AttributeError) as broken:
        raise STRANGE from broken
    if said_at.tzinfo is None:
        raise STRANGE
    if what == "pledge":
        take_in_pledge(by=by, at=at, seat=seat, said_at=said_at, words=words.get("words", ""))
    elif what == "view":
        take_in_view(by=by, at=at, seat=seat, said_at=said_at, said=words)
    elif what == "days":
        take_in_dates(by=by, at=at, seat=seat, said_at=said_at, said=days)
    else:
        raise STRANGE


def _open(by: Viewer, seat: OutsideSeat, at: datetime) -> dict[str, Any]:
    """What names nobody: when and where, until when the account stands, and the days of the poll."""
    meeting = seat.item.conference
    return {
        "begins_at": meeting.begins_at.isoformat(),
        "ends_at": meeting.ends_at.isoformat(),
        "where": meeting.where,
        "until": ended_at(seat).isoformat(),
        "days": [
            [str(one.option), one.begins_at.isoformat(), one.ends_at.isoformat()]
            for one in outside.days(by, meeting.pk)
            if one.begins_at > at
        ],
    }


def _write(by: Viewer, at: datetime, post: Post, seat: OutsideSeat) -> None:
    """Under whose name he sits and what he promises is said by the body under which the item stands, where one is entered."""
    words = outside.words_of(by.at_moment(at), seat.pk)
    if words is None:
        raise OutsideSeat.DoesNotExist
    kind, council = kind_of(seat.item.conference.kind), of_item(by, seat.item)
    said = {
        "secret": seat.secret,
        "number": seat.number,
        "town": directory.body(by.body).name,
        "kind": council.name if council else kind.name,
        "article": council.sort.article if council else kind.article,
        "pledge": council.words if council else kind.pledge,
        "name": words.name,
        "extract": words.extract,
        **_open(by, seat, at),
    }
    letter = _send(by, at, post, {"seat": {str(seat.pk): said}}, [seat])
    OutsideSeat.objects.within(by.body).filter(pk=seat.pk).update(letter=letter)


def _told(by: Viewer, seat: OutsideSeat, at: datetime, letter: UUID) -> None:
    OutsideSeat.objects.within(by.body).filter(pk=seat.pk).update(told=_digest(_open(by, seat, at)), told_in=letter)


def _unheard(by: Viewer, at: datetime, post: Post, letters: Collection[UUID | None]) -> set[UUID | None]:
    """Letters that are gone without an answer, or were refused, are said again after an hour; all once a day, for a porch that was set
    up again."""
    sent = Outgoing.objects.within(by.body).filter(
        pk__in=[one for one in letters if one], made_at__lte=at - AGAIN_AFTER
    )
    return {one.pk for one in sent if one.made_at <= at - DAILY or one.refused or not _heard(one, post)}


def _heard(sent: Outgoing, post: Post) -> bool:
    return sent.answered_at is not None or post.lies(sent.kind, sent.pk, sent.body)


def _digest(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _send(by: Viewer, at: datetime, post: Post, payload: Mapping[str, Any], seats: Collection[OutsideSeat]) -> UUID:
    kind = PackageKind.ITEM_EXTRACT
    last = Outgoing.objects.within(by.body).filter(kind=kind).order_by("-sequence").first()
    sequence = last.sequence + 1 if last else 1
    row = Outgoing.objects.create(body=by.body, made_at=at, kind=kind, sequence=sequence, digest=_digest(payload))
    letter = Package(kind, row.pk, sequence, house_of(by.body), PORCH, at, payload)
    for seat in seats:
        _told(by, seat, at, row.pk)
    on_commit(
        lambda: _carry(by, at, post, letter, [seat.pk for seat in seats])
    )  # what is undone is told to nobody: it cannot be called back
    return row.pk


def _carry(by: Viewer, at: datetime, post: Post, letter: Package, seats: Collection[UUID]) -> None:
    """All else is done and stands: a letter that cannot be written now is written down as such, and keeps no page from being shown."""
    try:
        post.put(letter, by.body)
    except OSError:
        log.exception("%s: could not be written", letter.id)
        note_unwritten(by=by, at=at, letter=letter.id, seats=seats)


@acting
def note_unwritten(*, by: Viewer, at: datetime, letter: UUID, seats: Collection[UUID]) -> None:
    """Whoever asked sees it on the seat; what names nobody, the courier says again."""
    Outgoing.objects.within(by.body).filter(pk=letter).update(refused=UNWRITTEN)
    OutsideSeat.objects.within(by.body).filter(pk__in=seats).update(told="")
