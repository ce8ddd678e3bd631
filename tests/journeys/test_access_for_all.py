"""axe over every page of both urlconfs: full, empty and with an error; nothing serious, nothing critical."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.urls import get_resolver
from playwright.sync_api import Browser

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.viewer import hats_of
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.actions.place_import import confirm
from marugoto.exchange.actions.place_undo import undo
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.actions.notice import Written, leave_notice
from marugoto.kernel.jst import local_day
from tests.journeys.reader import Reader
from tests.story import Story, one_household
from tests.town import AOMINE, HOTAKAZAWA, MINAMO, SHIOMI, Town
from tests.web.doors import WORDS, Door, doors

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.slow]
FOR_TANAKA = "tanaka"
WORKERS = {
    Role.COUNSELLOR: FOR_TANAKA,
    Role.COORDINATOR: "mori",
    Role.COMMUNITY: "hayashi",
    Role.CHIEF: "yamazaki",
    Role.PLANNER: "hirata",
    Role.PRIVACY: "shiraishi",
}
ANSWERERS = {"desk:offer": "ogawa", "desk:catch": "ogawa", "desk:decline": "ogawa", "desk:stuck_answer": "mori"}
LATER = {"town:import_receipt", "town:import_undone"}  # there when the list of the story has been taken in and back
REFUSED = {400, 409, 422}
NOTHING_TO_REFUSE = {200, 404}  # the deed needs no field; or an unnamed choice is a thing that is not there


@pytest.fixture
def reader(browser: Browser, live_server: Any) -> Iterator[Reader]:
    """Without motion: what fades in is read when it is there."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield Reader(context.new_page(), live_server.url)
    context.close()


def test_axe_finds_nothing_grave_on_any_page(town: Town, reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    story = one_household(town)
    pages = [door for door in doors() if door.kind == "see"]
    for door in pages:
        if door.name not in LATER:
            reader.sign_in(worker_for(door, town))
            reader.look(door.address(story), "full")
    empty(reader, pages, town)
    with_errors(reader, story)
    taken_in_and_back(reader, story, town)
    reader.page.context.clear_cookies()
    reader.look("/sign-in/", "signed out")
    reader.look("/sign-in/again/", "signed out", 401)
    reader.look("/account/login/", "signed out")
    reader.look("/nothing/here/", "not there", 404)
    with capsys.disabled():
        print(f"\n{reader.said()}")
    assert not reader.faults, "\n".join(reader.faults)
    assert reader.looked["full"] == len(pages)
    assert reader.looked["empty"] >= 15
    assert reader.looked["error"] >= 38


def worker_for(door: Door, town: Town) -> str:
    if Role.PREFECTURE in door.audience:
        return somebody(town, (Role.PREFECTURE,), AOMINE)
    chosen = (worker for role, worker in WORKERS.items() if role in door.audience)
    return ANSWERERS.get(door.name) or next(chosen, FOR_TANAKA)


def somebody(town: Town, roles: tuple[Role, ...], *bodies: str) -> str:
    """Of the first of the bodies that has one: a worker whose first hat has one of the roles; anybody where none is asked."""
    known = [worker for at in bodies for body, worker in town.settled.duties if body == at]
    return next(worker for worker in known if not roles or first_hat(town, worker) & set(roles))


def first_hat(town: Town, worker: str) -> frozenset[Role]:
    account = get_user_model().objects.get(username=f"cast-{worker}")
    return hats_of(account.pk, local_day(town.now))[0].role_set()


def empty(reader: Reader, pages: list[Door], town: Town) -> None:
    """Bodies without any record yet: their lists are empty. Pages of one thing have no empty state."""
    for door in pages:
        if set(door.places) <= set(WORDS):
            where = (AOMINE,) if Role.PREFECTURE in door.audience else (HOTAKAZAWA, SHIOMI)
            reader.sign_in(somebody(town, door.audience, *where))
            reader.look(door.address(nothing()), "empty")


def nothing() -> Story:
    return Story(**dict.fromkeys(Story.__dataclass_fields__, uuid4()))


def with_errors(reader: Reader, story: Story) -> None:
    """Every form of the house, sent with nothing in it: its page comes back with errors, or the refusal says what to do."""
    for door in sorted(doors(), key=lambda door: door.name in {"meeting:close", "meeting:call_off", "town:import_yes"}):
        if door.kind != "act" or door.name in {"town:import_undo", "town:import_yes"}:
            continue
        reader.sign_in(ANSWERERS.get(door.name) or _first(door))
        reader.page.goto(f"{reader.home}/")
        status = reader.send_nothing(door.address(story))
        if status in REFUSED:
            reader.judge("error", door.name)
        elif status not in NOTHING_TO_REFUSE:
            reader.faults.append(f"error {door.name}: {status}")


def _first(door: Door) -> str:
    return next((worker for role, worker in WORKERS.items() if role in door.audience), FOR_TANAKA)


def taken_in_and_back(reader: Reader, story: Story, town: Town) -> None:
    confirm(by=town("hayashi"), at=town.later(), prepared=story.prepared)
    reader.sign_in("hayashi")
    reader.look(f"/town/imports/{story.prepared}/receipt/", "full")
    undo(by=town("hayashi"), at=town.later(), prepared=story.prepared)
    reader.look(f"/town/imports/{story.prepared}/undo/", "full")


def test_axe_finds_nothing_grave_on_the_porch(
    town: Town, reader: Reader, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    reader.look("/", "empty")
    story = one_household(town)
    house.publish_places(at=town.later(), body=SHIOMI)
    house.publish_places(at=town.later(), body=MINAMO)
    porch.take_in(at=town.later())
    left = leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=Written(words="新聞がたまっています。"))
    asked = f"/{MINAMO}/asking/?number={left.number}"
    full = ("/", f"/{MINAMO}/places/", f"/{MINAMO}/places/{story.place}/", f"/{MINAMO}/notice/")
    for address in (*full, f"/{MINAMO}/notices/{left.pk}/", f"/{MINAMO}/asking/", asked):
        reader.look(address, "full")
    reader.look(f"/{SHIOMI}/places/", "empty")
    reader.look(f"/{MINAMO}/places/?words=どこにもない", "empty")
    reader.look(f"/{MINAMO}/asking/?number=0000-0000-0000", "error")
    reader.page.goto(f"{reader.home}/{MINAMO}/notice/")
    assert reader.send_nothing(f"/{MINAMO}/notices/") == 422
    reader.judge("error", "notice")
    reader.look("/nothing/here/", "not there", 404)
    with capsys.disabled():
        print(f"\nporch, {reader.said()}")
    assert not reader.faults, "\n".join(reader.faults)
    named = {pattern.name for pattern in get_resolver("marugoto.web.front.urls").url_patterns}
    assert named == {"towns", "places", "place", "notice_new", "notice", "ask", "furigana", "notice_send"}
