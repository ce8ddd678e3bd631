"""The prefecture's page: a row for each municipality in the order of codes, whole numbers with the small ones hidden, and never a person."""

import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.measure import compute
from marugoto.evaluation.actions.published import take_in
from marugoto.evaluation.queries.measure import measure_table
from marugoto.evaluation.rules.half_year import last_days
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import Line, change_body, tell
from tests.story import one_household
from tests.town import AOMINE, HOTAKAZAWA, MINAMO, SHIOMI, Town, settle_town
from tests.web.counting import counted
from tests.web.doors import doors

pytestmark = pytest.mark.django_db

PAGE = "/pref/municipalities/"
TOWNS = (MINAMO, SHIOMI, HOTAKAZAWA)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


@pytest.fixture
def officer(town: Town) -> Client:
    duties = (worker for body, worker in town.settled.duties if body == AOMINE)
    return signed_in(next(worker for worker in duties if town(worker, AOMINE).has(Role.PREFECTURE)))


def offers(answered: int, *, of: int, body: str = MINAMO, half_years_ago: int = 0, after: int = 0) -> None:
    """Offers in the middle of a half-year that is over, the first of them caught the day after."""
    last = last_days(local_day(timezone.now()), half_years_ago + 1)[0]
    day = last.toordinal() - 90
    lines = []
    for one in range(of):
        matter = f"{body} {half_years_ago} {one}"
        lines.append(Line("ball.offered", matter, day, offer=matter, due=day + 7, body=body))
        if one < answered:
            lines.append(Line("ball.caught", matter, day + 1, offer=matter, body=body))
    tell(lines, after=after)


def tell_the_prefecture(*, count: int = 1) -> None:
    at = timezone.now()
    for last in last_days(local_day(at), count):
        for body in TOWNS:
            compute(by=system_viewer(body, at), at=at, last=last)
            table = measure_table(system_viewer(body, at), last=last)
            assert table is not None
            take_in(by=system_viewer(AOMINE, at), at=at, table=table)


def text(response: HttpResponse) -> str:
    assert response.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def row_of(response: HttpResponse, name: str) -> str:
    """The row of one municipality, as it is read."""
    rows = re.findall(r"<tr>(.*?)</tr>", response.content.decode(), re.S)
    found = next(row for row in rows if f">{name}</th>" in row)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found)))


def test_the_officers_day_begins_with_what_the_municipalities_told(officer: Client) -> None:
    nothing = text(officer.get("/"))
    assert "3の市町村のうち0つから、数字が届いています。" in nothing
    assert "数字がまだ届いていません。始め方を聞きに行きます。" in nothing
    offers(30, of=41, after=100_000)
    tell_the_prefecture(count=2)
    told = text(officer.get("/"))
    assert "3の市町村のうち3つから、数字が届いています。" in told
    assert "公式の基準ではありません" in told
    assert "市町村から届いた数字" not in text(signed_in("tanaka").get("/"))
    officer.get("/")
    with counted() as asked:
        assert officer.get("/").status_code == 200
    assert len(asked) <= 9, "\n".join(asked)


def test_before_anything_was_sent(officer: Client) -> None:
    page = officer.get(PAGE)
    assert "まだ市町村からの数字が届いていません。" in text(page)
    assert "まだ届いていません" in row_of(page, "みなも市")


def test_every_municipality_has_a_row_whether_it_runs_the_programme_or_not(officer: Client) -> None:
    page = officer.get(PAGE)
    assert "48,000人 実施" in row_of(page, "みなも市")
    assert "182,000人 既存の制度で" in row_of(page, "汐見市")
    assert "6,200人" in row_of(page, "穂高沢町")
    said = text(page)
    assert said.index("みなも市 48") < said.index("汐見市 182") < said.index("穂高沢町 6")
    assert "順位はつけません" in said
    assert "公式の基準ではありません。配分には使えません。" in said


def test_numbers_large_enough_are_read_with_their_n(officer: Client) -> None:
    offers(30, of=41)
    tell_the_prefecture()
    assert "2 動いた 41件中30件(73%)" in row_of(officer.get(PAGE), "みなも市")


def test_small_numbers_are_hidden_and_are_not_zero(officer: Client) -> None:
    offers(4, of=9)
    offers(36, of=41, body=SHIOMI, after=1_000)
    offers(28, of=41, body=HOTAKAZAWA, after=2_000)
    tell_the_prefecture()
    page = officer.get(PAGE)
    assert "少なすぎるため伏せています" in row_of(page, "みなも市")
    assert "41件中、守れなかったのは10件より少ない" in row_of(page, "汐見市")
    assert "41件中、守れなかったのは20件より少ない" in row_of(page, "穂高沢町")  # a small town hides more
    assert "この1年は1件もありません" in row_of(page, "穂高沢町")  # of consultations: zero may be told
    for hidden in ("9件中", "36件", "28件", "4件"):
        assert hidden not in text(page), hidden


def test_a_village_tells_nothing(officer: Client) -> None:
    change_body(HOTAKAZAWA, population=1_800)
    offers(30, of=41, body=HOTAKAZAWA)
    tell_the_prefecture()
    row = row_of(officer.get(PAGE), "穂高沢町")
    assert "少なすぎるため伏せています" in row
    assert "41" not in row


def test_whom_to_visit_and_why(officer: Client) -> None:
    """A level that fell, and a town whose numbers do not suffice."""
    offers(40, of=41, half_years_ago=2)
    offers(10, of=41, after=1_000)
    offers(40, of=41, body=SHIOMI, after=2_000)
    tell_the_prefecture(count=3)
    said = text(officer.get(PAGE))
    assert "話を聞きに行きたい市町村が2つあります。" in said
    assert "「ボールが落ちない」が3から1になりました。" in said
    assert "穂高沢町 数字では判定できません。事例を聞きに行きます。" in said


def test_the_course_of_four_half_years_is_said_in_words(officer: Client) -> None:
    offers(40, of=41)
    tell_the_prefecture(count=4)
    row = row_of(officer.get(PAGE), "みなも市")
    assert row.count("半期 U") == 3
    assert row.count("半期 3") == 1


def test_nothing_on_the_page_leads_to_a_person(town: Town, officer: Client) -> None:
    one_household(town)
    offers(30, of=41, after=10_000)
    tell_the_prefecture()
    page = officer.get(PAGE).content.decode()
    links = set(re.findall(r'href="(/[^"]*)"', page))
    assert {link for link in links if link.startswith(("/desk", "/meeting", "/town", "/office", "/search"))} == set()
    for name in ("佐藤", "キヨ", "誠"):
        assert name not in page


def test_every_page_of_the_municipalities_is_missing_for_the_prefecture(town: Town, officer: Client) -> None:
    story = one_household(town)
    walked = 0
    for door in doors():
        if door.kind == "see" and door.audience and Role.PREFECTURE not in door.audience:
            assert officer.get(door.address(story)).status_code == 404, door.name
            walked += 1
    assert walked > 25


def test_only_the_prefecture_reads_it(town: Town) -> None:
    for worker in ("hirata", "mori", "yamazaki", "kuze", "tanaka", "shiraishi"):
        assert signed_in(worker).get(PAGE).status_code == 404, worker


def test_few_questions(officer: Client) -> None:
    offers(30, of=41)
    tell_the_prefecture(count=4)
    with counted() as asked:
        assert officer.get(reverse("pref:municipalities")).status_code == 200
    assert len(asked) <= 8, "\n".join(asked)
