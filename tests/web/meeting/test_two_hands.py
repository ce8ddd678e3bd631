"""Two colleagues write the minutes of one item at the same time: the second is told, reads both, and nothing is lost."""

import re

import pytest
from django.test import Client

from marugoto.conferences.queries import conference as queries
from tests.conferences.test_blind import with_an_account
from tests.story import Story, one_household
from tests.town import Town
from tests.web.meeting.calling import send, words
from tests.web.meeting.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def opened_form(story: Story, client: Client) -> str:
    """The version on which the form of the page goes on."""
    page = client.get(f"/meeting/conferences/{story.conference}/").content.decode()
    found = re.search(rf'name="follows" value="(\d+)" id="minutes-{story.item}-follows"', page)
    assert found
    return found.group(1)


def kept(town: Town, story: Story) -> list[str]:
    found = queries.get(town("tanaka"), story.conference)
    assert found
    return [one.words for one in found.items[0].versions]


def test_the_second_is_told_and_reads_both(town: Town, story: Story, tanaka: Client) -> None:
    with_an_account(town, "hoshi")
    hoshi = signed_in("hoshi")
    first, second = opened_form(story, tanaka), opened_form(story, hoshi)
    address = f"items/{story.item}/minutes/"
    assert send(tanaka, address, words="田中が書いた話。", follows=first).status_code == 302
    answer = send(hoshi, address, words="星が書いた話。", follows=second)
    assert answer.status_code == 422
    assert "ほかの人がこの議題の話し合いを書きました。" in words(answer)
    assert "田中が書いた話。" in words(answer)
    assert "星が書いた話。" in words(answer)
    assert kept(town, story) == ["将棋の会に名前を出さずに聞く。", "田中が書いた話。"]
    again = re.search(rf'name="follows" value="(\d+)" id="minutes-{story.item}-follows"', answer.content.decode())
    assert again
    both = "田中が書いた話。星が書いた話。"
    assert send(hoshi, address, words=both, follows=again.group(1)).status_code == 302
    assert kept(town, story)[-1] == both


def test_every_version_can_be_read(story: Story, tanaka: Client) -> None:
    send(tanaka, f"items/{story.item}/minutes/", words="書き直した話。", follows=opened_form(story, tanaka))
    page = words(tanaka.get(f"/meeting/conferences/{story.conference}/"))
    assert "前の版が1つあります" in page
    assert "将棋の会に名前を出さずに聞く。" in page
    assert "書き直した話。" in page


def test_who_goes_on_from_the_newest_is_not_stopped(town: Town, story: Story, tanaka: Client) -> None:
    for said in ("一つめ。", "二つめ。"):
        sent = send(tanaka, f"items/{story.item}/minutes/", words=said, follows=opened_form(story, tanaka))
        assert sent.status_code == 302
    assert kept(town, story)[1:] == ["一つめ。", "二つめ。"]
