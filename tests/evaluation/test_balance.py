"""The three functions side by side: kinds of work, not numbers of rows; a lean is said, and every kind has a first step."""

import pytest

from marugoto.community.codes import SystemFunction
from marugoto.evaluation.rules.balance import DAYS, WORKS, empty, leans, sides
from marugoto.ledger.queries.fact import counts_around
from tests.evaluation.facts import Line, tell
from tests.town import Town, settle_town

COMMUNITY, LINK, AGENCIES = SystemFunction.COMMUNITY, SystemFunction.LINK, SystemFunction.AGENCIES
Counts = dict[str, tuple[int, int]]


def all_of(function: SystemFunction, how_many: int = 99) -> Counts:
    return {work.event.kind: (1, 0) for work in WORKS[function][:how_many]}


def test_every_kind_has_a_first_step_and_belongs_to_one_function() -> None:
    works = [work for one in WORKS.values() for work in one]
    assert set(WORKS) == set(SystemFunction)
    assert len({work.event.kind for work in works}) == len(works)
    assert all(work.first_step.endswith("。") for work in works)


@pytest.mark.parametrize(
    ("counts", "without", "lean"),
    [
        ({}, list(WORKS), None),
        (all_of(AGENCIES), [COMMUNITY, LINK], AGENCIES),
        (all_of(AGENCIES) | all_of(COMMUNITY, 1) | all_of(LINK), [], AGENCIES),
        (all_of(AGENCIES) | all_of(COMMUNITY, 3) | all_of(LINK, 4), [], None),
        (all_of(AGENCIES, 1) | all_of(COMMUNITY, 1) | all_of(LINK, 1), [], None),
    ],
)
def test_what_is_missing_and_to_which_side_it_leans(
    counts: Counts, without: list[SystemFunction], lean: SystemFunction | None
) -> None:
    found = sides(counts)
    assert empty(found) == without
    leaning = leans(found)
    assert (leaning in {AGENCIES, LINK}) if lean else leaning is None


def test_a_thousand_rows_of_one_kind_are_one_kind() -> None:
    kind = WORKS[AGENCIES][0].event.kind
    many = next(side for side in sides({kind: (1_000, 0)}) if side.function is AGENCIES)
    few = next(side for side in sides({kind: (1, 0)}) if side.function is AGENCIES)
    assert many.found == few.found == 1


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.django_db
def test_each_half_year_is_counted_on_its_own(town: Town) -> None:
    last = town.now.toordinal() + 1
    days = (last - 1, last - DAYS, last - DAYS - 1, last - 2 * DAYS, last - 2 * DAYS - 1, last)
    tell([Line("field.visit", f"visit {day}", day) for day in days], after=100_000)
    found = counts_around(
        town("hirata"), ["field.visit", "training.held"], first=last - 2 * DAYS, start=last - DAYS, last=last
    )
    assert found == {"field.visit": (2, 2)}
