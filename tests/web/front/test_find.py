"""How a resident finds a place: by word, interest, day and district, on list and map; what is taken along; and that no trace is left."""

import json
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from marugoto.community.actions.place import confirm_place, create_place
from marugoto.community.actions.place_check import promise
from marugoto.community.actions.place_facts import say_day, say_times, say_traits
from marugoto.community.codes import (
    Access,
    Answer,
    ConfirmedBy,
    Experience,
    Family,
    Interest,
    Precision,
    PromiseKind,
    Sayer,
    Tier,
    Welcome,
)
from marugoto.community.rules.opening import Times
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.actions.knock import AN_HOUR
from marugoto.exchange.porch.actions.place import lay_out_anew
from marugoto.exchange.porch.codes import Door
from marugoto.exchange.porch.models import Knock, PublishedPlace
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.porch.queries.place import Wanted
from marugoto.exchange.poster import Poster, code_of
from marugoto.kernel.jst import JST
from marugoto.settings.porch import MIDDLEWARE as PORCH_MIDDLEWARE
from marugoto.web.front.words import welcomes_since
from tests.town import MINAMO, Town, settle_town
from tests.web.front.test_porch import text, words_without_reading

pytestmark = pytest.mark.django_db
CANARIES = (
    "うぐいす",
    "ひばり",
    "つぐみ",
    "かっこう",
    "ほととぎす",
    "せきれい",
    "099-999-0001",
    "みみずく",
    "ふくろう",
    "刑務所",
)


def open_day() -> int:
    """The weekday of the day after tomorrow; asked anew, for a run of these tests may cross midnight."""
    return (timezone.localdate() + timedelta(days=2)).weekday()


@pytest.fixture
def town(db: None, settings: Any, tmp_path: Path) -> Town:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    return settle_town()


def write(town: Town, name: str, *, interests: tuple[Interest, ...] = (), **values: str) -> Any:
    by = town("hayashi")
    return create_place(
        by=by, at=town.later(), values={"name": name, **values}, interests=interests, welcome=[Welcome.ANYBODY]
    )


def settled(town: Town, settings: Any) -> Any:
    """A tea room with times and a day that differs, a go circle of which no day is known, and what nobody outside may know."""
    by = town("hayashi")
    cafe = write(
        town,
        "つばき茶房",
        interests=(Interest.TALK, Interest.MEAL),
        name_kana="つばきさぼう",
        services="オレンジカフェ",
        address="みなも市若葉台2丁目3-4",
        latitude="35.801000",
        longitude="139.701000",
        phone="099-200-1001",
        fee_yen="300",
        access="駅から歩いて5分",
        note="うぐいす",
        email="hibari@example.jp ひばり",
        contact_note="つぐみ",
    )
    say_times(by=by, at=town.later(), place=cafe.pk, lines=[Times(open_day(), opens=time(13), closes=time(16))])
    off = timezone.localdate() + timedelta(days=9)
    say_day(by=by, at=town.later(), place=cafe.pk, day=off, words="大掃除")
    say_traits(by=by, at=town.later(), place=cafe.pk, family=Family.ACCESS, answers={Access.WHEELCHAIR: Answer.YES})
    experienced = {Experience.AFTER_PRISON: Answer.YES}
    say_traits(by=by, at=town.later(), place=cafe.pk, family=Family.EXPERIENCE, answers=experienced)
    confirm_place(by=by, at=town.later(), place=cafe.pk, how=ConfirmedBy.VISIT)
    write(town, "囲碁の会", interests=(Interest.GAMES,), name_kana="いごのかい")
    near = {"address": "みなも市本町5丁目せきれい荘", "latitude": "35.812345", "longitude": "139.712345"}
    write(town, "縁側", precision=Precision.NEARBY, **near)
    hidden = write(town, "みみずくの家", phone="099-999-0001")
    promise(by=by, at=town.later(), place=hidden.pk, kind=PromiseKind.NOT_CONTACTED, said_by=Sayer.HOST)
    write(town, "かっこうの家", tier=Tier.COORDINATOR)
    write(town, "ほととぎすの家", tier=Tier.PROFESSIONAL)
    unlisted = write(town, "ふくろうの家")
    promise(by=by, at=town.later(), place=unlisted.pk, kind=PromiseKind.NOT_LISTED, said_by=Sayer.OWNER)
    house.publish_places(at=town.later(), body=MINAMO)
    letters = [path for path in Path(settings.MARUGOTO_PACKAGE_FOLDER).rglob("*") if path.is_file()]
    cafe.sent = "".join(json.loads(path.read_text())["body"] for path in letters)
    return cafe


@pytest.fixture
def cafe(town: Town, settings: Any) -> Any:
    made = settled(town, settings)
    porch.take_in(at=town.later())
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    settings.MIDDLEWARE = PORCH_MIDDLEWARE
    return made


def names(client: Client, asked: str = "") -> list[str]:
    page = client.get(f"/{MINAMO}/places/?{asked}").content.decode()
    found = re.findall(r'<li class="rplace".*?<h2>(.*?)</h2>', page, re.DOTALL)
    return [re.sub(r"<rt>.*?</rt>|<rp>.*?</rp>|<[^>]+>|\s|^\d+", "", one) for one in found]


def test_by_word_interest_day_and_district(client: Client, cafe: Any) -> None:
    other = (open_day() + 1) % 7
    assert names(client) == ["つばき茶房", "囲碁の会", "縁側"]
    assert names(client, "words=認知症カフェ") == ["つばき茶房"]
    assert names(client, "words=いご") == ["囲碁の会"]
    assert names(client, "interest=games") == ["囲碁の会"]
    assert names(client, f"interest=meal&day={open_day()}") == ["つばき茶房"]
    assert names(client, f"day={other}") == []
    assert names(client, "district=無い") == []
    assert "ほかに 2か所 あります" in text(client.get(f"/{MINAMO}/places/?day={other}"))


def test_where_nothing_is_found_the_page_says_what_to_do(client: Client, cafe: Any) -> None:
    page = text(client.get(f"/{MINAMO}/places/?words=zzz&interest=music"))
    assert "ことばを 短くしてください" in page
    assert "えらんだ ものを 一つ へらしてください" in page
    assert "電話で" in page
    assert "子ども食堂" in text(client.get(f"/{MINAMO}/places/?words=食堂"))


def test_the_map_shows_what_the_list_shows_as_exactly_as_its_host_wishes(client: Client, cafe: Any) -> None:
    page = client.get(f"/{MINAMO}/places/?view=map").content.decode()
    numbered = re.findall(r'href="#place-(\d+)"', page)
    listed = re.findall(r'<li class="rplace" id="place-(\d+)"', page)
    assert set(numbered) < set(listed)
    assert "1か所は 地図に 出していません" in text(client.get(f"/{MINAMO}/places/?view=map"))
    assert page.count('class="map-ring"') == 1, "the place whose position is told roughly"
    assert "<script" not in page.split("<main")[1]
    kept = PublishedPlace.objects.everywhere("what the porch knows").get(name="縁側")
    assert (str(kept.latitude), str(kept.longitude)) != ("35.812345", "139.712345")
    assert kept.shown.get("address") == "みなも市本町5丁目"


def test_one_place_says_when_who_since_when_how_much_and_how_fresh(client: Client, cafe: Any) -> None:
    answer = client.get(f"/{MINAMO}/places/{cafe.pk}/")
    page = text(answer)
    for words in (
        "午後1時から 夕方4時まで",
        "おやすみです",
        "だれでも",
        "月から",
        "300円",
        "確かめました",
        "車いすで 入れます",
    ):
        assert words in page, words
    assert 'href="tel:099-200-1001"' in answer.content.decode()
    assert (
        words_without_reading(client.get(f"/{MINAMO}/places/?view=map").content.decode().split("<ul>")[0] + "</main>")
        == []
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-04-01", "令和[れいわ]8年[ねん]4月[がつ]から"),
        ("2019-06-01", "令和[れいわ]元年[がんねん]6月[がつ]から"),
        ("2019-04-01", "平成[へいせい]31年[ねん]4月[がつ]から"),
    ],
)
def test_the_month_since_when_somebody_is_welcome_has_its_readings(day: str, said: str) -> None:
    place = PublishedPlace(welcome="anybody", since={"anybody": day})
    assert [since for _who, since in welcomes_since(place)] == [said]


def test_the_calendar_holds_the_days_and_leaves_out_the_one_that_differs(client: Client, cafe: Any) -> None:
    today = timezone.localdate()
    for address in (f"{cafe.pk}/calendar.ics", "calendar.ics?interest=meal"):
        answer = client.get(f"/{MINAMO}/places/{address}")
        events = Calendar.from_ical(answer.content).walk("VEVENT")
        days = [one["DTSTART"].dt.astimezone(JST).date() for one in events]
        assert days[0] == today + timedelta(days=2)
        assert today + timedelta(days=9) not in days
        assert len(days) == 12 or len(days) == 13
        assert {str(one["LOCATION"]) for one in events} == {"みなも市若葉台2丁目3-4"}
    assert client.get(f"/{MINAMO}/places/calendar.ics?words=zzz").status_code == 200


def test_the_poster_carries_a_code_that_leads_to_the_place(
    client: Client, cafe: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Poster] = []
    monkeypatch.setattr("marugoto.exchange.poster.written", lambda one, at: made.append(one) or b"%PDF-")
    answer = client.get(f"/{MINAMO}/places/{cafe.pk}/poster.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert made[0].url == f"http://testserver/{MINAMO}/places/{cafe.pk}/"
    assert dict(made[0].facts)["お金"] == "300円"
    assert code_of(made[0].url).startswith("<svg")
    assert not leaks(str(made))


def test_whoever_draws_posters_without_end_waits_an_hour(
    client: Client, cafe: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Poster] = []
    monkeypatch.setattr("marugoto.exchange.poster.written", lambda one, at: made.append(one) or b"%PDF-")
    monkeypatch.setitem(AN_HOUR, Door.POSTER, 2)
    answers = [client.get(f"/{MINAMO}/places/{cafe.pk}/poster.pdf") for _turn in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert len(made) == 2
    assert "ポスターを" in answers[2].content.decode()
    assert client.get(f"/{MINAMO}/places/{cafe.pk}/poster.pdf", REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get(f"/{MINAMO}/places/{cafe.pk}/").status_code == 200


def test_nothing_internal_leaves_the_house(client: Client, cafe: Any) -> None:
    """Planted in the house: notes, addresses for staff, tiers, promises, an exact position, a number nobody is to ring."""
    kept = "".join(str(row.__dict__) for row in PublishedPlace.objects.everywhere("all that the porch knows"))
    pages = [f"?words={word}" for word in CANARIES] + [
        "?view=map",
        "calendar.ics",
        f"{cafe.pk}/",
        f"{cafe.pk}/calendar.ics",
    ]
    pages += [f"{row.pk}/" for row in PublishedPlace.objects.everywhere("each of them")]
    assert "つばき茶房" in cafe.sent
    assert leaks(cafe.sent + kept) == []
    for address in pages:
        answer = client.get(f"/{MINAMO}/places/{address}")
        body = answer.content.decode()
        assert leaks(re.sub(r'value="[^"]*"', "", body).replace(address.removeprefix("?words="), "")) == [], address


def leaks(text: str) -> list[str]:
    return [one for one in CANARIES if one in text]


def test_whoever_looks_leaves_no_trace(client: Client, cafe: Any, caplog: pytest.LogCaptureFixture) -> None:
    """No cookie, no row, no line of a log, no word told on to the address that is followed."""
    caplog.set_level("DEBUG", logger="marugoto")
    with CaptureQueriesContext(connection) as asked:
        for address in ("", "?words=ひきこもり", "?view=map", "calendar.ics?words=ひきこもり", f"{cafe.pk}/"):
            answer = client.get(f"/{MINAMO}/places/{address}")
            assert answer.status_code == 200
            assert not answer.cookies, address
            assert answer["Referrer-Policy"] in {"same-origin", "no-referrer"}
    written = [
        one["sql"] for one in asked if not one["sql"].lstrip("(").upper().startswith(("SELECT", "SAVEPOINT", "RELEASE"))
    ]
    assert written == []
    assert not Knock.objects.everywhere("who knocked").exists()
    assert "ひきこもり" not in caplog.text


def test_only_who_presses_the_switch_gets_a_cookie_of_one_word(client: Client, cafe: Any) -> None:
    page = client.get(f"/{MINAMO}/places/").content.decode()
    address = re.search(r'action="([^"]*furigana[^"]*)"', page).group(1)  # type: ignore[union-attr]
    answer = client.get(f"{address}?furigana=off", headers={"referer": f"http://testserver/{MINAMO}/places/?words=x"})
    assert answer["Location"].endswith("?words=x")
    assert {name: one.value for name, one in answer.cookies.items()} == {"furigana": "off"}
    assert 'data-furigana="off"' in client.get(f"/{MINAMO}/places/").content.decode()


def test_the_number_of_questions_does_not_grow_with_the_places(client: Client, cafe: Any, town: Town) -> None:
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/{MINAMO}/places/?words=会&view=map")
        counts.append(len(asked))
        for number in range(5):
            PublishedPlace.objects.create(body=MINAMO, made_at=town.later(), name=f"朝の会{number}")
        lay_out_anew()
    assert counts[0] == counts[1] <= 8


def test_a_list_of_an_older_house_is_shown_and_its_words_are_laid_out(cafe: Any, town: Town) -> None:
    kept = PublishedPlace.objects.everywhere("as after an upgrade").filter(name="囲碁の会")
    kept.update(layout=0, folded="いごのかい", opening="", marks_0=0)
    assert lay_out_anew() == 1
    now = datetime.combine(date(2026, 12, 1), time(9), JST)
    assert [one.place.name for one in places.search(MINAMO, Wanted(words="囲碁"), now=now).rows] == ["囲碁の会"]
