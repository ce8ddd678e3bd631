"""Two hands on one ball at once, on two real connections: one closes, the other is told in a sentence."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connections

from marugoto.custody.actions.ball import place
from marugoto.custody.actions.bundle import take_back_bundle
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import MatterKind, OfferReason, Urgency
from marugoto.custody.models import Bundle, BundleLine, BundleTakingBack
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.kernel.ref import Ref
from proofs._race import PAIRS, race
from proofs._verbs import BODY, START, VERBS, Place, settle_place
from tests.database import unwalled

PAIRS_AT_ONCE, PAIRS_OF_CONTROL = 240, 120


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


@acting
def _handed_at_once(*, by: object, here: Place) -> Bundle:
    viewer, to = here.viewer("holder", START), here.team("receiver")
    row = Bundle.objects.create(
        body=BODY, made_at=START, team_id=viewer.team, by_id=viewer.duty, to_id=to, person_id=None, at=START
    )
    for turn in range(1, 4):
        ball = place(
            by=viewer,
            at=START,
            matter=Ref("need", uuid4()),
            kind=MatterKind.NEED,
            theme="housing",
            urgency=Urgency.USUAL,
        )
        asked = offer(by=viewer, at=START, ball=ball.pk, to=to, reason=OfferReason.AREA)
        BundleLine.objects.create(body=BODY, made_at=START, bundle=row, turn=turn, ball=ball, offer=asked)
    return row


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_presses_that_take_a_bundle_back_one_does_it_and_the_other_is_told() -> None:
    here = settle_place()
    bundle = _handed_at_once(by=here.viewer("holder", START), here=here)
    line, told = threading.Barrier(2), []

    def press(minutes: int) -> None:
        at = START + timedelta(minutes=minutes)
        try:
            line.wait()
            told.append(take_back_bundle(by=here.viewer("holder", at), at=at, bundle=bundle.pk))
        except Refused as refused:
            told.append(refused.sentence)
        finally:
            connections.close_all()

    hands = [threading.Thread(target=press, args=(minutes,)) for minutes in (5, 6)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(30)
    assert sorted(type(word).__name__ for word in told) == ["int", "str"], told
    assert 3 in told
    with unwalled():
        assert set(BundleTakingBack.objects.within(BODY).values_list("refused", flat=True)) == {""}
