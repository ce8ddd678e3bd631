"""Write down what an agency without an account answered. It never holds: whoever asked goes on holding, and stands for it."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import way_of_offer
from marugoto.custody.actions.care import touch_ball
from marugoto.custody.actions.ending import close_offer, waited
from marugoto.custody.actions.hand import Grip, move, moving
from marugoto.custody.actions.offer import asked_of, asked_until, declined, fetch_offer
from marugoto.custody.actions.tiding import tell
from marugoto.custody.actions.words import keep_outside
from marugoto.custody.codes import EndingKind, MatterKind, Means, OutsideSaid, TidingKind, TouchKind, Urgency
from marugoto.custody.events import BallTakenOn, CompanionJoined, OutsideHeard
from marugoto.custody.models import Companion, Offer, OfferEnding, OutsideAnswer
from marugoto.custody.rules.outside import Heard, may_hear
from marugoto.disclosure.actions.grant import open_prepared
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@moving
def hear_answer(
    *, by: Viewer, at: datetime, offer: UUID, heard: Heard, means: Means, instead: UUID | None = None
) -> OutsideAnswer:
    """By the team that asked, or by the control tower. One that asks back leaves the question open, with a new day for the answer.

    Raises Offer.DoesNotExist.
    """
    row, grip = fetch_offer(by, at, offer)
    may_hear(
        grip.held,
        grip.stances,
        asked_of(row),
        outside=not row.to.agency.has_accounts,
        heard=heard,
        offered=local_day(row.made_at),
        today=local_day(at),
    ).require()
    move(by, at, grip)
    made = OutsideAnswer.objects.create(
        body=by.body, made_at=at, offer=row, said=heard.said, means=means, day=heard.day, at=at, by_id=by.duty
    )
    keep_outside(by, at, made, heard.who, heard.words)
    _follow(by, at, grip, row, heard, instead)
    touch_ball(by, at, grip.ball, TouchKind.AGENCY)
    told = OutsideHeard(offer=row.pk, to=row.to_id, answer=heard.said, means=means, waited=waited(by, at, row.made_at))
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return made


def _follow(by: Viewer, at: datetime, grip: Grip, row: Offer, heard: Heard, instead: UUID | None) -> None:
    if heard.said is OutsideSaid.TAKEN_ON:
        _taken_on(by, at, grip, row)
        tell(by, at, grip.ball.pk, TidingKind.TAKEN_ON, team=row.sender_id, about=row.to_id)
    elif heard.no is not None and heard.said is OutsideSaid.DECLINED:
        declined(by, at, grip, row, heard.no, instead)
        tell(by, at, grip.ball.pk, TidingKind.DECLINED, team=row.sender_id, about=row.to_id)
    else:
        row.due = max(row.due, asked_until(by, at, grip.ball, row.to))
        row.save(update_fields=["due"])


def _taken_on(by: Viewer, at: datetime, grip: Grip, row: Offer) -> None:
    """It moves along from now on; what was prepared opens in its name, so that what it was told stands on its ground."""
    ball = grip.ball
    close_offer(by, at, row, OfferEnding(kind=EndingKind.TAKEN_ON))
    open_prepared(by=by, at=at, via=way_of_offer(row.pk))
    told = BallTakenOn(
        offer=row.pk,
        to=row.to_id,
        sender=row.sender_id,
        matter_kind=MatterKind(ball.matter_kind),
        urgency=Urgency(ball.urgency),
        waited=waited(by, at, row.made_at),
    )
    announce(told, by=by, at=at, matter=ball.matter, area=ball.area)
    if not Companion.objects.within(by.body).filter(ball=ball, team=row.to_id, until=None).exists():
        Companion.objects.create(body=by.body, made_at=at, ball=ball, team_id=row.to_id, since=at, by=by.duty)
        announce(
            CompanionJoined(team=row.to_id, holder=ball.holder_id), by=by, at=at, matter=ball.matter, area=ball.area
        )
