"""Who hears of a ball that does not move: the body's own steps for each route, told once, muted with an end, changed with a reason."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from marugoto.custody.actions.care import call_stuck, touch
from marugoto.custody.actions.due import run_due
from marugoto.custody.actions.escalation import escalate_due, mute_route, set_steps
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import Alarm, MatterKind, OfferReason, TidingKind, TouchKind, Urgency, Whom
from marugoto.custody.models import Ball, EscalationTold, Tiding
from marugoto.custody.queries.ball import on_the_towers_table
from marugoto.custody.queries.escalation import escalation_book, muted_now, raised
from marugoto.custody.queries.tower import all_open
from marugoto.custody.rules.escalation import (
    OURS,
    Route,
    Setting,
    Steps,
    is_muted,
    may_mute,
    may_set_steps,
    steps_for,
    told_now,
)
from marugoto.custody.rules.face import Call
from marugoto.custody.rules.limit import Days
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import of_matter
from tests.custody.town import BODY, NOW, Town, later
from tests.database import unwalled

TODAY = local_day(NOW)
CALLED = Route(Alarm.STUCK)
BALL = Route(Alarm.STUCK, MatterKind.NEED, Urgency.USUAL)
UNSET = Steps(tower=0, chief=6)  # five open days for an answer, and the next


def set_for(
    town: Town, route: Route, steps: Steps, *, who: str = "高木 修", since: date = TODAY, at: datetime = NOW
) -> None:
    set_steps(by=town.viewer(who), at=at, route=route, steps=steps, since=since, reason="夏の体制")


def told(kind: TidingKind) -> list[Tiding]:
    with unwalled():
        return list(Tiding.objects.within(BODY).filter(kind=kind).order_by("made_at", "pk"))


def chief(town: Town) -> Any:
    return town.people["原 一郎"].pk


@pytest.mark.parametrize(
    ("settings", "steps"),
    [
        ([], UNSET),
        ([Setting(CALLED, TODAY, Steps(tower=1))], Steps(tower=1)),
        ([Setting(CALLED, TODAY + timedelta(days=1), Steps(tower=1))], UNSET),
        ([Setting(CALLED, TODAY, Steps(tower=1)), Setting(CALLED, TODAY, Steps(tower=2))], Steps(tower=2)),
        (
            [
                Setting(replace(CALLED, kind=MatterKind.NEED), TODAY, Steps(tower=3)),
                Setting(CALLED, TODAY, Steps(tower=1)),
            ],
            Steps(tower=3),
        ),
        ([Setting(replace(CALLED, kind=MatterKind.CASE), TODAY, Steps(tower=3))], UNSET),
        ([Setting(Route(Alarm.LATE), TODAY, Steps(tower=3))], UNSET),
        ([Setting(CALLED, TODAY, muted_until=TODAY + timedelta(days=9))], UNSET),
    ],
)
def test_the_narrowest_that_was_set_last_and_has_begun_holds(settings: list[Setting], steps: Steps) -> None:
    assert steps_for(settings, BALL, TODAY) == steps


def test_the_mute_that_was_set_last_says_until_when() -> None:
    mute = Setting(CALLED, TODAY, muted_until=TODAY + timedelta(days=9))
    assert is_muted([mute], BALL, TODAY)
    assert not is_muted([mute], BALL, TODAY + timedelta(days=9))
    assert not is_muted([mute, replace(mute, muted_until=TODAY)], BALL, TODAY)


@pytest.mark.parametrize(
    ("steps", "words", "says"),
    [
        (Steps(tower=1), {}, ""),
        (Steps(), {}, "だれにも知らせない"),
        (Steps(chief=61), {}, "60開庁日まで"),
        (Steps(tower=1), {"keeps_house": False}, "庶務か課長"),
        (Steps(tower=1), {"begins_in_past": True}, "過ぎた日"),
        (Steps(tower=1), {"changes": False}, "もうその日数"),
        (Steps(tower=1), {"reasoned": False}, "わけ"),
    ],
)
def test_when_steps_may_be_set(steps: Steps, words: dict[str, Any], says: str) -> None:
    asked = {"keeps_house": True, "begins_in_past": False, "changes": True, "reasoned": True}
    decision = may_set_steps(CALLED, steps, **asked | words)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("days", "words", "says"),
    [
        (1, {}, ""),
        (0, {}, "きょうまで"),
        (0, {"runs": True}, ""),
        (93, {}, "92日まで"),
        (1, {"keeps_house": False}, "庶務か課長"),
        (1, {"reasoned": False}, "わけ"),
    ],
)
def test_when_a_route_may_be_muted(days: int, words: dict[str, Any], says: str) -> None:
    asked = {"keeps_house": True, "runs": False, "reasoned": True}
    decision = may_mute(TODAY + timedelta(days=days), today=TODAY, **asked | words)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


def test_without_a_row_everything_is_told_as_ever(town: Town) -> None:
    call_stuck(by=town.viewer("総合"), at=NOW, ball=town.ball("総合").pk)
    assert [one.team_id for one in told(TidingKind.STUCK)] == [town.team("司令塔")]
    assert escalate_due(by=town.system(), at=NOW) == 0


def test_a_call_that_nobody_answers_reaches_the_chief_when_its_day_is_over(town: Town) -> None:
    """Within as many open days as any answer of that urgency: two; with days of the body's own, these."""
    ball = town.ball("総合", urgency=Urgency.SOON)
    call_stuck(by=town.viewer("総合"), at=NOW, ball=ball.pk)
    call = clock_of_call(town, 0)
    assert (call.due, call.left, call.late) == (TODAY + timedelta(days=2), 2, False)
    assert clock_of_call(town, 2).left == 0
    run_due(by=town.system(later(2)), at=later(2))
    assert [one.team_id for one in told(TidingKind.STUCK)] == [town.team("司令塔")]
    assert clock_of_call(town, 3).late  # Friday
    for _twice in range(2):
        run_due(by=town.system(later(3)), at=later(3))
    assert [one.duty_id for one in told(TidingKind.STUCK)][1:] == [chief(town)]
    longer = {Urgency.SOON: Days(answer=9, unattended=9)}
    assert told_now([], replace(BALL, urgency=Urgency.SOON), days=3, day=TODAY) == (Whom.TOWER, Whom.CHIEF)
    route = replace(BALL, urgency=Urgency.SOON)
    assert told_now([], route, days=3, day=TODAY, limits=longer) == (Whom.TOWER,)


def clock_of_call(town: Town, days: int) -> Call:
    [found] = on_the_towers_table(town.viewer("森 由美", later(days))).stuck
    assert found.call
    assert all_open(town.viewer("森 由美", later(days))).faces[0].call == found.call
    return found.call


def test_the_round_tells_each_once_when_the_day_has_come(town: Town) -> None:
    set_for(town, CALLED, Steps(tower=0, chief=3))
    ball = town.ball("総合")
    call_stuck(by=town.viewer("総合"), at=NOW, ball=ball.pk)
    for day, number in ((2, 1), (3, 1), (4, 1), (5, 2), (6, 2)):  # Tuesday; the third open day after is Friday
        run_due(by=town.system(later(day)), at=later(day))
        run_due(by=town.system(later(day)), at=later(day))
        if day in {2, 6}:
            assert len(told(TidingKind.STUCK)) == (1 if day == 2 else 2), (day, number)
    assert told(TidingKind.STUCK)[-1].duty_id == chief(town)
    with unwalled():
        assert set(EscalationTold.objects.within(BODY).values_list("whom", flat=True)) == {"tower", "chief"}
    facts = of_matter(town.viewer("森 由美"), matter=ball.matter)
    assert [fact.kind for fact in facts].count("ball.escalated") == 1


def test_silence_goes_to_the_chief_after_as_many_days_as_the_agency_asked_has(town: Town) -> None:
    asked_agency = town.teams["包括"].agency_id
    set_for(town, Route(Alarm.SILENT, agency=asked_agency), Steps(sender=0, tower=1, chief=2))
    ball = town.ball("総合")
    offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.team("包括"), reason=OfferReason.NEARER, due=TODAY)
    run_due(by=town.system(later(1)), at=later(1))
    assert [one.team_id for one in told(TidingKind.LAPSED)] == [town.team("総合")]
    run_due(by=town.system(later(6)), at=later(6))
    assert {one.team_id or one.duty_id for one in told(TidingKind.LAPSED)} == {
        town.team("総合"),
        town.team("司令塔"),
        chief(town),
    }


def test_a_step_of_the_holder_ends_the_alarm(town: Town) -> None:
    set_for(town, Route(Alarm.SILENT), Steps(sender=0, tower=0, chief=1))
    ball = town.ball("総合")
    offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.team("包括"), reason=OfferReason.NEARER, due=TODAY)
    run_due(by=town.system(later(1)), at=later(1))
    touch(by=town.viewer("総合", later(1, minutes=5)), at=later(1, minutes=5), ball=ball.pk, kind=TouchKind.TALKED)
    run_due(by=town.system(later(6)), at=later(6))
    assert chief(town) not in {one.duty_id for one in told(TidingKind.LAPSED)}


def test_what_lies_too_long_is_told_where_the_body_wants_it(town: Town) -> None:
    set_for(town, replace(Route(Alarm.LATE), urgency=Urgency.NOW), Steps(sender=0, tower=2))
    town.ball("総合", urgency=Urgency.NOW)
    town.ball("総合", urgency=Urgency.SLOW)
    run_due(by=town.system(later(14)), at=later(14))
    assert [one.team_id for one in told(TidingKind.LATE)].count(town.team("総合")) == 1
    assert [one.team_id for one in told(TidingKind.LATE)].count(town.team("司令塔")) == 1


def test_a_muted_route_tells_nobody_and_still_counts(town: Town) -> None:
    by = town.viewer("高木 修")
    mute_route(by=by, at=NOW, route=CALLED, until=TODAY + timedelta(days=10), reason="訓練の月")
    ball: Ball = town.ball("総合")
    call_stuck(by=town.viewer("総合"), at=NOW, ball=ball.pk)
    run_due(by=town.system(later(3)), at=later(3))
    assert not told(TidingKind.STUCK)
    [(line, balls)] = muted_now(town.viewer("森 由美", later(3)))
    assert (line.setting.muted_until, line.reason, line.by_name, len(balls)) == (
        TODAY + timedelta(days=10),
        "訓練の月",
        "高木 修",
        1,
    )
    assert all_open(town.viewer("森 由美", later(3))).faces[0].stuck is not None
    run_due(by=town.system(later(10)), at=later(10))
    assert {one.team_id or one.duty_id for one in told(TidingKind.STUCK)} == {town.team("司令塔"), chief(town)}
    assert not muted_now(town.viewer("森 由美", later(10)))


def test_who_changed_what_when_and_why_stays(town: Town) -> None:
    set_for(town, CALLED, Steps(tower=1))
    later_day = TODAY + timedelta(days=30)
    set_for(town, CALLED, Steps(tower=2), since=later_day, at=later(minutes=5))
    later_one, first = escalation_book(town.viewer("高木 修"))
    assert (later_one.setting.steps, first.setting.steps) == (Steps(tower=2), Steps(tower=1))
    assert (first.by_name, first.reason, first.made_at) == ("高木 修", "夏の体制", NOW)
    with pytest.raises(Refused, match="庶務か課長"):
        set_for(town, CALLED, Steps(tower=3), who="田中 美咲")


def test_a_hundred_alarms_cost_no_more_than_one(town: Town, django_assert_max_num_queries: Any) -> None:
    for _ in range(12):
        call_stuck(by=town.viewer("総合"), at=NOW, ball=town.ball("総合").pk)
    with django_assert_max_num_queries(8):
        assert len(raised(town.viewer("森 由美"))) == 12
    assert {one.route.alarm for one in raised(town.viewer("森 由美"))} == {Alarm.STUCK}
    assert OURS[Alarm.STUCK].reached(0) == (Whom.TOWER,)
