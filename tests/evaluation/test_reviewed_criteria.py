"""P.2 to P.6 are judged by what a review and a plan leave in the ledger, and a line that is cut counts no more."""

from datetime import timedelta

import pytest

from marugoto.evaluation.actions import opinion, pilot, plan, plan_indicator
from marugoto.evaluation.codes import OpinionSaid, Party, PilotEnd, ReviewSaid, Standing
from marugoto.evaluation.queries.decided import Decided, decided
from marugoto.evaluation.queries.figure import figures
from marugoto.evaluation.queries.reviewed import used_in_reviews
from marugoto.evaluation.rules.level import Verdict
from marugoto.evaluation.standards import BY_CODE
from marugoto.kernel.jst import local_day
from tests.reviewed import (
    PLANNER,
    came,
    changed,
    cited,
    closed,
    effect,
    gave,
    line,
    means,
    named,
    opened,
    review_with,
    ruled,
    scope,
    tried,
    written,
)
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def judged(town: Town, code: str, *, after: int = 1) -> Verdict:
    """So many days after what was done."""
    viewer = town(PLANNER).at_moment(town.now + timedelta(days=after))
    day = local_day(viewer.at)
    return figures(viewer, days=[day], criteria=[BY_CODE[code]]).verdicts[code, day]


def met(town: Town, code: str, *, after: int = 1) -> list[bool | None]:
    return [one.met for one in judged(town, code, after=after).answers]


def test_lines_hold_until_they_are_cut(town: Town) -> None:
    assert judged(town, "P.2").level is None
    cut = line(town)
    assert met(town, "P.2") == [True, True, True, False, None]  # the aim has no indicator yet
    means(town, name="どこにも結ばれていない手段")
    assert met(town, "P.2")[:3] == [True, False, False]
    plan.cut_line(by=town(PLANNER), at=town.later(), line=cut)
    assert "2つ中0つ" in judged(town, "P.2").answers[1].stands


def test_an_aim_is_measured_until_its_last_indicator_is_taken_away(town: Town) -> None:
    aim = plan.set_aim(by=town(PLANNER), at=town.later(), name="ひとりにならない")
    rows = [
        plan.measure_aim(by=town(PLANNER), at=town.later(), aim=aim.pk, indicator=named(town, name).pk)
        for name in ("一つめ", "二つめ")
    ]
    assert met(town, "P.2")[3] is True
    plan.cut_line(by=town(PLANNER), at=town.later(), line=rows[0].pk)
    assert met(town, "P.2")[3] is True
    plan.cut_line(by=town(PLANNER), at=town.later(), line=rows[1].pk)
    assert met(town, "P.2")[3] is False


def test_living_indicators_are_explained_and_used(town: Town) -> None:
    own = named(town, owner="福祉総務課")
    named(town, "持ち主のないもの")
    written(town, "法律が求めるもの", duty=True)  # stands outside
    written(town, "種")
    assert [judged(town, "P.3").answers[0].stands, *met(town, "P.3")[1:3]] == ["2本中1本(50%)", True, False]
    about = means(town)
    review = opened(town, about)
    ruled(town, scope(review), evidence=cited(town, review, str(own.pk)))
    assert met(town, "P.3") == [False, True, True, True, False]
    parked = plan_indicator.let_stand(by=town(PLANNER), at=town.later(), indicator=own.pk, to=Standing.PARKED)
    assert parked.standing == Standing.PARKED
    assert "1本中0本" in judged(town, "P.3").answers[2].stands


def test_a_review_reaches_means_and_its_effect_is_looked_at(town: Town) -> None:
    assert judged(town, "P.4").level is None
    decision = review_with(town)
    assert met(town, "P.4")[:2] == [True, True]
    assert judged(town, "P.4").level == 2
    changed(town, decision)
    effect(town, decision)
    seen = judged(town, "P.4", after=100)  # the day of the effect is over
    assert [seen.answers[4].met, seen.answers[4].stands] == [True, "1件"]


def test_a_pilot_with_a_rule_by_which_it_stops(town: Town) -> None:
    row = tried(town)
    assert [met(town, "P.5")[1], met(town, "P.5")[3]] == [True, None]
    pilot.end_pilot(by=town("ogawa"), at=town.later(), pilot=row.pk, end=PilotEnd.STOPPED, finding="昼がよい。")
    changed(town, review_with(town))
    assert met(town, "P.5")[1:] == [True, False, True, True]


def test_who_uses_it_sits_there_and_is_credited(town: Town) -> None:
    review = opened(town)  # residents and commissioners are invited
    given = gave(town, party=Party.FAMILY)
    assert met(town, "P.6")[:2] == [True, None]
    came(town, review, Party.FAMILY, Party.TOP, Party.EXPERT)
    assert met(town, "P.6")[1] is False  # the top and an expert are none of those whom it concerns
    came(town, review, Party.RESIDENTS, Party.FRONT)
    said = OpinionSaid.TAKEN_UP
    opinion.answer_opinion(
        by=town(PLANNER), at=town.later(), opinion=given.pk, said=said, words="決めます。", review=review.pk
    )
    changed(town, ruled(town, scope(review), opinions=[given.pk]))
    assert judged(town, "P.6").level == 3


def test_what_the_reviews_of_a_time_came_to(town: Town) -> None:
    decision = review_with(town)
    review_with(town, ReviewSaid.KEEP)
    opened(town)  # goes on
    changed(town, decision)
    today = local_day(town.now)
    found = decided(town(PLANNER), since=today - timedelta(days=1), last=today + timedelta(days=1))
    assert (found.closed, found.changed, found.said) == (2, 1, {ReviewSaid.MEANS: 1, ReviewSaid.KEEP: 1})
    before = decided(town(PLANNER), since=today - timedelta(days=9), last=today - timedelta(days=5))
    assert before == Decided()


def test_a_criterion_on_which_a_closed_review_changed_a_means_was_used(town: Town) -> None:
    about = means(town)
    review = opened(town, about)
    changed(town, ruled(town, scope(review), evidence=cited(town, review, "F3.2")))
    day = local_day(town.now)
    assert used_in_reviews(town(PLANNER), last=day) == frozenset()
    closed(town, review)
    assert used_in_reviews(town(PLANNER), last=day) == {"F3.2"}
