"""Pages of groups on the porch: they come with a letter of the house, a button says that nothing changed, a form asks to have
something put right. Opening the page says nothing: only what somebody presses is carried to the house."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Max

from marugoto.community.rules.change_request import ASKABLE, WORDS, differing, longest, may_ask, written
from marugoto.exchange.porch.models import HostLetter, HostPage, PublishedBody
from marugoto.exchange.porch.whole import whole
from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day

UNREADABLE = Refused("世話人のリンクの中身が読み取れません。", "送り手の画面から、もう一度書き出してください。")


def take_pages(*, at: datetime, body: str, issued_at: datetime, payload: Mapping[str, Any]) -> bool:
    """The whole list instead of the one before: what it does not name opens no more. False when a newer list came already: one that
    comes late opens no link that was withdrawn meanwhile."""
    try:
        pages = {UUID(key): _read(said) for key, said in payload["links"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as trouble:
        raise UNREADABLE from trouble
    with whole():
        shown = PublishedBody.objects.select_for_update().within(body).first()
        if shown is not None and shown.hosts_at is not None and shown.hosts_at >= issued_at:
            return False
        PublishedBody.objects.within(body).update(hosts_at=issued_at)
        HostPage.objects.within(body).exclude(pk__in=pages).delete()
        for key, said in pages.items():
            HostPage.objects.within(body).update_or_create(id=key, body=body, defaults={"made_at": at, **said})
    return True


def say_same(*, at: datetime, body: str, page: UUID) -> None:
    """「変わりありません」. Pressed again on the same day, it is one letter."""
    day = local_day(at)
    with whole():
        row = _open(at, body, page)
        if row.same_on != day:
            HostPage.objects.within(body).filter(pk=page).update(same_on=day, confirmed_on=day)
            _write(at, body, page, {"what": "same"})


def ask_change(*, at: datetime, body: str, page: UUID, wants: Mapping[str, str], words: str) -> None:
    """What differs from what is shown here, and nothing else; the page stays as it is until a worker has written it."""
    with whole():
        row = _open(at, body, page)
        told = {
            name: clean(written(name, text), limit=longest(name, row.shown))
            for name, text in wants.items()
            if name in row.shown
        }
        differs = differing(row.shown, told)
        may_ask(differs, words).require()
        _write(at, body, page, {"what": "change", "wants": differs, "words": clean(words, limit=WORDS)})


def forget_ended(*, at: datetime) -> int:
    """A page goes with the day of its link, whether or not the house says so."""
    return HostPage.objects.everywhere("of every body").filter(until__lte=local_day(at)).delete()[0]


def note_host_letter_answered(*, body: str, letter: UUID) -> bool:
    """The house has it, or will never take it. False when there is no such letter."""
    return HostLetter.objects.within(body).filter(pk=letter).delete()[0] > 0


def note_host_letter_written(*, at: datetime, body: str, letter: UUID) -> None:
    HostLetter.objects.within(body).filter(pk=letter).update(written_at=at)


def digest_of(secret: str) -> str:
    """As the house reckons it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _open(at: datetime, body: str, page: UUID) -> HostPage:
    """Raises HostPage.DoesNotExist when the link is over."""
    return HostPage.objects.select_for_update().within(body).get(pk=page, until__gt=local_day(at))


def _write(at: datetime, body: str, page: UUID, said: Mapping[str, Any]) -> None:
    # One letter of a body at a time, so that no two get the same sequence.
    PublishedBody.objects.select_for_update().within(body).first()
    last = HostLetter.objects.within(body).aggregate(last=Max("sequence"))["last"]
    payload = {"link": str(page), "said_at": at.isoformat(), **said}
    HostLetter.objects.create(
        id=uuid4(), body=body, made_at=at, page_ref=page, sequence=(last or 0) + 1, payload=payload
    )


def _read(said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "digest": str(said["digest"]),
        "until": date.fromisoformat(said["until"]),
        "name": str(said["name"]),
        "confirmed_on": date.fromisoformat(said["confirmed_on"]) if said["confirmed_on"] else None,
        "shown": {str(name): str(words) for name, words in said["shown"].items() if name in ASKABLE},
    }
