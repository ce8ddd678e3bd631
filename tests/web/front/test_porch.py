"""What a resident meets on the porch: places without a sign-in, a notice with a number, and sentences when it goes wrong."""

import re
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.models import PorchNotice, PublishedPlace
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.porch.rules.saying import is_over
from marugoto.kernel.jst import JST
from marugoto.settings.porch import MIDDLEWARE as PORCH_MIDDLEWARE
from marugoto.web.front.pages.notice import _address
from tests.story import one_household
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def resident(db: None, settings: Any, tmp_path: Path) -> Client:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    town: Town = settle_town()
    one_household(town)
    house.publish_places(at=town.later(), body=MINAMO)
    porch.take_in(at=town.later())
    settings.CSRF_FAILURE_VIEW = "marugoto.web.front.pages.trouble.csrf_failure"
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    settings.MIDDLEWARE = PORCH_MIDDLEWARE
    return Client()


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<rt>[^<]*</rt>|<rp>[^<]*</rp>|<[^>]+>", "", response.content.decode()))


def test_places_are_shown_without_a_name(resident: Client) -> None:
    page = resident.get(f"/{MINAMO}/places/")
    assert page.status_code == 200
    assert "木曜の将棋" in text(page)
    assert "書かなくても" in text(page)
    assert "0000-22-1200" in text(page)
    assert "sessionid" not in page.cookies
    place = re.search(rf"/{MINAMO}/places/[0-9a-f-]{{36}}/", page.content.decode()).group(0)
    assert "木曜" in text(resident.get(place))
    assert "木曜の将棋" not in text(resident.get(f"/{MINAMO}/places/?words=畑"))


@pytest.mark.parametrize(
    ("hours", "now", "over"),
    [
        ("10時～12時", time(11, 59), False),
        ("10時～12時", time(12, 0), True),
        ("13:30-15:30", time(15, 31), True),
        ("13時から15時半", time(15, 10), False),
        ("13時から15時半", time(15, 30), True),
        ("18:00-2:00", time(20, 0), False),
        ("夕方まで", time(23, 0), False),
    ],
)
def test_what_has_closed_today_is_not_called_today(hours: str, now: time, over: bool) -> None:
    assert is_over(hours, now) is over


def test_who_looks_in_the_evening_is_sent_to_the_next_day(resident: Client) -> None:
    place = PublishedPlace.objects.everywhere("one open on Thursdays").get(name="木曜の将棋")
    place.hours = "13時～15時"
    place.save()
    thursday = datetime(2026, 11, 26, 14, 59, tzinfo=JST)
    before = places.get(MINAMO, place.pk, now=thursday)
    after = places.get(MINAMO, place.pk, now=thursday + timedelta(minutes=1))
    assert [one and one.day for one in (before, after)] == [thursday.date(), thursday.date() + timedelta(days=7)]


def test_a_notice_gets_a_number_once(resident: Client) -> None:
    assert resident.get(f"/{MINAMO}/notice/").status_code == 200
    fields = {"key": str(uuid4()), "words": "新聞がたまっている家があります。"}
    first, second = (resident.post(f"/{MINAMO}/notices/", fields) for _ in range(2))
    assert first.status_code == 302
    assert first["Location"] == second["Location"]
    assert PorchNotice.objects.everywhere("what is kept").count() == 1
    page = resident.get(first["Location"])
    number = re.search(r"\d{4}-\d{4}-\d{4}", page.content.decode()).group(0)
    assert "新聞" not in text(page)
    asked = resident.get(f"/{MINAMO}/asking/", {"number": number})
    assert "いま 運んでいます。" in text(asked)
    assert "新聞" not in text(asked)


def test_whoever_worries_about_somebody_reads_first_what_happens_next(resident: Client) -> None:
    """Before anything is written, and again once it was sent."""
    steps = ("このあと どうなるか", "福祉の 人に 届きます", "3日の うちに 読んで", "話せる ことだけを 伝えます")
    before = resident.get(f"/{MINAMO}/notice/")
    assert "「気になる 人が います」だけで だいじょうぶです。" in text(before)
    assert [one for one in steps if one not in text(before)] == []
    assert before.content.index(b"next-steps") < before.content.index(b"<textarea")
    sent = resident.post(
        f"/{MINAMO}/notices/", {"key": str(uuid4()), "words": "雨戸がずっと閉まっています。"}, follow=True
    )
    assert [one for one in steps if one not in text(sent)] == []


def words_without_reading(page: str) -> list[str]:
    """Labels, hints, buttons and sentences of the main part in which a character has no reading above it."""
    main = page[page.index("<main") : page.index("</main>")]
    bare = re.sub(r"<ruby>.*?</ruby>|<option.*?</option>|<textarea.*?</textarea>", "", main, flags=re.DOTALL)
    return re.findall(r">([^<>]*[\u4e00-\u9fff][^<>]*)<", bare)


def test_every_word_of_the_forms_has_its_reading_and_none_stands_in_brackets(resident: Client) -> None:
    without = {"key": str(uuid4()), "words": ""}
    answers = [
        resident.get(f"/{MINAMO}/notice/"),
        resident.post(f"/{MINAMO}/notices/", without),
        resident.post(f"/{MINAMO}/notices/", {"words": "新聞"}),
        resident.get(f"/{MINAMO}/asking/"),
        resident.get(f"/{MINAMO}/asking/?number=123"),
        resident.get(f"/{MINAMO}/asking/?number=000000000000"),
        resident.get("/nowhere/"),
    ]
    for answer in answers:
        page = answer.content.decode()
        assert words_without_reading(page) == [], answer.request["PATH_INFO"]
        assert not re.findall(r"[\u4e00-\u9fff]\[", page), answer.request["PATH_INFO"]


@pytest.mark.parametrize("number", ["123", "0000-0000-0000", "abc", "１２３４"])
def test_a_wrong_number_gets_a_sentence(resident: Client, number: str) -> None:
    asked = resident.get(f"/{MINAMO}/asking/", {"number": number})
    assert asked.status_code == 200
    assert "番号" in text(asked)


@pytest.mark.parametrize("words", ["", "あ" * 5_000, "見た\x08"])
def test_what_cannot_be_taken_comes_back_with_a_sentence(resident: Client, words: str) -> None:
    answer = resident.post(f"/{MINAMO}/notices/", {"key": str(uuid4()), "words": words, "where": "若葉台"})
    assert answer.status_code == 422
    assert "若葉台" in answer.content.decode()
    assert not PorchNotice.objects.everywhere("what is kept").exists()


def test_who_sends_too_often_is_asked_to_wait(resident: Client) -> None:
    answers = [resident.post(f"/{MINAMO}/notices/", {"key": str(uuid4()), "words": f"気づき {n}"}) for n in range(12)]
    assert answers[0].status_code == 302
    assert answers[-1].status_code == 422
    assert "電話を ください。" in text(answers[-1])


def test_a_town_that_publishes_nothing_is_not_there(resident: Client) -> None:
    assert resident.get("/990027/places/").status_code == 404
    assert resident.get("/desk/households/").status_code == 404


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "1.1.1.1", "127.0.0.1"),
        (1, "9.9.9.9, 1.1.1.1", "1.1.1.1"),
        (2, "1.1.1.1, 10.0.0.1", "1.1.1.1"),
        (2, "x", "127.0.0.1"),
    ],
)
def test_who_knocks_is_told_by_our_own_proxies_only(
    settings: Any, rf: RequestFactory, proxies: int, forwarded: str, address: str
) -> None:
    settings.MARUGOTO_PROXIES = proxies
    assert _address(rf.get("/", headers={"x-forwarded-for": forwarded})) == address


def test_a_form_without_its_key_keeps_what_was_written_and_says_what_to_do(resident: Client) -> None:
    answer = resident.post(f"/{MINAMO}/notices/", {"words": "新聞がたまっている家があります。"})
    assert answer.status_code == 422
    assert "もう一度「知らせる」を 押してください。" in text(answer)
    assert "新聞がたまっている家があります。" in answer.content.decode()
    assert PorchNotice.objects.everywhere("what is kept").count() == 0


def test_a_stale_page_gives_back_what_was_written(resident: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    fields = {"key": str(uuid4()), "words": "新聞がたまっている家があります。"}
    answer = strict.post(f"/{MINAMO}/notices/", fields, headers={"origin": "http://testserver"})
    assert answer.status_code == 403
    assert "画面が 古くなっています。" in text(answer)
    assert "新聞がたまっている家があります。" in text(answer)
    elsewhere = strict.post(f"/{MINAMO}/notices/", fields, headers={"origin": "http://elsewhere.example"})
    assert "新聞" not in text(elsewhere)


def test_what_the_house_could_not_take_stays_on_its_writers_page_and_can_be_sent_again(
    resident: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "新聞がたまっている家があります。"
    sent = resident.post(f"/{MINAMO}/notices/", {"key": str(uuid4()), "words": words, "where": "若葉台"})
    receipt = sent["Location"]
    assert words not in text(resident.get(receipt)), "what is on its way is not shown"
    monkeypatch.setitem(house.MOST, "words", 3)
    at = timezone.now()
    porch.hand_out(at=at)
    house.collect(at=at)
    porch.take_in(at=at)
    page = resident.get(receipt)
    assert "役所に 届きませんでした。" in text(page)
    assert "ありがとうございます" not in text(page)
    assert words in text(page)
    assert "0000-22-1200" in text(page)
    number = re.search(r"\d{4}-\d{4}-\d{4}", page.content.decode()).group(0)
    asked = text(resident.get(f"/{MINAMO}/asking/?number={number}"))
    assert "電話を いただくか、もう一度 送ってください" in asked
    assert words not in asked, "whoever has the number alone reads nothing"
    again = re.search(r'href="([^"]+again=[^"]+)"', page.content.decode()).group(1)
    form = resident.get(again).content.decode()
    assert words in form
    assert 'value="若葉台"' in form
    assert resident.get(f"/{MINAMO}/notice/?again={uuid4()}").status_code == 200
    assert resident.get(f"/{MINAMO}/notice/?again=x").status_code == 200
