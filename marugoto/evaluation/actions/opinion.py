"""Give an opinion, answer it, and tell whoever gave it what became of it."""

from datetime import datetime
from uuid import UUID, uuid4

from marugoto.agencies.queries.directory import staffed_teams
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.actions.settlement import settle
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import MatterKind, Outcome, TidingKind, Urgency
from marugoto.custody.models import Ball
from marugoto.custody.queries.team import last_resort, tower
from marugoto.evaluation.codes import OpinionSaid, Party, ToldOf
from marugoto.evaluation.events.review import OpinionAnswered, OpinionGiven, OpinionTellingDone
from marugoto.evaluation.models import (
    MeansChange,
    MeansReview,
    Opinion,
    OpinionAnswer,
    OpinionDecision,
    OpinionTold,
    PlanMeans,
)
from marugoto.evaluation.rules.opinion import ANSWERED_IN, may_answer_opinion, may_give, may_tell
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce

OUTCOMES = {
    OpinionSaid.TAKEN_UP: Outcome.CARRIED_ON,
    OpinionSaid.DONE: Outcome.ACHIEVED,
    OpinionSaid.NOT_NOW: Outcome.ANSWERED,
    OpinionSaid.OTHER_PLACE: Outcome.CARRIED_ON,
}


@acting
def give_opinion(*, by: Viewer, at: datetime, party: Party, words: str, means: UUID | None = None) -> Opinion:
    """By anybody who works here, his own or that of somebody who told him. From this moment somebody holds it."""
    may_give(words).require()
    about = PlanMeans.objects.within(by.body).get(pk=means) if means else None
    answer_by = by.calendar.add(local_day(at), ANSWERED_IN)
    matter = Ref("improvement", uuid4())
    ball = place_ball(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.IMPROVEMENT,
        theme="opinion",
        urgency=Urgency.SLOW,
        team=planning_team(by, at),
        due_on=answer_by,
    )
    row = Opinion.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        ball=ball,
        party=party,
        words=clean(words.strip(), limit=1_000),
        means=about,
        answer_by=answer_by,
        team=by.team,
        by=by.duty,
    )
    announce(OpinionGiven(opinion=row.pk, party=party, answer_by=answer_by), by=by, at=at, matter=row.pk)
    return row


@acting
def answer_opinion(
    *, by: Viewer, at: datetime, opinion: UUID, said: OpinionSaid, words: str, review: UUID | None = None
) -> OpinionAnswer:
    """By the team that holds its ball; the team that brought it hears. Raises Opinion.DoesNotExist."""
    row = Opinion.objects.within(by.body).get(pk=opinion)
    going_on = MeansReview.objects.within(by.body).filter(pk=review, closed=None).first() if review else None
    may_answer_opinion(
        said,
        words,
        holds=Ball.objects.within(by.body).filter(pk=row.ball_id, holder=by.team).exists(),
        answered=OpinionAnswer.objects.within(by.body).filter(opinion=row).exists(),
        review=going_on is not None,
    ).require()
    into = going_on if said is OpinionSaid.TAKEN_UP else None
    made = OpinionAnswer.objects.create(
        body=by.body,
        made_at=at,
        opinion=row,
        said=said,
        words=clean(words.strip(), limit=400),
        review=into,
        by=by.duty,
    )
    settle(by=by, at=at, ball=row.ball_id, outcome=OUTCOMES[said], with_matter=True)
    tell(by, at, row.ball_id, TidingKind.ANSWERED, team=row.team)
    late = max(by.calendar.between(row.answer_by, local_day(at)), 0)
    told = OpinionAnswered(opinion=row.pk, review=into.pk if into else None, said=said, late=late)
    announce(told, by=by, at=at, matter=row.pk)
    return made


@acting
def say_told(*, by: Viewer, at: datetime, opinion: UUID, of: ToldOf, words: str = "") -> OpinionTold:
    """Whoever brought it has told the person it came from. Raises Opinion.DoesNotExist."""
    row = Opinion.objects.within(by.body).get(pk=opinion)
    told = OpinionTold.objects.within(by.body).filter(opinion=row, of=of).exists()
    may_tell(there=_is_so(by, row, of), told=told).require()
    made = OpinionTold.objects.create(
        body=by.body, made_at=at, opinion=row, of=of, words=clean(words.strip(), limit=200), by=by.duty
    )
    announce(OpinionTellingDone(opinion=row.pk, of=of), by=by, at=at, matter=row.pk)
    return made


def planning_team(by: Viewer, at: datetime) -> UUID:
    """Of whoever wrote the plan's latest means and still works here, where somebody can come in; otherwise the control tower,
    otherwise the team of last resort."""
    writers = list(PlanMeans.objects.within(by.body).order_by("-made_at").values_list("by", flat=True)[:50])
    day = local_day(at)
    present = duties_in_force(day).filter(body=by.body, pk__in=writers)
    present = present.filter(team__in=staffed_teams(by.body, day).values("pk"))
    teams = {duty.pk: duty.team_id for duty in present}
    latest = next((teams[one] for one in writers if one in teams), None)
    if latest is not None:
        return latest
    found = tower(by.body, day)
    return found.pk if found else last_resort(by.body).pk


def _is_so(by: Viewer, row: Opinion, of: ToldOf) -> bool:
    if of is ToldOf.ANSWER:
        return OpinionAnswer.objects.within(by.body).filter(opinion=row).exists()
    decisions = OpinionDecision.objects.within(by.body).filter(opinion=row).values("decision")
    if of is ToldOf.DECISION:
        return decisions.exists()
    return MeansChange.objects.within(by.body).filter(decision__in=decisions).exists()
