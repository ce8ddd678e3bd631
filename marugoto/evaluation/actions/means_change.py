"""What became of a decision: it is otherwise now, it was taken back, it helped or not."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.day import name_day
from marugoto.custody.actions.settlement import settle
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import Outcome, TidingKind
from marugoto.custody.models import Ball
from marugoto.evaluation.actions.plan import end_means, resume_means
from marugoto.evaluation.codes import Effect, Party, Proof, ReviewSaid
from marugoto.evaluation.events.review import EffectChecked, MeansChanged, MeansCredited, MeansUndone
from marugoto.evaluation.models import (
    AimMeans,
    CheckedFigure,
    Citation,
    EffectCheck,
    MeansChange,
    MeansDecision,
    MeansUndoing,
    OpinionDecision,
)
from marugoto.evaluation.queries.frozen import FIGURE, frozen_again
from marugoto.evaluation.rules.review import may_change_means, may_check_effect, may_review, may_undo
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def change_means(
    *,
    by: Viewer,
    at: datetime,
    decision: UUID,
    proof: Proof | None,
    was: str,
    becomes: str,
    effective: date,
    check_on: date,
) -> MeansChange:
    """By whoever holds its ball, once it is otherwise. The ball stays until somebody has looked whether it helped. Whoever gave an
    opinion it answers to hears. Raises MeansDecision.DoesNotExist."""
    row = _decision(by, decision)
    may_change_means(
        proof,
        holds=_holds(by, row),
        done=hasattr(row, "change"),
        was=was,
        becomes=becomes,
        effective=effective,
        check_on=check_on,
        opened=local_day(row.scope.review.made_at),
        today=local_day(at),
    ).require()
    assert proof is not None  # noqa: S101 — the rule above has just said so
    made = MeansChange.objects.create(
        body=by.body,
        made_at=at,
        decision=row,
        proof=proof,
        was=clean(was.strip(), limit=1_000),
        becomes=clean(becomes.strip(), limit=1_000),
        effective=effective,
        check_on=check_on,
        by=by.duty,
    )
    _follow(by, at, row, made)
    return made


@acting
def undo_change(*, by: Viewer, at: datetime, decision: UUID, reason: str) -> MeansUndoing:
    """It is as before again, and a means that was stopped runs; within six months of its beginning, nothing is counted for it."""
    may_review(by.roles).require()
    row = _decision(by, decision)
    change: MeansChange | None = getattr(row, "change", None)
    may_undo(reason, changed=change is not None, undone=change is not None and hasattr(change, "undoing")).require()
    assert change is not None  # noqa: S101 — the rule above has just said so
    made = MeansUndoing.objects.create(
        body=by.body, made_at=at, change=change, day=local_day(at), reason=clean(reason.strip(), limit=400), by=by.duty
    )
    after = max((made.day - change.effective).days, 0)
    told = MeansUndone(decision=row.pk, review=row.scope.review_id, means=row.scope.means_id, after=after)
    announce(told, by=by, at=at, matter=row.scope.review_id)
    if row.said == ReviewSaid.STOP and not _stopped_otherwise(by, change):
        resume_means(by=by, at=at, means=row.scope.means)
    return made


@acting
def check_effect(*, by: Viewer, at: datetime, decision: UUID, said: Effect | None, words: str) -> EffectCheck:
    """On the day that was named for it, sooner only what went wrong; with that its ball is over, and the figures of the review are
    stopped a second time."""
    row = _decision(by, decision)
    change: MeansChange | None = getattr(row, "change", None)
    checked = change is not None and hasattr(change, "check_made")
    may_check_effect(
        said,
        words,
        holds=_holds(by, row),
        changed=change is not None,
        checked=checked,
        check_on=change.check_on if change else None,
        today=local_day(at),
    ).require()
    assert change is not None  # noqa: S101 — the rule above has just said so
    assert said is not None  # noqa: S101 — and this
    made = EffectCheck.objects.create(
        body=by.body, made_at=at, change=change, said=said, words=clean(words.strip(), limit=1_000), by=by.duty
    )
    _stop_again(by, at, row.scope.review_id, made)
    if row.ball_id:
        settle(by=by, at=at, ball=row.ball_id, outcome=Outcome.ACHIEVED, with_matter=True)
    lines = AimMeans.objects.within(by.body).filter(means=row.scope.means_id)
    told = EffectChecked(
        decision=row.pk,
        review=row.scope.review_id,
        means=row.scope.means_id,
        said=said,
        late=max(by.calendar.between(change.check_on, local_day(at)), 0),
        assumed=lines.exclude(assumption="").exists(),
    )
    announce(told, by=by, at=at, matter=row.scope.review_id)
    return made


def _stop_again(by: Viewer, at: datetime, review: UUID, made: EffectCheck) -> None:
    citations = list(Citation.objects.within(by.body).filter(review=review).order_by("made_at", "name"))
    CheckedFigure.objects.bulk_create(
        CheckedFigure(
            body=by.body,
            made_at=at,
            check_made=made,
            citation=one,
            version=figure.version,
            **{name: getattr(figure, name) for name in FIGURE},
        )
        for one, figure in frozen_again(by, citations)
    )


def _decision(by: Viewer, decision: UUID) -> MeansDecision:
    rows = MeansDecision.objects.within(by.body).select_related("scope__means", "scope__review", "change")
    return rows.get(pk=decision)


def _stopped_otherwise(by: Viewer, change: MeansChange) -> bool:
    """Another review stopped the same means, and that stands."""
    said = {"decision__said": ReviewSaid.STOP, "decision__scope__means": change.decision.scope.means_id}
    return MeansChange.objects.within(by.body).filter(**said, undoing=None).exclude(pk=change.pk).exists()


def _holds(by: Viewer, row: MeansDecision) -> bool:
    return row.ball_id is not None and Ball.objects.within(by.body).filter(pk=row.ball_id, holder=by.team).exists()


def _follow(by: Viewer, at: datetime, row: MeansDecision, made: MeansChange) -> None:
    if row.ball_id:
        name_day(by=by, at=at, ball=row.ball_id, day=made.check_on)
    if row.said == ReviewSaid.STOP:
        end_means(by=by, at=at, means=row.scope.means, day=made.effective)
    _announce_change(by, at, row, made)


def _announce_change(by: Viewer, at: datetime, row: MeansDecision, made: MeansChange) -> None:
    """Counted from the first opinion it answers to, otherwise from the question of the review."""
    linked = OpinionDecision.objects.within(by.body).filter(decision=row).select_related("opinion")
    opinions = [one.opinion for one in linked]
    first = min([row.scope.review.made_at, *(one.made_at for one in opinions)])
    told = MeansChanged(
        decision=row.pk,
        review=row.scope.review_id,
        means=row.scope.means_id,
        said=ReviewSaid(row.said),
        proof=Proof(made.proof),
        effective=made.effective,
        check_on=made.check_on,
        since=max((made.effective - local_day(first)).days, 0),
    )
    announce(told, by=by, at=at, matter=row.scope.review_id)
    for one in opinions:
        credited = MeansCredited(decision=row.pk, opinion=one.pk, means=row.scope.means_id, party=Party(one.party))
        announce(credited, by=by, at=at, matter=one.pk)
        tell(by, at, one.ball_id, TidingKind.ANSWERED, team=one.team)
