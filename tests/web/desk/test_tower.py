"""The control tower's page: a line for each team first, and one press that asks whoever holds a ball."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.custody.queries.ball import face
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from tests.begun import heard
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
        assert "この見かたでは、" in page, query  # the number of a part is not taken for that of the town
    assert "この見かたでは、" not in text(signed_in("mori").get(TOWER))


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
