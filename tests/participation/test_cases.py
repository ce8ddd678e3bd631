"""The judged cases are what they were when they were frozen, and those of the open halves are still answered as well."""

import pytest

from benches import _matching_cases as told
from marugoto.participation.labels import said
from marugoto.participation.rules.gate import gates_shut
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.matching import find

TOP, LEAST = 5, 0.9


def test_no_case_was_touched_since_it_was_frozen() -> None:
    assert told.thawed() == []


@pytest.mark.parametrize("half", told.OPEN)
def test_the_open_halves_are_answered_and_no_gate_is_passed(half: str) -> None:
    index, labels, cases = Index(place for place, _ in told.places()), said(), told.cases(half)
    found = {case.key: find(case.wished, index, labels, case.standing).fits for case in cases}
    some = [case for case in cases if case.right]
    right = [case for case in some if case.right & {fit.place.key for fit in found[case.key][:TOP]}]
    none = [case for case in cases if not case.right and case.agreed]
    assert len(right) >= LEAST * len(some)
    assert len([case for case in none if not found[case.key]]) >= LEAST * len(none)
    shut = [gates_shut(case.wished, fit.place, case.standing) for case in cases for fit in found[case.key][:TOP]]
    assert not any(shut)
