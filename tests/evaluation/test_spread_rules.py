"""The middle of a row, a T of goals, the way a series goes, who may say hours: truth tables."""

from datetime import date, timedelta
from fractions import Fraction
from math import sqrt

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.goal import attainment, middle_attainment
from marugoto.evaluation.rules.half_year import first_day, next_after
from marugoto.evaluation.rules.hours import may_declare
from marugoto.evaluation.rules.spread import Spread
from marugoto.evaluation.rules.suppression import Hidden, Told, tell
from marugoto.evaluation.rules.trend import trend


@pytest.mark.parametrize(
    ("times", "middle", "most"),
    [
        ({}, None, None),
        ({3: 1}, 3, 3),
        ({1: 5, 9: 5}, 1, 9),  # of two middles the smaller
        ({1: 9, 40: 1}, 1, 1),  # nine of ten, the tenth does not matter
        ({1: 8, 40: 2}, 1, 40),
        ({2: 4}, 2, 2),  # ties
        ({2: 1, None: 3}, None, None),  # most have none yet
        ({2: 3, None: 2}, 2, None),
    ],
)
def test_values_in_a_row(times: dict[int | None, int], middle: int | None, most: int | None) -> None:
    spread = Spread(times)
    assert (spread.middle, spread.most) == (middle, most)


@pytest.mark.parametrize(
    ("goals", "t"),
    [
        ([], None),
        ([(0, 1)], 50.0),
        ([(1, 1)], 60.0),  # one goal: ten for each step
        ([(-2, 1)], 30.0),
        ([(2, 1), (2, 1)], 50 + 40 / sqrt(0.7 * 2 + 0.3 * 4)),  # 74.8
        ([(1, 1), (-1, 1)], 50.0),
        ([(1, 3), (-1, 1)], 50 + 20 / sqrt(0.7 * 10 + 0.3 * 16)),  # 55.8
        ([(1, 5)], 60.0),  # the weight of one goal alone changes nothing
    ],
)
def test_goal_attainment(goals: list[tuple[int, int]], t: float | None) -> None:
    assert attainment(goals) == (None if t is None else pytest.approx(t))


def test_the_middle_household() -> None:
    assert middle_attainment([]) is None
    assert middle_attainment([[(0, 1)], [(2, 1)], [(1, 1)]]) == 60
    assert middle_attainment([[(2, 1), (2, 1)]]) == 75


def test_too_few_points_say_nothing() -> None:
    assert trend([9, 8, 7]) is None
    assert trend([9, None, 8, None, 7]) is None
    assert trend([9, None, 8, None, 7, 6]) is not None


def test_a_straight_line_goes_on() -> None:
    found = trend([500, 400, 300, 200])
    assert found is not None
    assert (found.slope, found.least, found.most, found.word) == (-100, -100, -100, "down")
    assert found.ahead == ((100, 100, 100),)  # the next one would be nothing at all, which no line can say


def test_the_odd_point_does_not_turn_the_line() -> None:
    """Slopes of 10, 20, 90, 40, 50: of ten pairs those in the middle are 10 and 10."""
    found = trend([10, 20, 90, 40, 50])
    assert found is not None
    assert found.slope == 10
    assert found.word == "unsure"
    least, middle, most = found.ahead[0]
    assert middle == 70  # the middle point (2, 40), three steps on
    assert least < middle < most


def test_six_points_that_fall_are_surely_falling() -> None:
    found = trend([600, 480, 500, 380, 300, 240])
    assert found is not None
    assert found.word == "down"
    assert found.slope < 0
    assert all(isinstance(end, Fraction) and end >= 0 for ahead in found.ahead for end in ahead)


@pytest.mark.parametrize(
    ("values", "allowed", "words"),
    [
        ({}, True, ""),
        ({"leads": False}, False, "司令塔の担当と課長"),
        ({"last": date(2027, 3, 31)}, False, "その半期"),  # not over
        ({"last": date(2026, 9, 29)}, False, "その半期"),  # not an end
        ({"last": date(2022, 3, 31)}, False, "その半期"),  # long ago
        ({"hours": -1}, False, "0から"),
        ({"hours": 20_001}, False, "0から"),
        ({"before": 100}, False, "もう100時間"),
        ({"before": 90}, False, "90時間と書いてあります"),
        ({"before": 90, "reasoned": True}, True, ""),
    ],
)
def test_who_may_say_the_hours(values: dict[str, object], allowed: bool, words: str) -> None:
    said = {"last": date(2026, 9, 30), "hours": 100, "today": date(2026, 11, 28), "leads": True}
    decision = may_declare(**(said | {"before": None, "reasoned": False} | values))  # type: ignore[arg-type]
    assert bool(decision) is allowed
    assert words in decision.reason


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (date(2026, 9, 30), date(2026, 4, 1)),
        (date(2027, 3, 31), date(2026, 10, 1)),
    ],
)
def test_the_first_day_of_a_half_year(last: date, first: date) -> None:
    assert first_day(last) == first
    assert next_after(first - timedelta(days=1)) == last


def test_hours_count_nobody() -> None:
    assert tell(Share(12, 340), None, population=48_000, part=False) == Told(12, 340, 0, None, Hidden.NOTHING)
    assert tell(Share(4, 340), None, population=48_000, part=False) == Told(None, None, 0, None, Hidden.FEW)
