"""The office's own pages: days of an urgency, the calendar, those from outside; and the same from the command line."""

import json
import re
from datetime import date, timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from marugoto.agencies.actions import Newcomer, invite_from_outside
from marugoto.agencies.codes import Field
from marugoto.agencies.models import ClosedDay
from marugoto.agencies.queries.calendar import calendar_of
from marugoto.agencies.queries.membership import guests
from marugoto.custody.codes import Urgency
from marugoto.custody.queries.limit import limits_of
from marugoto.custody.rules.limit import Days
from marugoto.kernel.fiscal import fiscal_year
from tests.database import unwalled
from tests.town import MINAMO, Town
from tests.web.client import text
from tests.web.counting import counted
from tests.web.office.conftest import Enter

pytestmark = [pytest.mark.django_db, pytest.mark.both]
PAGES = ("/office/limits/", "/office/calendar/", "/office/guests/", "/office/staff/")


def send(enter: Enter, worker: str, address: str, **fields: str) -> HttpResponse:
    return enter(worker).post(address, {"key": str(uuid4()), **fields}, follow=True)


def open_day(ahead: int) -> str:
    return calendar_of(MINAMO).add(timezone.localdate(), ahead).isoformat()


def test_the_pages_lead_to_each_other_and_are_for_office_and_chief(enter: Enter) -> None:
    for worker in ("honma", "yamazaki"):
        for page in PAGES:
            said = enter(worker).get(page).content.decode()
            assert all(f'href="{other}"' in said for other in PAGES), page
    for worker in ("tanaka", "mori", "hirata", "okamoto"):
        for page in PAGES[:3]:
            assert enter(worker).get(page).status_code == 404, (worker, page)


def test_the_chief_finds_the_office_on_the_first_page(enter: Enter) -> None:
    assert 'href="/office/staff/"' in enter("yamazaki").get("/").content.decode()
    assert 'href="/office/staff/"' not in enter("tanaka").get("/").content.decode()


def standing_at(page: str) -> list[str]:
    """The places of the bar that are shown as the one where the reader is."""
    bar = re.search(r'<nav class="nav".*?</nav>', page, re.DOTALL).group(0)  # type: ignore[union-attr]
    return re.findall(r'aria-current="page">([^<]+)<', bar)


def test_the_bar_shows_where_the_reader_is(enter: Enter) -> None:
    for page in PAGES:
        assert standing_at(enter("honma").get(page).content.decode()) == ["係と人"], page
        assert standing_at(enter("yamazaki").get(page).content.decode()) == [], page  # his bar has no such place
    assert standing_at(enter("yamazaki").get("/office/standard/").content.decode()) == ["振り返り"]
    refused = enter("honma").post("/office/limits/changes/", {"key": str(uuid4())})
    assert refused.status_code == 422
    assert standing_at(refused.content.decode()) == ["係と人"]


def usual() -> Days:
    with unwalled():
        return limits_of(MINAMO, timezone.localdate())[Urgency.USUAL]


def test_days_are_changed_with_a_reason_and_stay_to_be_read(enter: Enter) -> None:
    said = {"urgency": "usual", "answer": "3", "unattended": "7", "since": timezone.localdate().isoformat()}
    without = send(enter, "honma", "/office/limits/changes/", **said)
    assert without.status_code == 422
    assert usual() == Days(5, 10)
    page = text(send(enter, "yamazaki", "/office/limits/changes/", **said, reason="返事が遅いという声"))
    assert "「ふつう」の日数を" in page
    assert "返事が遅いという声" in page
    assert usual() == Days(3, 7)
    same = send(enter, "honma", "/office/limits/changes/", **said, reason="もう一度")
    assert (same.status_code, "もうその日数です" in text(same)) == (422, True)


def test_a_closed_day_is_counted_at_once_and_can_be_taken_back(enter: Enter) -> None:
    day = open_day(8)
    page = text(send(enter, "honma", "/office/calendar/days/", day=day, how="closed", name="停電の日"))
    assert "閉庁日です" in page
    assert "停電の日 この自治体" in page
    assert not calendar_of(MINAMO).is_open(timezone.localdate().fromisoformat(day))
    with unwalled():
        row = ClosedDay.objects.within(MINAMO).get(name="停電の日")
    back = text(send(enter, "yamazaki", "/office/calendar/removals/", day=str(row.pk), reason="工事が延びた"))
    assert "もとの決まりに戻りました" in back
    assert "工事が延びた" in back
    assert calendar_of(MINAMO).is_open(row.day)
    again = send(enter, "yamazaki", "/office/calendar/removals/", day=str(row.pk), reason="もう一度")
    assert again.status_code == 422


def test_the_calendar_shows_any_year_and_the_years_to_come(enter: Enter) -> None:
    page = text(enter("honma").get("/office/calendar/?year=2027"))
    assert "令和9年度の開庁日は" in page
    assert "令和9年4月" in page
    assert "令和10年3月" in page
    assert "昭和の日" in page
    for asked in ("いつか", "1", "9999", ""):
        assert enter("honma").get(f"/office/calendar/?year={asked}").status_code == 200


def test_a_school_is_invited_and_leaves(enter: Enter, town: Town) -> None:
    today = timezone.localdate()
    said = {
        "name": "川べり中学校",
        "field": "education",
        "person": "久保 恵",
        "ground": "支援会議設置要綱3条",
        "since": today.isoformat(),
    }
    early = send(enter, "honma", "/office/guests/outside/", **said, until=today.isoformat())
    assert (early.status_code, "始まりより先の日" in text(early)) == (422, True)
    page = text(send(enter, "honma", "/office/guests/outside/", **said, until=(today + timedelta(days=40)).isoformat()))
    assert "川べり中学校を招きました" in page
    assert "久保 恵" in page
    town.now = timezone.now()
    row = next(one for one in guests(town("honma")) if one.from_outside)
    gone = send(enter, "honma", "/office/guests/endings/", guest=str(row.id), day=today.isoformat(), reason="卒業")
    assert "前に加わっていた機関" in text(gone)
    assert "卒業" in text(gone)


def test_few_guests_and_many_cost_the_same(enter: Enter, town: Town) -> None:
    honma, town.now = enter("honma"), timezone.now()
    invite(town, 1)
    few = [questions(honma, page) for page in PAGES[:3]]
    invite(town, *range(2, 30))
    many = [questions(honma, page) for page in PAGES[:3]]
    assert "第29小学校" in text(honma.get("/office/guests/"))
    for before, now in zip(few, many, strict=True):
        assert len(now) == len(before) <= 14, "\n".join(now)


def invite(town: Town, *numbers: int) -> None:
    today = timezone.localdate()
    for number in numbers:
        newcomer = Newcomer(f"第{number}小学校", Field.EDUCATION, person=f"久保 {number}")
        until = today + timedelta(days=40)
        invite_from_outside(by=town("honma"), at=town.now, newcomer=newcomer, ground="要綱", since=today, until=until)


def questions(client: Client, page: str) -> list[str]:
    client.get(page)  # what is kept in memory has not just run out
    with counted() as asked:
        assert client.get(page).status_code == 200
    return asked


def said_by(command: str, *words: str) -> str:
    out = StringIO()
    call_command(command, *words, stdout=out)
    return out.getvalue()


def test_the_same_from_the_command_line(town: Town) -> None:
    day, today = open_day(9), timezone.localdate().isoformat()
    told = json.loads(said_by("limits", MINAMO, "--json"))
    assert [row["answer"] for row in told["now"]] == [1, 2, 5, 10]
    words = ("--set", "usual", "--answer", "4", "--unattended", "9", "--since", today, "--reason", "年末の体制")
    assert "年末の体制" in said_by("limits", MINAMO, *words)
    with pytest.raises(CommandError, match="もうその日数です"):
        said_by("limits", MINAMO, *words)
    year = str(fiscal_year(date.fromisoformat(day)))
    assert "停電の日" in said_by("days", MINAMO, "--close", day, "--name", "停電の日", "--year", year)
    with pytest.raises(CommandError, match="もう書いてあります"):
        said_by("days", MINAMO, "--close", day, "--name", "停電の日")
    said_by("days", MINAMO, "--take-back", day, "--reason", "工事が延びた")
    rows = json.loads(said_by("days", MINAMO, "--json", "--year", year))
    assert [(row["name"], row["reason"]) for row in rows if row["day"] == day] == [("停電の日", "工事が延びた")]
    until = (timezone.localdate() + timedelta(days=20)).isoformat()
    asked = ("--field", "education", "--ground", "要綱3条", "--since", today, "--until", until)
    assert "川べり中学校" in said_by("guests", MINAMO, "--invite", "川べり中学校", *asked)
    row = next(one for one in json.loads(said_by("guests", MINAMO, "--json")) if one["name"] == "川べり中学校")
    assert (row["accounts"], row["running"]) == (False, True)
    assert "終わりました" in said_by("guests", MINAMO, "--end", row["id"], "--day", today, "--reason", "卒業")


@pytest.mark.parametrize(
    ("command", "words", "says"),
    [
        ("limits", ("123456",), "自治体はありません"),
        ("limits", (MINAMO, "--set", "usual"), "--answer がありません"),
        ("days", (MINAMO, "--take-back", "2026-12-25", "--reason", "x"), "書いてありません"),
        ("days", (MINAMO, "--close", "2020-12-25", "--name", "x"), "過ぎた日"),
        ("guests", (MINAMO, "--end", "x", "--day", "2026-12-25", "--reason", "x"), "番号の機関はありません"),
    ],
)
def test_the_command_line_says_what_to_do(town: Town, command: str, words: tuple[str, ...], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        said_by(command, *words)
