"""The story of a ball folds to its state; a story that can not be is noticed."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from marugoto.custody.actions.hand import hand_to, move, take
from marugoto.custody.codes import How
from marugoto.custody.queries.check import faults
from marugoto.custody.rules.story import Broken, State, Stretch, Told, fold, unbroken
from marugoto.ground.context import entered
from tests.custody.town import NOW, Town

ONE, OTHER, OFFER, SECOND = uuid4(), uuid4(), uuid4(), uuid4()
T0 = datetime(2026, 11, 24, tzinfo=UTC)
T1, T2, T3 = (T0 + timedelta(hours=hours) for hours in (1, 2, 3))

PLACED = Told("ball.placed", {"to": ONE})
OFFERED = Told("ball.offered", {"offer": OFFER, "to": OTHER, "sender": ONE})
CAUGHT = Told("ball.caught", {"offer": OFFER, "to": OTHER, "sender": ONE})
DECLINED = Told("ball.declined", {"offer": OFFER, "to": OTHER})
SETTLED = Told("ball.settled", {"holder": ONE})
REOPENED = Told("ball.reopened", {"to": ONE})
BACK = Told("ball.handed_back", {"to": ONE, "sender": OTHER})


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ([], State()),
        ([PLACED], State(ONE)),
        ([PLACED, OFFERED], State(ONE, OFFER)),
        ([PLACED, OFFERED, CAUGHT], State(OTHER)),
        ([PLACED, OFFERED, DECLINED], State(ONE)),
        ([PLACED, OFFERED, CAUGHT, BACK], State(ONE)),
        ([PLACED, OFFERED, DECLINED, SETTLED], State(ONE, settled=True)),
        ([PLACED, SETTLED, REOPENED], State(ONE)),
        ([PLACED, Told("ball.touched", {})], State(ONE)),
    ],
)
def test_the_state_is_the_fold_of_the_facts(facts: list[Told], state: State) -> None:
    assert fold(facts) == state


@pytest.mark.parametrize(
    "facts",
    [
        [PLACED, CAUGHT],
        [PLACED, OFFERED, OFFERED],
        [PLACED, OFFERED, CAUGHT, CAUGHT],
        [PLACED, OFFERED, Told("ball.caught", {"offer": SECOND, "to": ONE})],
        [PLACED, SETTLED, SETTLED],
        [PLACED, OFFERED, SETTLED],
        [PLACED, REOPENED],
        [PLACED, SETTLED, OFFERED],
    ],
)
def test_a_story_that_can_not_be_is_noticed(facts: list[Told]) -> None:
    with pytest.raises(Broken):
        fold(facts)


@pytest.mark.parametrize(
    ("stretches", "settled", "says"),
    [
        ([Stretch(1, ONE, T0, None)], False, ""),
        ([Stretch(1, ONE, T0, T1), Stretch(2, OTHER, T1, None)], False, ""),
        ([Stretch(1, ONE, T0, T1)], True, ""),
        ([Stretch(1, ONE, T0, T1), Stretch(2, ONE, T2, None, reopened=True)], False, ""),
        ([Stretch(1, ONE, T0, T1), Stretch(2, ONE, T2, None)], False, "だれも持っていなかった"),
        ([Stretch(1, ONE, T0, T2), Stretch(2, OTHER, T1, None)], False, "重なって"),
        ([Stretch(1, ONE, T0, None), Stretch(2, OTHER, T1, None)], False, "重なって"),
        ([Stretch(1, ONE, T0, T1)], False, "持ち手が一人ではありません"),
        ([], False, "持ち手が一人ではありません"),
        ([Stretch(1, ONE, T0, None)], True, "終わったボールに持ち手"),
        ([Stretch(1, ONE, T0, T1), Stretch(3, OTHER, T1, None)], False, "順番がとんで"),
    ],
)
def test_holdings_have_no_gap_and_no_overlap(stretches: list[Stretch], settled: bool, says: str) -> None:
    decision = unbroken(stretches, settled=settled)
    assert bool(decision) is (not says)
    assert says in decision.reason


@pytest.mark.django_db
def test_the_checker_finds_a_ball_that_moved_without_a_fact(town: Town) -> None:
    ball, viewer = town.ball(), town.viewer("森 由美")
    assert faults(viewer) == []
    by = town.viewer("総合")
    with transaction.atomic(), entered(by):
        grip = take(by, NOW, ball.pk)
        hand_to(by, NOW, grip, team=town.team("学校"), in_charge=town.people["西村 薫"].pk, how=How.CAUGHT)
    assert faults(viewer) == [f"{ball.number}: 事実をたどった先と、いまの表が合いません。"]


@pytest.mark.django_db
def test_the_checker_finds_a_column_that_disagrees_with_the_history(town: Town) -> None:
    ball, viewer = town.ball(), town.viewer("森 由美")
    by = town.viewer("総合")
    with transaction.atomic(), entered(by):
        move(by, NOW, take(by, NOW, ball.pk), holder_id=town.team("学校"))
    assert faults(viewer) == [f"{ball.number}: 持ち手と、手元の記録の最後が合いません。"]
