"""A wish as it is heard: nothing at all is not one; nothing to pay is."""

from uuid import uuid4

import pytest
from django.test import Client

from tests.story import Story
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db


def said(client: Client, story: Story, **fields: str) -> tuple[int, str]:
    answer = client.post(f"/desk/needs/{story.need}/wish/", {"key": str(uuid4()), **fields}, follow=True)
    return answer.status_code, text(answer)


def test_an_empty_wish_is_not_kept_and_the_page_says_what_to_do(story: Story) -> None:
    status, page = said(signed_in("tanaka"), story)
    assert status == 422
    assert "何も書かれていません。聞いたことを一つは書いてください。" in page


def test_that_nothing_can_be_paid_is_a_wish(story: Story) -> None:
    status, page = said(signed_in("tanaka"), story, fee_limit="0")
    assert status == 200
    assert "願いを残しました。" in page


def test_the_page_of_a_heard_wish_asks_no_more_than_a_page_may(story: Story) -> None:
    tanaka = signed_in("tanaka")
    assert said(tanaka, story, words="将棋がしたい")[0] == 200
    tanaka.get(f"/desk/needs/{story.need}/match/")
    with counted() as asked:
        page = text(tanaka.get(f"/desk/needs/{story.need}/match/"))
    assert "どの係に届けますか" in page
    assert len(asked) <= 14
