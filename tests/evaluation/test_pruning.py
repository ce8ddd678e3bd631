"""From a hundred to twelve, in the stated order."""

from fractions import Fraction
from uuid import UUID

import pytest

from marugoto.evaluation.rules.pruning import Candidate, propose, ranking


def one(number: int, **more: object) -> Candidate:
    known: dict[str, object] = {
        "row": UUID(int=number),
        "name": f"指標{number:03}",
        "duty": False,
        "linked": False,
        "free": False,
        "keep": Fraction(0),
        "twin": "",
    }
    return Candidate(**known | more)  # type: ignore[arg-type]


def order(*found: Candidate) -> list[int]:
    return [candidate.row.int for candidate in ranking(found)]


def test_a_hundred_become_twelve_and_three() -> None:
    found = propose([one(number) for number in range(1, 101)])
    assert [row.int for row in found.live] == list(range(1, 13))
    assert [row.int for row in found.seeds] == [13, 14, 15]
    assert len(found.parked) == 85
    assert not found.duty


def test_few_are_all_kept() -> None:
    found = propose([one(number) for number in range(1, 13)])
    assert (len(found.live), found.seeds, found.parked) == (12, (), ())


def test_what_a_law_asks_for_is_put_aside() -> None:
    found = propose([one(number, duty=number < 6) for number in range(1, 21)])
    assert [row.int for row in found.duty] == [1, 2, 3, 4, 5]
    assert [row.int for row in found.live] == list(range(6, 18))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"linked": True}, {"free": True, "keep": Fraction(9)}),
        ({"free": True}, {"keep": Fraction(9)}),
        ({"keep": Fraction(1, 2)}, {"keep": Fraction(0)}),
    ],
)
def test_first_what_is_linked_then_what_costs_nothing_then_what_earned(
    better: dict[str, object], worse: dict[str, object]
) -> None:
    assert order(one(1, **worse), one(2, **better)) == [2, 1]


def test_the_second_that_counts_the_same_comes_behind_its_equals() -> None:
    assert order(one(1, twin="a"), one(2, twin="a"), one(3, twin="b"), one(4)) == [1, 3, 4, 2]
    assert order(one(1, twin="a"), one(2, twin="a", keep=Fraction(1))) == [2, 1]
    assert order(one(1, twin="a", keep=Fraction(1)), one(2, twin="a"), one(3)) == [1, 3, 2]


def test_what_is_wanted_comes_in_whatever_its_rank() -> None:
    found = propose([one(number) for number in range(1, 101)], wanted=[UUID(int=77)])
    assert [row.int for row in found.live] == [77, *range(1, 12)]
    assert [row.int for row in found.seeds] == [12, 13, 14]
