"""The lists of those who have not asked cost no more for many than for few, and nobody else's stands on them."""

from uuid import uuid4

import pytest
from django.test import Client

from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import NoticeSource
from marugoto.participation.actions.approach import begin_approach
from marugoto.participation.codes import OutreachGround
from tests.story import Story
from tests.town import Town
from tests.visited import agreed_with_a_firm, approached, watched
from tests.web.client import signed_in
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
LISTS = ("/desk/approaches/", "/desk/watches/", "/desk/watches/sheet/", "/desk/notices/all/", "/desk/agreements/")
LIST_LIMIT, PAGE_LIMIT = 8, 14


def asked(client: Client, url: str) -> int:
    client.get(url)
    with counted() as statements:
        assert client.get(url).status_code == 200, url
    return len(statements)


def test_many_ask_no_more_than_few(town: Town) -> None:
    one, watch = approached(town), watched(town)
    agreed_with_a_firm(town)
    client = signed_in("tanaka")
    few = {url: asked(client, url) for url in (*LISTS, "/")}
    for _ in range(6):
        approached(town)
        watched(town)
        agreed_with_a_firm(town)
    many = {url: asked(client, url) for url in (*LISTS, "/")}
    assert many == few
    assert {url: n for url, n in many.items() if n > LIST_LIMIT} == {}
    pages = (f"/desk/approaches/{one}/", f"/desk/approaches/{one}/attempts/new/", f"/desk/watches/{watch}/")
    counts = {url: asked(client, url) for url in pages}
    assert {url: n for url, n in counts.items() if n > PAGE_LIMIT} == {}


@pytest.mark.parametrize("worker", ["kishi", "hayashi", "okamoto"])
def test_for_anybody_else_they_are_not_there(town: Town, worker: str) -> None:
    one, watch = approached(town), watched(town)
    client = signed_in(worker)
    for url in (f"/desk/approaches/{one}/", f"/desk/watches/{watch}/", f"/desk/approaches/{one}/attempts/new/"):
        assert client.get(url).status_code == 404
    assert "野村" not in client.get("/desk/approaches/").content.decode()


def test_whoever_noticed_does_not_hear_a_name_that_only_the_approach_knows(town: Town) -> None:
    at, tanaka = town.later(), town("tanaka")
    told = {"source": NoticeSource.COMMISSIONER, "words": "角の家の郵便がたまっている。", "team": tanaka.team}
    notice = raise_notice(by=tanaka, at=at, notice=uuid4(), **told).pk  # type: ignore[arg-type]
    begin_approach(
        by=tanaka,
        at=at,
        source=NoticeSource.COMMISSIONER,
        ground=OutreachGround.ALL_TOWNS,
        why="姿を見ていない。",
        called="野村さん",
        notice=notice,
    )
    client, page = signed_in("tanaka"), f"/desk/notices/{notice}/"
    said = {"answer": "approach", "words": "訪ねた。", "told_back": "野村さんに会えました。", "told": "in_person"}
    refused = client.post(f"{page}answer/", said | {"key": str(uuid4())})
    assert refused.status_code == 422
    assert "名前(野村)が入っています。" in refused.content.decode()
    said["told_back"] = "お知らせを受けて、担当の係が動いています。"
    assert client.post(f"{page}answer/", said | {"key": str(uuid4())}).status_code == 302


def test_a_household_that_is_supported_can_be_watched_over(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    page = f"/desk/watches/new/?case={story.case}"
    assert page in client.get(f"/desk/households/{story.case}/").content.decode()
    assert "佐藤さん世帯" in client.get(page).content.decode()
    said = {"why": "退院したばかり。", "looker": "team", "every": "7", "case": str(story.case), "key": str(uuid4())}
    answer = client.post("/desk/watches/begun/", said, follow=True)
    assert f"/desk/households/{story.case}/" in answer.content.decode()
