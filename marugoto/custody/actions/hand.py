"""The hand on the ball: take it up as it is now, and move it so that of two hands only one closes.

Every verb but the touch moves the version by compare-and-set: one UPDATE that names the version it saw. On PostgreSQL the second
UPDATE waits for the first to commit and then finds another version; on SQLite writers come one after the other. Either way the
second hand is told who has the ball now, and leaves no trace.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import IntegrityError, OperationalError
from django.db.models import CharField, F, QuerySet, UUIDField

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.opening import close_to_former
from marugoto.custody.actions.words import stuck_words_follow
from marugoto.custody.codes import How, Stance
from marugoto.custody.models import Ball, Companion, Holding, Offer, Rescue, Stuck
from marugoto.custody.queries.hanging import Hanging, hanging_on
from marugoto.custody.queries.now import ball_as_it_is, running, say_team
from marugoto.custody.rules.ball import Held, moved_meanwhile
from marugoto.ground.question import Question
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import NotNow
from marugoto.kernel.jst import local_day

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Grip:
    """A ball as it was when it was taken up, and where the viewer's team stands to it."""

    ball: Ball
    offer: Offer | None
    rescue: Rescue | None
    stuck: Stuck | None
    held: Held
    stances: frozenset[Stance]
    declined: int  # noes since it came to its holder
    waiting: bool  # to be handed over


def moving(action: Callable[P, R]) -> Callable[P, R]:
    """An action on balls. What the database refuses in a race comes back as a sentence, never as a stack trace."""
    whole = acting(action)

    @wraps(action)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return whole(*args, **kwargs)
        except (IntegrityError, OperationalError) as trouble:
            if not _is_a_race(trouble):
                raise
            raise NotNow(
                "ほかの人が同じときに動かしていました。まだ何も変わっていません。",
                "画面を開き直して、もう一度してください。",
            ) from trouble

    return spoken


def take(by: Viewer, at: datetime, ball: UUID) -> Grip:
    """The ball as it is now, in one query. Raises Ball.DoesNotExist when the viewer's body has no such ball."""
    row = ball_as_it_is(by.body, local_day(at), ball)
    offer, rescue, stuck = (running(row, what) for what in ("open_offer", "open_rescue", "open_stuck"))
    held = Held(
        holder=say_team(row.holder),
        person=row.in_charge.worker.name,
        settled=row.settlement_id is not None,
        offered_to=say_team(offer.to) if offer else "",
        stuck=stuck is not None,
        rescued=rescue is not None,
    )
    waiting = row.to_be_handed_over is not None
    return Grip(row, offer, rescue, stuck, held, _stances(by, row, offer, rescue), row.declined, waiting)


def move(by: Viewer, at: datetime, grip: Grip, **changes: Any) -> None:
    """Compare and set; raises `Refused` saying who was first. Afterwards the grip's ball is what the table says."""
    if not compare_and_set(grip.ball, changes):
        moved_meanwhile(grip.held, take(by, at, grip.ball.pk).held).require()
    grip.ball.version += 1
    for name, value in changes.items():
        setattr(grip.ball, name, value)


def hold_balls(by: Viewer, matters: Iterable[UUID]) -> QuerySet[Ball]:
    """Open balls of these matters, held until the end of the transaction. Whoever took one up before comes first and is seen
    here, or comes second and is told that it has moved."""
    rows = Ball.objects.within(by.body).filter(matter__in=set(matters), settlement=None)
    rows.update(version=F("version") + 1)
    return rows


def compare_and_set(ball: Ball, changes: dict[str, Any]) -> int:
    """1 when the ball still was as it was seen, 0 when another hand was first."""
    as_seen = Ball.objects.within(ball.body).filter(pk=ball.pk, version=ball.version)
    return as_seen.update(version=F("version") + 1, **changes)


def hand_to(
    by: Viewer, at: datetime, grip: Grip, *, team: UUID, in_charge: UUID, how: How, offer: UUID | None = None
) -> Hanging:
    """Move the ball into other hands: the column and its history in one stroke. What a conference had opened to the former ones closes;
    with what it was stuck goes with it.

    Answers what hangs on it yet; `offer` is the one by which it moves.
    """
    former = grip.ball.holder_id
    since = grip.ball.since if team == grip.ball.holder_id and how is not How.REOPENED else at
    changes: dict[str, Any] = {"holder_id": team, "in_charge_id": in_charge, "since": since}
    if since == at:
        changes["touched_at"] = None
    if how is How.REOPENED:
        changes |= {"settlement_id": None, "look_on": None}
    move(by, at, grip, **changes)
    hanging = hanging_on(by.body, grip.ball.pk, former=former, to=team, offer=offer)
    close_holding(by, at, grip.ball.pk)
    begin_holding(by, at, grip.ball, how, turn=hanging.turns + 1)
    if former != team and hanging.by_role:
        close_to_former(by, at, grip.ball.pk, former)
    if former != team and hanging.called:
        stuck_words_follow(by, at, grip.ball, left=former)
    return hanging


def begin_holding(by: Viewer, at: datetime, ball: Ball, how: How, *, turn: int = 1) -> Holding:
    """The next turn, in the hands the ball names."""
    return Holding.objects.create(
        body=by.body,
        made_at=at,
        ball_id=ball.pk,
        turn=turn,
        team_id=ball.holder_id,
        in_charge_id=ball.in_charge_id,
        since=at,
        how=how,
        by=by.duty,
    )


def close_holding(by: Viewer, at: datetime, ball: UUID) -> None:
    Holding.objects.within(by.body).filter(ball=ball, until=None).update(until=at)


def _stances(by: Viewer, ball: Ball, offer: Offer | None, rescue: Rescue | None) -> frozenset[Stance]:
    found = {
        Stance.HOLDER: ball.holder_id == by.team,
        Stance.OFFERED: offer is not None and offer.to_id == by.team,
        Stance.RESCUER: rescue is not None and rescue.team_id == by.team,
        Stance.TOWER: by.has(Role.COORDINATOR),
    }
    asked = {"body": by.body, "ball": ball.pk, "team": by.team}
    found[Stance.COMPANION] = not found[Stance.HOLDER] and _COMPANION.first(**asked) is not None
    return frozenset(stance for stance, yes in found.items() if yes) or frozenset({Stance.BESIDE})


def _companion(body: str, ball: UUID, team: UUID) -> QuerySet[Companion]:
    return Companion.objects.within(body).filter(ball=ball, team=team, until=None).only("pk")


_COMPANION = Question(_companion, body=CharField(), ball=UUIDField(), team=UUIDField())
RACE_STATES = {"40001", "40P01", "55P03", "23505"}  # serialization, deadlock, lock not available, unique


def _is_a_race(trouble: Exception) -> bool:
    cause = trouble.__cause__
    state = getattr(cause, "sqlstate", None)
    if state is not None:
        return state in RACE_STATES
    return any(sign in str(trouble) for sign in ("database is locked", "UNIQUE constraint failed: custody_"))
