"""The sheet for the day on which nothing works: every team, its telephone, whom to call first; nothing of any household."""

import pytest

from marugoto.agencies.queries import directory
from tests.story import one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return settle_town()


def test_every_team_stands_on_it_with_its_telephone(town: Town) -> None:
    one_household(town)
    page = text(signed_in("okamoto").get("/phones/"))
    teams = directory.teams(town("okamoto"))
    assert len(teams) > 5
    for team in teams:
        assert directory.called(team) in page
        assert team.phone in page
    assert "どこも受けないときは、ここが受けます" in page
    assert "紙で受けたもの" in page
    assert "佐藤" not in page
    assert "小林" not in page


def test_it_costs_the_same_for_many_teams(town: Town) -> None:
    client = signed_in("tanaka")
    client.get("/phones/")
    with counted() as statements:
        client.get("/phones/")
    assert len(statements) <= 8


def test_help_leads_to_it(town: Town) -> None:
    assert 'href="/phones/"' in signed_in("okamoto").get("/help/").content.decode()
