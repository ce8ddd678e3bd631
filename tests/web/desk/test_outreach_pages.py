"""The lists of those who have not asked cost no more for many than for few, and nobody else's stands on them."""

from uuid import uuid4

import pytest
from django.test import Client

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


def test_a_household_that_is_supported_can_be_watched_over(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    page = f"/desk/watches/new/?case={story.case}"
    assert page in client.get(f"/desk/households/{story.case}/").content.decode()
    assert "佐藤さん世帯" in client.get(page).content.decode()
    said = {"why": "退院したばかり。", "looker": "team", "every": "7", "case": str(story.case), "key": str(uuid4())}
    answer = client.post("/desk/watches/begun/", said, follow=True)
    assert f"/desk/households/{story.case}/" in answer.content.decode()
