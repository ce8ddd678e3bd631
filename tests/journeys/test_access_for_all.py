"""axe over every page of the house: full, empty and with an error; nothing serious, nothing critical."""

from collections.abc import Iterator
from dataclasses import fields
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Browser, Page

from marugoto.agencies.codes import Role
from tests.story import Story, one_household
from tests.town import HOTAKAZAWA, Town
from tests.web.doors import Door, doors

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.slow]
WORKERS = {
    Role.COUNSELLOR: "tanaka",
    Role.COORDINATOR: "mori",
    Role.COMMUNITY: "hayashi",
    Role.CHIEF: "yamazaki",
    Role.PLANNER: "hirata",
    Role.PRIVACY: "shiraishi",
}
GRAVE = {"serious", "critical"}


class Reader:
    """Opens pages as the first of the cast for whom a door is, and keeps what axe says of them."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.looked: list[str] = []
        self.faults: list[str] = []

    def sign_in(self, worker: str) -> None:
        client = Client()
        client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
        session = client.cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.home}])

    def look(self, address: str, what: str) -> None:
        self.page.goto(f"{self.home}{address}")
        self.judge(f"{what} {address}")

    def judge(self, what: str) -> None:
        self.looked.append(what)
        for found in Axe().run(self.page).response["violations"]:
            if found["impact"] in GRAVE:
                where = "; ".join(node["html"][:160] for node in found["nodes"][:3])
                self.faults.append(f"{what}: {found['id']} ({found['impact']}): {where}")


@pytest.fixture
def reader(browser: Browser, live_server: object) -> Iterator[Reader]:
    context = browser.new_context(locale="ja-JP", viewport={"width": 1366, "height": 768})
    context.set_default_timeout(20_000)
    yield Reader(context.new_page(), live_server.url)  # type: ignore[attr-defined]
    context.close()


def worker_for(door: Door) -> str:
    if Role.PREFECTURE in door.audience:
        return "pref"
    return next((worker for role, worker in WORKERS.items() if role in door.audience), "tanaka")


def test_axe_finds_nothing_grave_on_any_page(town: Town, reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    officer = prefectural_officer(town)
    story = one_household(town)
    pages = [door for door in doors() if door.kind == "see"]
    for door in pages:
        reader.sign_in(officer if worker_for(door) == "pref" else worker_for(door))
        reader.look(door.address(story), "full")
    empty(reader, pages, town)
    with_errors(reader, story)
    reader.page.context.clear_cookies()
    reader.look("/sign-in/", "signed out")
    reader.look("/nothing/here/", "404")
    with capsys.disabled():
        print(f"\naxe: {len(reader.looked)} pages and states, {len(reader.faults)} serious or critical")
    assert not reader.faults, "\n".join(reader.faults)
    assert len(reader.looked) >= 2 * len(pages)


def prefectural_officer(town: Town) -> str:
    return next(
        worker for body, worker in town.settled.duties if body == "990001" and town(worker, body).has(Role.PREFECTURE)
    )


def empty(reader: Reader, pages: list[Door], town: Town) -> None:
    """The small town has no record yet: its lists are empty. Pages of one thing are asked for a thing that is not there."""
    nobody = Story(**{field.name: uuid4() for field in fields(Story)})
    worker = next(worker for body, worker in town.settled.duties if body == HOTAKAZAWA)
    for door in pages:
        reader.sign_in(worker)
        reader.look(door.address(nobody), "empty")


def with_errors(reader: Reader, story: Story) -> None:
    """Forms sent as they are not to be sent: the page comes back with its errors."""
    for worker, address, button in (
        ("tanaka", "/desk/notices/new/", "伝える"),
        ("tanaka", "/desk/consultations/new/", "受け付ける"),
        ("tanaka", f"/desk/households/{story.case}/needs/new/", "足す"),
        ("tanaka", f"/desk/households/{story.case}/", "記録する"),
        ("tanaka", f"/desk/balls/{story.ball}/offers/new/", "渡す"),
        ("ogawa", f"/desk/offers/{story.offer}/", "受け取れない"),
        ("tanaka", f"/desk/households/{story.case}/plans/new/", "案にする"),
        ("tanaka", f"/desk/households/{story.case}/end/", "おわりにする"),
    ):
        reader.sign_in(worker)
        reader.page.goto(f"{reader.home}{address}")
        reader.page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
        reader.page.get_by_role("button", name=button, exact=True).first.click()
        reader.page.wait_for_load_state()
        reader.judge(f"error {address}")
