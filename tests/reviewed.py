"""A review of the town: its plan has an aim and two means, 平田 asked why half of those who noticed hear nothing back."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions import means_change, means_review, opinion, pilot, plan, plan_indicator
from marugoto.evaluation.codes import (
    Effect,
    IndicatorSort,
    OpinionSaid,
    Party,
    PartyStage,
    Proof,
    ReviewLevel,
    ReviewSaid,
)
from marugoto.evaluation.models import (
    AimMeans,
    Citation,
    MeansChange,
    MeansDecision,
    MeansReview,
    Opinion,
    Pilot,
    PlanIndicator,
    PlanMeans,
    ReviewMeans,
)
from marugoto.evaluation.rules.written import Written
from marugoto.ground.context import entered
from marugoto.kernel.jst import local_day
from tests.town import Town

PLANNER = "hirata"
QUESTION = "なぜ、気づいた人の半分に返事が届かないのか。何を変えれば届くか"


def ahead(town: Town, days: int) -> date:
    return local_day(town.now) + timedelta(days=days)


def means(town: Town, name: str = "返事の当番", **more: Any) -> PlanMeans:
    said: dict[str, Any] = {"name": name, "runner": "福祉総務課", "since": ahead(town, -400)}
    return plan.begin_means(by=town(PLANNER), at=town.later(), **said | more)


def opened(town: Town, *about: PlanMeans, level: ReviewLevel = ReviewLevel.PROJECT) -> MeansReview:
    rows = about or (means(town),)
    return means_review.open_review(
        by=town(PLANNER),
        at=town.later(),
        question=QUESTION,
        level=level,
        due=ahead(town, 60),
        means=[one.pk for one in rows],
        invited=[Party.RESIDENTS, Party.COMMISSIONERS],
    )


def scope(review: MeansReview, about: PlanMeans | None = None) -> UUID:
    with transaction.atomic(), entered(system_viewer(review.body, timezone.now())):
        rows = ReviewMeans.objects.within(review.body).filter(review=review)
        return (rows.filter(means=about) if about else rows).get().pk


def cited(town: Town, review: MeansReview, *picked: str) -> list[Citation]:
    return means_review.cite(by=town(PLANNER), at=town.later(), review=review.pk, picked=picked or ("I28",))


def ruled(
    town: Town,
    part: UUID,
    said: ReviewSaid = ReviewSaid.MEANS,
    *,
    evidence: Collection[Citation] = (),
    opinions: Collection[UUID] = (),
    who: str = PLANNER,
    **more: Any,
) -> MeansDecision:
    moves = said in {ReviewSaid.MEANS, ReviewSaid.STOP}
    words: dict[str, Any] = {
        "reason": "返事をする係が決まっていない。",
        "becomes": "" if said is ReviewSaid.KEEP else "気づきを受けた係の当番が、14日のうちに電話する。",
        "would_change": "14日以内の返事が半分を下回ったら変える。" if said is ReviewSaid.KEEP else "",
        "team": town.team("north-care-desk") if moves else None,
        "due": ahead(town, 30) if moves else None,
    }
    ruling = means_review.Ruling(said=said, evidence=[one.pk for one in evidence], opinions=opinions, **words | more)
    return means_review.decide(by=town(who), at=town.later(), scope=part, ruling=ruling)


def closed(town: Town, review: MeansReview, why: str = "") -> None:
    means_review.close_review(by=town(PLANNER), at=town.later(), review=review.pk, why_kept=why)


def changed(town: Town, decision: MeansDecision, who: str = "ogawa", **more: Any) -> MeansChange:
    said: dict[str, Any] = {
        "proof": Proof.PROCEDURE,
        "was": "返事の係は決めない。",
        "becomes": "受けた係の当番が、14日のうちに電話する。",
        "effective": local_day(town.now),
        "check_on": ahead(town, 90),
    }
    return means_change.change_means(by=town(who), at=town.later(), decision=decision.pk, **said | more)


def effect(town: Town, decision: MeansDecision, said: Effect = Effect.BETTER, who: str = "ogawa") -> None:
    """On the day that was named for it."""
    words = "14日以内の返事が41件中17件から、44件中36件になった。"
    at = town.later(days=max((_check_on(town, decision) - local_day(town.now)).days, 0))
    means_change.check_effect(by=town(who), at=at, decision=decision.pk, said=said, words=words)


def _check_on(town: Town, decision: MeansDecision) -> date:
    with transaction.atomic(), entered(system_viewer(decision.body, timezone.now())):
        change = MeansChange.objects.within(decision.body).filter(decision=decision).first()
    return change.check_on if change else local_day(town.now)


def review_with(town: Town, said: ReviewSaid = ReviewSaid.MEANS, *, code: str = "I28", **more: Any) -> MeansDecision:
    """A closed review in which one means was decided on one figure."""
    about = means(town, name=f"手段 {town.now.isoformat()}")
    review = opened(town, about)
    figures = cited(town, review, code)
    made = ruled(town, scope(review, about), said, evidence=figures, **more)
    closed(town, review, "" if said in {ReviewSaid.MEANS, ReviewSaid.STOP} else "いまの手段で足りている。")
    return made


def gave(town: Town, who: str = "tanaka", party: Party = Party.FAMILY) -> Opinion:
    words = "返事が来ないので、伝わったのか分からない。"
    return opinion.give_opinion(by=town(who), at=town.later(), party=party, words=words)


def taken_up(town: Town, given: Opinion, review: MeansReview) -> None:
    opinion.answer_opinion(
        by=town(PLANNER),
        at=town.later(),
        opinion=given.pk,
        said=OpinionSaid.TAKEN_UP,
        words="次の見直しで決めます。",
        review=review.pk,
    )


def tried(town: Town, about: PlanMeans | None = None, figure: str = "I28", team: UUID | None = None) -> Pilot:
    return pilot.begin_pilot(
        by=town(PLANNER),
        at=town.later(),
        means=(about or means(town, name="試しの手段")).pk,
        words="北部だけで、返事の当番を置く。",
        stop_rule="3か月で一件も返らなければやめる。",
        since=local_day(town.now),
        until=ahead(town, 90),
        team=team or town.team("north-care-desk"),
        figure=figure,
    )


def written(town: Town, name: str = "サロンの数", **more: Any) -> PlanIndicator:
    said: dict[str, Any] = {
        "name": name,
        "sort": IndicatorSort.OUTPUT,
        "unit": "か所",
        "numerator": "サロン",
        "minutes": 15,
    }
    return plan_indicator.write_indicator(by=town(PLANNER), at=town.later(), said=Written(**said | more))


def named(town: Town, name: str = "返事の割合", **more: Any) -> PlanIndicator:
    """Live: it says what it could change, and at which value."""
    return written(town, name, decision="返事の係の置き方", turning="50%を下回ったら", **more)


def came(town: Town, review: MeansReview, *parties: Party) -> None:
    means_review.say_parties(
        by=town(PLANNER), at=town.later(), review=review.pk, parties=parties, stage=PartyStage.CAME
    )


def line(town: Town) -> UUID:
    aim = plan.set_aim(by=town(PLANNER), at=town.later(), name="気づいた人が、伝えてよかったと思える")
    about = means(town, name="返事のひな形")
    row: AimMeans = plan.link_means(
        by=town(PLANNER), at=town.later(), aim=aim.pk, means=about.pk, assumption="ひな形があれば、すぐに返せる。"
    )
    return row.pk
