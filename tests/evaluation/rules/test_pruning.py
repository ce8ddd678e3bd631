"""Of those that count the same the best stands for them, by the same order as among all; and what says nothing is nobody's twin."""

import pytest

from marugoto.evaluation.rules.pruning import LIVE_AT_MOST, SEEDS_AT_MOST
from tests.evaluation.test_pruning import one, order


@pytest.mark.parametrize("better", ["linked", "free"])
def test_of_two_that_count_the_same_the_better_one_is_the_first(better: str) -> None:
    assert order(one(1, twin="a"), one(2, twin="a", **{better: True}), one(3)) == [2, 3, 1]


def test_what_names_no_twin_is_distinct() -> None:
    assert order(one(1), one(2), one(3, twin="b")) == [1, 2, 3]


def test_twelve_live_and_three_seeds() -> None:
    assert (LIVE_AT_MOST, SEEDS_AT_MOST) == (12, 3)
