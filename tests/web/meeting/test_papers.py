"""The papers of an item: read under one's own rights after the pledge, pictures beside those of last time, copies numbered and back."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from marugoto.conferences.actions.agenda import pledge, put_on_agenda, take_seat
from marugoto.conferences.actions.conference import convene
from marugoto.conferences.codes import KindCode
from marugoto.conferences.queries import papers
from marugoto.disclosure.codes import BasisCode
from tests.story import Story, one_household
from tests.town import Town
from tests.web.meeting.calling import asked, send, words
from tests.web.meeting.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def again(town: Town, story: Story) -> UUID:
    """The same household at a later table, with 西村 at it, who has promised nothing yet."""
    begins = town.later() + timedelta(days=30)
    how = {"kind": KindCode.SUPPORT, "begins_at": begins, "ends_at": begins + timedelta(hours=1)}
    row = convene(by=town("tanaka"), at=town.now, **how)  # type: ignore[arg-type]
    basis = BasisCode.SUPPORT_CONFERENCE
    item = put_on_agenda(by=town("tanaka"), at=town.later(), conference=row, case=story.case, basis=basis)
    seat = take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town("nishimura").duty, reason="学校")
    address = f"/meeting/items/{item.pk}/papers/"
    assert signed_in("nishimura").get(address).status_code == 404, "before the pledge there are no papers"
    pledge(by=town("nishimura"), at=town.later(), seat=seat)
    return item.pk


def test_everything_stands_on_one_page_and_nothing_of_it_is_printed(town: Town, story: Story, tanaka: Client) -> None:
    item = again(town, story)
    answer = tanaka.get(f"/meeting/items/{item}/papers/")
    page = answer.content.decode()
    for said in ("家族図", "まわりの図", "キヨさんの物忘れと薬", "戸口で5分話せた。", "前回", "将棋をさしに出かける"):
        assert said in page, said
    assert 'class="stack noprint"' in page
    assert "この資料は、紙にしないことになっています。" in words(answer)


def test_copies_are_numbered_and_come_back(town: Town, story: Story, tanaka: Client) -> None:
    address = f"/meeting/items/{story.item}/papers/"
    page = tanaka.get(address)
    assert "紙の資料が、1部返っていません。" in words(page)
    assert "資料第1号・田中 美咲・取扱注意・会議のあと回収" in words(page)
    assert 'class="stack noprint"' not in page.content.decode()
    assert send(tanaka, f"copies/{story.copy}/return/").status_code == 302
    found = papers.newest(town("tanaka"), story.item)
    assert found
    assert [one.returned for one in found.copies] == [True]
    assert send(tanaka, f"copies/{story.copy}/return/").status_code == 409


def test_only_the_host_puts_together_and_takes_back(story: Story) -> None:
    for who in ("yamashita", "nishimura"):
        assert send(signed_in(who), f"items/{story.item}/papers/made/").status_code == 404
        assert send(signed_in(who), f"copies/{story.copy}/return/").status_code == 404


def test_the_page_asks_little(story: Story, tanaka: Client) -> None:
    address = f"/meeting/items/{story.item}/papers/"
    asked(tanaka, address)
    found = asked(tanaka, address)
    assert len(found) <= 24, len(found)  # the household page, the plan and the papers themselves on one page
