"""Say that we would hold a ball that another team holds; say no to that; take it back. Only the holder's offer moves it."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody import events
from marugoto.custody.actions.ending import end_bid
from marugoto.custody.actions.hand import move, moving, take
from marugoto.custody.actions.standing import standing
from marugoto.custody.actions.tiding import tell
from marugoto.custody.actions.words import say_of_bid
from marugoto.custody.codes import BidEndingKind, MatterKind, TidingKind
from marugoto.custody.models import Bid
from marugoto.custody.rules.bid import may_bid, may_refuse_bid, may_withdraw_bid
from marugoto.custody.rules.team import may_hold
from marugoto.kernel.fold import clean
from marugoto.ledger.actions import announce

WORDS_LIMIT = 400


@moving
def ask_for(*, by: Viewer, at: datetime, ball: UUID, words: str = "") -> Bid:
    """The holder is told; what opens with the ball is the holder's to say. Raises Ball.DoesNotExist."""
    receiving = standing(by, at, by.team)
    grip = take(by, at, ball)
    waiting = Bid.objects.within(by.body).filter(ball=ball, team=by.team, ended=None).exists()
    may_bid(grip.held, grip.stances, waiting=waiting).require()
    may_hold(receiving.receiver).require()
    holder = grip.ball.holder_id
    move(by, at, grip)
    row = Bid.objects.create(
        body=by.body, made_at=at, ball=grip.ball, team_id=by.team, by_id=by.duty, to_id=holder, at=at
    )
    say_of_bid(by, at, row, clean(words, limit=WORDS_LIMIT))
    tell(by, at, ball, TidingKind.BID, team=holder, about=by.team)
    kind = MatterKind(grip.ball.matter_kind)
    told = events.BallBid(bid=row.pk, team=by.team, holder=holder, matter_kind=kind)
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


@moving
def refuse_bid(*, by: Viewer, at: datetime, bid: UUID, words: str) -> Bid:
    """The ball stays with us, and why. Raises Bid.DoesNotExist."""
    row = Bid.objects.within(by.body).select_related("ball").get(pk=bid)
    grip = take(by, at, row.ball_id)
    row.refresh_from_db(fields=["ended"])
    words = clean(words, limit=WORDS_LIMIT).strip()
    may_refuse_bid(grip.held, grip.stances, running=row.ended_id is None, worded=bool(words)).require()
    move(by, at, grip)
    say_of_bid(by, at, row, words, answer=True)
    end_bid(by, at, row, BidEndingKind.REFUSED)
    tell(by, at, row.ball_id, TidingKind.BID_REFUSED, team=row.team_id, about=by.team)
    return row


@moving
def withdraw_bid(*, by: Viewer, at: datetime, bid: UUID) -> Bid:
    """Raises Bid.DoesNotExist."""
    row = Bid.objects.within(by.body).select_related("ball").get(pk=bid)
    grip = take(by, at, row.ball_id)
    row.refresh_from_db(fields=["ended"])
    may_withdraw_bid(running=row.ended_id is None, own=row.team_id == by.team).require()
    move(by, at, grip)
    end_bid(by, at, row, BidEndingKind.WITHDRAWN)
    return row
