"""Seats from outside on the porch: they come with a letter of the house, open with number and word, and go by themselves."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.hashers import check_password
from django.db.models import F, Max

from marugoto.exchange.porch.models import PublishedBody, TableLetter, TableSeat
from marugoto.exchange.porch.whole import whole
from marugoto.kernel.decision import Refused

MOST_MISSED = 10
SAID = ("knows", "does", "can", "asks")
OPEN = ("begins_at", "ends_at", "where", "until", "days")
SHOWN = ("town", "kind", "article", "pledge", "name", "extract")
UNREADABLE = Refused("外の席の中身が読み取れません。", "送り手の画面から、もう一度招いてください。")


def take_tables(*, at: datetime, body: str, payload: Mapping[str, Any]) -> None:
    """New seats, and what changed about those that are here; all of a letter or nothing."""
    try:
        seats = {UUID(key): _seat(said) for key, said in payload.get("seat", {}).items()}
        changed = {UUID(key): _open(said) for key, said in payload.get("changed", {}).items()}
    except (KeyError, TypeError, ValueError, AttributeError) as trouble:
        raise UNREADABLE from trouble
    with whole():
        for key, (values, shown) in seats.items():
            if values["until"] > at:
                TableSeat.objects.within(body).update_or_create(
                    id=key, body=body, defaults={"made_at": at, "shown": shown, **values}
                )
        for row in TableSeat.objects.within(body).filter(pk__in=changed):
            until, shown = changed[row.pk]
            TableSeat.objects.within(body).filter(pk=row.pk).update(until=until, shown={**row.shown, **shown})
    forget_over(at=at)


def open_seat(*, at: datetime, body: str, number: str, word: str) -> UUID | None:
    """The seat to which number and word belong; None for anything else, and after too many wrong words for ever."""
    row = TableSeat.objects.within(body).filter(number=number, until__gt=at).first()
    if row is None:
        check_password(word, UNUSED)  # as slow as for a number that is there
        return None
    if row.missed >= MOST_MISSED or not check_password(word.strip().lower(), row.secret):
        TableSeat.objects.within(body).filter(pk=row.pk).update(missed=F("missed") + 1)
        return None
    TableSeat.objects.within(body).filter(pk=row.pk).update(missed=0)
    return row.pk


def pledge(*, at: datetime, body: str, seat: UUID) -> None:
    """Once. With it the extract opens, and the house hears of it."""
    with whole():
        row = _held(at, body, seat)
        if row.pledged_at is None:
            TableSeat.objects.within(body).filter(pk=seat).update(pledged_at=at)
            _write(at, body, seat, "pledge", {"words": row.shown["pledge"]})


def write_view(*, at: datetime, body: str, seat: UUID, said: Mapping[str, str]) -> None:
    """His column of the shared sheet. The same words sent twice are one letter."""
    with whole():
        row = _held(at, body, seat)
        if row.pledged_at is None:
            raise Refused("先[さき]に 約束[やくそく]を たしかめてください。")
        words = {name: said.get(name, "") for name in SAID}
        if {name: row.said.get(name, "") for name in SAID} != words:
            TableSeat.objects.within(body).filter(pk=seat).update(said={**row.said, **words})
            _write(at, body, seat, "view", words)


def say_days(*, at: datetime, body: str, seat: UUID, said: Mapping[str, str]) -> None:
    """On which of the days he can come; a day is no secret, so it needs no pledge."""
    with whole():
        row = _held(at, body, seat)
        days = {str(day): said[str(day)] for day, _begins, _ends in row.shown["days"] if said.get(str(day))}
        if days and row.said.get("days") != days:
            TableSeat.objects.within(body).filter(pk=seat).update(said={**row.said, "days": days})
            _write(at, body, seat, "days", days)


def forget_over(*, at: datetime) -> int:
    """What an account could read, and the account, leave the porch with its end; answers how many."""
    return TableSeat.objects.everywhere("of every body").filter(until__lte=at).delete()[0]


def note_letter_answered(*, body: str, letter: UUID) -> bool:
    """The house has it, or will never take it: either way it is not kept here. False when there is no such letter."""
    return TableLetter.objects.within(body).filter(pk=letter).delete()[0] > 0


def note_letter_written(*, at: datetime, body: str, letter: UUID) -> None:
    TableLetter.objects.within(body).filter(pk=letter).update(written_at=at)


def _held(at: datetime, body: str, seat: UUID) -> TableSeat:
    """Raises TableSeat.DoesNotExist when the account is over."""
    return TableSeat.objects.select_for_update().within(body).get(pk=seat, until__gt=at)


def _write(at: datetime, body: str, seat: UUID, what: str, said: Mapping[str, str]) -> None:
    # One letter of a body at a time, so that no two get the same sequence.
    PublishedBody.objects.select_for_update().within(body).first()
    last = TableLetter.objects.within(body).aggregate(last=Max("sequence"))["last"]
    payload = {"seat": str(seat), "said_at": at.isoformat(), "what": what, "said": dict(said)}
    TableLetter.objects.create(
        id=uuid4(), body=body, made_at=at, seat_ref=seat, sequence=(last or 0) + 1, payload=payload
    )


def _seat(said: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    until, shown = _open(said)
    values = {"number": str(said["number"]), "secret": str(said["secret"]), "until": until}
    return values, {**{name: str(said[name]) for name in SHOWN}, **shown}


def _open(said: Mapping[str, Any]) -> tuple[datetime, dict[str, Any]]:
    moments = [datetime.fromisoformat(said[name]) for name in ("begins_at", "ends_at", "until")]
    days = [
        [str(UUID(day)), *(datetime.fromisoformat(one).isoformat() for one in hours)] for day, *hours in said["days"]
    ]
    if any(one.tzinfo is None for one in moments) or any(len(day) != 3 for day in days):
        raise ValueError("a moment carries its zone")
    return moments[2], {**{name: str(said[name]) for name in OPEN[:3]}, "days": days}


UNUSED = "pbkdf2_sha256$1000000$marugoto$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
