"""Open a review with its question, pick figures and stop them, answer each means, and close it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.codes import MatterKind, Urgency
from marugoto.custody.models import Ball
from marugoto.evaluation.codes import Party, PartyStage, ReviewLevel, ReviewSaid
from marugoto.evaluation.events.review import (
    DecisionEvidenced,
    IndicatorCited,
    ReviewClosed,
    ReviewDecided,
    ReviewInvited,
    ReviewJoined,
    ReviewOpened,
    ReviewPublished,
    TargetChanged,
)
from marugoto.evaluation.models import (
    Citation,
    DecisionEvidence,
    MeansDecision,
    MeansReview,
    MeansReviewClosing,
    OpinionAnswer,
    OpinionDecision,
    PlanMeans,
    ReviewMeans,
    ReviewParty,
    ReviewPublication,
)
from marugoto.evaluation.queries.frozen import frozen
from marugoto.evaluation.rules.review import MOVES, may_cite, may_close, may_decide, may_open, may_publish, may_review
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Ruling:
    """What is said of one means. `evidence`: citations of the same review; `opinions`: proposals of the same review it answers to."""

    said: ReviewSaid
    reason: str
    becomes: str = ""
    would_change: str = ""
    team: UUID | None = None
    due: date | None = None
    evidence: Collection[UUID] = ()
    opinions: Collection[UUID] = ()


@acting
def open_review(
    *,
    by: Viewer,
    at: datetime,
    question: str,
    level: ReviewLevel,
    due: date,
    means: Collection[UUID],
    words: str = "",
    invited: Iterable[Party] = (),
) -> MeansReview:
    """Raises PlanMeans.DoesNotExist."""
    may_review(by.roles).require()
    may_open(question, due=due, today=local_day(at), means=len(set(means))).require()
    found = list(PlanMeans.objects.within(by.body).filter(pk__in=set(means), ended=None))
    if len(found) != len(set(means)):
        raise PlanMeans.DoesNotExist
    row = MeansReview.objects.create(
        body=by.body,
        made_at=at,
        question=clean(question.strip(), limit=300),
        level=level,
        words=clean(words.strip(), limit=4_000),
        due=due,
        by=by.duty,
    )
    ReviewMeans.objects.bulk_create(ReviewMeans(body=by.body, made_at=at, review=row, means=one) for one in found)
    told = ReviewOpened(review=row.pk, level=level, due=due, means=len(found))
    announce(told, by=by, at=at, matter=row.pk)
    say_parties(by=by, at=at, review=row.pk, parties=invited, stage=PartyStage.INVITED)
    return row


@acting
def say_parties(*, by: Viewer, at: datetime, review: UUID, parties: Iterable[Party], stage: PartyStage) -> int:
    """Which kinds of people were invited, and which came: answers how many are new."""
    row = _open(by, review)
    known = set(ReviewParty.objects.within(by.body).filter(review=row, stage=stage).values_list("party", flat=True))
    new = [one for one in dict.fromkeys(parties) if one not in known]
    for party in new:
        ReviewParty.objects.create(body=by.body, made_at=at, review=row, party=party, stage=stage, by=by.duty)
        event = ReviewJoined if stage is PartyStage.CAME else ReviewInvited
        announce(event(review=row.pk, party=party), by=by, at=at, matter=row.pk)
    return len(new)


@acting
def cite(*, by: Viewer, at: datetime, review: UUID, picked: Collection[str]) -> list[Citation]:
    """Stop the figures as they stand at this moment: codes of the house's own, or ids of the plan's. One that is cited already
    keeps the value it was cited with."""
    row = _open(by, review)
    may_cite(closed=row.closed_id is not None, picked=len(picked)).require()
    known = set(Citation.objects.within(by.body).filter(review=row).values_list("ref", flat=True))
    made = []
    for one in frozen(by, picked):
        if one.ref in known:
            continue
        cited = Citation(body=by.body, made_at=at, review=row, as_of=at, by=by.duty, **one.columns())
        cited.save(force_insert=True)
        made.append(cited)
        told = IndicatorCited(review=row.pk, indicator=one.ref, n=one.n, k=one.k, level=one.level)
        announce(told, by=by, at=at, matter=row.pk)
    return made


@acting
def decide(*, by: Viewer, at: datetime, scope: UUID, ruling: Ruling) -> MeansDecision:
    """Of one means of a review. What moves gets a ball: one holder, one day. Raises ReviewMeans.DoesNotExist."""
    part = ReviewMeans.objects.within(by.body).select_related("review", "means").get(pk=scope)
    review = _open(by, part.review_id)
    may_decide(
        ruling.said,
        closed=review.closed_id is not None,
        decided=MeansDecision.objects.within(by.body).filter(scope=part).exists(),
        reason=ruling.reason,
        becomes=ruling.becomes,
        would_change=ruling.would_change,
        team=ruling.team is not None,
        due=ruling.due,
        today=local_day(at),
    ).require()
    matter = Ref("improvement", uuid4())
    row = MeansDecision.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        scope=part,
        said=ruling.said,
        reason=clean(ruling.reason.strip(), limit=400),
        becomes=clean(ruling.becomes.strip(), limit=400),
        would_change=clean(ruling.would_change.strip(), limit=300),
        due=ruling.due if ruling.said in MOVES else None,
        ball=_ball(by, at, matter, ruling),
        by=by.duty,
    )
    _stand_on(by, at, row, part, ruling)
    return row


@acting
def close_review(*, by: Viewer, at: datetime, review: UUID, why_kept: str = "") -> MeansReviewClosing:
    row = _open(by, review)
    answered = dict(MeansDecision.objects.within(by.body).filter(scope__review=row).values_list("scope_id", "said"))
    parts = list(ReviewMeans.objects.within(by.body).filter(review=row).values_list("pk", flat=True))
    said = [ReviewSaid(answered[one]) if one in answered else None for one in parts]
    may_close(said, closed=row.closed_id is not None, why_kept=why_kept).require()
    row.closed = MeansReviewClosing.objects.create(
        body=by.body, made_at=at, why_kept=clean(why_kept.strip(), limit=400), by=by.duty
    )
    row.save(update_fields=["closed"])
    told = ReviewClosed(
        review=row.pk, level=ReviewLevel(row.level), **{one.value: said.count(one) for one in ReviewSaid}
    )
    announce(told, by=by, at=at, matter=row.pk)
    return row.closed


@acting
def publish_review(
    *, by: Viewer, at: datetime, review: UUID, day: date, where: str, outside: str = ""
) -> ReviewPublication:
    """What was decided is read by residents from that day on. Raises MeansReview.DoesNotExist."""
    may_review(by.roles).require()
    row = MeansReview.objects.within(by.body).select_related("closed").get(pk=review)
    closed_on = local_day(row.closed.made_at) if row.closed else None
    published = ReviewPublication.objects.within(by.body).filter(review=row).exists()
    may_publish(where, closed_on=closed_on, published=published, day=day, today=local_day(at)).require()
    made = ReviewPublication.objects.create(
        body=by.body,
        made_at=at,
        review=row,
        day=day,
        medium=clean(where.strip(), limit=200),
        outside=clean(outside.strip(), limit=1_000),
        by=by.duty,
    )
    announce(ReviewPublished(review=row.pk, on=day, outside=bool(made.outside)), by=by, at=at, matter=row.pk)
    return made


def _open(by: Viewer, review: UUID) -> MeansReview:
    may_review(by.roles).require()
    row = MeansReview.objects.within(by.body).get(pk=review)
    if row.closed_id is not None:
        no("もう閉じた見直しです。", "新しい見直しを始めてください。").require()
    return row


def _ball(by: Viewer, at: datetime, matter: Ref, ruling: Ruling) -> Ball | None:
    if ruling.said not in MOVES:
        return None
    return place_ball(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.IMPROVEMENT,
        theme="decided",
        urgency=Urgency.SLOW,
        team=ruling.team,
        due_on=ruling.due,
    )


def _stand_on(by: Viewer, at: datetime, row: MeansDecision, part: ReviewMeans, ruling: Ruling) -> None:
    """Say it in the ledger, with the figures it stands on and the opinions it answers to; those of another review are not there."""
    review = part.review_id
    figures = list(Citation.objects.within(by.body).filter(review=review, pk__in=set(ruling.evidence)))
    if len(figures) != len(set(ruling.evidence)):
        raise Citation.DoesNotExist
    told = ReviewDecided(
        decision=row.pk,
        review=review,
        means=part.means_id,
        said=ruling.said,
        due=row.due,
        evidence=len(figures),
        reasoned=bool(row.would_change),
    )
    announce(told, by=by, at=at, matter=review)
    for one in figures:
        DecisionEvidence.objects.create(body=by.body, made_at=at, decision=row, citation=one)
        announce(DecisionEvidenced(decision=row.pk, review=review, indicator=one.ref), by=by, at=at, matter=review)
    if ruling.said is ReviewSaid.TARGET:
        announce(TargetChanged(decision=row.pk, review=review, means=part.means_id), by=by, at=at, matter=review)
    for opinion in set(ruling.opinions) & _proposed(by, review):
        OpinionDecision.objects.create(body=by.body, made_at=at, opinion_id=opinion, decision=row)


def _proposed(by: Viewer, review: UUID) -> set[UUID]:
    rows = OpinionAnswer.objects.within(by.body).filter(review=review)
    return set(rows.values_list("opinion_id", flat=True))
