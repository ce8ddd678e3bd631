"""The band of a slope by the ranks of the pairs, how far ahead it is said, where a line ends, and which way it surely goes."""

from fractions import Fraction
from itertools import combinations

import pytest

from marugoto.evaluation.rules.trend import AHEAD, LEAST, Trend, trend


@pytest.mark.parametrize(
    ("n", "rank"),
    [(4, 0), (5, 1), (6, 3), (7, 5), (12, 21), (19, 61)],  # of 6, 10, 15, 21, 66 and 171 pairs, at 1.645
)
def test_the_band_lies_by_rank(n: int, rank: int) -> None:
    values = [3**place for place in range(n)]  # no two pairs have the same slope
    slopes = sorted(
        Fraction(values[later] - values[first], later - first) for first, later in combinations(range(n), 2)
    )
    found = trend(values)
    assert found is not None
    assert len(set(slopes)) == len(slopes)
    assert (found.least, found.most) == (slopes[rank], slopes[-1 - rank])


def test_two_steps_are_said_and_no_more() -> None:
    assert (AHEAD, LEAST) == (2, 4)
    found, farther = trend([1, 2, 3, 4]), trend([1, 2, 3, 4], ahead=3)
    assert found is not None
    assert farther is not None
    assert [middle for _least, middle, _most in found.ahead] == [5, 6]
    assert [middle for _least, middle, _most in farther.ahead] == [5, 6, 7]


@pytest.mark.parametrize(
    ("values", "ahead"),
    [
        ([9, 7, 5, 3], [(1, 1, 1)]),  # one is left, and then less than none
        ([8, 6, 4, 2], []),
        ([600, 480, 500, 380, 300, 240], [(Fraction(206, 3), 178, 278), (0, 106, 218)]),
        ([10, 20, 90, 40, 50], [(0, 70, 210), (0, 80, 250)]),  # the lower end of a count is none
    ],
)
def test_how_far_a_line_goes(values: list[int], ahead: list[tuple[object, ...]]) -> None:
    found = trend(values)
    assert found is not None
    assert list(found.ahead) == ahead


@pytest.mark.parametrize(
    ("least", "most", "word"),
    [
        (Fraction(-2), Fraction(-1, 2), "down"),
        (Fraction(-2), Fraction(0), "unsure"),
        (Fraction(-2), Fraction(1, 2), "unsure"),
        (Fraction(0), Fraction(2), "unsure"),
        (Fraction(1, 2), Fraction(2), "up"),
        (Fraction(-1, 2), Fraction(2), "unsure"),
    ],
)
def test_which_way_it_surely_goes(least: Fraction, most: Fraction, word: str) -> None:
    assert Trend(Fraction(0), least, most, ()).word == word
