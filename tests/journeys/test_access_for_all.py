"""axe over every page of both urlconfs: full, empty, just begun and with an error; nothing serious, nothing critical."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from playwright.sync_api import Browser

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.viewer import hats_of
from marugoto.casework.actions.need import add_need
from marugoto.community.actions.host_link import give_link
from marugoto.conferences.actions.outside import Stranger
from marugoto.conferences.codes import OutsideKind
from marugoto.conferences.queries import conference as conferences
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.actions.place_import import confirm
from marugoto.exchange.actions.place_undo import undo
from marugoto.exchange.actions.table_post import invite
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.actions.notice import Written, leave_notice
from marugoto.exchange.post import TO_PORCH
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from tests.begun import asked_outside, called, ended, heard, new_place, supported
from tests.exchange import long_lists
from tests.journeys.nothing_sent import NOTHING_TO_GET_WRONG, PAST
from tests.journeys.reader import Reader
from tests.journeys.unread import NOT_READ
from tests.story import Story, one_household
from tests.town import AOMINE, HOTAKAZAWA, MINAMO, SHIOMI, Town
from tests.web.deeds_reviews import HELD_BY_THE_PLANNER, PAPERS_OF_REVIEWS
from tests.web.doors import WORDS, Door, doors, names
from tests.web.pref.test_municipality import offers, tell_the_prefecture
from tests.web.test_kept_form import as_cast, ended_in_mid_form

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.slow]
WORKERS = {
    Role.COUNSELLOR: "tanaka",
    Role.COORDINATOR: "mori",
    Role.COMMUNITY: "hayashi",
    Role.CHIEF: "yamazaki",
    Role.PLANNER: "hirata",
    Role.PRIVACY: "shiraishi",
}
ANSWERERS = {
    "desk:offer": "ogawa",
    "desk:ask_more": "ogawa",
    "desk:catch": "ogawa",
    "desk:decline": "ogawa",
    "desk:stuck_answer": "mori",
    **HELD_BY_THE_PLANNER,
}
FILES = {
    "town:field_notes_file",
    "town:field_photo",
    "desk:attachment",
    "meeting:invitation",
    "meeting:minutes_docx",
    "meeting:minutes_pdf",
    "office:checkpoint_file",
    "office:disposal_book",
    "office:inventory_table",
    "office:judgement_docx",
    "office:judgement_file",
    "office:judgement_pdf",
    "office:looks_file",
    *PAPERS_OF_REVIEWS,
    "office:verifier",
    "shell:calendar_file",
    "town:export_csv",
    "town:export_hsds",
    "town:initiative_table",
    "town:places_table",
} | {f"office:{one}" for one in ("paper_docx", "paper_pdf", "report_table")}  # to be saved: there is no page to read
LATER = {"town:import_receipt", "town:import_undone", "town:import_work"}  # there when a list was taken in and back
EVERYBODY = ("ogawa", "okamoto", "kuze", "honma", *WORKERS.values())  # each has a first page of his own
ELSEWHERE = ("/search/?q=佐藤", "/desk/tower/?kind=need", "/desk/tower/?kind=case", "/desk/households/?words=佐藤")
NOT_FOUND = ("/search/?q=どこにもいない", "/desk/households/?state=ended", "/desk/households/?words=どこにもない")
MISREAD = ("/office/looks/?since=いつか", "/office/looks/?about=佐藤さん")


@pytest.fixture
def reader(browser: Browser, live_server: Any) -> Iterator[Reader]:
    """Without motion: what fades in is read when it is there."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield Reader(context.new_page(), live_server.url)
    context.close()


def test_axe_finds_nothing_grave_on_any_page(town: Town, reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    story = one_household(town)
    pages = {door.name: door for door in doors() if door.kind == "see"}
    acts = {door.name: door for door in doors() if door.kind == "act"}
    empty(reader, [*pages.values()], town)
    offers(30, of=41, after=100_000)
    tell_the_prefecture(count=2)
    full(reader, [*pages.values()], story, town)
    begun(reader, [*pages.values()], town)
    with_errors(reader, [*acts.values()], story, town)
    taken_in_and_back(reader, story, town)
    after_the_end(reader, town)
    at_the_door(reader)
    with capsys.disabled():
        print(f"\n{reader.said()}")
    assert not reader.faults, "\n".join(reader.faults)
    assert reader.names["full"] == set(pages) - FILES
    assert reader.names["error"] >= set(acts)
    assert reader.names["empty"] == {one for one, door in pages.items() if set(door.places) <= set(WORDS)} - FILES
    at_the_account = {name for name in names("marugoto.web.urls_house") if ":" not in name}
    assert names("marugoto.web.urls_house") - at_the_account - reader.seen() == set(NOT_READ) | FILES


def empty(reader: Reader, pages: list[Door], town: Town) -> None:
    """Bodies without any record yet: their lists are empty."""
    for door in pages:
        if set(door.places) <= set(WORDS) and door.name not in FILES:
            where = (AOMINE,) if Role.PREFECTURE in door.audience else (HOTAKAZAWA, SHIOMI)
            reader.sign_in(somebody(town, door.audience, *where))
            reader.look(door.address(nothing()), "empty")
    for address in NOT_FOUND:
        reader.sign_in("tanaka")
        reader.look(address, "empty")


def full(reader: Reader, pages: list[Door], story: Story, town: Town) -> None:
    for door in pages:
        if door.name not in LATER | FILES:
            reader.sign_in(worker_for(door, town))
            reader.look(door.address(story), "full")
    for worker in EVERYBODY:
        reader.sign_in(worker)
        reader.look("/", "full")
    for address in ELSEWHERE:
        reader.sign_in("mori" if "tower" in address else "tanaka")
        reader.look(address, "full")


def begun(reader: Reader, pages: list[Door], town: Town) -> None:
    """A page of one thing is empty while the thing has only begun."""
    case, one = supported(town), heard(town).pk
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title="住むところ")
    things = {
        "case": case,
        "need": need.pk,
        "ball": need.ball_id,
        "consultation": one,
        "fresh_consultation": one,
        "conference": called(town),
        "place": new_place(town),
    }
    for door in pages:
        if door.places and door.name not in FILES and set(door.places) <= set(things):
            reader.sign_in(worker_for(door, town))
            reader.look(door.address(replace(nothing(), **things)), "begun")
    reader.sign_in("tanaka")
    reader.look(f"/desk/offers/{asked_outside(town)}/", "begun")


def with_errors(reader: Reader, acts: list[Door], story: Story, town: Town) -> None:
    """Every form of the house, sent with nothing in it: its page comes back with errors, or the refusal says what to do."""
    for door in acts:
        keyed = door.name not in NOTHING_TO_GET_WRONG
        reader.sign_in(worker_for(door, town))
        status = 409 if door.name in PAST else 422 if keyed else 400
        reader.send_nothing(door.address(story), "error", status, keyed=keyed)
    reader.sign_in("shiraishi")
    for address in MISREAD:
        reader.look(address, "error")


def after_the_end(reader: Reader, town: Town) -> None:
    case = ended(town, local_day(timezone.now()))
    reader.sign_in("tanaka")
    reader.look("/", "full")
    reader.look(f"/desk/households/{case}/", "full")
    for verb in ("looking-in", "resumption"):
        reader.send_nothing(f"/desk/households/{case}/{verb}/", "error", 422, keyed=True)


def taken_in_and_back(reader: Reader, story: Story, town: Town) -> None:
    confirm(by=town("hayashi"), at=town.later(), prepared=story.prepared)
    reader.sign_in("hayashi")
    reader.look(f"/town/imports/{story.prepared}/receipt/", "full")
    undo(by=town("hayashi"), at=town.later(), prepared=story.prepared)
    reader.look(f"/town/imports/{story.prepared}/undo/", "full")
    for long, state in long_lists.waiting_and_unread(town):
        reader.look(f"/town/imports/{long}/progress/", state)


def at_the_door(reader: Reader) -> None:
    """Somebody whose sign-in ended in the middle of a form, and who comes back to it."""
    reader.page.context.clear_cookies()
    reader.look("/sign-in/", "signed out")
    browser, _ = ended_in_mid_form("tanaka")
    reader.take_over(browser)
    reader.look("/sign-in/again/", "signed out", 401)
    as_cast(browser, "tanaka")
    reader.take_over(browser)
    reader.look("/kept-form/", "back again")
    reader.look("/nothing/here/", "not there", 404)
    browser.post("/leave/")
    reader.take_over(browser)
    reader.look("/left/", "signed out", 423)


def worker_for(door: Door, town: Town) -> str:
    if Role.PREFECTURE in door.audience:
        return somebody(town, (Role.PREFECTURE,), AOMINE)
    return ANSWERERS.get(door.name) or _first(door)


def _first(door: Door) -> str:
    return next((worker for role, worker in WORKERS.items() if role in door.audience), "tanaka")


def somebody(town: Town, roles: tuple[Role, ...], *bodies: str) -> str:
    """Of the first of the bodies that has one: a worker whose first hat has one of the roles; anybody where none is asked."""
    known = [worker for at in bodies for body, worker in town.settled.duties if body == at]
    return next(worker for worker in known if not roles or first_hat(town, worker) & set(roles))


def first_hat(town: Town, worker: str) -> frozenset[Role]:
    account = get_user_model().objects.get(username=f"cast-{worker}")
    return hats_of(account.pk, local_day(town.now))[0].role_set()


def nothing() -> Story:
    return Story(**dict.fromkeys(Story.__dataclass_fields__, uuid4()))


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
    pages = ("/", f"/{MINAMO}/open/", f"/{MINAMO}/places/", f"/{MINAMO}/places/{story.place}/", f"/{MINAMO}/notice/")
    for address in (*pages, f"/{MINAMO}/notices/{left.pk}/", f"/{MINAMO}/asking/", asked):
        reader.look(address, "full")
    reader.look(f"/{SHIOMI}/places/", "empty")
    reader.look(f"/{MINAMO}/places/?words=どこにもない", "empty")
    reader.look(f"/{MINAMO}/places/?view=map", "map")
    reader.look(f"/{MINAMO}/asking/?number=0000-0000-0000", "error")
    reader.page.goto(f"{reader.home}/{MINAMO}/notice/")
    reader.send_nothing(f"/{MINAMO}/notices/", "error", 422)
    reader.look("/nothing/here/", "not there", 404)
    at_a_seat(reader, story, town)
    at_the_page_of_a_group(reader, story, town)
    with capsys.disabled():
        print(f"\nporch, {reader.said()}")
    assert not reader.faults, "\n".join(reader.faults)
    pressed = {f"front:table_{verb}" for verb in ("days", "invitation", "leave", "pledge", "write")} | {
        "front:host_same"
    }
    files = {f"front:hsds{part}" for part in ("", "_openapi", "_service", "_services")}
    files |= {"front:places_calendar", "front:place_calendar", "front:place_poster"}
    unseen = names(settings.ROOT_URLCONF) - reader.seen()
    assert unseen == {"front:furigana"} | pressed | files, "answer with the page they stand on, or with a file"


def at_the_page_of_a_group(reader: Reader, story: Story, town: Town) -> None:
    """By its own link: as it is told, with nothing put right, thanked, and by a link that never was."""
    until = local_day(timezone.now()) + timedelta(days=9)
    given = give_link(by=town("hayashi"), at=town.later(), place=story.place, until=until)
    house.tell_of_hosts(at=town.later(), body=MINAMO)
    porch.take_in(at=town.later())
    page = f"/{MINAMO}/host/{given.secret}/"
    reader.look(page, "full")
    reader.send_nothing(f"{page}changes/", "error", 422)
    reader.look(f"{page}thanks/", "full")
    reader.look(f"/{MINAMO}/host/never/", "not there", 404)


def at_a_seat(reader: Reader, story: Story, town: Town) -> None:
    """Somebody from outside: at the door, with a wrong word, before and after the pledge."""
    row = conferences.item(town("tanaka"), story.item)
    assert row
    asked = Stranger(OutsideKind.SCHOOL, "青木 千夏", "学校を知る", "登校していません。")
    table = f"/{MINAMO}/table/"
    now = timezone.now()
    row.conference.ends_at = now + timedelta(hours=1)
    made = invite(by=town("tanaka"), at=town.later(), item=row, stranger=asked, post=house.house_post(TO_PORCH))
    porch.take_in(at=town.later())
    reader.look(table, "full")
    reader.send_nothing(f"{table}opened/", "error", 422)
    reader.page.goto(f"{reader.home}{table}")
    reader.page.locator("[name=number]").fill(made.seat.number)
    reader.page.locator("[name=word]").fill(made.word)
    reader.page.locator("form[action$='/opened/'] button").click()
    reader.look(table, "full")
    reader.page.locator("form[action$='/pledge/'] button").click()
    reader.look(table, "full")
