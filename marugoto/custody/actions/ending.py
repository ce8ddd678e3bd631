"""What ends along with a move: the offer, the call for help, a companionship, a hand-over that was waiting."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import way_of_offer
from marugoto.custody.actions.hand import Grip
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import AskingEndingKind, BidEndingKind, MatterKind, StuckOutcome, TidingKind, WithdrawReason
from marugoto.custody.events import AskingEnded, BallWithdrawn, BidEnded, CompanionLeft, StuckAnswered
from marugoto.custody.models import (
    Asking,
    AskingEnding,
    Ball,
    Bid,
    BidEnding,
    Companion,
    HandOver,
    Offer,
    OfferEnding,
    Stuck,
    StuckAnswer,
)
from marugoto.custody.queries.hanging import Hanging
from marugoto.disclosure.actions.grant import end_grants
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


def close_offer(by: Viewer, at: datetime, offer: Offer, ending: OfferEnding) -> None:
    """Write the ending and point the offer at it; the caller holds the ball's version, so nobody else does the same."""
    ending.body, ending.made_at, ending.at, ending.by = by.body, at, at, by.duty
    ending.save(force_insert=True)
    Offer.objects.within(by.body).filter(pk=offer.pk, ended=None).update(ended=ending)
    offer.ended = ending


def end_offer(by: Viewer, at: datetime, offer: Offer, ending: OfferEnding) -> None:
    """An ending without a catch: what was prepared with the offer never opens."""
    close_offer(by, at, offer, ending)
    end_grants(by=by, at=at, via=way_of_offer(offer.pk))


def take_back(by: Viewer, at: datetime, offer: Offer, ball: Ball, reason: WithdrawReason) -> None:
    """Withdraw: by the sender's wish, or because one of the two teams is no more. The other side is told."""
    end_offer(by, at, offer, OfferEnding(kind="withdrawn", reason=reason))
    told_to = offer.sender_id if reason is WithdrawReason.RECEIVER_CLOSED else offer.to_id
    about = offer.to_id if reason is WithdrawReason.RECEIVER_CLOSED else offer.sender_id
    tell(by, at, ball.pk, TidingKind.WITHDRAWN, team=told_to, about=about)
    told = BallWithdrawn(
        offer=offer.pk,
        to=offer.to_id,
        sender=offer.sender_id,
        matter_kind=MatterKind(ball.matter_kind),
        reason=reason,
        waited=waited(by, at, offer.made_at),
    )
    announce(told, by=by, at=at, matter=ball.matter, area=ball.area)


def answer_open(by: Viewer, at: datetime, ball: Ball, stuck: Stuck | None, outcome: StuckOutcome) -> None:
    """Answer the open call for help, if there is one; the caller's team is told."""
    if stuck is None:
        return
    answer = StuckAnswer.objects.create(body=by.body, made_at=at, outcome=outcome, at=at, by=by.duty)
    Stuck.objects.within(by.body).filter(pk=stuck.pk, answer=None).update(answer=answer)
    stuck.answer = answer
    tell(by, at, ball.pk, TidingKind.STUCK_ANSWERED, team=stuck.team_id, about=by.team)
    told = StuckAnswered(stuck=stuck.pk, outcome=outcome, waited=waited(by, at, stuck.at))
    announce(told, by=by, at=at, matter=ball.matter, area=ball.area)


def what_hung(by: Viewer, at: datetime, grip: Grip, hanging: Hanging) -> None:
    """What hung on a ball that just came to another team is over."""
    ball = grip.ball
    if hanging.accompanied:
        leave(by, at, ball, ball.holder_id)
    if hanging.waiting:
        hand_over_done(by, at, ball.pk)
    answer_open(by, at, ball, grip.stuck, StuckOutcome.MOVED)
    end_wishes(by, at, ball, hanging)


def end_asking(by: Viewer, at: datetime, asking: Asking, kind: AskingEndingKind) -> None:
    """The question is over; a second hand finds it ended."""
    ended = AskingEnding.objects.create(body=by.body, made_at=at, kind=kind, at=at, by=by.duty)
    Asking.objects.within(by.body).filter(pk=asking.pk, ended=None).update(ended=ended)
    asking.ended = ended


def end_wishes(by: Viewer, at: datetime, ball: Ball, hanging: Hanging) -> None:
    """The ball came into other hands: what the former holder was to do is over, as are bids; whoever directed, or bid, is told."""
    if hanging.bids:
        end_bids(by, at, ball.pk)
    if not hanging.directed:
        return
    for row in Asking.objects.within(by.body).filter(ball=ball, ended=None, due__isnull=False):
        end_asking(by, at, row, AskingEndingKind.MOVED)
        tell(by, at, ball.pk, TidingKind.DIRECTION_ENDED, team=row.team_id, about=row.to_id)
        told = AskingEnded(asking=row.pk, how=AskingEndingKind.MOVED, waited=waited(by, at, row.at))
        announce(told, by=by, at=at, matter=ball.matter, area=ball.area)


def end_bid(by: Viewer, at: datetime, bid: Bid, kind: BidEndingKind) -> None:
    """A second hand finds it ended."""
    ended = BidEnding.objects.create(body=by.body, made_at=at, kind=kind, at=at, by=by.duty)
    Bid.objects.within(by.body).filter(pk=bid.pk, ended=None).update(ended=ended)
    bid.ended = ended
    told = BidEnded(bid=bid.pk, team=bid.team_id, how=kind, waited=waited(by, at, bid.at))
    announce(told, by=by, at=at, matter=bid.ball.matter, area=bid.ball.area)


def meet_bid(by: Viewer, at: datetime, ball: UUID, team: UUID) -> None:
    """The holder hands the ball on to a team that offered itself."""
    for row in Bid.objects.within(by.body).select_related("ball").filter(ball=ball, team=team, ended=None):
        end_bid(by, at, row, BidEndingKind.OFFERED)


def end_bids(by: Viewer, at: datetime, ball: UUID) -> None:
    """The ball came elsewhere, or ended: whoever offered itself is told."""
    for row in Bid.objects.within(by.body).select_related("ball").filter(ball=ball, ended=None):
        end_bid(by, at, row, BidEndingKind.OVER)
        tell(by, at, ball, TidingKind.BID_OVER, team=row.team_id)


def leave(by: Viewer, at: datetime, ball: Ball, team: UUID) -> None:
    """End the team's companionship, if it has one."""
    running = Companion.objects.within(by.body).filter(ball=ball, team=team, until=None)
    if running.update(until=at, ended_by=by.duty):
        announce(CompanionLeft(team=team), by=by, at=at, matter=ball.matter, area=ball.area)


def hand_over_done(by: Viewer, at: datetime, ball: UUID) -> None:
    """Somebody was named: the ball no longer waits to be handed over."""
    HandOver.objects.within(by.body).filter(ball=ball, until=None).update(until=at)


def waited(by: Viewer, at: datetime, since: datetime) -> int:
    """Open days of the body between two instants."""
    return by.calendar.between(local_day(since), local_day(at))
