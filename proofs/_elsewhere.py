"""What leaves the house by other doors than its pages: the morning's letters, the calendar that is subscribed to, the post to the porch
and the porch itself."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.conf import settings
from django.test import Client, TestCase, override_settings
from django.utils import timezone

from marugoto.agencies.queries.calendar import calendar_of
from marugoto.agencies.queries.system import system_viewer
from marugoto.community.actions.host_link import give_link
from marugoto.conferences.actions.outside import Stranger
from marugoto.conferences.codes import OutsideKind
from marugoto.conferences.queries import conference as conferences
from marugoto.custody.actions.digest import compose_all
from marugoto.exchange.actions import digest_mail, porch_post
from marugoto.exchange.actions.table_post import invite
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.rules.number import say_number
from marugoto.exchange.post import TO_PORCH
from marugoto.kernel.jst import JST, local_day
from marugoto.settings.porch import MIDDLEWARE as PORCH_MIDDLEWARE
from proofs._crawl import PORCH, Door, Eyes, Walk, doors_of
from proofs._guarded import Home
from tests.begun import called
from tests.town import MINAMO

MAIL = {
    "host": "127.0.0.1",
    "port": 25,
    "user": "",
    "password": "",
    "tls": "",
    "senders": {MINAMO: "shien@city.example"},
}
SECRET = re.compile(r"/calendar/[^/\s\"<>]{16,}/marugoto\.ics")
SENT_ONLY = {"front:notice_send", "front:ask", "front:furigana", "front:table_enter", "front:table_pledge"} | {
    f"front:table_{what}" for what in ("write", "days", "leave")
}


def letters(walk: Walk, everybody: list[Eyes]) -> int:
    """Everybody who may have the morning's digest by mail has it; each letter is read as its receiver reads it."""
    at, taken = _morning(), list[EmailMessage]()
    receivers = {}
    for eyes in everybody:
        name = eyes.name.removeprefix("cast-")
        if (MINAMO, name) in walk.here.town.settled.duties:
            viewer = walk.here.town(name).at_moment(at)
            receivers[f"{name}@city.example"] = eyes
            digest_mail.wish_for_mail(by=viewer, at=at, address=f"{name}@city.example")
    compose_all(by=system_viewer(MINAMO, at), at=at)
    with (
        override_settings(MARUGOTO_MAIL=MAIL),
        patch.object(digest_mail, "connected", _no_line),
        patch.object(digest_mail, "send", lambda _, message: taken.append(message)),
    ):
        digest_mail.morning_round(at=at)
    for message in taken:
        eyes = receivers[str(message["To"])]
        for text in (str(message["Subject"]), message.get_body().get_content()):  # type: ignore[union-attr]
            walk.note("mail", eyes.name, eyes.worker, "mail", text)
    return len(taken)


def _morning() -> datetime:
    """Nine o'clock of the next day on which the town hall is open."""
    day = calendar_of(MINAMO).next_open(local_day(timezone.now()))
    return datetime.combine(day, time(9), JST)


@contextmanager
def _no_line(_: Any) -> Iterator[None]:
    yield None


def feeds(walk: Walk, everybody: list[Eyes]) -> int:
    """The calendar of each, as a telephone fetches it: without signing in."""
    door, read = Door("shell:feed", "plain", ("secret",)), 0
    for eyes in everybody:
        if eyes.worker is None:
            continue
        answer = eyes.client.post("/calendar/keys/", {"key": str(uuid4())}, follow=True)
        page = answer.content.decode(errors="replace")
        found = SECRET.search(page)
        if found is None:
            continue
        phone = Eyes(f"the telephone of {eyes.name}", eyes.worker, Client(raise_request_exception=False))
        walk.ask(door, phone, found[0])
        read += 1
    return read


def post(walk: Walk) -> int:
    """What the house puts out for the porch, as it lies in the folder."""
    at, folder = timezone.now(), Path(settings.MARUGOTO_PACKAGE_FOLDER)
    porch_post.publish_places(at=at, body=MINAMO)
    porch_post.tell_states(at=at, body=MINAMO)
    found = [path for path in folder.rglob("*") if path.is_file()]
    for path in found:
        text = path.read_text(encoding="utf-8", errors="replace")
        walk.note("post to the porch", "nobody signed in", None, path.parent.name, text)
        walk.note("post to the porch", "nobody signed in", None, path.parent.name, _resolved(text))
    porch.take_in(at=at)
    return len(found)


def _resolved(text: str) -> str:
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return ""


def on_the_porch(walk: Walk, home: Home) -> int:
    """As a resident, and as somebody from outside with a seat: nobody signs in there. Every door, and on from page to page."""
    doors, asked = doors_of(PORCH), _seated(walk, home)
    walk.others |= {"secret": _linked(walk, home)}
    with override_settings(
        ROOT_URLCONF=PORCH,
        MIDDLEWARE=PORCH_MIDDLEWARE,
        CSRF_FAILURE_VIEW="marugoto.web.front.pages.trouble.csrf_failure",
    ):
        resident = Eyes("a resident on the porch", None, Client(raise_request_exception=False))
        outsider = Eyes("somebody from outside at the table", None, Client(raise_request_exception=False))
        fields = {"number": say_number(asked.seat.number), "word": asked.word}
        for door in doors:
            address = door.address(home.story, walk.others)
            if door.name not in SENT_ONLY:
                walk.look([door], resident, [home])
                walk.look([door], outsider, [home])
            else:
                walk.ask(door, resident, address, {"key": str(uuid4()), "words": "食べるものがない。"})
            if door.name == "front:table_enter":
                outsider.client.post(address, {"key": str(uuid4()), **fields})  # the seat is opened for what follows
        for name in ("front:table_pledge", "front:table", "front:table_write", "front:table_days", "front:table_leave"):
            door = next(one for one in doors if one.name == name)
            address = door.address(home.story, walk.others)
            walk.ask(
                door, outsider, address, None if name == "front:table" else {"key": str(uuid4()), "knows": "会えた。"}
            )
    return len(doors)


def _linked(walk: Walk, home: Home) -> str:
    """Of the page by which a group puts its own place right."""
    town, now = walk.here.town, timezone.now()
    by = town("hayashi").at_moment(now)
    given = give_link(by=by, at=now, place=home.story.place, until=local_day(now) + timedelta(days=30))
    porch_post.tell_of_hosts(at=now, body=MINAMO)
    porch.take_in(at=now)
    return given.secret


def _seated(walk: Walk, home: Home) -> Any:
    """Somebody of a school, asked to one item of a household that is open."""
    town, before = walk.here.town, walk.here.town.now
    town.now = timezone.now()
    found = conferences.get(town("tanaka"), called(town, home.story))
    row = conferences.item(town("tanaka"), found.items[0].item) if found else None
    assert row is not None
    somebody = Stranger(OutsideKind.SCHOOL, "青木 千夏", "学校での様子を知る", "休みがちです。", "みなも第二中学校")
    with TestCase.captureOnCommitCallbacks(execute=True):  # a test's transaction is never committed; a proof's is
        made = invite(
            by=town("tanaka"), at=town.later(), item=row, stranger=somebody, post=porch_post.house_post(TO_PORCH)
        )
    porch_post.tell_of_tables(at=town.later(), body=MINAMO)
    porch.take_in(at=town.later())
    town.now = before
    return made
