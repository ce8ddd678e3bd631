"""The edges of the flags: an aim of nothing and of all, what is just alike, who was named with another already."""

from fractions import Fraction

import pytest

from marugoto.evaluation.codes import Flag, Way
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.flags import Entry, Period, Plan, improved, raised, surely_met, worsened
from tests.evaluation.test_flags import RISING, entry, series

NEARLY = (1, 2, 4, 3, 5, 6, 8, 7)  # .952 beside what rises
LESS = (2, 1, 4, 3, 5, 6, 8, 7)  # .929 beside what rises, .976 beside the one above
SQUARE, JUST = (2, 2, 2, 2, 0, 0, 0, 0), (31, 7, 21, 17, -17, -21, -17, -21)  # r is 152/160: .95 and no more


def period(value: int, aim: Fraction | int, share: Share | None = None) -> Period:
    return Period(Fraction(value), Fraction(aim), share)


@pytest.mark.parametrize(
    ("one", "way", "met"),
    [
        (period(1, 0, Share(100, 100)), Way.UP, False),  # of an aim of nothing, and of all, nothing is said
        (period(1, 1, Share(100, 100)), Way.UP, False),
        (period(1, Fraction(3, 2), Share(100, 100)), Way.DOWN, False),
        (period(1, Fraction(-1, 2), Share(100, 100)), Way.UP, False),
        (period(1, Fraction(1, 2), Share(0, 0)), Way.UP, True),  # counted of nothing: its value is all there is
        (period(0, Fraction(1, 2), Share(0, 0)), Way.UP, False),
        (period(5, 5), Way.DOWN, True),
        (period(6, 5), Way.DOWN, False),
        (period(0, Fraction(1, 2), Share(100, 20)), Way.NONE, False),
        (Period(Fraction(5)), Way.DOWN, False),
    ],
)
def test_an_aim_is_surely_met(one: Period, way: Way, met: bool) -> None:
    assert surely_met(one, way) is met


def twice(*entries: Entry) -> list[str]:
    return [one.words.partition("は、")[0] for one in raised(Plan(entries, means_changed=1)) if one.flag is Flag.TWICE]


def moving(name: str, *values: int, numerator: str = "") -> Entry:
    return entry(name, periods=series(*values), numerator=numerator)


def test_just_at_the_bar_two_are_not_alike() -> None:
    assert twice(moving("一", *SQUARE), moving("二", *JUST)) == []
    assert twice(moving("一", *SQUARE), moving("二", 31, 8, 21, 17, -17, -21, -17, -21)) == ["「一」と「二」"]


def test_who_was_named_with_one_is_not_named_with_another() -> None:
    rising, nearly, less = moving("一", *RISING), moving("二", *NEARLY), moving("三", *LESS)
    assert twice(rising, less) == []
    assert twice(nearly, less) == ["「二」と「三」"]
    assert twice(rising, nearly, less) == ["「一」と「二」"]
    assert twice(rising, less, nearly) == ["「一」と「二」"]


def test_two_that_count_something_else_can_move_alike() -> None:
    assert twice(moving("一", *RISING, numerator="返事"), moving("二", *RISING, numerator="訪問")) == ["「一」と「二」"]


def test_five_are_called_by_their_names() -> None:
    same = [moving(f"量{n}", 1, numerator="通った人") for n in range(5)]
    assert twice(*same) == ["「量0」「量1」「量2」「量3」「量4」"]


@pytest.mark.parametrize(
    ("values", "way", "better", "worse"),
    [
        ((1, 2, 3), Way.UP, True, False),
        ((1, 2, 2), Way.UP, False, False),  # it stood still once
        ((1, 1, 2), Way.DOWN, False, False),
        ((3, 2, 1), Way.UP, False, True),
        ((3, 2, 2), Way.UP, False, False),
        ((3, 2, 1), Way.DOWN, True, False),
        ((3, 2, 1), Way.NONE, False, False),
        ((1, 2, 3), Way.NONE, False, False),
        ((9, 1, 2, 3), Way.UP, True, False),  # the last two steps count
        ((1, 2), Way.UP, False, False),
    ],
)
def test_which_way_the_last_two_steps_went(values: tuple[int, ...], way: Way, better: bool, worse: bool) -> None:
    assert (improved(series(*values), way), worsened(series(*values), way)) == (better, worse)
