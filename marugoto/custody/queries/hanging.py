"""What hangs on a ball that is just being moved: asked once, so that a move writes only where there is something to write."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet, Subquery, UUIDField

from marugoto.custody.access import way_of_holding, way_of_offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Asking, Ball, Bid, Companion, HandOver, Holding, Offer, Stuck
from marugoto.disclosure.models import Grant, Prepared
from marugoto.ground.question import Question


@dataclass(frozen=True)
class Hanging:
    """`turns`: how many holdings it has had. `by_role`: something may be open to the former holder for the role a conference gave
    it. `told`: something was prepared with the offer by which it moves, opened or not. `called`: help was called for on it, now
    or before."""

    turns: int
    bids: bool
    directed: bool
    waiting: bool  # to be handed over
    accompanied: bool  # by the team it moves to
    by_role: bool
    told: bool
    called: bool


def hanging_on(body: str, ball: UUID, *, former: UUID, to: UUID, offer: UUID | None = None) -> Hanging:
    """Ask it when the ball's version is moved already: what others hang on it moves the version too. Raises Ball.DoesNotExist."""
    row = _HANGING.one(
        body=body,
        ball=ball,
        former=former,
        to=to,
        role=way_of_holding(ball, former),
        way=way_of_offer(offer or uuid4()),
    )
    return Hanging(
        turns=row.turns or 0,
        bids=row.has_bid,
        directed=row.has_direction,
        waiting=row.to_hand_over,
        accompanied=row.has_companion,
        by_role=row.decided or row.opened or row.prepared,
        told=row.told,
        called=row.called,
    )


def _hanging(body: str, ball: UUID, former: UUID, to: UUID, role: str, way: str) -> QuerySet[Any]:
    turns = Holding.objects.within(body).filter(ball=OuterRef("pk")).order_by().values("ball")
    companions = Companion.objects.within(body).filter(ball=OuterRef("pk"), until=None, team=to)
    decided = Offer.objects.within(body).filter(ball=OuterRef("pk"), reason=OfferReason.CONFERENCE, to=former)
    return (
        Ball.objects.within(body)
        .filter(pk=ball)
        .only("pk")
        .annotate(
            turns=Subquery(turns.annotate(times=Count("pk")).values("times")),
            has_bid=Exists(Bid.objects.within(body).filter(ball=OuterRef("pk"), ended=None)),
            has_direction=Exists(
                Asking.objects.within(body).filter(ball=OuterRef("pk"), ended=None, due__isnull=False)
            ),
            to_hand_over=Exists(HandOver.objects.within(body).filter(ball=OuterRef("pk"), until=None)),
            has_companion=Exists(companions),
            decided=Exists(decided),
            opened=Exists(Grant.objects.within(body).filter(via=role)),
            prepared=Exists(Prepared.objects.within(body).filter(via=role)),
            told=Exists(Prepared.objects.within(body).filter(via=way)),
            called=Exists(Stuck.objects.within(body).filter(ball=OuterRef("pk"))),
        )
    )


_HANGING = Question(
    _hanging,
    body=CharField(),
    ball=UUIDField(),
    former=UUIDField(),
    to=UUIDField(),
    role=CharField(),
    way=CharField(),
)
