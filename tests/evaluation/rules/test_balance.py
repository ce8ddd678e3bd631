"""When the records lean to one of the three functions: at least half of its kinds, and another with less than half of that share."""

from datetime import timedelta

import pytest

from marugoto.community.codes import SystemFunction
from marugoto.evaluation.rules.anchor import HALF_A_YEAR
from marugoto.evaluation.rules.balance import DAYS, WORKS, leans, sides

COMMUNITY, LINK, AGENCIES = SystemFunction.COMMUNITY, SystemFunction.LINK, SystemFunction.AGENCIES


@pytest.mark.parametrize(
    ("community", "link", "agencies", "lean"),
    [
        (0, 0, 2, None),  # two of five are not half of them
        (0, 0, 3, AGENCIES),
        (2, 5, 4, None),  # two fifths are just half of four
        (1, 5, 4, AGENCIES),
        (1, 3, 3, AGENCIES),  # one of five against three of five
        (2, 3, 3, None),
        (5, 7, 2, COMMUNITY),
    ],
)
def test_to_which_side_it_leans(community: int, link: int, agencies: int, lean: SystemFunction | None) -> None:
    found = {COMMUNITY: community, LINK: link, AGENCIES: agencies}
    counts = {work.event.kind: (1, 0) for one, count in found.items() for work in WORKS[one][:count]}
    assert leans(sides(counts)) is lean


def test_half_a_year_is_the_same_everywhere() -> None:
    assert timedelta(days=DAYS) == HALF_A_YEAR
    assert [len(WORKS[one]) for one in (COMMUNITY, LINK, AGENCIES)] == [5, 7, 5]
