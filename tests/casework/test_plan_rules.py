"""Who looked at a plan before it is decided: a conference where 重層 is run, and at least somebody named elsewhere; and whose decision it
is: the municipality's, never that of an agency under contract."""

import pytest

from marugoto.casework.codes import PlanState
from marugoto.casework.rules.plan import Mover, may_move

WORKER = Mover(may_decide=False, contracted=False)


@pytest.mark.parametrize(
    ("examined", "at_a_table", "may", "says"),
    [
        (True, True, True, ""),
        (True, False, True, ""),
        (False, True, False, "どの会議で確かめたかが分かりません。"),
        (False, False, False, "だれと確かめたかが分かりません。"),
    ],
)
def test_a_plan_is_looked_at_before_it_is_decided(examined: bool, at_a_table: bool, may: bool, says: str) -> None:
    states = [PlanState.DRAFTED]
    found = may_move(states, PlanState.EXAMINED, by=WORKER, goals=1, steps=1, examined=examined, at_a_table=at_a_table)
    assert (bool(found), found.reason) == (may, says)


def test_without_a_table_nothing_else_is_skipped() -> None:
    assert not may_move(
        [PlanState.DRAFTED], PlanState.DECIDED, by=WORKER, goals=1, steps=1, examined=True, at_a_table=False
    )
    assert not may_move(
        [PlanState.DRAFTED], PlanState.EXAMINED, by=WORKER, goals=0, steps=1, examined=True, at_a_table=False
    )


@pytest.mark.parametrize(
    ("by", "may", "says"),
    [
        (Mover(may_decide=True, contracted=False), True, ""),
        (Mover(may_decide=False, contracted=False), False, "課長の役割で記録します。"),
        (Mover(may_decide=True, contracted=True), False, "支援の決定は市町村がします。"),
        (Mover(may_decide=False, contracted=True), False, "支援の決定は市町村がします。"),
    ],
)
def test_the_decision_is_the_municipalitys(by: Mover, may: bool, says: str) -> None:
    states = [PlanState.DRAFTED, PlanState.EXAMINED]
    found = may_move(states, PlanState.DECIDED, by=by, goals=1, steps=1, examined=True)
    assert bool(found) is may
    assert says in found.reason
    assert may or found.way_on
