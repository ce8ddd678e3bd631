"""Two hands on one ball at once, on two real connections: one closes, the other is told in a sentence."""

import pytest

from proofs._race import PAIRS, race
from proofs._verbs import VERBS, settle_place

PAIRS_AT_ONCE, PAIRS_OF_CONTROL = 200, 120


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_second_hand_gets_a_sentence_and_the_ball_stays_explainable() -> None:
    tally = race(settle_place(), PAIRS_AT_ONCE, seed=20261124)
    assert len(PAIRS) == len(VERBS) * (len(VERBS) + 1) // 2 < PAIRS_AT_ONCE, "every two verbs at least once"
    assert tally.traces == []
    assert tally.broken == []
    assert set(tally.done) == set(VERBS), "every verb went through at least once"
    assert tally.refused.total() > PAIRS_AT_ONCE // 5, "the two hands really meet, on a busy machine too"


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_compare_and_set_the_same_races_are_caught() -> None:
    """The control: a harness that does not see the planted fault would see nothing."""
    control = race(settle_place(), PAIRS_OF_CONTROL, seed=20261124, blind=True)
    assert control.met > 0
    assert len(control.broken) > 3
