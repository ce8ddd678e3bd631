"""知らせの段取り on the page of the office: tried on today's balls, set, muted, and shown to the control tower."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.story import Story, one_household
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
PAGE = "/office/escalations/"


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def send(address: str, **fields: str) -> str:
    answer = signed_in("honma").post(f"{PAGE}{address}/", {**fields, "key": str(uuid4())}, follow=True)
    return text(answer)


def test_it_is_tried_before_it_is_set_and_nothing_is_written(story: Story) -> None:
    address = f"{PAGE}?alarm=stuck&kind=&urgency=&agency=&sender=0&tower=0&chief=0&since=&reason="
    page = text(signed_in("honma").get(address))
    assert "まだ何も変えていません。" in page
    assert "持っている係、司令塔、課長" in page
    assert "知らせの段取りは、このソフトのはじめのままです。" in page


def test_set_with_a_reason_it_stands_with_who_and_why(story: Story) -> None:
    said = {"alarm": "stuck", "tower": "0", "chief": "3", "since": timezone.localdate().isoformat()}
    assert "変えるわけ" in send("steps", **said)
    page = send("steps", **said, reason="夏の体制")
    assert "司令塔 すぐ、課長 3開庁日" in page
    assert page.count("夏の体制") == 2  # among those in force, and in the history
    assert "もうその日数です" in send("steps", **said, reason="もう一度")


def test_muted_it_stands_on_the_tower_with_its_end_and_its_count(story: Story) -> None:
    until = (timezone.localdate() + timedelta(days=20)).isoformat()
    page = send("mutes", **{"mute-alarm": "stuck", "mute-until": until, "mute-reason": "訓練の月"})
    assert "司令塔の表に「知らせを止めている」と出ます。" in page
    assert "このソフトのはじめのままです。" in page  # who silences has not set its own steps
    assert "この自治体で決めたもので" not in page
    tower = text(signed_in("mori").get("/desk/tower/"))
    assert "止めている知らせ" in tower
    assert "いま1個があてはまります。" in tower
    assert "わけ 訓練の月" in tower


def test_only_those_who_keep_house_come_in(story: Story) -> None:
    assert signed_in("tanaka").get(PAGE).status_code in {403, 404}


def test_the_page_asks_few_questions(story: Story) -> None:
    honma = signed_in("honma")
    honma.get(PAGE)
    with counted() as asked:
        honma.get(PAGE)
    assert len(asked) <= 14
