"""Periods, holds and two persons, as tables of truth."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from marugoto.agencies.codes import Role
from marugoto.kernel.jst import JST
from marugoto.retention.codes import Counted, DisposalState, HoldReason
from marugoto.retention.rules.disposal import (
    Course,
    leads,
    may_decide,
    may_destroy,
    may_propose,
    may_remove,
    may_say,
    may_undo,
    standing,
)
from marugoto.retention.rules.hold import held_until, is_held, may_hold, may_lift
from marugoto.retention.rules.proof import commitment
from marugoto.retention.rules.schedule import Period, closed_before, may_set, over_on

NOW = datetime(2033, 5, 10, 12, tzinfo=JST)
TODAY = NOW.date()
ONE, OTHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("years", "counted", "closed", "over"),
    [
        (5, Counted.FISCAL, date(2026, 4, 1), date(2032, 4, 1)),
        (5, Counted.FISCAL, date(2027, 3, 31), date(2032, 4, 1)),
        (5, Counted.FISCAL, date(2027, 4, 1), date(2033, 4, 1)),
        (5, Counted.CLOSING, date(2026, 4, 1), date(2031, 4, 2)),
        (1, Counted.CLOSING, date(2024, 2, 29), date(2025, 3, 2)),
        (None, Counted.FISCAL, date(2026, 4, 1), None),
    ],
)
def test_when_a_period_is_over(years: int | None, counted: Counted, closed: date, over: date | None) -> None:
    assert over_on(Period(years, counted), closed) == over


@pytest.mark.parametrize("counted", Counted)
@pytest.mark.parametrize("years", [1, 3, 5, 10])
def test_the_moment_before_which_it_was_closed_says_the_same(years: int, counted: Counted) -> None:
    period = Period(years, counted)
    before = closed_before(period, TODAY)
    assert before is not None
    for days in range(-400, 400):
        closed = before.date() + timedelta(days=days)
        over = over_on(period, closed)
        assert over is not None
        assert (over <= TODAY) == (datetime(closed.year, closed.month, closed.day, tzinfo=JST) < before), closed
    assert closed_before(Period(None, counted), TODAY) is None


@pytest.mark.parametrize(
    ("years", "said", "allowed"),
    [
        (5, {}, True),
        (None, {}, True),
        (0, {}, False),
        (101, {}, False),
        (5, {"leads": False}, False),
        (5, {"source": " "}, False),
        (5, {"reason": ""}, False),
        (5, {"since": TODAY - timedelta(days=1)}, False),
    ],
)
def test_who_sets_a_period_says_on_what_and_why(years: int | None, said: dict[str, object], allowed: bool) -> None:
    usual = {"leads": True, "since": TODAY, "today": TODAY, "source": "規程", "reason": "同じに"}
    assert bool(may_set(years, **(usual | said))) is allowed  # type: ignore[arg-type]


def test_a_hold_ends_by_another_hand_and_after_a_dispute_in_three_years() -> None:
    assert may_hold(leads=True, words="訴訟", since=TODAY, today=TODAY)
    assert not may_hold(leads=False, words="訴訟", since=TODAY, today=TODAY)
    assert not may_hold(leads=True, words=" ", since=TODAY, today=TODAY)
    assert not may_hold(leads=True, words="訴訟", since=TODAY + timedelta(days=1), today=TODAY)
    usual = {
        "leads": True,
        "worker": OTHER,
        "placed_by": ONE,
        "ended": False,
        "over_on": TODAY,
        "since": TODAY,
        "today": TODAY,
    }
    assert may_lift(**usual)  # type: ignore[arg-type]
    wrong = ({"over_on": TODAY + timedelta(days=days)} for days in (-1, 1))
    for changed in ({"worker": ONE}, {"leads": False}, {"ended": True}, *wrong):
        assert not may_lift(**(usual | changed))  # type: ignore[arg-type]
    until = held_until(HoldReason.DISPUTE, date(2024, 2, 29))
    assert until == date(2027, 3, 2)
    assert (is_held(until, date(2027, 3, 1)), is_held(until, until), is_held(None, until)) == (True, False, True)
    assert held_until(HoldReason.AUDIT, date(2024, 2, 28)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("course", "state"),
    [
        (Course(ONE), DisposalState.PROPOSED),
        (Course(ONE, OTHER, agreed=False), DisposalState.REFUSED),
        (Course(ONE, OTHER, agreed=True, ready_at=NOW + timedelta(seconds=1)), DisposalState.WAITING),
        (Course(ONE, OTHER, agreed=True, ready_at=NOW), DisposalState.READY),
        (Course(ONE, OTHER, agreed=True, ready_at=NOW, left=0, done=1), DisposalState.DONE),
        (Course(ONE, OTHER, agreed=True, ready_at=NOW, undone=True), DisposalState.UNDONE),
        (Course(ONE, undone=True), DisposalState.UNDONE),
    ],
)
def test_how_a_list_stands(course: Course, state: DisposalState) -> None:
    assert standing(course, NOW) is state
    assert bool(may_destroy(course, now=NOW)) is (state is DisposalState.READY)
    undone = state in {DisposalState.PROPOSED, DisposalState.WAITING, DisposalState.READY}
    assert bool(may_undo(course, leads=True, now=NOW, reason="確かめる")) is undone
    assert not may_undo(course, leads=False, now=NOW, reason="確かめる")
    assert not may_undo(course, leads=True, now=NOW, reason=" ")
    removes = state in {DisposalState.PROPOSED, DisposalState.WAITING}
    assert bool(may_remove(leads=True, state=state, reason="まだ", gone=False)) is removes


def test_nobody_decides_what_he_proposed() -> None:
    assert not may_decide(Course(ONE), worker=ONE, leads=True, now=NOW)
    assert not may_decide(Course(ONE), worker=OTHER, leads=False, now=NOW)
    assert may_decide(Course(ONE), worker=OTHER, leads=True, now=NOW)
    assert not may_decide(Course(ONE, OTHER, agreed=True, ready_at=NOW), worker=OTHER, leads=True, now=NOW)
    assert not may_destroy(Course(ONE, ONE, agreed=True, ready_at=NOW), now=NOW)
    assert not may_undo(Course(ONE, OTHER, agreed=True, ready_at=NOW, left=1, done=1), leads=True, now=NOW, reason="x")
    assert not may_say(agreed=False, words="", left=1)
    assert not may_say(agreed=True, words="", left=0)
    assert may_say(agreed=True, words="", left=1)


def test_who_leads_and_who_proposes() -> None:
    chief, privacy = frozenset({Role.CHIEF}), frozenset({Role.PRIVACY})
    assert leads(chief, own_staff=True, contracted=False)
    assert not leads(chief, own_staff=True, contracted=True)
    assert not leads(chief, own_staff=False, contracted=False)
    assert not leads(frozenset({Role.COUNSELLOR}), own_staff=True, contracted=False)
    assert may_propose(roles=privacy, leads=True, due=1)
    assert not may_propose(roles=chief, leads=True, due=1)
    assert not may_propose(roles=privacy, leads=True, due=0)


def test_the_commitment_knows_each_row_and_no_order() -> None:
    rows = [("a", ONE), ("b", OTHER)]
    said = commitment("salt", rows)
    assert said == commitment("salt", rows[::-1])
    assert len({said, commitment("other", rows), commitment("salt", rows[:1]), commitment("salt", [("b", ONE)])}) == 4
