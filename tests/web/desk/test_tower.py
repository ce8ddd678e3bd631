"""The control tower's page: a line for each team first, and one press that asks whoever holds a ball."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.casework.actions.need import add_need
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Outcome, Urgency
from marugoto.custody.labels import URGENCIES
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.face import TeamName
from marugoto.custody.queries.tower import TeamCount
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.desk.pages.tower import sections
from tests.begun import heard, supported
from tests.story import one_household
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
TOWER = "/desk/tower/"


def press(worker: str, ball: object, verb: str, **said: str) -> HttpResponse:
    return signed_in(worker).post(f"/desk/balls/{ball}/{verb}/", {"key": str(uuid4()), **said}, follow=True)


def test_each_team_has_its_line_before_the_balls(town: Town) -> None:
    one_household(town)
    page = signed_in("mori").get(TOWER).content.decode()
    assert page.index("係ごとのようす") < page.index("開いているボール</h2>")
    team = town("tanaka").team
    assert f"?team={team}" in page
    alone = text(signed_in("mori").get(f"{TOWER}?team={team}"))
    assert "ぜんぶの係を見る" in alone
    assert "まだ返事をしていない" in alone
    assert signed_in("mori").get(f"{TOWER}?team=nobody").status_code == 200


def test_an_empty_town_has_no_lines(town: Town) -> None:
    page = text(signed_in("mori").get(TOWER))
    assert "係ごとのようす" not in page
    assert "開いているボールはありません。" in page


def test_one_press_asks_the_holder_and_a_line_comes_back(town: Town) -> None:
    ball = heard(town).ball_id
    asked = press("mori", ball, "askings")
    assert "持っている係にたずねました。" in text(asked)
    assert f'action="/desk/balls/{ball}/askings/withdrawal/"' in asked.content.decode()  # the way back beside it
    assert "上田さん" not in text(asked)
    day = signed_in("tanaka").get("/")
    assert "たずねられました" in text(day)
    assert f'href="/desk/balls/{ball}/#asking"' in day.content.decode()
    assert "たずねられています" in text(signed_in("tanaka").get(f"/desk/balls/{ball}/"))
    without = press("tanaka", ball, "askings/answer", words="")
    assert without.status_code == 422
    press("tanaka", ball, "askings/answer", words="あす訪ねます。")
    assert "たずねたことに返事がありました" in text(signed_in("mori").get("/"))
    assert "あす訪ねます。" in text(signed_in("mori").get(f"/desk/balls/{ball}/"))
    assert "たずねられています" not in text(signed_in("tanaka").get(f"/desk/balls/{ball}/"))


def test_it_is_undone_from_the_row(town: Town) -> None:
    ball = heard(town).ball_id
    press("mori", ball, "askings")
    row = signed_in("mori").get(TOWER).content.decode()
    assert f'action="/desk/balls/{ball}/askings/withdrawal/"' in row
    assert "たずねたことを取り消しました。" in text(press("mori", ball, "askings/withdrawal"))
    now = face(town("mori"), ball)
    assert now
    assert now.asked_by is None


def test_what_is_directed_stands_with_its_day_until_it_is_answered(town: Town) -> None:
    ball = heard(town).ball_id
    today = local_day(timezone.now())
    refused = press("mori", ball, "directions", words="", due=today.isoformat())
    assert refused.status_code == 422
    press("mori", ball, "directions", words="あす電話してください。", due=today.isoformat())
    assert f"指示 {say_day(today)}まで" in text(signed_in("mori").get(TOWER))
    assert f"指示 {say_day(today)}まで" in text(signed_in("tanaka").get("/"))
    page = text(signed_in("tanaka").get(f"/desk/balls/{ball}/"))
    assert "指示を受けています" in page
    assert "あす電話してください。" in page
    assert press("tanaka", ball, "askings/answer", words="").status_code == 422
    without = press("tanaka", ball, "askings/answer", words="", done="no")
    assert "返事が書かれていません。" in text(without)
    press("tanaka", ball, "askings/answer", words="", done="yes")
    tower = text(signed_in("mori").get(TOWER))
    assert "出したもの1件。済んだもの1件(うち期限のあと0件)" in tower
    assert "出した指示に返事がありました" in text(signed_in("mori").get("/"))


def test_the_table_is_narrowed_to_a_theme_and_to_what_is_directed(town: Town) -> None:
    one_household(town)
    for query, some in (
        ("theme=withdrawal", True),
        ("theme=debt", False),
        ("theme=x", True),
        ("directed=open", False),
        ("often=1", False),
    ):
        page = text(signed_in("mori").get(f"{TOWER}?{query}"))
        assert ("この見かたに合うボールはありません。" not in page) is some, query
        assert "しぼった" in page, query  # the number of a part is not taken for that of the town
    assert "しぼった" not in text(signed_in("mori").get(TOWER))


def test_the_table_is_narrowed_to_one_urgency(town: Town) -> None:
    """Of each urgency one ball is open; the tower asks for one of them and sees that one alone."""
    case = supported(town)
    balls = {
        urgency: add_need(
            by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.DEBT, title="支払い", urgency=urgency
        ).ball_id
        for urgency in Urgency
    }
    for asked in Urgency:
        page = signed_in("mori").get(f"{TOWER}?urgency={asked.value}&kind=need")
        shown = {urgency for urgency, ball in balls.items() if f'href="/desk/balls/{ball}/' in page.content.decode()}
        assert shown == {asked}
        assert re.search(r"しぼった1個／\d+個", text(page))
        assert f'<option value="{asked.value}" selected>{URGENCIES[asked]}</option>' in page.content.decode()
    every = signed_in("mori").get(f"{TOWER}?kind=need&urgency=hasty").content.decode()
    assert all(f'href="/desk/balls/{ball}/' in every for ball in balls.values()), "no such urgency"


def test_headline_and_sections_are_of_the_whole_town(town: Town) -> None:
    """Whatever the list is narrowed to: nobody goes home with the number of a part."""
    story = one_household(town)
    press("tanaka", heard(town).ball_id, "stuck")
    for line in ("係ごとのようす", "持っている"):
        assert line in text(signed_in("mori").get(TOWER))
    whole, part = (signed_in("mori").get(f"{TOWER}{query}").content.decode() for query in ("", "?theme=debt"))
    for begin, end in (("<h1", "</h1>"), ("<tbody>", "</tbody>")):
        told = whole.partition(begin)[2].partition(end)[0]
        assert told == part.partition(begin)[2].partition(end)[0].replace("&amp;theme=debt", "")
    assert "「困った」が" in part.partition("<h1")[2].partition("</h1>")[0]
    assert re.search(r"しぼった0個／\d+個", part)
    assert story.need


def test_no_section_is_folded_where_something_is_late_or_most_lies() -> None:
    names = [TeamName(uuid4(), str(n), "", str(n)) for n in range(12)]
    teams = tuple(
        TeamCount(one, held=n, late=n in {3, 9, 10}, stuck=n in {1, 2, 4}, asked=0) for n, one in enumerate(names)
    )
    shown, folded = sections(teams)
    assert {one.team.said for one in shown} == {"1", "2", "3", "4", "9", "10", "11"}
    assert len(shown) + len(folded) == len(teams)
    calm = tuple(TeamCount(one, held=1, late=0, stuck=0, asked=0) for one in names)
    assert len(sections(calm)[0]) == len(calm)  # all hold the same
    assert len(sections(calm[:0])[0]) == 0


def test_what_is_past_its_day_stands_on_the_tower(town: Town) -> None:
    mori = signed_in("mori")
    assert "日をすぎたもの" not in text(mori.get(TOWER))
    assert "日をすぎた「様子を見る日」も、プランの見直しもありません。" in text(mori.get(f"{TOWER}past/"))
    town.now -= timedelta(days=200)
    story, soon = one_household(town), local_day(town.now) + timedelta(days=30)
    ended = {"ball": heard(town).ball_id, "outcome": Outcome.ACHIEVED, "with_matter": True, "look_on": soon}
    settle(by=town("tanaka"), at=town.later(), **ended)
    assert "様子を見る日をすぎたもの1件" in text(mori.get(TOWER))
    chief = signed_in("yamazaki")  # who may read the plan
    assert "見直しの日をすぎたプラン1件" in text(chief.get(TOWER))
    assert f"/desk/plans/{story.plan}/" in chief.get(f"{TOWER}past/").content.decode()
    page = text(mori.get(f"{TOWER}past/"))
    assert "様子を見る日をすぎたものが1件あります。" in page  # the plan is the chief's
    assert "開庁日すぎ" in page


def test_a_silenced_row_says_so_and_is_told_of_again(town: Town) -> None:
    ball = heard(town).ball_id
    press("tanaka", ball, "stuck")
    until = (local_day(timezone.now()) + timedelta(days=9)).isoformat()
    said = {"mute-alarm": "stuck", "mute-until": until, "mute-reason": "訓練の月"}
    signed_in("honma").post("/office/escalations/mutes/", {"key": str(uuid4()), **said})
    page = text(signed_in("mori").get(TOWER))
    assert page.count("知らせを止めている") == 1
    assert "わけ 訓練の月" in page
    assert "早く戻せるのは、庶務の担当と" in page
    back = {"mute-alarm": "stuck", "mute-until": local_day(timezone.now()).isoformat(), "mute-reason": "訓練が終わった"}
    signed_in("honma").post("/office/escalations/mutes/", {"key": str(uuid4()), **back})
    assert "知らせを止めている" not in text(signed_in("mori").get(TOWER))


def test_a_late_row_leads_to_a_direction(town: Town) -> None:
    assert "#direction" not in signed_in("mori").get(TOWER).content.decode()
    town.now -= timedelta(days=90)
    ball = heard(town).ball_id
    assert f"/desk/balls/{ball}/#direction" in signed_in("mori").get(TOWER).content.decode()
    assert 'id="direction"' in signed_in("mori").get(f"/desk/balls/{ball}/").content.decode()


def test_a_counsellor_has_no_such_press(town: Town) -> None:
    ball = heard(town).ball_id
    assert press("ogawa", ball, "askings").status_code == 404


def test_a_balls_page_asks_little(town: Town) -> None:
    story = one_household(town)
    press("mori", story.ball, "askings")
    press("tanaka", story.ball, "askings/answer", words="あす訪ねます。")
    for worker in ("mori", "tanaka"):
        client = signed_in(worker)
        client.get(f"/desk/balls/{story.ball}/")
        with counted() as these:
            assert client.get(f"/desk/balls/{story.ball}/").status_code == 200
        assert len(these) <= 14, "\n".join(these)
