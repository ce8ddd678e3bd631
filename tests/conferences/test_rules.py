"""When something may happen at a conference, and what is said when it may not."""

from typing import Any

import pytest

from marugoto.conferences.codes import KindCode, Stage
from marugoto.conferences.kinds import KINDS, Kind, kind_of
from marugoto.conferences.rules.agenda import Table, may_decide, may_put_on, may_reach, may_record, may_sit
from marugoto.disclosure.codes import BasisCode

CONVENED = [Stage.CONVENED]
OPENED = [*CONVENED, Stage.OPENED]
CLOSED = [*OPENED, Stage.CLOSED]
OFF = [*CONVENED, Stage.CALLED_OFF]


@pytest.mark.parametrize(
    ("stages", "sits", "records"),
    [(CONVENED, True, False), (OPENED, True, True), (CLOSED, False, False), (OFF, False, False)],
)
def test_seats_until_it_is_over_and_records_while_it_lasts(stages: list[Stage], sits: bool, records: bool) -> None:
    assert bool(may_sit(stages)) is sits
    assert bool(may_record(stages)) is records
    for decision in (may_sit(stages), may_record(stages)):
        assert decision or (decision.reason and decision.way_on)


@pytest.mark.parametrize(
    ("stages", "to", "items", "allowed"),
    [
        (CONVENED, Stage.OPENED, 1, True),
        (CONVENED, Stage.OPENED, 0, False),
        (CONVENED, Stage.CLOSED, 1, False),
        (CONVENED, Stage.CALLED_OFF, 0, True),
        (OPENED, Stage.CLOSED, 1, True),
        (OPENED, Stage.OPENED, 1, False),
        (OPENED, Stage.CALLED_OFF, 1, False),
        (CLOSED, Stage.OPENED, 1, False),
        (CLOSED, Stage.CALLED_OFF, 1, False),
        (OFF, Stage.OPENED, 1, False),
    ],
)
def test_one_stage_follows_another(stages: list[Stage], to: Stage, items: int, allowed: bool) -> None:
    decision = may_reach(stages, to, items=items)
    assert bool(decision) is allowed
    assert decision or (decision.reason and decision.way_on)


def test_an_item_needs_a_basis_of_its_kind_and_an_open_agenda() -> None:
    kind = kind_of(KindCode.SUPPORT)
    assert may_put_on(kind, kind.bases[0], CONVENED)
    strange = next(basis for basis in BasisCode if basis not in kind.bases)
    assert "根拠" in may_put_on(kind, strange, CONVENED).reason
    assert "終わって" in may_put_on(kind, kind.bases[0], CLOSED).reason
    assert "取りやめ" in may_put_on(kind, kind.bases[0], OFF).reason


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code.value)
def test_every_kind_takes_its_own_bases_and_no_other(kind: Kind) -> None:
    taken = [basis for basis in BasisCode if may_put_on(kind, basis, CONVENED)]
    assert set(taken) == set(kind.bases)
    assert bool(kind.pledge) is not kind.of_topics, "who hears of somebody promises secrecy first"


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"opened": False}, "会議が始まってから"),
        ({"closed": True}, "会議が始まってから"),
        ({"taker_sits": False}, "席にいません"),
        ({"taker_pledged": False}, "約束をまだ確かめていません"),
        ({"taker_present": False}, "欠席の人"),
        ({"basis": BasisCode.EMERGENCY}, "短い時間だけの根拠"),
        ({"own_need": False}, "この議題の世帯の必要ではありません"),
    ],
)
def test_a_role_goes_to_somebody_who_sits_there(broken: dict[str, Any], said: str) -> None:
    good: dict[str, Any] = {"opened": True, "closed": False, "taker_sits": True, "taker_pledged": True}
    good |= {"taker_present": True, "own_need": True, "basis": BasisCode.SUPPORT_CONFERENCE}
    assert may_decide(Table(**good))
    decision = may_decide(Table(**(good | broken)))
    assert said in decision.reason
    assert decision.way_on
