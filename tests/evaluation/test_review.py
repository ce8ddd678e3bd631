"""A review from its question to the effect of what it changed, and what the ledger says of it."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from marugoto.custody.models import Ball
from marugoto.evaluation.actions import means_change, means_review, opinion, pilot, plan, plan_indicator
from marugoto.evaluation.codes import (
    Effect,
    OpinionSaid,
    Party,
    PilotEnd,
    Proof,
    ReviewLevel,
    ReviewSaid,
    Standing,
    ToldOf,
    UseKind,
)
from marugoto.evaluation.models import Citation, PlanMeans
from marugoto.evaluation.queries import indicator_ledger as ledger
from marugoto.evaluation.queries import means_review as reviews
from marugoto.evaluation.queries import opinion as opinions
from marugoto.evaluation.queries.plan import outline
from marugoto.evaluation.queries.used import used, used_codes, used_in_review
from marugoto.evaluation.rules.review import may_close
from marugoto.evaluation.rules.uses import ref_of
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import read
from tests.database import unwalled
from tests.reviewed import (
    ahead,
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
    taken_up,
    tried,
    written,
)
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def told(town: Town, *kinds: str) -> list[str]:
    return [fact.kind for fact in read(town("hirata"), kinds=kinds)]


def holder(ball: object) -> Ball:
    with unwalled():
        return Ball.objects.everywhere("a test").select_related("settlement").get(pk=ball)


def test_the_question_comes_first(town: Town) -> None:
    about = means(town)
    with pytest.raises(Refused, match="問いが書かれていません"):
        means_review.open_review(
            by=town("hirata"),
            at=town.later(),
            question=" ",
            level=ReviewLevel.PROJECT,
            due=ahead(town, 30),
            means=[about.pk],
        )
    assert opened(town, about).closed is None
    assert told(town, "review.opened", "review.invited") == ["review.opened", "review.invited", "review.invited"]


def test_a_citation_stops_the_value_of_its_moment(town: Town) -> None:
    salons = named(town, "サロンの数", unit="か所")
    type_value(town, salons.pk, "12")
    review = opened(town)
    first = {one.name: one for one in cited(town, review, "I28", str(salons.pk))}
    assert first["サロンの数"].value == Decimal(12)
    assert (first["気づいた人への返事"].n, first["気づいた人への返事"].version) == (0, "1")
    assert first["サロンの数"].as_of == town.now
    town.later(days=1)
    type_value(town, salons.pk, "99")
    assert cited(town, review, str(salons.pk)) == []  # it keeps the value with which it was picked
    with unwalled():
        kept = Citation.objects.within(town.body).get(review=review, indicator=salons)
    assert kept.value == Decimal(12)
    assert told(town, "indicator.cited") == ["indicator.cited"] * 2


def type_value(town: Town, row: object, value: str) -> None:
    plan_indicator.type_value(
        by=town("hirata"),
        at=town.later(),
        indicator=row,
        day=local_day(town.now),
        value=Decimal(value),  # type: ignore[arg-type]
    )


def test_a_figure_of_nobody_is_not_there(town: Town) -> None:
    review = opened(town)
    for key in ("I999", "00000000-0000-4000-8000-000000000000"):
        with pytest.raises(plan_indicator.PlanIndicator.DoesNotExist):
            cited(town, review, key)


def test_each_answer_has_what_it_needs(town: Town) -> None:
    part = scope(opened(town))
    for said, lacks, words in (
        (ReviewSaid.MEANS, {"reason": ""}, "わけが書かれていません"),
        (ReviewSaid.MEANS, {"becomes": ""}, "何をどう変えるか"),
        (ReviewSaid.MEANS, {"team": None}, "だれがするか"),
        (ReviewSaid.STOP, {"due": None}, "いつまでにするか"),
        (ReviewSaid.MEANS, {"due": ahead(town, -1)}, "過ぎています"),
        (ReviewSaid.KEEP, {"would_change": ""}, "何が起きたら変えるか"),
        (ReviewSaid.TARGET, {"becomes": " "}, "何をどう変えるか"),
    ):
        with pytest.raises(Refused, match=words):
            ruled(town, part, said, **lacks)
    assert ruled(town, part, ReviewSaid.TARGET).ball_id is None
    with pytest.raises(Refused, match="もう答えています"):
        ruled(town, part, ReviewSaid.KEEP)


@pytest.mark.parametrize(
    ("said", "why", "words"),
    [
        ((None, ReviewSaid.MEANS), "", "まだ答えていない手段が1つ"),
        ((ReviewSaid.KEEP, ReviewSaid.TARGET), "", "手段を変える決定が一つもありません"),
        ((ReviewSaid.KEEP, ReviewSaid.TARGET), " ", "手段を変える決定が一つもありません"),
        ((ReviewSaid.KEEP, ReviewSaid.TARGET), "足りている", ""),
        ((ReviewSaid.KEEP, ReviewSaid.MEANS), "", ""),
        ((ReviewSaid.STOP,), "", ""),
    ],
)
def test_it_closes_only_when_a_means_moves_or_it_is_written_why_not(
    said: tuple[ReviewSaid | None, ...], why: str, words: str
) -> None:
    answer = may_close(said, closed=False, why_kept=why)
    assert answer.reason.startswith(words) if words else answer
    assert not may_close(said, closed=True, why_kept="足りている")


def test_a_decision_is_a_ball_until_its_effect_was_seen(town: Town) -> None:
    decision = review_with(town)
    ball = holder(decision.ball_id)
    assert (ball.holder_id, ball.due_on) == (town.team("north-care-desk"), decision.due)
    with pytest.raises(Refused, match="ボールを持っている係だけ"):
        changed(town, decision, "hirata")
    with pytest.raises(Refused, match="まだ変えたことが"):
        effect(town, decision)
    made = changed(town, decision)
    assert holder(decision.ball_id).due_on == made.check_on
    with pytest.raises(Refused, match="もう書かれています"):
        changed(town, decision)
    effect(town, decision)
    assert holder(decision.ball_id).settlement is not None
    assert told(town, "means.changed", "effect.checked", "review.closed") == [
        "review.closed",
        "means.changed",
        "effect.checked",
    ]


@pytest.mark.parametrize(
    ("lacks", "words"),
    [
        ({"proof": None}, "何の、どこが"),
        ({"was": ""}, "何の、どこが"),
        ({"was": "同じ", "becomes": "同じ "}, "同じ文"),
        ({"check_on": "effective"}, "後ではありません"),
    ],
)
def test_a_change_is_proven_by_what_stood_there_and_what_stands_there(
    town: Town, lacks: dict[str, object], words: str
) -> None:
    decision = review_with(town)
    said = {key: local_day(town.now) if value == "effective" else value for key, value in lacks.items()}
    with pytest.raises(Refused, match=words):
        changed(town, decision, **said)
    with pytest.raises(Refused, match="始まる日が先"):
        changed(town, decision, effective=ahead(town, 1))


def test_what_is_stopped_runs_no_more(town: Town) -> None:
    decision = review_with(town, ReviewSaid.STOP)
    changed(town, decision, proof=Proof.BUDGET)
    with unwalled():
        assert PlanMeans.objects.within(town.body).filter(ended__isnull=False).count() == 1
    assert told(town, "means.ended") == ["means.ended"]


def test_used_in_a_review_once_a_means_changed_because_of_it(town: Town) -> None:
    planner = town("hirata")
    decision = review_with(town, code="F2.2")
    assert not used_in_review(planner, "F2.2")  # decided, and nothing is otherwise
    changed(town, decision)
    assert used_in_review(planner, "F2.2")
    assert used_codes(planner, ["F2.2", "I28", "P.9"]) == {"F2.2"}
    assert not used_in_review(planner, "F2.2", on=local_day(town.now) + timedelta(days=900))
    means_change.undo_change(by=town("hirata"), at=town.later(), decision=decision.pk, reason="人が足りない。")
    assert not used_in_review(planner, "F2.2")


def test_a_review_that_goes_on_has_used_nothing(town: Town) -> None:
    about = means(town)
    review = opened(town, about)
    decision = ruled(town, scope(review, about), evidence=cited(town, review))
    changed(town, decision)
    assert not used_in_review(town("hirata"), "I28")
    closed(town, review)
    assert used_in_review(town("hirata"), "I28")


@pytest.mark.parametrize(
    ("said", "is_used"), [(ReviewSaid.KEEP, True), (ReviewSaid.TARGET, False), (ReviewSaid.MEANS, False)]
)
def test_a_reasoned_keep_is_a_use_and_a_new_target_is_none(town: Town, said: ReviewSaid, is_used: bool) -> None:
    review_with(town, said)
    assert used_in_review(town("hirata"), "I28") is is_used
    assert len(used(town("hirata"))[ref_of("I28")]) == 1


def test_a_stopped_pilot_with_its_finding_counts_like_a_change(town: Town) -> None:
    row = tried(town)
    with pytest.raises(Refused, match="わかったことが書かれていません"):
        pilot.end_pilot(by=town("ogawa"), at=town.later(), pilot=row.pk, end=PilotEnd.STOPPED, finding=" ")
    with pytest.raises(Refused, match="ボールを持っている係だけ"):
        pilot.end_pilot(by=town("tanaka"), at=town.later(), pilot=row.pk, end=PilotEnd.STOPPED, finding="遠い。")
    pilot.end_pilot(
        by=town("ogawa"), at=town.later(), pilot=row.pk, end=PilotEnd.STOPPED, finding="当番が週1日では届かない。"
    )
    assert [use.kind for use in used(town("hirata"))[ref_of("I28")]] == [UseKind.TRIED]
    assert holder(row.ball_id).settlement is not None


def test_a_pilot_has_a_rule_by_which_it_stops(town: Town) -> None:
    about = means(town)
    with pytest.raises(Refused, match="やめる目安"):
        pilot.begin_pilot(
            by=town("hirata"),
            at=town.later(),
            means=about.pk,
            words="試す",
            stop_rule="",
            since=local_day(town.now),
            until=ahead(town, 9),
            team=town.team("north-care-desk"),
        )
    assert reviews.pilots(town("hirata")) == []


def test_an_opinion_becomes_a_proposal_a_decision_and_a_change_and_is_told(town: Town) -> None:
    assert holder(gave(town, "ogawa").ball_id).holder_id == town("mori").team  # nobody tends a plan yet
    about = means(town)
    given = gave(town)
    assert holder(given.ball_id).holder_id == town("hirata").team
    review = opened(town, about)
    taken_up(town, given, review)
    decision = ruled(town, scope(review, about), evidence=cited(town, review), opinions=[given.pk])
    closed(town, review)
    line = opinions.get(town("tanaka"), given.pk)
    assert line is not None
    assert line.untold() == [ToldOf.ANSWER, ToldOf.DECISION]
    with pytest.raises(Refused, match="まだそこまで"):
        opinion.say_told(by=town("tanaka"), at=town.later(), opinion=given.pk, of=ToldOf.CHANGE)
    changed(town, decision)
    opinion.say_told(by=town("tanaka"), at=town.later(), opinion=given.pk, of=ToldOf.CHANGE, words="電話で")
    line = opinions.get(town("tanaka"), given.pk)
    assert line is not None
    assert [one.becomes for one in line.changes] == ["受けた係の当番が、14日のうちに電話する。"]
    assert told(town, "opinion.given", "opinion.answered", "means.credited", "opinion.told") == [
        "opinion.given",
        "opinion.given",
        "opinion.answered",
        "means.credited",
        "opinion.told",
    ]


def test_every_opinion_is_answered_by_whoever_holds_it(town: Town) -> None:
    means(town)
    given = gave(town)

    def answer(who: str, said: OpinionSaid = OpinionSaid.NOT_NOW, words: str = "来年度に考えます。") -> object:
        return opinion.answer_opinion(by=town(who), at=town.later(), opinion=given.pk, said=said, words=words)

    for who, said, words, why in (
        ("tanaka", OpinionSaid.NOT_NOW, "いまは。", "ボールを持っている係"),
        ("hirata", OpinionSaid.TAKEN_UP, "決めます。", "どの見直しの提案"),
        ("hirata", OpinionSaid.NOT_NOW, "", "返事が書かれていません"),
    ):
        with pytest.raises(Refused, match=why):
            answer(who, said, words)
    assert answer("hirata")
    assert holder(given.ball_id).settlement is not None
    with pytest.raises(Refused, match="もう返事を"):
        answer("hirata")


def test_only_those_who_plan_review(town: Town) -> None:
    deeds: tuple[Callable[[], object], ...] = (
        lambda: plan.set_aim(by=town("tanaka"), at=town.later(), name="姿"),
        lambda: ruled(town, scope(opened(town)), who="tanaka"),
        lambda: opinion.give_opinion(by=town("tanaka"), at=town.later(), party=Party.FRONT, words="別の話。"),
    )
    for deed in deeds[:2]:
        with pytest.raises(Refused, match="見直しを書けるのは"):
            deed()
    assert deeds[2]()


def test_the_outline_names_what_hangs_on_nothing(town: Town) -> None:
    cut = line(town)
    named(town)
    found = outline(town("hirata"))
    assert [one.name for one in found.loose_aims] == ["気づいた人が、伝えてよかったと思える"]
    assert [one.name for one in found.loose_indicators] == ["返事の割合"]
    assert found.loose_means == []
    (branch,) = found.branches
    plan.measure_aim(by=town("hirata"), at=town.later(), aim=branch.aim.pk, indicator=found.indicators[0].pk)
    assert outline(town("hirata")).loose_aims == []
    plan.cut_line(by=town("hirata"), at=town.later(), line=cut)
    assert [one.name for one in outline(town("hirata")).loose_means] == ["返事のひな形"]
    assert told(town, "means.linked", "aim.measured", "means.unlinked") == [
        "means.linked",
        "aim.measured",
        "means.unlinked",
    ]


def test_an_indicator_without_a_decision_stays_a_seed(town: Town) -> None:
    assert written(town).standing == Standing.SEED
    row = named(town)
    assert row.standing == Standing.LIVE
    assert written(town, "法定の報告", duty=True).standing == Standing.LIVE
    plan_indicator.let_stand(by=town("hirata"), at=town.later(), indicator=row.pk, to=Standing.PARKED)
    plan_indicator.let_stand(by=town("hirata"), at=town.later(), indicator=row.pk, to=Standing.LIVE)
    assert told(town, "indicator.seeded", "indicator.adopted", "indicator.parked") == [
        "indicator.seeded",
        "indicator.adopted",
        "indicator.adopted",
        "indicator.parked",
        "indicator.adopted",
    ]


def test_the_ledger_says_what_each_earned(town: Town) -> None:
    row = named(town, minutes=60)
    about = means(town)
    review = opened(town, about)
    decision = ruled(town, scope(review, about), evidence=cited(town, review, str(row.pk)))
    closed(town, review)
    changed(town, decision)
    effect(town, decision, Effect.SAME)
    book = ledger.book(town("hirata"))
    (found,) = [one for one in book.lines if one.row.pk == row.pk]
    assert (found.keep, found.earning.value, book.live) == (Decimal("1.5"), "earning", 1)
    assert {one.flag.value for one in book.flags} == {"C", "D", "E"}  # used once: not always by the same


def test_pruning_parks_and_gives_back(town: Town) -> None:
    rows = [written(town, f"指標{number}") for number in range(20)]
    live = {row.pk: ("係の置き方", "50%") if number else ("", "") for number, row in enumerate(rows[:12])}
    seeds, parked = [row.pk for row in rows[12:15]], [row.pk for row in rows[15:]]
    counted = plan_indicator.prune(by=town("hirata"), at=town.later(), live=live, seeds=seeds, parked=parked)
    assert counted == {Standing.LIVE: 11, Standing.SEED: 3, Standing.PARKED: 6}
    standing = {one.row.pk: one.row.standing for one in ledger.book(town("hirata")).lines}
    assert standing[rows[0].pk] == "seed"  # nobody could say what it decides
    assert standing[rows[14].pk] == "parked"  # there are three seeds already
    back = plan_indicator.let_stand(by=town("hirata"), at=town.later(), indicator=rows[19].pk, to=Standing.SEED)
    assert back.standing == "seed"
