"""The second opinion by hand: the band of three points, a third outside it, the median, two points from the records; and who may close."""

from fractions import Fraction

import pytest

from marugoto.evaluation.rules.second_opinion import (
    ROLES_WANTED,
    RaterRole,
    may_close_opinions,
    may_open_round,
    may_rate,
    opinion_of,
    opinions,
)
from tests.town import MONDAY

TODAY = MONDAY.date()

GOLDEN = [
    # scores, computed, median, outside, split, apart
    ([2, 2, 3, 3, 3], 3, Fraction(3), 0, False, False),
    ([0, 2, 3, 4, 4], 3, Fraction(3), 1, False, False),  # a fifth outside 2–4
    ([0, 0, 3, 4, 4], 3, Fraction(3), 2, True, False),  # two fifths
    ([0, 4, 4], 4, Fraction(4), 1, True, False),  # exactly a third
    ([0, 1, 4, 4, 4, 4, 4], 2, Fraction(4), 2, False, True),  # two of seven are less than a third
    ([1, 1, 2, 2], None, Fraction(3, 2), 0, False, False),  # the records cannot say
    ([3, 3, 3, 3, 3], None, Fraction(3), 0, False, True),  # all are sure of what no record says
    ([2, 2, 2], None, Fraction(2), 0, False, True),
    ([1, 1, 1, 1, 1], 3, Fraction(1), 0, False, True),
    ([1, 1, 2, 2, 2], 3, Fraction(2), 0, False, False),
    ([1, 2, 3, 4], 0, Fraction(5, 2), 1, False, True),
    ([4, 4, 4], 1, Fraction(4), 0, False, True),
    ([], 3, None, 0, False, False),
]


@pytest.mark.parametrize(("scores", "computed", "median", "outside", "split", "apart"), GOLDEN)
def test_split_and_apart(
    scores: list[int], computed: int | None, median: Fraction | None, outside: int, split: bool, apart: bool
) -> None:
    found = opinion_of(scores, computed)
    assert (found.median, found.outside, found.split, found.apart) == (median, outside, split, apart)


def test_what_no_record_proves_is_told_from_what_the_records_deny() -> None:
    assert opinion_of([3, 3, 3, 3, 3], None).unproved
    assert not opinion_of([3, 3, 3, 3, 3], 1).unproved
    assert not opinion_of([1, 1, 1], None).unproved


def test_the_order_in_which_they_came_changes_nothing() -> None:
    assert opinion_of([4, 0, 3, 2], 1) == opinion_of([0, 2, 3, 4], 1)


def test_who_does_not_know_says_nothing_of_it() -> None:
    found = opinions([{"F1": 3, "F2": None}, {"F1": 1}], {"F1": 2, "F2": 2})
    assert found["F1"].scores == (1, 3)
    assert found["F2"].scores == ()


def test_five_roles_have_to_be_heard_and_each_duty_once() -> None:
    roles = [role.value for role in RaterRole][:ROLES_WANTED]
    assert may_close_opinions(closed=False, roles=roles)
    assert not may_close_opinions(closed=False, roles=roles[:-1])
    assert not may_close_opinions(closed=False, roles=[*roles[:-1], roles[0]])
    assert not may_close_opinions(closed=True, roles=roles)
    assert may_rate(closed=False, written=False, scores=[None, 0])
    assert not may_rate(closed=False, written=False, scores=[None, None])
    assert not may_rate(closed=False, written=True, scores=[1])
    assert not may_rate(closed=True, written=False, scores=[1])
    assert may_open_round(running=False, until=TODAY, today=TODAY)
    assert not may_open_round(running=True, until=TODAY, today=TODAY)
    assert not may_open_round(running=False, until=TODAY.replace(day=1), today=TODAY)
