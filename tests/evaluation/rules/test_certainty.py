"""How sure a level is, a hair on each side of .9 and .7, over and under the bar, and of numbers so large that the way of reckoning matters."""

from fractions import Fraction

import pytest

from marugoto.evaluation.rules.certainty import certainty, chance_of
from marugoto.evaluation.rules.figures import Share

BAR = Fraction(7, 10)


@pytest.mark.parametrize(
    ("n", "k", "words"),
    [
        (32, 19, "確か"),  # .9028 that the true share lies under the bar, as what is seen does
        (35, 21, "おおむね"),  # .8995
        (14, 12, "確か"),  # .9067 that it lies over it
        (18, 15, "おおむね"),  # .8962
        (51, 34, "おおむね"),  # .7033
        (23, 15, "仮"),  # .6993
        (35, 26, "おおむね"),  # .7036
        (42, 31, "仮"),  # .6990
        (1_000, 600, "確か"),  # surely under it is sure, too
    ],
)
def test_a_hair_on_each_side(n: int, k: int, words: str) -> None:
    assert certainty(Share(n, k), BAR) == words


@pytest.mark.parametrize(
    ("n", "k", "bar", "chance"),
    [
        (5_000, 3_500, Fraction(72, 100), 0.000874),
        (5_000, 3_500, Fraction(68, 100), 0.998845),
        (100_000, 100, Fraction(1, 100), 0.0),
        (3_000, 30, Fraction(5, 100), 0.0),
        (3_000, 2_970, Fraction(95, 100), 1.0),
    ],
)
def test_of_large_numbers_the_lighter_tail_is_reckoned(n: int, k: int, bar: Fraction, chance: float) -> None:
    assert chance_of(Share(n, k), bar) == pytest.approx(chance, abs=0.00001)
