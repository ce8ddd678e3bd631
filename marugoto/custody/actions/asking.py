"""Ask the holder how a ball stands or direct what is to be done, answer, take it back. The ball never moves by it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody import events
from marugoto.custody.actions.ending import end_asking, waited
from marugoto.custody.actions.hand import Grip, move, moving, take
from marugoto.custody.actions.tiding import tell
from marugoto.custody.actions.words import answer_asking_in_words, direct_in_words
from marugoto.custody.codes import AskingEndingKind, MatterKind, TidingKind
from marugoto.custody.models import Asking
from marugoto.custody.rules.asking import Directing, may_answer_asking, may_ask, may_direct, may_take_back_asking
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

OVERSEE = (Role.COORDINATOR, Role.CHIEF)
WORDS_LIMIT = 400


@moving
def ask_holder(*, by: Viewer, at: datetime, ball: UUID) -> Asking:
    """One press, without a word and without a name; the holder is told. Raises Ball.DoesNotExist."""
    grip = take(by, at, ball)
    may_ask(grip.held, grip.stances, oversees=by.has(*OVERSEE), asked=_open(by, ball) is not None).require()
    move(by, at, grip)
    row = Asking.objects.create(
        body=by.body, made_at=at, ball=grip.ball, team_id=by.team, by_id=by.duty, to_id=grip.ball.holder_id, at=at
    )
    tell(by, at, ball, TidingKind.ASKED, team=grip.ball.holder_id, about=by.team)
    told = events.HolderAsked(asking=row.pk, holder=grip.ball.holder_id, matter_kind=MatterKind(grip.ball.matter_kind))
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


@moving
def direct(*, by: Viewer, at: datetime, ball: UUID, words: str, due: date) -> Asking:
    """What the holder is to do until that day. Raises Ball.DoesNotExist."""
    grip, words = take(by, at, ball), clean(words, limit=WORDS_LIMIT).strip()
    today = local_day(at)
    may_direct(
        grip.held,
        grip.stances,
        Directing(
            oversees=by.has(*OVERSEE), open=_open(by, ball) is not None, worded=bool(words), due=due, today=today
        ),
    ).require()
    holder = grip.ball.holder_id
    move(by, at, grip)  # who catches it in the same instant is not told to do what the former holder was
    row = Asking.objects.create(
        body=by.body, made_at=at, ball=grip.ball, team_id=by.team, by_id=by.duty, to_id=holder, at=at, due=due
    )
    direct_in_words(by, at, row, words)
    tell(by, at, ball, TidingKind.DIRECTED, team=holder, about=by.team)
    kind, days = MatterKind(grip.ball.matter_kind), by.calendar.between(today, due)
    told = events.HolderDirected(asking=row.pk, holder=holder, matter_kind=kind, days=days)
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


@moving
def answer_asking(*, by: Viewer, at: datetime, ball: UUID, words: str, done: bool | None = None) -> Asking | None:
    """The line is kept for the two teams; whoever asked is told that there is one. `done`: of a direction, whether it was."""
    grip, row = take(by, at, ball), _open(by, ball)
    words = clean(words, limit=WORDS_LIMIT).strip()
    directed = row is not None and row.due is not None
    answer: dict[str, Any] = {"worded": bool(words), "directed": directed, "done": done if directed else None}
    may_answer_asking(grip.held, grip.stances, running=row is not None, **answer).require()
    if row is not None:
        if words:
            answer_asking_in_words(by, at, row, words)
        _over(by, at, grip, row, _ending(directed=directed, done=bool(done)))
        kind = TidingKind.DIRECTION_ENDED if directed else TidingKind.ASKING_ANSWERED
        tell(by, at, ball, kind, team=row.team_id, about=by.team)
    return row


def _ending(*, directed: bool, done: bool) -> AskingEndingKind:
    if not directed:
        return AskingEndingKind.ANSWERED
    return AskingEndingKind.DONE if done else AskingEndingKind.NOT_DONE


@moving
def take_back_asking(*, by: Viewer, at: datetime, ball: UUID) -> Asking | None:
    """It was pressed by mistake, or was told on the telephone meanwhile."""
    grip, row = take(by, at, ball), _open(by, ball)
    may_take_back_asking(running=row is not None, own=row is not None and row.team_id == by.team).require()
    if row is not None:
        _over(by, at, grip, row, AskingEndingKind.WITHDRAWN)
    return row


def _open(by: Viewer, ball: UUID) -> Asking | None:
    return Asking.objects.within(by.body).filter(ball=ball, ended=None).first()


def _over(by: Viewer, at: datetime, grip: Grip, row: Asking, kind: AskingEndingKind) -> None:
    move(by, at, grip)  # of two hands only one ends it
    end_asking(by, at, row, kind)
    told = events.AskingEnded(asking=row.pk, how=kind, waited=waited(by, at, row.at))
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
