"""Another program reads the list of places from the porch: what the house's own file says, page by page, and nothing else."""

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from marugoto.community.actions.place import change_place, confirm_place, end_place, take_up_again
from marugoto.community.actions.place_check import lift_promise, promise
from marugoto.community.actions.place_facts import say_day, say_times, say_traits
from marugoto.community.codes import Access, Answer, ConfirmedBy, Family, PlaceEnd, PromiseKind, Sayer
from marugoto.community.rules.opening import Times
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.models import PublishedPlace
from marugoto.kernel.jst import local_day
from marugoto.settings.porch import MIDDLEWARE as PORCH_MIDDLEWARE
from tests.exchange.files import NAMES, written
from tests.exchange.test_place_export import CANARIES, PROFILE, salon, services
from tests.exchange.test_place_import import bring_in, running
from tests.town import MINAMO, Town, settle_town
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
LIST = f"/{MINAMO}/hsds/services"
MOST_QUERIES = 8
Told = Callable[[], None]


@pytest.fixture
def town(db: None, settings: Any, tmp_path: Path) -> Town:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    return settle_town()


@pytest.fixture
def program(settings: Any, town: Town) -> Client:
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    settings.MIDDLEWARE = PORCH_MIDDLEWARE
    return Client()


def tell(town: Town) -> None:
    house.publish_places(at=town.later(), body=MINAMO)
    porch.take_in(at=town.later())


def read(program: Client, **query: object) -> dict[str, Any]:
    answer = program.get(LIST, query)
    assert answer.status_code == 200, answer.content.decode()
    return json.loads(answer.content)


def many_sided(town: Town) -> None:
    """Places that say something in every field that goes out."""
    for name in NAMES:
        bring_in(town, written(name))
    by, group = town("hayashi"), salon(town, "なぎさの会")
    place = salon(
        town,
        "なぎさの縁側",
        run_by=group.pk,
        held_at=group.pk,
        latitude="35.80",
        longitude="139.70",
        room_people="3",
        capacity_people="20",
        fee_yen="0",
        email="nagisa@example.invalid",
        url="https://example.invalid/なぎさ",
        fax="099-200-1002",
        extension="12",
        phone="099-200-1001",
        on_holidays="no",
    )
    say_times(
        by=by, at=town.later(), place=place.pk, lines=[Times(1, opens=time(10), closes=time(12)), Times(5, nth=2)]
    )
    say_day(by=by, at=town.later(), place=place.pk, day=date(2026, 12, 29), words="代表が入院のため")
    answers = {Access.WHEELCHAIR: Answer.YES, Access.TOILET: Answer.NO}
    say_traits(by=by, at=town.later(), place=place.pk, family=Family.ACCESS, answers=answers)
    confirm_place(by=by, at=town.later(), place=place.pk, how=ConfirmedBy.VISIT)


def test_it_says_what_the_file_of_the_house_says_and_keeps_the_profile(town: Town, program: Client) -> None:
    many_sided(town)
    tell(town)
    said = read(program, per_page=500)
    Draft202012Validator(json.loads(PROFILE.read_text(encoding="utf-8"))).validate(said)
    by_id = {one["id"]: one for one in services(town)["contents"]}
    assert {one["id"]: one for one in said["contents"]} == by_id
    full = next(one for one in said["contents"] if one["name"] == "なぎさの縁側")
    assert {"url", "email", "phones", "schedules", "cost_options", "capacities", "assured_date"} <= set(full)
    assert full["organization"]["name"] == "なぎさの会"
    one = json.loads(program.get(f"{LIST}/{full['id']}").content)
    assert one == full
    assert "入院" not in json.dumps(said, ensure_ascii=False)


def test_page_by_page_it_is_the_whole_list_once(town: Town, program: Client) -> None:
    many_sided(town)
    tell(town)
    whole = read(program, per_page=500)["contents"]
    first = read(program, per_page=7)
    profile = Draft202012Validator(json.loads(PROFILE.read_text(encoding="utf-8")))
    pages = [read(program, per_page=7, page=page) for page in range(1, first["total_pages"] + 1)]
    for page in pages:
        profile.validate(page)
    assert [one["id"] for page in pages for one in page["contents"]] == [one["id"] for one in whole]
    assert [page["first_page"] for page in pages] == [True] + [False] * (len(pages) - 1)
    assert [page["last_page"] for page in pages] == [False] * (len(pages) - 1) + [True]
    assert pages[0]["total_items"] == len(whole) > 14
    assert program.get(LIST, {"per_page": 7, "page": len(pages) + 1}).status_code == 404


@pytest.mark.parametrize("values", CANARIES.values(), ids=CANARIES)
def test_what_is_internal_never_leaves_by_this_address(town: Town, program: Client, values: dict[str, Any]) -> None:
    planted = salon(town, **values)
    salon(town, "まちかど食堂")
    tell(town)
    pages = [LIST, f"{LIST}/{planted.pk}", f"/{MINAMO}/hsds/", f"/{MINAMO}/hsds/openapi.json", f"/{MINAMO}/open/"]
    out = [program.get(page).content for page in pages]
    assert "まちかど食堂".encode() in out[0]
    assert not any(b"CANARY" in one for one in out)
    kept = json.dumps([[row.open, row.shown, row.name] for row in PublishedPlace.objects.within(MINAMO)])
    assert "CANARY" not in kept


def test_what_is_linked_but_hidden_gives_no_name(town: Town, program: Client) -> None:
    hidden = salon(town, "CANARYの会", tier="coordinator")
    salon(town, "なぎさサロン", run_by=hidden.pk, held_at=hidden.pk)
    tell(town)
    said = program.get(LIST).content.decode()
    assert "なぎさサロン" in said
    assert "CANARY" not in said


def test_what_is_withdrawn_is_gone_with_the_next_list(town: Town, program: Client) -> None:
    one, other = salon(town, "おわる会"), salon(town, "載せない会")
    salon(town, "つづく会")
    tell(town)
    assert read(program)["total_items"] == 3
    end_place(by=town("hayashi"), at=town.later(), place=one.pk, reason=PlaceEnd.ENDED)
    promise(by=town("hayashi"), at=town.later(), place=other.pk, kind=PromiseKind.NOT_LISTED, said_by=Sayer.HOST)
    tell(town)
    assert [one["name"] for one in read(program)["contents"]] == ["つづく会"]
    assert {program.get(f"{LIST}/{gone.pk}").status_code for gone in (one, other)} == {404}


def test_asked_again_it_answers_only_what_is_new(town: Town, program: Client) -> None:
    place = salon(town)
    tell(town)
    first = program.get(LIST)
    etag, modified = first["ETag"], first["Last-Modified"]
    assert program.get(LIST, headers={"If-None-Match": etag}).status_code == 304
    assert program.get(LIST, headers={"If-Modified-Since": modified}).status_code == 304
    assert program.get(f"{LIST}?page=1", headers={"If-None-Match": etag}).status_code == 200  # another answer
    town.later(days=1)
    tell(town)  # the same list, said again
    assert program.get(LIST, headers={"If-None-Match": etag}).status_code == 304
    assert program.get(LIST, headers={"If-Modified-Since": modified}).status_code == 304
    change_place(by=town("hayashi"), at=town.later(), place=place.pk, values={"phone": "099-200-7777"})
    tell(town)
    again = program.get(LIST, headers={"If-None-Match": etag})
    assert (again.status_code, "099-200-7777" in again.content.decode()) == (200, True)
    assert program.get(LIST, headers={"If-Modified-Since": modified}).status_code == 200


def test_what_changed_since_a_moment_is_read_alone(town: Town, program: Client) -> None:
    salon(town, "まえからの会")
    tell(town)
    moment = town.later(minutes=60)
    place = running(town)["まえからの会"]
    salon(town, "あたらしい会")
    tell(town)
    assert [one["name"] for one in read(program, modified_after=moment.isoformat())["contents"]] == ["あたらしい会"]
    change_place(by=town("hayashi"), at=town.later(), place=place.pk, values={"phone": "099-200-7777"})
    tell(town)
    assert read(program, modified_after=moment.isoformat())["total_items"] == 2
    assert read(program, modified_after=town.later(minutes=60).isoformat())["empty"] is True


def test_what_reached_the_porch_late_is_new_to_whoever_asked_in_between(town: Town, program: Client) -> None:
    """The house wrote it at ten, the letter came at noon: a program that asked at eleven and goes on from there hears of it, once."""
    late, _same = salon(town, "おそく着いた会"), salon(town, "そのままの会")
    tell(town)
    change_place(by=town("hayashi"), at=town.later(), place=late.pk, values={"phone": "099-200-7777"})
    new = salon(town, "おそく載った会")
    asked = town.later(minutes=60)
    assert {one["name"] for one in read(program)["contents"]} == {"おそく着いた会", "そのままの会"}
    town.later(minutes=60)
    tell(town)
    found = read(program, modified_after=asked.isoformat())["contents"]
    assert {one["id"] for one in found} == {str(late.pk), str(new.pk)}
    assert all(
        datetime.fromisoformat(one["last_modified"]) < asked for one in found
    )  # the house's own moment is told as it is
    town.later(minutes=60)
    tell(town)  # the same list, said again
    assert read(program, modified_after=town.later().isoformat())["empty"] is True


def test_what_was_checked_or_came_back_is_new_to_who_asks_for_what_is_new(town: Town, program: Client) -> None:
    """A program that reads on from the day before misses none of them."""
    by = town("hayashi")
    names = ("確かめた会", "約束を解いた会", "約束の日が来た会", "また始めた会", "そのままの会")
    checked, lifted, ran_out, again, _same = (salon(town, name) for name in names)
    listed: dict[str, Any] = {"kind": PromiseKind.NOT_LISTED, "said_by": Sayer.HOST}
    promise(by=by, at=town.later(), place=lifted.pk, **listed)
    promise(by=by, at=town.later(), place=ran_out.pk, until=local_day(town.now) + timedelta(days=2), **listed)
    end_place(by=by, at=town.later(), place=again.pk, reason=PlaceEnd.ENDED)
    tell(town)
    assert {one["name"] for one in read(program)["contents"]} == {"確かめた会", "そのままの会"}
    moment = town.later(days=1)
    confirm_place(by=town("hayashi"), at=town.later(), place=checked.pk, how=ConfirmedBy.PHONE)
    lift_promise(by=town("hayashi"), at=town.later(), place=lifted.pk, kind=PromiseKind.NOT_LISTED)
    take_up_again(by=town("hayashi"), at=town.later(), place=again.pk)
    town.later(days=1)
    tell(town)
    new = read(program, modified_after=moment.isoformat())["contents"]
    assert {one["name"] for one in new} == set(names) - {"そのままの会"}
    assert read(program)["total_items"] == len(names)
    came = next(one["last_modified"] for one in new if one["name"] == "約束の日が来た会")
    assert came == f"{local_day(town.now).isoformat()}T00:00:00+09:00"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"search": "囲碁"}, "search"),
        ({"minimal": "true"}, "minimal"),
        ({"page": "0"}, "page"),
        ({"page": "いち"}, "page"),
        ({"per_page": "501"}, "per_page"),
        ({"modified_after": "きのう"}, "modified_after"),
        ({"modified_after": "2026-11-16T09:30:00"}, "時差"),
        ({"modified_after": "2026-13-45T00:00:00+09:00"}, "modified_after"),
        ({"modified_after": "0001-01-01T00:00:00+09:00"}, "modified_after"),
        ({"modified_after": "9999-12-31T23:59:59-09:00"}, "modified_after"),
        ({"format": "ndjson"}, "JSON"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    town: Town, program: Client, query: dict[str, str], says: str
) -> None:
    salon(town)
    tell(town)
    answer = program.get(LIST, query)
    assert answer.status_code == 400
    said = json.loads(answer.content)
    assert says in said["error"] + said["way_on"]


def test_what_is_not_there_is_not_there(town: Town, program: Client) -> None:
    salon(town)
    tell(town)
    for page in (f"{LIST}/{uuid4()}", "/123456/hsds/services", "/123456/hsds/"):
        answer = program.get(page)
        assert answer.status_code == 404
        assert "ここにありません" in json.loads(answer.content)["error"]
    assert program.get("/123456/open/").status_code == 404
    assert program.post(LIST).status_code == 405


def test_any_site_may_read_it_and_it_keeps_no_trace_of_who_did(town: Town, program: Client) -> None:
    salon(town)
    tell(town)
    answer = program.get(LIST)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert (answer["Content-Type"], "max-age=300" in answer["Cache-Control"]) == ("application/json", True)
    assert not answer.cookies
    root = json.loads(program.get(f"/{MINAMO}/hsds/").content)
    assert root["version"] == "3.1"
    assert root["profile"].endswith(f"/{MINAMO}/open/")
    paths = json.loads(program.get(f"/{MINAMO}/hsds/openapi.json").content)["paths"]
    assert set(paths) == {"/", "/services", "/services/{id}"}


def test_a_reader_finds_it_from_the_list_and_is_told_what_it_is(town: Town, program: Client) -> None:
    salon(town)
    tell(town)
    assert f'href="/{MINAMO}/open/"' in program.get(f"/{MINAMO}/places/").content.decode()
    page = program.get(f"/{MINAMO}/open/").content.decode()
    assert f"http://testserver{LIST}" in page
    assert "HSDS 3.1" in page


def test_an_older_house_that_tells_less_is_read_with_what_it_told(town: Town, program: Client) -> None:
    salon(town)
    tell(town)
    PublishedPlace.objects.within(MINAMO).update(open={}, changed_at=None)
    said = read(program)
    Draft202012Validator(json.loads(PROFILE.read_text(encoding="utf-8"))).validate(said)
    assert said["contents"][0]["name"] == "なぎさサロン"


def test_it_asks_as_often_for_one_place_as_for_thirty(town: Town, program: Client) -> None:
    salon(town)
    tell(town)
    with counted() as few:
        read(program)
    for number in range(30):
        salon(town, f"会{number}")
    tell(town)
    with counted() as many:
        assert read(program)["size"] == 31
    assert len(few) == len(many) <= MOST_QUERIES
