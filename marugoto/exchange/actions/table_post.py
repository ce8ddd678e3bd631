"""Seats from outside between house and porch: the extract goes out when somebody is asked, and what he says comes back.

The words of the extract are read under the hand of whoever asks, and lie nowhere on the way but in the letter. Day, end and days
of the poll, in which nobody is named, are told by the courier.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.transaction import on_commit

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
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
from marugoto.exchange.models import Outgoing
from marugoto.exchange.post import PORCH, Post, house_of
from marugoto.exchange.rules.package import Package, PackageKind
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused, no

LATELY = timedelta(days=2)  # how long an account that ended is still told of
STRANGE = Refused("外の席からの連絡が読み取れません。", "もう一度送ってもらってください。")


@acting
def invite(*, by: Viewer, at: datetime, item: AgendaItem, stranger: Stranger, post: Post) -> Asked:
    """The seat, and the letter that brings its extract to the porch. Nothing goes out of a body for training."""
    town = directory.body(by.body)
    if town.training and not settings.MARUGOTO_DEMO:
        no("練習用の自治体からは、外の人に何も送りません。", "本番の自治体で招いてください。").require()
    made = ask_outside(by=by, at=at, item=item, stranger=stranger)
    kind = kind_of(item.conference.kind)
    said = {
        "secret": made.seat.secret,
        "number": made.seat.number,
        "town": town.name,
        "kind": kind.name,
        "article": kind.article,
        "pledge": kind.pledge,
        "name": stranger.name,
        "extract": stranger.extract,
        **_open(by, made.seat, at),
    }
    _send(by, at, post, {"seat": {str(made.seat.pk): said}})
    _told(by, made.seat, at)
    return made


@acting
def tell_tables(*, by: Viewer, at: datetime, post: Post) -> int:
    """What changed about the seats since the porch last heard of them: one letter. Answers of how many."""
    changed = {}
    for seat in outside.standing(by, since=at - LATELY):
        if seat.told != _digest(_open(by, seat, at)):
            changed[str(seat.pk)] = _open(by, seat, at)
            _told(by, seat, at)
    if changed:
        _send(by, at, post, {"changed": changed})
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


def _told(by: Viewer, seat: OutsideSeat, at: datetime) -> None:
    OutsideSeat.objects.within(by.body).filter(pk=seat.pk).update(told=_digest(_open(by, seat, at)))


def _digest(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _send(by: Viewer, at: datetime, post: Post, payload: Mapping[str, Any]) -> None:
    kind = PackageKind.ITEM_EXTRACT
    last = Outgoing.objects.within(by.body).filter(kind=kind).order_by("-sequence").first()
    sequence = last.sequence + 1 if last else 1
    row = Outgoing.objects.create(body=by.body, made_at=at, kind=kind, sequence=sequence, digest=_digest(payload))
    letter = Package(kind, row.pk, sequence, house_of(by.body), PORCH, at, payload)
    on_commit(lambda: post.put(letter, by.body))  # what is undone is told to nobody: an extract cannot be called back
