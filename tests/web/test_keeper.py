"""Whoever keeps the house, its duties, accounts and calendar, meets no person on any page, and finds none by asking."""

import pytest

from marugoto.agencies.codes import Role
from marugoto.casework.queries import case as cases
from marugoto.people.queries import person as persons
from tests.story import one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in
from tests.web.doors import doors
from tests.web.test_every_look import shows_somebody

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_the_administrator_reads_no_case_behind_any_door(town: Town) -> None:
    story = one_household(town)
    honma, looked, shown = signed_in("honma"), 0, []
    for door in doors():
        if door.kind != "see" or Role.OFFICE not in (door.audience or {Role.OFFICE}):
            continue
        answer = honma.get(door.address(story))
        looked += answer.status_code == 200
        shown += [door.name] if shows_somebody(answer) else []
    assert shown == []
    assert looked > 10
    assert shows_somebody(signed_in("tanaka").get(f"/desk/households/{story.case}/")), "the look itself sees somebody"
    assert persons.search(town("honma"), "佐藤").count == 0
    assert persons.get(town("honma"), story.person) is None
    assert cases.get(town("honma"), story.case) is None
