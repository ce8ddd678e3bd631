"""The short form of `bin/prove doors`: fewer eyes and kinds of household; every address, and each kind of door with a word let out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from proofs import _crawl, _deeds, _elsewhere, _guarded, _keys, _planted, _two_worlds, doors
from proofs._crawl import Door, Eyes, Log, Walk
from proofs._guarded import Guarded, Home
from tests.town import settle_town

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # the long form stands on PostgreSQL


@pytest.fixture
def here(db: None, settings: Any, tmp_path: Path) -> Guarded:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    return _guarded.told((_guarded.OPEN, _guarded.MEMBER), settle_town())


@pytest.fixture
def log() -> Iterator[Log]:
    with _crawl.overheard() as heard:
        yield heard


def test_no_door_shows_what_is_guarded(here: Guarded, log: Log) -> None:
    """Her own worker first, then a colleague at the same desk, those who see every ball and every look; then every door that is left."""
    everybody = _crawl.eyes_of(here, doors.cast())
    eyes = {one.name.removeprefix("cast-"): one for one in everybody}
    open_home, hers = here.homes
    rows = _planted.caught(here, log, everybody, open_home, hers.hidden[0].number)
    assert [row for row in rows if not row["caught"]] == [], "what was let out must be found"
    walk, inside = Walk(here, log), _crawl.doors_of(_crawl.HOUSE)
    walk.others["pk"] = _keys.give_keys(get_user_model().objects.get(username="cast-tanaka"))
    looked_at = [door for door in inside if door.kind == "see"]
    walk.look([door for door in looked_at if open_to(door, eyes["tanaka"])], eyes["tanaka"], [hers])
    assert walk.walked.known[hers.hidden[0].number], "her own worker sees her"
    walk.look([door for door in looked_at if open_to(door, eyes["yamazaki"])], eyes["yamazaki"], [hers])
    for who in ("mori", "shiraishi"):
        walk.look([door for door in looked_at if open_to(door, eyes[who]) and not door.places], eyes[who], [hers])
    reach(walk, inside, eyes, open_home)
    lists = [door for door in looked_at if not door.places]
    worlds = _two_worlds.compared(here, lists, [eyes["yamazaki"]], _two_worlds.RECORDS[:1])
    assert worlds.otherwise == [], worlds.shown
    _elsewhere.letters(walk, [eyes["yamazaki"], eyes["tanaka"]])
    _elsewhere.feeds(walk, [eyes["yamazaki"]])
    _elsewhere.post(walk)
    _elsewhere.on_the_porch(walk, open_home)
    assert walk.walked.leaks == []
    assert walk.walked.broken == []
    assert [f"{name} {walk.walked.missed[name]}" for name in sorted(doors.addresses() - walk.walked.reached)] == []


def reach(walk: Walk, inside: list[Door], eyes: dict[str, Eyes], home: Home) -> None:
    """Every deed once; where nobody has come then, the first to whom it opens."""
    _deeds.done_in_order(walk, inside, list(eyes.values()), home)
    for door in (one for one in inside if one.kind == "plain" and one.where not in walk.walked.reached):
        for who in (one for one in ("tanaka", "nobody signed in") if door.where not in walk.walked.reached):
            walk.look([door], eyes[who], [home])
            walk.send(door, [eyes[who]], home, dict)


def open_to(door: Door, eyes: Eyes) -> bool:
    return not door.audience or bool(door.audience & eyes.roles)
