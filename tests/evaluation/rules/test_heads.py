"""What of the counts of a half-year may go out: the sums that hold among the marks, and a town in which nothing is told."""

import pytest

from marugoto.evaluation.rules.heads import INTAKES, MARKED, MORE, PRINTED, TROUBLES, Heads, outside, sums_of, tied
from marugoto.evaluation.rules.subtraction import Sum

ONE, TWO = TROUBLES[:2]


def counts(intakes: int, **more: int) -> dict[str, int]:
    return dict.fromkeys(PRINTED, 0) | {INTAKES: intakes, "trouble.none": more.pop("none", 0)} | more


@pytest.mark.parametrize(
    ("marks", "none", "marked", "beyond"),
    [
        ({}, 30, 0, 0),
        ({ONE: 12}, 18, 12, 0),
        ({ONE: 12, TWO: 7}, 14, 16, 3),  # three have both
        ({ONE: 5}, 18, 12, 0),  # of a list of another year: no mark is less than none
    ],
)
def test_marks_and_consultations(marks: dict[str, int], none: int, marked: int, beyond: int) -> None:
    assert tied(counts(30, none=none) | marks) == {MARKED: marked, MORE: beyond}


def test_where_each_has_but_one_kind_of_mark_they_make_those_that_are_marked() -> None:
    own = Sum(MARKED, (ONE,))
    assert own in sums_of(counts(30) | {ONE: 12})
    assert own not in sums_of(counts(30) | {ONE: 12, TWO: 7})
    assert len(sums_of(counts(30))) == len(sums_of(counts(30) | {ONE: 12, TWO: 7}))


@pytest.mark.parametrize(("population", "told"), [(1_999, None), (2_000, 30), (None, 30)])
def test_of_the_smallest_towns_nothing_goes_out(population: int | None, told: int | None) -> None:
    found = outside(counts(30, none=30, unnamed=30, **{"channel.phone": 30, "end.none": 30}), population=population)
    assert found.of(INTAKES) == told
    assert found.outside
    assert found.hidden == (0 if told else len(PRINTED))


def test_hidden_ones_are_counted() -> None:
    assert Heads({"a": None, "b": 3, "c": None}).hidden == 2
