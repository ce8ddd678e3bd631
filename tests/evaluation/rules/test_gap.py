"""The part that is worst off beside the whole: which parts count, which is the worst, and when nothing can be said."""

from fractions import Fraction

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.gap import Gap, gap


def test_the_worst_of_those_with_enough_cases_beside_all() -> None:
    found = gap({("北",): Share(20, 10), ("南",): Share(20, 16), ("西",): Share(9, 0)})
    assert found == Gap(("北",), Share(20, 10), Share(49, 26), Fraction(10 * 49, 20 * 26))


def test_of_two_alike_the_first_by_its_name() -> None:
    found = gap({("b",): Share(20, 10), ("a",): Share(10, 5), ("c",): Share(10, 9)})
    assert found is not None
    assert found.part == ("a",)


@pytest.mark.parametrize(
    ("parts", "compared"),
    [
        ({("a",): Share(10, 0), ("b",): Share(10, 1)}, True),
        ({("a",): Share(10, 5), ("b",): Share(9, 5)}, False),  # one part is no comparison
        ({("a",): Share(10, 0), ("b",): Share(10, 0)}, False),  # nothing was done anywhere
        ({}, False),
    ],
)
def test_when_nothing_can_be_compared(parts: dict[tuple[str, ...], Share], compared: bool) -> None:
    assert (gap(parts) is not None) is compared
