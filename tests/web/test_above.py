"""Small things a hurried hand meets: an address of a form opened by itself, a form that chooses nothing for one, a day without balls."""

from uuid import uuid4

import pytest

from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def test_a_form_that_came_back_may_be_loaded_again(story: Story) -> None:
    tanaka = signed_in("tanaka")
    refused = tanaka.post(f"/desk/balls/{story.ball}/offers/", {"key": str(uuid4()), "words": "おねがいします"})
    assert refused.status_code == 422
    assert tanaka.get(f"/desk/balls/{story.ball}/offers/")["Location"] == f"/desk/balls/{story.ball}/"
    assert tanaka.get(f"/desk/households/{story.case}/journal/").status_code in {200, 302}


def test_for_whom_the_page_above_is_not_there_it_stays_so(story: Story) -> None:
    hayashi = signed_in("hayashi")
    assert hayashi.get(f"/desk/households/{story.case}/needs/", follow=True).status_code == 404


def test_a_need_has_no_subject_until_one_is_chosen(story: Story) -> None:
    tanaka = signed_in("tanaka")
    address = f"/desk/households/{story.case}/needs/"
    said = tanaka.post(address, {"key": str(uuid4()), "title": "家賃のこと", "urgency": "usual", "theme": ""})
    assert said.status_code == 422
    assert "家賃のこと" in said.content.decode()
    assert "選んでください" in text(said)


@pytest.mark.parametrize(("worker", "leads"), [("hirata", "/office/standard/"), ("shiraishi", "/office/looks/")])
def test_whose_work_lies_elsewhere_finds_it_on_the_first_page(town: Town, worker: str, leads: str) -> None:
    page = signed_in(worker).get("/")
    assert "あなたの仕事の画面" in text(page)
    assert f'href="{leads}"' in page.content.decode()
    assert "あなたの仕事の画面" not in text(signed_in("tanaka").get("/"))


def test_what_was_handed_on_is_waited_for_although_the_answer_is_late(story: Story) -> None:
    """「返事待ち 0件」 stood beside a ball with an arrow to the team that was asked, and 「渡す」 beside it."""
    page = text(signed_in("tanaka").get("/"))
    before, _, waiting = page.partition("渡して、返事を待っています")
    assert waiting.strip().startswith("1件")
    assert "キヨさんの物忘れと薬" in waiting
    assert "開庁日超過" in waiting
    ours = before.partition("きょう動くこと")[2].partition("受け取ってほしい、と届いています")[0]
    assert "キヨさんの物忘れと薬" not in ours
    assert "期限を過ぎたボールが" in before  # and is counted where the day begins


def test_who_came_to_the_window_was_met(story: Story) -> None:
    assert "まだ会えていません" not in text(signed_in("tanaka").get(f"/desk/households/{story.case}/"))
