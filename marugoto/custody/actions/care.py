"""Around the ball, without moving it: accompany, rescue, touch, call for help and answer the call."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from marugoto.agencies.viewer import Viewer
from marugoto.custody import events
from marugoto.custody.actions.ending import answer_open, leave, waited
from marugoto.custody.actions.escalation import tell_at_once
from marugoto.custody.actions.hand import Grip, move, moving, take
from marugoto.custody.actions.lesson import Taught, keep_lesson, tell_lesson
from marugoto.custody.actions.opening import GIVEN_BACK
from marugoto.custody.actions.standing import standing
from marugoto.custody.actions.tiding import tell, tell_chiefs
from marugoto.custody.actions.words import say_stuck_with, stuck_words_follow
from marugoto.custody.codes import Alarm, LearntCode, MatterKind, Stance, StuckOutcome, TidingKind, TouchKind
from marugoto.custody.models import Ball, Companion, Rescue, RescueEnding, Stuck, Touch
from marugoto.custody.rules import care as rules
from marugoto.custody.rules.ball import CARRYING, may_touch
from marugoto.ground.transaction import hold
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

# Which stance a touch is recorded under, when a team has several.
FIRST_OF = (Stance.HOLDER, Stance.RESCUER, Stance.COMPANION, Stance.OFFERED, Stance.TOWER, Stance.BESIDE)


@moving
def accompany(*, by: Viewer, at: datetime, ball: UUID, team: UUID) -> Companion:
    """A team moves along with the holder; asked by the holder or the control tower."""
    joining = standing(by, at, team)
    grip = take(by, at, ball)
    already = Companion.objects.within(by.body).filter(ball=ball, team=team, until=None).exists()
    rules.may_accompany(
        grip.held,
        grip.stances,
        team=joining.receiver,
        is_holder=grip.ball.holder_id == team,
        already=already,
    ).require()
    move(by, at, grip)
    return _join(by, at, grip, team)


@moving
def end_companionship(*, by: Viewer, at: datetime, companion: UUID) -> Companion:
    """Raises Companion.DoesNotExist."""
    row = Companion.objects.within(by.body).get(pk=companion)
    grip = take(by, at, row.ball_id)
    running = Companion.objects.within(by.body).filter(pk=companion, until=None).exists()
    rules.may_end_companionship(grip.held, grip.stances, own=row.team_id == by.team, running=running).require()
    move(by, at, grip)
    leave(by, at, grip.ball, row.team_id)
    row.refresh_from_db()
    return row


@moving
def rescue(*, by: Viewer, at: datetime, ball: UUID, until: date) -> Rescue:
    """The control tower acts beside the holder; from the day `until` on that is over by itself."""
    grip = take(by, at, ball)
    rules.may_rescue(grip.held, grip.stances, until=until, today=local_day(at)).require()
    move(by, at, grip)
    return _begin_rescue(by, at, grip, until)


@moving
def end_rescue(
    *, by: Viewer, at: datetime, ball: UUID, learnt_code: LearntCode, learnt_words: str = "", shared: bool = False
) -> RescueEnding:
    """The acting is over, and what we can do ourselves the next time is kept."""
    grip = take(by, at, ball)
    rules.may_end_rescue(grip.held, grip.stances, running=grip.rescue is not None).require()
    move(by, at, grip)
    row = grip.rescue
    assert row is not None  # noqa: S101 — the rule above has just said so
    ending = _close_rescue(by, at, row, grip.ball, learnt=learnt_code)
    keep_lesson(by, at, grip.ball, Taught(learnt_code, learnt_words, shared), row)
    tell(by, at, grip.ball.pk, TidingKind.RESCUE_ENDED, team=grip.ball.holder_id, about=row.team_id)
    return ending


def end_overdue_rescue(by: Viewer, at: datetime, row: Rescue, ball: Ball) -> RescueEnding:
    """Its day has come: acting ended by itself. The holder and the section chief of the control tower are told."""
    ending = _close_rescue(by, at, row, ball, learnt=None)
    tell(by, at, ball.pk, TidingKind.RESCUE_ENDED, team=ball.holder_id, about=row.team_id)
    tell(by, at, ball.pk, TidingKind.RESCUE_ENDED, team=row.team_id, about=ball.holder_id)
    tell_chiefs(by, at, ball.pk, TidingKind.RESCUE_ENDED, agency=row.team.agency_id, about=row.team_id)
    return ending


@moving
def touch(*, by: Viewer, at: datetime, ball: UUID, kind: TouchKind) -> Touch:
    """Record a step. Never loses a race: it leaves the version alone, and is refused only when the ball is settled."""
    return touch_ball(by, at, Ball.objects.within(by.body).get(pk=ball), kind)


def touch_ball(by: Viewer, at: datetime, row: Ball, kind: TouchKind) -> Touch:
    """The same within another action, which has just read the ball."""
    if row.settlement_id is not None:
        may_touch(take(by, at, row.pk).held).require()
    stance = _stance(by, at, row)
    touched = at if stance in CARRYING else F("touched_at")  # written either way, so that no settling slips in between
    if not Ball.objects.within(by.body).filter(pk=row.pk, settlement=None).update(touched_at=touched):
        may_touch(take(by, at, row.pk).held).require()
    made = Touch.objects.create(
        body=by.body, made_at=at, ball=row, kind=kind, stance=stance, team=by.team, by=by.duty, at=at
    )
    told = events.BallTouched(
        holder=row.holder_id,
        matter_kind=MatterKind(row.matter_kind),
        touch=kind,
        stance=stance,
        rested=waited(by, at, max(row.since, row.touched_at or row.since)),
    )
    announce(told, by=by, at=at, matter=row.matter, area=row.area)
    return made


def _stance(by: Viewer, at: datetime, row: Ball) -> Stance:
    """The one a touch is recorded under. For the holder, who touches most by far, nothing more is read."""
    if row.holder_id == by.team:
        return Stance.HOLDER
    grip = take(by, at, row.pk)
    return next(one for one in FIRST_OF if one in grip.stances)


@moving
def call_stuck(*, by: Viewer, at: datetime, ball: UUID, words: str = "") -> Stuck:
    """困った: one press; the control tower is told. `words`: with what, where one wants to say it."""
    grip = take(by, at, ball)
    rules.may_call_stuck(grip.held, grip.stances).require()
    rules.may_say_stuck(words).require()
    move(by, at, grip)
    row = Stuck.objects.create(body=by.body, made_at=at, ball=grip.ball, team_id=by.team, by_id=by.duty, at=at)
    say_stuck_with(by, at, row, grip.ball, words)
    agency = grip.ball.holder.agency_id
    tell_at_once(by, at, grip.ball, Alarm.STUCK, f"stuck:{row.pk.hex}", agency=agency, about=by.team)
    stance = next(one for one in FIRST_OF if one in grip.stances)
    told = events.StuckCalled(
        stuck=row.pk,
        holder=grip.ball.holder_id,
        matter_kind=MatterKind(grip.ball.matter_kind),
        stance=stance,
    )
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


@moving
def add_to_call(*, by: Viewer, at: datetime, ball: UUID, words: str) -> Stuck | None:
    """With what one is stuck, said after the press. The ball does not move by it, and nobody is told anew. It is held, not moved:
    whoever catches it meanwhile waits and reads the line then, and no line is lost to another hand."""
    hold(Ball.objects.within(by.body).filter(pk=ball))
    grip = take(by, at, ball)
    waiting = grip.stuck is not None
    rules.may_add_to_call(grip.stances, holder=grip.held.holder, waiting=waiting, words=words).require()
    if grip.stuck is not None:
        say_stuck_with(by, at, grip.stuck, grip.ball, words)
    return grip.stuck


@moving
def answer_stuck(
    *,
    by: Viewer,
    at: datetime,
    stuck: UUID,
    outcome: StuckOutcome,
    until: date | None = None,
    taught: Taught | None = None,
) -> Stuck:
    """Alone after all, together, or taken: "joint" makes the control tower a companion, "taken" begins a rescue until that day, at
    whose end it is asked what was learnt; of the others it may be said at once."""
    row = Stuck.objects.within(by.body).get(pk=stuck)
    grip = take(by, at, row.ball_id)
    waiting = grip.stuck is not None and grip.stuck.pk == row.pk
    rules.may_answer_stuck(grip.held, grip.stances, outcome=outcome, waiting=waiting).require()
    if outcome is StuckOutcome.TAKEN:
        rules.may_rescue(grip.held, grip.stances, until=until or local_day(at), today=local_day(at)).require()
    move(by, at, grip)
    answer_open(by, at, grip.ball, row, outcome)
    if outcome is StuckOutcome.TAKEN and until is not None:
        _begin_rescue(by, at, grip, until)
    if outcome is StuckOutcome.JOINT and not grip.stances & CARRYING:
        _join(by, at, grip, by.team)
    if taught is not None and outcome is not StuckOutcome.TAKEN:
        keep_lesson(by, at, grip.ball, taught)
        tell_lesson(by, at, grip.ball, taught)
    return row


def _join(by: Viewer, at: datetime, grip: Grip, team: UUID) -> Companion:
    row = Companion.objects.create(body=by.body, made_at=at, ball=grip.ball, team_id=team, since=at, by=by.duty)
    tell(by, at, grip.ball.pk, TidingKind.COMPANION, team=team, about=grip.ball.holder_id)
    tell(by, at, grip.ball.pk, TidingKind.COMPANION, team=grip.ball.holder_id, about=team)
    told = events.CompanionJoined(team=team, holder=grip.ball.holder_id)
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


def _begin_rescue(by: Viewer, at: datetime, grip: Grip, until: date) -> Rescue:
    for overdue in Rescue.objects.within(by.body).filter(ball=grip.ball, ended=None).select_related("team"):
        end_overdue_rescue(by, at, overdue, grip.ball)  # its day came before the night's round did
    row = Rescue.objects.create(
        body=by.body, made_at=at, ball=grip.ball, team_id=by.team, by_id=by.duty, since=at, until=until
    )
    stuck_words_follow(by, at, grip.ball)
    tell(by, at, grip.ball.pk, TidingKind.RESCUE_BEGUN, team=grip.ball.holder_id, about=by.team)
    told = events.RescueBegun(
        rescue=row.pk,
        holder=grip.ball.holder_id,
        matter_kind=MatterKind(grip.ball.matter_kind),
        until=until,
    )
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


def _close_rescue(by: Viewer, at: datetime, row: Rescue, ball: Ball, *, learnt: LearntCode | None) -> RescueEnding:
    ending = RescueEnding.objects.create(
        body=by.body, made_at=at, at=at, by=by.duty, by_itself=learnt is None, learnt=learnt or ""
    )
    Rescue.objects.within(by.body).filter(pk=row.pk, ended=None).update(ended=ending)
    stuck_words_follow(by, at, ball, left=row.team_id, reason=GIVEN_BACK)
    told = events.RescueEnded(rescue=row.pk, holder=ball.holder_id, learnt=learnt, by_itself=learnt is None)
    announce(told, by=by, at=at, matter=ball.matter, area=ball.area)
    return ending
