"""Review a plan: scores, changes seen, and what follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.plan import move
from marugoto.casework.codes import Change, PlanState, ReviewResult, Scorer
from marugoto.casework.events import ChangeSeen, GoalScored, ReviewHeld, Whose
from marugoto.casework.models import Goal, GoalScore, Plan, Review, ReviewChange
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

AFTERWARDS = {
    ReviewResult.KEEP: PlanState.RUNNING,
    ReviewResult.SUSPEND: PlanState.SUSPENDED,
    ReviewResult.REPLAN: PlanState.CLOSED,
    ReviewResult.CLOSE: PlanState.CLOSED,
}

GOES_ON = frozenset({ReviewResult.KEEP, ReviewResult.SUSPEND})


@dataclass(frozen=True)
class Scored:
    goal: UUID
    score: int  # −2 … +2
    scorer: Scorer = Scorer.JOINT


@acting
def review(
    *,
    by: Viewer,
    at: datetime,
    plan: UUID,
    result: ReviewResult,
    scores: Sequence[Scored] = (),
    changes: Iterable[tuple[UUID | None, Change]] = (),
    words: str = "",
    next_review_on: date | None = None,
    asked_on: date | None = None,
    not_asked: str = "",
) -> Review:
    """`changes` are pairs of person (None: the household) and change. The plan moves to "evaluated" and on to what follows.

    `asked_on`: it rests, and the person was asked on that day; or `not_asked` says why not yet.
    """
    row = Plan.objects.open_to(by).select_related("case").get(pk=plan)
    _require_next(result, next_review_on, today=local_day(at))
    held = Review.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        plan=row,
        day=local_day(at),
        result=result,
        words=clean(words, limit=10_000),
        next_review_on=next_review_on,
        by=by.duty,
    )
    improved = _score(by, at, held, scores)
    _changes(by, at, held, changes)
    move(by=by, at=at, plan=row.pk, to=PlanState.EVALUATED, review=held.pk)
    rests: dict[str, Any] = {"asked_on": asked_on, "words": not_asked} if result is ReviewResult.SUSPEND else {}
    move(by=by, at=at, plan=row.pk, to=AFTERWARDS[result], review=held.pk, **rests)
    told = ReviewHeld(plan=row.pk, result=result, goals=len(scores), improved=improved)
    announce(told, by=by, at=at, matter=row.case_id)
    return held


def _require_next(result: ReviewResult, day: date | None, *, today: date) -> None:
    if result in GOES_ON and day is None:
        no("続けるときも止めるときも、次の見直しの日を決めます。", "日付を入れてください。").require()
    if day is not None and day <= today:
        no("次の見直しの日は、きょうより先にしてください。", "日付を確かめてください。").require()


def _score(by: Viewer, at: datetime, held: Review, scores: Sequence[Scored]) -> int:
    goals = {goal.pk: goal for goal in Goal.objects.within(by.body).filter(plan=held.plan)}
    for scored in scores:
        if scored.goal not in goals:
            no("このプランのめざすことではありません。").require()
        GoalScore.objects.create(
            body=by.body,
            made_at=at,
            folder_id=held.folder_id,
            goal=goals[scored.goal],
            review=held,
            score=scored.score,
            scorer=scored.scorer,
        )
        weight = goals[scored.goal].weight
        told = GoalScored(goal=scored.goal, scorer=scored.scorer, score=scored.score, weight=weight)
        announce(told, by=by, at=at, matter=held.plan.case_id)
    return sum(scored.score > 0 for scored in scores)


def _changes(by: Viewer, at: datetime, held: Review, changes: Iterable[tuple[UUID | None, Change]]) -> None:
    for person, change in changes:
        ReviewChange.objects.create(
            body=by.body, made_at=at, folder_id=held.folder_id, review=held, person_id=person, change=change
        )
        whose = Whose.PERSON if person else Whose.HOUSEHOLD
        announce(ChangeSeen(change=change, whose=whose), by=by, at=at, matter=held.plan.case_id)
