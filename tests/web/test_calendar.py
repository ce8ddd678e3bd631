"""わたしの予定: one's own dates in the house, and the kinds and times alone for a calendar outside."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from marugoto.agencies.actions.calendar_key import hashed
from marugoto.agencies.models import CalendarKey
from marugoto.casework.actions.journal import supersede, write
from marugoto.conferences.actions.conference import call_off
from marugoto.conferences.models import Conference
from marugoto.custody.actions.people import end_duty
from marugoto.disclosure.models import Look
from marugoto.kernel.jst import local_day
from tests.begun import called
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
SECRET_WORDS = "佐藤さんの通帳を預かる"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def promised(town: Town, story: Story, day: date, words: str = SECRET_WORDS) -> Any:
    now = timezone.now()
    by = town("tanaka").at_moment(now)
    return write(by=by, at=now, case=story.case, words="電話で話した。", promise=words, promise_on=day)


def address_of(client: Client) -> str:
    client.post("/calendar/keys/", {"key": str(uuid4())})
    page = client.get("/calendar/").content.decode()
    assert page.count("/marugoto.ics</code>") == 1
    return page.split("<code>http://testserver")[1].split("</code>")[0]


def read(client: Client, address: str) -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return [dict(event) for event in Calendar.from_ical(answer.content).walk("VEVENT")]


def test_the_page_has_every_kind_of_date_in_order(town: Town, story: Story) -> None:
    promised(town, story, in_days(2))
    called(town)
    page = text(signed_in("tanaka").get("/calendar/"))
    for words in ("約束の日", SECRET_WORDS, "会議", "プランの見直し"):
        assert words in page
    assert page.rindex("会議") > page.index(SECRET_WORDS)  # in three days, after the promise
    assert "返事の期限" in text(signed_in("ogawa").get("/calendar/"))
    assert SECRET_WORDS not in text(signed_in("ogawa").get("/calendar/"))


def test_what_is_not_past_is_reminded_of_without_a_name(town: Town, story: Story) -> None:
    promised(town, story, in_days(2))
    by, long_ago = town("tanaka").at_moment(timezone.now()), timezone.now() - timedelta(days=3)
    past: dict[str, Any] = {"promise": "薬の話をする", "promise_on": in_days(-2), "happened_at": long_ago}
    write(by=by, at=by.at, case=story.case, words="眠れないとのこと。", **past)
    called(town)
    client = signed_in("tanaka")
    answer = client.get(address_of(client))
    for event in Calendar.from_ical(answer.content).walk("VEVENT"):
        begins, alarms = event["DTSTART"].dt, event.walk("VALARM")
        hour = isinstance(begins, datetime)
        over = (local_day(begins) if hour else begins) < timezone.localdate()
        before = timedelta(minutes=-30) if hour else timedelta(hours=8, minutes=30)
        assert [one["TRIGGER"].dt for one in alarms] == ([] if over else [before])
        assert {str(one["DESCRIPTION"]) for one in alarms} <= {str(event["SUMMARY"])}
    assert answer.content.count(b"BEGIN:VALARM") < answer.content.count(b"BEGIN:VEVENT")  # one of them is past
    for words in ("佐藤", "通帳", "薬の話"):
        assert words not in answer.content.decode()
    assert "その日の朝8時30分、会議は30分前に知らせる印をつけています。" in text(client.get("/calendar/"))


def test_nothing_is_said_where_there_is_nothing(town: Town) -> None:
    assert "きょうから先の予定は、まだありません。" in text(signed_in("hayashi").get("/calendar/"))


def test_a_round_waits_for_whoever_has_not_rated_and_a_decision_to_be_judged_again(story: Story) -> None:
    client = signed_in("hayashi")
    assert "自己採点の締め切り" in text(client.get("/calendar/"))
    assert "要否を判断し直す日" not in text(client.get("/calendar/"))
    scores = {"key": str(uuid4()), "role": "community", "F1": "2"}
    assert client.post(f"/office/ratings/{story.rating_round}/given/", scores).status_code == 302
    assert "自己採点の締め切り" not in text(client.get("/calendar/"))
    assert "要否を判断し直す日" in text(signed_in("hirata").get("/calendar/"))


def test_outside_only_kind_and_time_are_told(town: Town, story: Story) -> None:
    promised(town, story, in_days(2))
    tanaka = signed_in("tanaka")
    for client, address in ((tanaka, "/calendar/marugoto.ics"), (Client(), address_of(tanaka))):
        events = read(client, address)
        assert {"まるごと: 約束の日", "まるごと: プランの見直し"} <= {str(event["SUMMARY"]) for event in events}
        raw = client.get(address).content.decode().replace("\r\n ", "")
        hidden = [SECRET_WORDS, "佐藤", "誠", "R8-", str(story.case), str(story.plan), str(story.household)]
        assert [words for words in hidden if words in raw] == []
        assert {str(event["URL"]) for event in events} == {"http://testserver/calendar/"}


def test_a_date_keeps_its_identity_and_a_correction_replaces_it(town: Town, story: Story) -> None:
    row = promised(town, story, in_days(2))
    tanaka = signed_in("tanaka")
    first, again = (read(tanaka, "/calendar/marugoto.ics") for _ in range(2))
    assert [event["UID"] for event in first] == [event["UID"] for event in again]
    assert len({str(event["UID"]) for event in first}) == len(first)
    now = timezone.now()
    supersede(by=town("tanaka").at_moment(now), at=now, entry=row.pk, words="約束はしていない。", promise="")
    assert len(read(tanaka, "/calendar/marugoto.ics")) == len(first) - 1


def test_a_corrected_word_keeps_the_promise_until_another_is_said(town: Town, story: Story) -> None:
    row = promised(town, story, in_days(2))
    tanaka, now = signed_in("tanaka"), timezone.now()
    before = len(read(tanaka, "/calendar/marugoto.ics"))
    assert SECRET_WORDS in tanaka.get(f"/desk/journal/{row.pk}/").content.decode()
    new = supersede(by=town("tanaka").at_moment(now), at=now, entry=row.pk, words="電話で話せた。")
    assert (new.promise, new.promise_on) == (SECRET_WORDS, in_days(2))
    assert len(read(tanaka, "/calendar/marugoto.ics")) == before
    said = {"words": "電話で話せた。", "promise": "別の約束", "promise_on": in_days(3).isoformat()}
    assert tanaka.post(f"/desk/journal/{new.pk}/correction/", {"key": str(uuid4()), **said}).status_code == 302
    page = text(tanaka.get("/calendar/"))
    assert "別の約束" in page
    assert SECRET_WORDS not in page


def test_a_conference_that_was_called_off_is_gone(town: Town, story: Story) -> None:
    before = len(read(signed_in("tanaka"), "/calendar/marugoto.ics"))
    conference = called(town)
    event = next(one for one in read(signed_in("tanaka"), "/calendar/marugoto.ics") if "会議" in one["SUMMARY"])
    assert isinstance(event["DTSTART"].dt, datetime)
    with unwalled():
        row = Conference.objects.everywhere("the one to be called off").get(pk=conference)
    call_off(by=town("tanaka"), at=town.later(), conference=row)
    assert len(read(signed_in("tanaka"), "/calendar/marugoto.ics")) == before


def test_the_address_is_shown_once_and_kept_only_as_a_hash(story: Story) -> None:
    tanaka = signed_in("tanaka")
    address = address_of(tanaka)
    secret = address.split("/")[2]
    assert len(secret) >= 43
    assert secret not in tanaka.get("/calendar/").content.decode()
    with unwalled():
        row = CalendarKey.objects.everywhere("what is kept").get()
    assert row.sha256 == hashed(secret)
    assert secret not in row.sha256


def test_an_ended_address_and_one_that_never_was_look_alike(story: Story) -> None:
    tanaka, outside = signed_in("tanaka"), Client()
    old = address_of(tanaka)
    new = address_of(tanaka)
    assert outside.get(old).status_code == 404
    assert outside.get(new).status_code == 200
    tanaka.post("/calendar/keys/ending/", {"key": str(uuid4())})
    never = outside.get(f"/calendar/{'x' * 43}/marugoto.ics")
    assert outside.get(new).content == never.content
    assert never.status_code == 404
    answer = tanaka.post("/calendar/keys/ending/", {"key": str(uuid4())})
    assert (answer.status_code, "いま使える購読の番地はありません。" in text(answer)) == (409, True)


def test_nothing_is_done_through_the_address(story: Story) -> None:
    assert Client().post(address_of(signed_in("tanaka"))).status_code == 404


def test_with_the_account_or_the_duty_the_address_ends(town: Town, story: Story) -> None:
    ogawa, tanaka = address_of(signed_in("ogawa")), address_of(signed_in("tanaka"))
    get_user_model().objects.filter(username="cast-ogawa").update(is_active=False)
    assert Client().get(ogawa).status_code == 404
    now = timezone.now()
    end_duty(by=town("honma").at_moment(now), at=now, duty=town("tanaka").duty, day=local_day(now), reason="異動")
    assert Client().get(tanaka).status_code == 404


def test_one_duty_has_one_key(town: Town, story: Story) -> None:
    address_of(signed_in("tanaka"))
    with unwalled(), pytest.raises(IntegrityError), transaction.atomic():
        CalendarKey.objects.create(body=town.body, made_at=timezone.now(), duty_id=town("tanaka").duty, sha256="0")


def test_the_page_is_a_look_and_the_feed_shows_nobody(story: Story) -> None:
    tanaka = signed_in("tanaka")
    address = address_of(tanaka)
    before = looks()
    Client().get(address)
    tanaka.get("/calendar/marugoto.ics")
    assert looks() == before
    tanaka.get("/calendar/")
    assert looks() == before + 1


def looks() -> int:
    with unwalled():
        return Look.objects.everywhere("the whole book").count()


def test_many_dates_ask_no_more_than_few(town: Town, story: Story) -> None:
    tanaka = signed_in("tanaka")
    promised(town, story, in_days(1))
    few = asked(tanaka)
    for number in range(30):
        promised(town, story, in_days(number))
    assert asked(tanaka) == few <= 14


def asked(client: Client) -> int:
    client.get("/calendar/")
    with counted() as statements:
        client.get("/calendar/")
    return len(statements)
