"""What is taken back is as before and told as no change; what is live may be named in other words; opinions come to somebody."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from marugoto.agencies.models import Suspension
from marugoto.agencies.queries import directory
from marugoto.custody.models import Ball
from marugoto.evaluation.actions import means_change, pilot, plan, plan_indicator
from marugoto.evaluation.codes import PilotEnd, ReviewSaid, Standing
from marugoto.evaluation.measures import Window
from marugoto.evaluation.models import MeansDecision, Opinion, PlanIndicator
from marugoto.evaluation.queries import indicator_ledger as ledger
from marugoto.evaluation.queries import means_review as reviews
from marugoto.evaluation.queries import opinion as opinions
from marugoto.evaluation.queries.decided import decided
from marugoto.evaluation.queries.plan import outline
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.standards.aims_and_means import aims_and_means
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import read
from tests.database import unwalled
from tests.evaluation.facts import share
from tests.reviewed import (
    ahead,
    changed,
    closed,
    gave,
    means,
    named,
    opened,
    review_with,
    ruled,
    scope,
    taken_up,
    tried,
)
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def told(town: Town, *kinds: str) -> list[str]:
    return [fact.kind for fact in read(town("hirata"), kinds=kinds)]


def undone(town: Town, decision: MeansDecision) -> None:
    means_change.undo_change(by=town("hirata"), at=town.later(), decision=decision.pk, reason="やめて困った人がいた。")


def test_a_stop_that_is_taken_back_lets_it_run_again(town: Town) -> None:
    decision = review_with(town, ReviewSaid.STOP)
    changed(town, decision)
    assert reviews.running_means(town("hirata")) == []
    undone(town, decision)
    assert [one.pk for one in reviews.running_means(town("hirata"))] == [decision.scope.means_id]
    assert told(town, "means.begun", "means.ended") == ["means.begun", "means.ended", "means.begun"]


def test_a_stop_is_not_taken_back_beside_its_like_or_another_stop(town: Town) -> None:
    about = means(town)
    first, second = opened(town, about), opened(town, about)
    stops = [ruled(town, scope(one, about), ReviewSaid.STOP) for one in (first, second)]
    for one in stops:
        changed(town, one)
    undone(town, stops[0])
    assert reviews.running_means(town("hirata")) == []  # the other review's stop stands
    means(town)
    with pytest.raises(Refused, match="もう新しく始まっています"):
        undone(town, stops[1])


def test_what_was_taken_back_is_told_as_no_change(town: Town) -> None:
    decision = review_with(town)
    changed(town, decision)
    today = local_day(town.now)

    def moved() -> tuple[int, int]:
        (line,) = reviews.reviews(town("hirata"))
        return line.moved, decided(town("hirata"), since=today, last=today).changed

    assert moved() == (1, 1)
    undone(town, decision)
    assert moved() == (0, 0)


def test_what_was_otherwise_before_the_review_is_no_change_of_it(town: Town) -> None:
    decision = review_with(town)
    with pytest.raises(Refused, match="見直しを始めた日より前"):
        changed(town, decision, effective=ahead(town, -1))


def test_what_is_live_is_named_in_other_words(town: Town) -> None:
    row = named(town)
    said: dict[str, Any] = {"by": town("hirata"), "indicator": row.pk, "to": Standing.LIVE}
    again = plan_indicator.let_stand(at=town.later(), turning="40%を下回ったら", **said)
    assert (again.decision, again.turning) == ("返事の係の置き方", "40%を下回ったら")
    with pytest.raises(Refused, match="もうそうなっています"):
        plan_indicator.let_stand(at=town.later(), turning=" 40%を下回ったら", **said)
    live = {row.pk: ("返事の係の置き方", "30%を下回ったら")}
    assert plan_indicator.prune(by=town("hirata"), at=town.later(), live=live, seeds=[], parked=[])[Standing.LIVE] == 1
    assert told(town, "indicator.adopted") == ["indicator.adopted"] * 3


def test_a_share_is_typed_as_one_and_counted_to_the_nearest(town: Town) -> None:
    row = named(town, unit="％")
    said: dict[str, Any] = {"by": town("hirata"), "indicator": row.pk, "day": local_day(town.now), "n": 3}
    for value in ("100.1", "-1"):
        with pytest.raises(Refused, match="0から100まで"):
            plan_indicator.type_value(at=town.later(), value=Decimal(value), **said)
    plan_indicator.type_value(at=town.later(), value=Decimal("33.33"), **said)
    (line,) = ledger.book(town("hirata")).plan.entries
    assert [one.share for one in line.periods] == [Share(3, 1)]


def test_an_aim_is_measured_by_what_stands(town: Town) -> None:
    aim = plan.set_aim(by=town("hirata"), at=town.later(), name="だれもひとりにしない")
    rows = [named(town), named(town, "つながった割合")]
    for row in rows:
        plan.measure_aim(by=town("hirata"), at=town.later(), aim=aim.pk, indicator=row.pk)
    assert measured(town) == (1, 1)
    stand(town, rows[0], Standing.PARKED)
    assert measured(town) == (1, 1)
    stand(town, rows[1], Standing.RETIRED)
    assert measured(town) == (1, 0)
    assert outline(town("hirata")).loose_aims == [aim]
    stand(town, rows[0], Standing.SEED)
    assert measured(town) == (1, 1)
    assert outline(town("hirata")).loose_aims == []
    other = plan.set_aim(by=town("hirata"), at=town.later(), name="困ったら声を出せる")
    with pytest.raises(Refused, match="置いてあるか終えた"):
        plan.measure_aim(by=town("hirata"), at=town.later(), aim=other.pk, indicator=rows[1].pk)


def test_a_line_is_the_last_when_the_others_are_at_rest(town: Town) -> None:
    aim = plan.set_aim(by=town("hirata"), at=town.later(), name="だれもひとりにしない")
    rows = [named(town), named(town, "つながった割合")]
    lines = [plan.measure_aim(by=town("hirata"), at=town.later(), aim=aim.pk, indicator=row.pk) for row in rows]
    stand(town, rows[0], Standing.PARKED)
    plan.cut_line(by=town("hirata"), at=town.later(), line=lines[1].pk)
    assert measured(town) == (1, 0)


def stand(town: Town, row: PlanIndicator, to: Standing) -> None:
    plan_indicator.let_stand(by=town("hirata"), at=town.later(), indicator=row.pk, to=to, reason="使わない。")


def measured(town: Town) -> tuple[int, int]:
    """The aims of P.2, and how many of them are measured."""
    tomorrow = (local_day(town.now) + timedelta(days=1)).toordinal()
    told = share(aims_and_means.evidence["measured"].measure, Window(town.body, 0, tomorrow, tomorrow, tomorrow))
    return told.n, told.k


def test_an_opinion_comes_to_somebody_though_whoever_plans_is_suspended(town: Town) -> None:
    means(town)
    planner, day = town("hirata"), local_day(town.now)
    assert held_by(gave(town)) == planner.team
    with unwalled():
        for worker in {duty.worker_id for duty in directory.duties_of_team(planner.team, day)}:
            Suspension.objects.create(
                body=town.body, made_at=town.now, worker_id=worker, day=day, by_id=town("honma").duty, reason="退職"
            )
        tower = directory.control_tower(town.body, day).pk
    assert held_by(gave(town)) == tower != planner.team


def test_what_waits_is_shown_however_much_came_after_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (reviews, opinions):
        monkeypatch.setattr(module, "SHOWN", 1, raising=False)
    about = means(town)
    first = opened(town, about), gave(town), tried(town, about)
    later = opened(town, about), gave(town), tried(town, about)
    ruled(town, scope(later[0], about))
    closed(town, later[0])
    taken_up(town, later[1], first[0])
    pilot.end_pilot(by=town("ogawa"), at=town.later(), pilot=later[2].pk, end=PilotEnd.STOPPED, finding="来なかった。")
    planner = town("hirata")
    assert [line.review.pk for line in reviews.reviews(planner)] == [first[0].pk]
    assert [line.row.pk for line in opinions.opinions(planner, everybody=True)] == [first[1].pk]
    assert [row.pk for row in reviews.pilots(planner)] == [first[2].pk]


def held_by(given: Opinion) -> object:
    with unwalled():
        return Ball.objects.everywhere("a test").get(pk=given.ball_id).holder_id
