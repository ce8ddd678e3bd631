"""Ask back before the answer, and be answered. The ball stays where it is, and the offer waits on with a new day for its answer."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.care import touch_ball
from marugoto.custody.actions.ending import waited
from marugoto.custody.actions.hand import Grip, move, moving
from marugoto.custody.actions.offer import asked_of, asked_until, fetch_offer
from marugoto.custody.actions.tiding import tell
from marugoto.custody.actions.words import say
from marugoto.custody.codes import Said, TidingKind, TouchKind
from marugoto.custody.events import MoreAsked, MoreTold
from marugoto.custody.models import Offer, OfferWords
from marugoto.custody.rules.asking_more import may_ask_more, may_reply
from marugoto.ledger.actions import announce


@moving
def ask_more(*, by: Viewer, at: datetime, offer: UUID, words: str) -> Offer:
    """Once for an offer. Raises Offer.DoesNotExist."""
    row, grip = fetch_offer(by, at, offer)
    before = Said.QUESTION in _said(by, row)
    may_ask_more(grip.held, grip.stances, asked_of(row), worded=bool(words.strip()), before=before).require()
    move(by, at, grip)
    say(by, at, row, Said.QUESTION, words)
    _wait_on(by, at, row, grip)
    for team in sorted({row.sender_id, row.by.team_id}):
        tell(by, at, grip.ball.pk, TidingKind.ASKED_BACK, team=team, about=row.to_id)
    told = MoreAsked(offer=row.pk, to=row.to_id, waited=waited(by, at, row.made_at))
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


@moving
def reply(*, by: Viewer, at: datetime, offer: UUID, words: str) -> Offer:
    """A step of the holder's, too. Raises Offer.DoesNotExist."""
    row, grip = fetch_offer(by, at, offer)
    said = _said(by, row)
    waiting = Said.QUESTION in said and Said.REPLY not in said
    worded, offered = bool(words.strip()), row.by.team_id == by.team
    may_reply(grip.held, grip.stances, asked_of(row), worded=worded, waiting=waiting, offered=offered).require()
    move(by, at, grip)
    say(by, at, row, Said.REPLY, words)
    _wait_on(by, at, row, grip)
    touch_ball(by, at, grip.ball, TouchKind.AGENCY)
    tell(by, at, grip.ball.pk, TidingKind.REPLIED, team=row.to_id, about=row.sender_id)
    told = MoreTold(offer=row.pk, to=row.to_id, waited=waited(by, at, said[Said.QUESTION]))
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


def _said(by: Viewer, row: Offer) -> dict[Said, datetime]:
    """What was written so far, with when; also what has closed since."""
    rows = OfferWords.objects.within(by.body).filter(offer=row).values_list("said", "made_at")
    return {Said(said): at for said, at in rows}


def _wait_on(by: Viewer, at: datetime, row: Offer, grip: Grip) -> None:
    """Nobody's time for an answer is used up by the other's."""
    row.due = max(row.due, asked_until(by, at, grip.ball, row.to))
    row.save(update_fields=["due"])
