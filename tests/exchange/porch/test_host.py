"""A group says of itself that nothing changed, or what did: over the border and back, by its own link alone."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from marugoto.community.actions.host_link import give_link, withdraw_link
from marugoto.community.actions.place import change_place, create_place
from marugoto.community.actions.place_check import doubt_place
from marugoto.community.codes import DoubtReason, Precision, Tier
from marugoto.community.models import ChangeRequest, Confirmation
from marugoto.community.queries import place as in_house
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.models import HostLetter, HostPage
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None, settings: Any, tmp_path: Path) -> Town:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    town = settle_town()
    house.publish_places(at=timezone.now(), body=MINAMO)
    porch.take_in(at=timezone.now())
    return town


@pytest.fixture
def salon(town: Town) -> UUID:
    values = {"name": "なぎさサロン", "days": "火曜", "address": "本町2-3", "note": "内輪の覚え"}
    return create_place(by=town("hayashi").at_moment(timezone.now()), at=timezone.now(), values=values).pk


def linked(town: Town, place: UUID) -> str:
    """The address of its page, once the porch has heard of the link."""
    now = timezone.now()
    until = local_day(now) + timedelta(days=30)
    given = give_link(by=town("hayashi").at_moment(now), at=now, place=place, until=until)
    carry()
    return f"/{MINAMO}/host/{given.secret}/"


def carry() -> None:
    """One round on each side, and the answers."""
    now = timezone.now()
    porch.hand_out(at=now)
    house.collect(at=now)
    house.tell_of_hosts(at=now, body=MINAMO)
    porch.take_in(at=now)
    house.collect(at=now)


def kept(model: Any) -> list[Any]:
    with unwalled():
        return list(model.objects.everywhere("what is kept"))


def test_looking_says_nothing_and_a_button_is_one_check(town: Town, salon: UUID) -> None:
    address, browser = linked(town, salon), Client()
    for method in (browser.get, browser.head):
        assert method(address).status_code == 200
    assert browser.get(f"{address}same/").status_code == 405
    carry()
    assert kept(Confirmation) == []
    for _press in range(2):
        assert browser.post(f"{address}same/").status_code == 302
    assert "今日" in browser.get(address).content.decode()
    carry()
    check = kept(Confirmation)[0]
    assert (len(kept(Confirmation)), check.how, check.place_id) == (1, "host", salon)
    assert kept(HostLetter) == []


def test_what_the_group_asks_waits_in_the_house_and_only_what_differs_travels(town: Town, salon: UUID) -> None:
    address, browser = linked(town, salon), Client()
    assert "内輪の覚え" not in browser.get(address).content.decode()
    sent = {"name": "なぎさサロン", "days": "第2木曜", "address": "本町2-3", "tier": "coordinator", "words": ""}
    assert browser.post(f"{address}changes/", sent)["Location"] == f"{address}thanks/"
    assert browser.post(f"{address}changes/", sent | {"days": "火曜"}).status_code == 422  # nothing changed
    carry()
    asked = kept(ChangeRequest)[0]
    assert (asked.wants, asked.was, asked.link_id is None) == ({"days": "第2木曜"}, {"days": "火曜"}, False)
    page = in_house.get(town("hayashi"), salon)
    assert page is not None
    assert (page.place.days, page.confirmed_on) == ("火曜", None)


def test_what_was_not_touched_is_neither_too_long_nor_changed(town: Town, salon: UUID) -> None:
    now, long = timezone.now(), "一行目です。\n" + "とても長い説明です。" * 140
    values = {"description": long, "hours_note": "雨の日は\n休みます"}
    change_place(by=town("hayashi").at_moment(now), at=now, place=salon, values=values)
    address, browser = linked(town, salon), Client()
    sent = {name: text.replace("\n", "\r\n") for name, text in values.items()}
    sent |= {"name": "なぎさサロン", "days": "火曜", "address": "本町2-3", "words": ""}
    assert browser.post(f"{address}changes/", sent).status_code == 422  # nothing changed
    assert browser.post(f"{address}changes/", sent | {"phone": "099-200-0001"}).status_code == 302
    carry()
    assert kept(ChangeRequest)[0].wants == {"phone": "099-200-0001"}


@pytest.mark.parametrize(
    "values", [{"tier": Tier.PROFESSIONAL}, {"tier": Tier.COORDINATOR}], ids=["professional", "coordinator"]
)
def test_what_is_not_public_has_no_page(town: Town, salon: UUID, values: dict[str, Any]) -> None:
    address, now = linked(town, salon), timezone.now()
    change_place(by=town("hayashi").at_moment(now), at=now, place=salon, values=values)
    carry()
    assert Client().get(address).status_code == 404
    with pytest.raises(Refused, match="リンクを出せません"):
        linked(town, salon)


def test_a_link_that_was_withdrawn_or_never_was_opens_nothing(town: Town, salon: UUID) -> None:
    address, now = linked(town, salon), timezone.now()
    link = HostPage.objects.within(MINAMO).get().pk
    withdraw_link(by=town("hayashi").at_moment(now), at=now, link=link)
    carry()
    for wrong in (address, f"/{MINAMO}/host/guessed/", address.replace(MINAMO, "990027")):
        assert Client().get(wrong).status_code == 404
        assert Client().post(f"{wrong}same/").status_code == 404


def test_a_blurred_position_is_neither_shown_nor_put_right_from_its_blur(town: Town, salon: UUID) -> None:
    now = timezone.now()
    change_place(by=town("hayashi").at_moment(now), at=now, place=salon, values={"precision": Precision.NEARBY})
    address = linked(town, salon)
    assert "本町" not in Client().get(address).content.decode()
    Client().post(f"{address}changes/", {"name": "なぎさサロン", "days": "火曜", "address": "x", "words": "休みます"})
    carry()
    asked = kept(ChangeRequest)[0]
    assert (asked.wants, asked.words) == ({}, "休みます")


def test_what_was_said_is_dated_by_its_day_and_a_strange_letter_is_set_aside(town: Town, salon: UUID) -> None:
    linked(town, salon)
    page = HostPage.objects.within(MINAMO).get()
    days_ago, now = timezone.now() - timedelta(days=3), timezone.now()
    said = {"link": str(page.pk), "said_at": days_ago.isoformat(), "what": "same"}
    HostLetter.objects.create(body=MINAMO, made_at=now, page_ref=page.pk, sequence=1, payload=said)
    later = now + timedelta(days=2)
    for number, strange in enumerate(({"what": "close"}, {"said_at": later.isoformat()}, {"link": "x"}), 2):
        HostLetter.objects.create(body=MINAMO, made_at=now, page_ref=page.pk, sequence=number, payload=said | strange)
    carry()
    assert [check.day for check in kept(Confirmation)] == [local_day(days_ago)]
    assert kept(HostLetter) == []


def as_a_browser_sends(page: Any, address: str) -> dict[str, str]:
    """The headers of a form sent from this page, by the Fetch Standard: a page that tells no referrer is told as no origin."""
    if page["Referrer-Policy"] == "no-referrer":
        return {"origin": "null"}
    return {"origin": "http://testserver", "referer": f"http://testserver{address}"}


def test_the_page_takes_what_a_browser_sends_from_it_and_tells_its_address_to_nobody_else(
    town: Town, salon: UUID
) -> None:
    address, browser = linked(town, salon), Client(enforce_csrf_checks=True)
    page = browser.get(address)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())
    assert token is not None
    said = {"csrfmiddlewaretoken": token[1]}
    sent = browser.post(f"{address}same/", said, headers=as_a_browser_sends(page, address))
    assert (sent.status_code, sent["Location"]) == (302, address)
    readings = browser.get("/furigana/", {"furigana": "off"}, headers=as_a_browser_sends(page, address))
    assert readings["Location"].removeprefix("http://testserver") == address
    for shown in (page, browser.get(f"{address}thanks/"), browser.get(f"/{MINAMO}/host/never/")):
        assert shown["Referrer-Policy"] == "same-origin"
        assert shown["Cache-Control"] == "no-store"
        assert shown["X-Robots-Tag"] == "noindex"


def test_a_list_that_comes_late_opens_no_link_that_was_withdrawn_meanwhile(
    town: Town, salon: UUID, tmp_path: Path
) -> None:
    now = timezone.now()
    hayashi = town("hayashi").at_moment(now)
    given = give_link(by=hayashi, at=now, place=salon, until=local_day(now) + timedelta(days=30))
    house.tell_of_hosts(at=now, body=MINAMO)
    (letter,) = (tmp_path / "to-porch").glob("*host_links*")
    late = letter.rename(tmp_path / letter.name)
    withdraw_link(by=hayashi, at=now, link=given.link.pk)
    house.tell_of_hosts(at=now + timedelta(minutes=1), body=MINAMO)
    porch.take_in(at=now + timedelta(minutes=1))
    late.rename(letter)
    porch.take_in(at=now + timedelta(minutes=2))
    assert not letter.exists()
    assert Client().get(f"/{MINAMO}/host/{given.secret}/").status_code == 404


def test_what_was_on_its_way_when_the_link_was_withdrawn_is_not_lost(town: Town, salon: UUID) -> None:
    address = linked(town, salon)
    sent = {"name": "なぎさサロン", "days": "第2木曜", "address": "本町2-3", "words": ""}
    assert Client().post(f"{address}changes/", sent).status_code == 302
    now, link = timezone.now(), HostPage.objects.within(MINAMO).get().pk
    withdraw_link(by=town("hayashi").at_moment(now), at=now, link=link)
    assert (
        Client().post(f"{address}changes/", sent | {"days": "金曜"}).status_code == 302
    )  # the porch has not heard of it yet
    carry()
    assert [asked.wants for asked in kept(ChangeRequest)] == [{"days": "第2木曜"}]


def test_a_word_that_comes_late_answers_no_doubt_that_was_heard_after_it(town: Town, salon: UUID) -> None:
    address = linked(town, salon)
    Client().post(f"{address}same/")
    now = timezone.now()
    doubt_place(by=town("tanaka").at_moment(now), at=now, place=salon, reason=DoubtReason.MOVED)
    carry()
    page = in_house.get(town("hayashi").at_moment(timezone.now()), salon)
    assert page is not None
    assert (page.confirmed_how, page.doubt) == ("host", DoubtReason.MOVED)


def test_what_is_sent_twice_is_one_request(town: Town, salon: UUID) -> None:
    address = linked(town, salon)
    sent = {"name": "なぎさサロン", "days": "第2木曜", "address": "本町2-3", "words": "会場が変わりました。"}
    for _press in range(2):
        assert Client().post(f"{address}changes/", sent).status_code == 302
        carry()
    assert len(kept(ChangeRequest)) == 1
    Client().post(f"{address}changes/", sent | {"days": "金曜"})
    carry()
    assert {asked.wants["days"] for asked in kept(ChangeRequest)} == {"第2木曜", "金曜"}
