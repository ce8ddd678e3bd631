"""What opens only after something else was done: every deed in its order, one standing on the other, and then the pages that came of it."""

from dataclasses import replace
from http.cookies import SimpleCookie
from typing import Any
from uuid import uuid4

from django.db import transaction

from proofs._crawl import Door, Eyes, Walk
from proofs._guarded import Home


def done_in_order(walk: Walk, doors: list[Door], everybody: list[Eyes], home: Home) -> None:
    """As the test of what is sent twice does them; all of it is taken back."""
    from tests.web.test_replay import DEEDS

    acts = {door.name: door for door in doors}
    eyes = {one.name.removeprefix("cast-"): one for one in everybody}
    before = walk.here.town.now
    cookies = {name: one.client.cookies.output(header="", sep=";") for name, one in eyes.items()}
    with transaction.atomic():
        for name, who, said in DEEDS:
            _done(walk, acts[name], eyes[who], home, said)
        for door in (one for one in doors if one.kind == "see"):
            _first_who_may(walk, door, everybody, home)
        transaction.set_rollback(True)
    walk.here.town.now = before
    for name, kept in cookies.items():
        eyes[name].client.cookies = SimpleCookie(kept)


def _done(walk: Walk, door: Door, eyes: Eyes, home: Home, said: Any) -> None:
    sent = walk.filled(lambda: said(walk.here.town, home.story))
    named = {noun.removeprefix("@"): sent.pop(noun) for noun in list(sent) if noun.startswith("@")}
    address = door.address(replace(home.story, **named), walk.others)
    walk.read(door, eyes, eyes.client.post(address, sent | {"key": str(uuid4())}))


def _first_who_may(walk: Walk, door: Door, everybody: list[Eyes], home: Home) -> None:
    for eyes in everybody:
        if door.where in walk.walked.reached:
            return
        if not door.audience or door.audience & eyes.roles:
            walk.look([door], eyes, [home])
