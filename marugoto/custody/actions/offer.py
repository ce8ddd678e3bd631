"""Offer a ball, and end the offer: caught, declined, withdrawn or lapsed. Only a catch moves the ball."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, QuerySet, UUIDField

from marugoto.agencies.models import Team
from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import way_of_offer
from marugoto.custody.actions.ending import (
    close_offer,
    end_offer,
    meet_bid,
    take_back,
    waited,
    what_hung,
)
from marugoto.custody.actions.escalation import tell_at_once
from marugoto.custody.actions.hand import Grip, hand_to, move, moving, take
from marugoto.custody.actions.listed import require_reader
from marugoto.custody.actions.opening import Opening, not_its_own, open_to_holder, prepare_openings
from marugoto.custody.actions.people import reassign
from marugoto.custody.actions.standing import standing
from marugoto.custody.actions.tiding import tell, tell_tower
from marugoto.custody.actions.words import say
from marugoto.custody.codes import (
    Alarm,
    Decliner,
    DeclineReason,
    EndingKind,
    How,
    MatterKind,
    OfferReason,
    Said,
    TidingKind,
    Urgency,
    WithdrawReason,
)
from marugoto.custody.events import BallCaught, BallDeclined, BallLapsed, BallOffered
from marugoto.custody.models import Ball, Offer, OfferEnding
from marugoto.custody.queries.hanging import Hanging
from marugoto.custody.queries.limit import days_to_answer
from marugoto.custody.queries.now import say_team
from marugoto.custody.queries.shut import is_shut
from marugoto.custody.rules import ball as rules
from marugoto.custody.rules.limit import Way
from marugoto.custody.rules.team import may_hold
from marugoto.disclosure.actions.grant import open_prepared
from marugoto.disclosure.queries.grant import over_by_now
from marugoto.ground.question import Question
from marugoto.ground.transaction import acting, apart
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@moving
def offer(
    *,
    by: Viewer,
    at: datetime,
    ball: UUID,
    to: UUID,
    reason: OfferReason,
    words: str = "",
    due: date | None = None,
    openings: Sequence[Opening] = (),
) -> Offer:
    """Ask another team to take the ball; it stays here until it is caught.

    `due`, the last day for an answer, comes from the body's limits unless given. Openings are checked now, under the sender's rights.
    """
    receiving = standing(by, at, to)
    grip = take(by, at, ball)
    row = grip.ball
    oneself = {duty.worker_id for duty in receiving.people} == {by.worker}
    rules.may_offer(
        grip.held, grip.stances, to=receiving.receiver, is_holder=row.holder_id == to, oneself=oneself
    ).require()
    require_reader(by, at, row.matter, receiving.people)
    due = due or asked_until(by, at, row, receiving.team)
    rules.may_due(due, today=local_day(at)).require()
    move(by, at, grip, passes=row.passes + 1)
    made = _offered(by, at, grip, to, reason, due, openings)
    meet_bid(by, at, ball, to)
    say(by, at, made, Said.OFFER, words)
    return made


def asked_until(by: Viewer, at: datetime, ball: Ball, team: Team | None) -> date:
    """The last day for that team's answer, where it is asked today: by the body's days of that route."""
    way = Way(team.agency_id if team else None, MatterKind(ball.matter_kind), Urgency(ball.urgency))
    return by.calendar.add(local_day(at), days_to_answer(by.body, local_day(at), way))


@moving
def catch(*, by: Viewer, at: datetime, offer: UUID, in_charge: UUID | None = None) -> Ball:
    """Take the ball. In charge is whoever is named, else the one who catches. What was prepared with the offer opens now."""
    receiving = standing(by, at, by.team)
    row, grip = fetch_offer(by, at, offer)
    over = over_by_now(by.at_moment(at), way_of_offer(row.pk))
    rules.may_catch(grip.held, grip.stances, asked_of(row), over=grip.ball.matter in over).require()
    may_hold(receiving.receiver).require()
    person = receiving.person(in_charge or by.duty)
    require_reader(by, at, grip.ball.matter, [person])
    hanging = _caught(by, at, grip, row, in_charge=person.pk, how=How.CAUGHT)
    shut = hanging.told and is_shut(by.at_moment(at), row)  # only now nobody can close any more what opens with it
    rules.may_take_over(MatterKind(grip.ball.matter_kind), shut=shut).require()
    if shut:
        tell(by, at, grip.ball.pk, TidingKind.NOT_OPENED, team=row.sender_id, about=row.to_id)
    return grip.ball


@moving
def hand_over(
    *,
    by: Viewer,
    at: datetime,
    ball: UUID,
    to: UUID,
    in_charge: UUID,
    due: date,
    openings: Sequence[Opening] = (),
) -> Ball:
    """A conference decided: offer and catch in one step, because giver and taker sit at the same table. `due` is the decision's.

    An offer to the same team is caught by it, an offer to another one taken back. In the holder's own team only the person changes.
    Openings close again when the ball leaves that team.
    """
    receiving = standing(by, at, to)
    grip = take(by, at, ball)
    rules.may_hand_over(grip.held, grip.stances, to=receiving.receiver).require()
    person = receiving.person(in_charge)
    require_reader(by, at, grip.ball.matter, [person])
    if grip.ball.holder_id == to:
        if grip.ball.in_charge_id != person.pk:
            reassign(by, at, grip, person.pk)
        else:
            move(by, at, grip)  # nothing opens to a team that just handed the ball on
        open_to_holder(by, at, ball, to, openings)
        return grip.ball
    row = grip.offer
    if row is not None and row.to_id != to:
        move(by, at, grip)
        take_back(by, at, row, grip.ball, WithdrawReason.DECIDED_OTHERWISE)
        row = None
    if row is None:
        told = not_its_own(by, at, to, openings)
        row = _offered(by, at, grip, to, OfferReason.CONFERENCE, max(due, local_day(at)), told)
    _caught(by, at, grip, row, in_charge=person.pk, how=How.DECIDED)
    open_to_holder(by, at, ball, to, openings)
    tell(by, at, grip.ball.pk, TidingKind.ENTRUSTED, team=to)
    return grip.ball


@moving
def decline(
    *,
    by: Viewer,
    at: datetime,
    offer: UUID,
    reason: DeclineReason,
    declined_by: Decliner = Decliner.AGENCY,
    words: str = "",
    instead: UUID | None = None,
) -> Offer:
    """Say no, by whom, why, and what instead. The ball stays with its holder, who is told; at the second no the control tower too."""
    row, grip = fetch_offer(by, at, offer)
    answer = rules.Answer(by=declined_by, reason=reason, words=words, instead=instead is not None)
    rules.may_decline(grip.held, grip.stances, asked_of(row), answer=answer).require()
    move(by, at, grip)
    declined(by, at, grip, row, answer, instead)
    say(by, at, row, Said.ANSWER, words)
    tell(by, at, grip.ball.pk, TidingKind.DECLINED, team=row.sender_id, about=by.team)
    return row


def declined(by: Viewer, at: datetime, grip: Grip, row: Offer, answer: rules.Answer, instead: UUID | None) -> None:
    """The no of a team, or of an agency without an account as it was heard; at the second one the control tower is told."""
    times = grip.declined + 1
    ending = OfferEnding(kind=EndingKind.DECLINED, reason=answer.reason, declined_by=answer.by, instead_id=instead)
    end_offer(by, at, row, ending)
    if times > 1:
        tell_tower(by, at, grip.ball.pk, TidingKind.DECLINED_AGAIN, about=row.sender_id)
    told = BallDeclined(
        offer=row.pk,
        to=row.to_id,
        instead=instead,
        matter_kind=MatterKind(grip.ball.matter_kind),
        declined_by=answer.by,
        reason=answer.reason,
        waited=waited(by, at, row.made_at),
        times=times,
    )
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)


@moving
def withdraw(*, by: Viewer, at: datetime, offer: UUID) -> Offer:
    """Take the question back; the ball never left."""
    row, grip = fetch_offer(by, at, offer)
    rules.may_withdraw(grip.held, grip.stances, asked_of(row)).require()
    move(by, at, grip)
    take_back(by, at, row, grip.ball, WithdrawReason.CHANGED_MIND)
    return row


@moving
def lapse(*, by: Viewer, at: datetime, offer: UUID) -> Offer:
    """Silence past the due day ends the offer; the sender and the control tower are told. Refused before that day is over."""
    row, grip = fetch_offer(by, at, offer)
    rules.may_lapse(grip.held, asked_of(row), due=row.due, today=local_day(at)).require()
    move(by, at, grip)
    end_offer(by, at, row, OfferEnding(kind=EndingKind.LAPSED))
    tell_at_once(by, at, grip.ball, Alarm.SILENT, f"offer:{row.pk.hex}", agency=row.to.agency_id, about=row.to_id)
    told = BallLapsed(
        offer=row.pk,
        to=row.to_id,
        sender=row.sender_id,
        matter_kind=MatterKind(grip.ball.matter_kind),
        urgency=Urgency(grip.ball.urgency),
        due=row.due,
    )
    announce(told, by=by, at=at, matter=grip.ball.matter, area=grip.ball.area)
    return row


@acting
def lapse_due(*, by: Viewer, at: datetime) -> list[Offer]:
    """End every offer of the body whose due day is over; what somebody answered in the meantime is passed over."""
    overdue = _OVERDUE.ask(body=by.body, day=local_day(at))
    return [row for key in overdue if (row := _lapsed(by, at, key.pk))]


def _overdue(body: str, day: date) -> QuerySet[Any]:
    return Offer.objects.within(body).filter(ended=None, due__lt=day).order_by("pk").values_list("pk")


_OVERDUE: Question[Any] = Question(_overdue, body=CharField(), day=DateField())


def _lapsed(by: Viewer, at: datetime, offer: UUID) -> Offer | None:
    try:
        with apart():
            return lapse(by=by, at=at, offer=offer)
    except Refused:
        return None  # caught, declined or withdrawn while we walked through the list


def _offered(
    by: Viewer, at: datetime, grip: Grip, to: UUID, reason: OfferReason, due: date, openings: Sequence[Opening]
) -> Offer:
    row = grip.ball
    made = Offer.objects.create(
        body=by.body, made_at=at, ball=row, sender_id=row.holder_id, by_id=by.duty, to_id=to, reason=reason, due=due
    )
    prepare_openings(by, at, way_of_offer(made.pk), to, openings)
    told = BallOffered(
        offer=made.pk,
        to=to,
        sender=row.holder_id,
        matter_kind=MatterKind(row.matter_kind),
        urgency=Urgency(row.urgency),
        reason=reason,
        due=due,
        openings=len(openings),
    )
    announce(told, by=by, at=at, matter=row.matter, area=row.area)
    return made


def _caught(by: Viewer, at: datetime, grip: Grip, offer: Offer, *, in_charge: UUID, how: How) -> Hanging:
    """The ball moves, and with it what was prepared; what waited for the former holder is over."""
    ball, sender = grip.ball, grip.ball.holder_id
    hanging = hand_to(by, at, grip, team=offer.to_id, in_charge=in_charge, how=how, offer=offer.pk)
    close_offer(by, at, offer, OfferEnding(kind=EndingKind.CAUGHT))
    what_hung(by, at, grip, hanging)
    if hanging.told:
        open_prepared(by=by, at=at, via=way_of_offer(offer.pk))
    tell(by, at, ball.pk, TidingKind.CAUGHT, team=sender, about=offer.to_id)
    told = BallCaught(
        offer=offer.pk,
        to=offer.to_id,
        sender=sender,
        matter_kind=MatterKind(ball.matter_kind),
        urgency=Urgency(ball.urgency),
        waited=waited(by, at, offer.made_at),
    )
    announce(told, by=by, at=at, matter=ball.matter, area=ball.area)
    return hanging


def fetch_offer(by: Viewer, at: datetime, offer: UUID) -> tuple[Offer, Grip]:
    """Raises Offer.DoesNotExist."""
    row = _OFFER.one(body=by.body, offer=offer)
    grip = take(by, at, row.ball_id)
    if row.ended_id is None and (grip.offer is None or grip.offer.pk != row.pk):
        row.refresh_from_db()  # it ended between the two reads
    return row, grip


def asked_of(row: Offer) -> rules.Asked:
    return rules.Asked(to=say_team(row.to), ended=EndingKind(row.ended.kind) if row.ended else None)


def _offer(body: str, offer: UUID) -> QuerySet[Offer]:
    return Offer.objects.within(body).filter(pk=offer).select_related("ball", "ended", "to__agency")


_OFFER = Question(_offer, body=CharField(), offer=UUIDField())
