"""Who tends places, how lately one was confirmed, what answers an unmet need."""

from datetime import date
from uuid import UUID

import pytest

from marugoto.agencies.codes import Role
from marugoto.community.codes import UnmetEnd
from marugoto.community.rules.freshness import Freshness, a_year_before, freshness_of
from marugoto.community.rules.place import may_tend
from marugoto.community.rules.unmet_need import may_answer

PLACE = UUID(int=1)


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.COMMUNITY, True),
        (Role.COORDINATOR, True),
        (Role.PLANNER, True),
        (Role.OFFICE, True),
        (Role.SYSTEM, True),
        (Role.COUNSELLOR, False),
        (Role.CHIEF, False),
        (Role.CLERK, False),
        (Role.MAYOR, False),
        (Role.PRIVACY, False),
        (Role.PREFECTURE, False),
    ],
)
def test_who_tends_places(role: Role, allowed: bool) -> None:
    assert bool(may_tend({role})) is allowed


@pytest.mark.parametrize(
    ("confirmed_on", "freshness"),
    [
        (None, Freshness.NEVER),
        (date(2026, 11, 24), Freshness.FRESH),
        (date(2025, 11, 24), Freshness.FRESH),  # a year ago to the day
        (date(2025, 11, 23), Freshness.OLD),
    ],
)
def test_how_lately(confirmed_on: date | None, freshness: Freshness) -> None:
    assert freshness_of(confirmed_on, date(2026, 11, 24)) is freshness


def test_a_year_before_the_day_that_comes_every_four_years() -> None:
    assert a_year_before(date(2028, 2, 29)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("end", "place", "allowed"),
    [
        (UnmetEnd.PLACE_FOUND, PLACE, True),
        (UnmetEnd.PLACE_MADE, PLACE, True),
        (UnmetEnd.NOT_POSSIBLE, None, True),
        (UnmetEnd.PLACE_FOUND, None, False),
        (UnmetEnd.PLACE_MADE, None, False),
        (UnmetEnd.NOT_POSSIBLE, PLACE, False),
    ],
)
def test_what_answers_an_unmet_need(end: UnmetEnd, place: UUID | None, allowed: bool) -> None:
    assert bool(may_answer(end, place)) is allowed
