"""Ask the holder how a ball stands, answer with a line, take the question back. The ball never moves by it."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody import events
from marugoto.custody.actions.ending import end_asking, waited
from marugoto.custody.actions.hand import Grip, moving, take
from marugoto.custody.actions.tiding import tell
from marugoto.custody.actions.words import answer_asking_in_words
from marugoto.custody.codes import AskingEndingKind, MatterKind, TidingKind
from marugoto.custody.models import Asking
from marugoto.custody.rules.asking import may_answer_asking, may_ask, may_take_back_asking
from marugoto.kernel.fold import clean
from marugoto.ledger.actions import announce

OVERSEE = (Role.COORDINATOR, Role.CHIEF)
WORDS_LIMIT = 400


@moving
def ask_holder(*, by: Viewer, at: datetime, ball: UUID) -> Asking:
    """One press, without a word and without a name; the holder is told. Raises Ball.DoesNotExist."""
    grip = take(by, at, ball)
    may_ask(grip.held, grip.stances, oversees=by.has(*OVERSEE), asked=_open(by, ball) is not None).require()
    row = Asking.objects.create(
        body=by.body, made_at=at, ball=grip.ball, team_id=by.team, by_id=by.duty, to_id=grip.ball.holder_id, at=at
    )
    tell(by, at, ball, TidingKind.ASKED, team=grip.ball.holder_id, about=by.team)
    told = events.HolderAsked(asking=row.pk, holder=grip.ball.holder_id, matter_kind=MatterKind(grip.ball.matter_kind))
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


@moving
def answer_asking(*, by: Viewer, at: datetime, ball: UUID, words: str) -> Asking | None:
    """The line is kept for the two teams; whoever asked is told that there is one."""
    grip, row = take(by, at, ball), _open(by, ball)
    worded = bool(clean(words, limit=WORDS_LIMIT).strip())
    may_answer_asking(grip.held, grip.stances, running=row is not None, worded=worded).require()
    if row is not None:
        answer_asking_in_words(by, at, row, clean(words, limit=WORDS_LIMIT))
        _over(by, at, grip, row, AskingEndingKind.ANSWERED)
        tell(by, at, ball, TidingKind.ASKING_ANSWERED, team=row.team_id, about=by.team)
    return row


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
    end_asking(by, at, row, kind)
    told = events.AskingEnded(asking=row.pk, how=kind, waited=waited(by, at, row.at))
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
