"""Hand many balls on at once, to another team or to somebody of the same one: before a leave, at a reshuffle."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.lead import offer_lead
from marugoto.casework.actions.need import offer_need
from marugoto.custody.actions.hand import moving
from marugoto.custody.actions.offer import Opening, offer
from marugoto.custody.actions.standing import hold_still
from marugoto.custody.actions.succession import Handed, succeed
from marugoto.custody.codes import MatterKind, OfferReason
from marugoto.custody.models import Ball, Bundle, BundleLine, Offer
from marugoto.custody.rules.bundle import in_words, may_hand_many
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.transaction import acting, apart, hold
from marugoto.intake.actions.passing import offer_consultation, offer_notice
from marugoto.kernel.decision import Refused

USUAL = (Part.BASIC, Part.CONTACT)  # of those who live in a household, for whoever leads its support
NOT_THERE = "このボールは、もう手元にないか、読めなくなっています。一覧を開き直してください。"


@dataclass(frozen=True)
class Wanted:
    """One ball; `note` is for whoever gets this one, `reason` where it differs from that of the others."""

    ball: UUID
    note: str = ""
    reason: OfferReason | None = None


@dataclass(frozen=True)
class Receiver:
    """Another team, or somebody of the viewer's own."""

    team: UUID
    person: UUID | None = None


@acting
def hand_many(
    *,
    by: Viewer,
    at: datetime,
    wanted: Iterable[Wanted],
    to: Receiver,
    reason: OfferReason,
    words: str = "",
    due: date | None = None,
) -> Bundle:
    """Each ball is done whole or not at all, and says why not; the others go on. A need goes without a name; what came in and the
    lead of a household go with their record, which only another division of the same house may read without being asked."""
    balls = list({one.ball: one for one in wanted}.values())
    may_hand_many(len(balls), to_self=to.person is None and to.team == by.team).require()
    row = Bundle.objects.create(
        body=by.body, made_at=at, team_id=by.team, by_id=by.duty, to_id=to.team, person_id=to.person, at=at
    )
    for turn, one in enumerate(balls, start=1):
        said = {"reason": one.reason or reason, "words": one.note or words, "due": due}
        _line(by, at, row, turn, one, to, said)
    return row


def _line(by: Viewer, at: datetime, bundle: Bundle, turn: int, one: Wanted, to: Receiver, said: dict[str, Any]) -> None:
    if (
        to.person is not None
    ):  # who is in charge now is who gets it back: nobody changes that between the look and the deed
        hold_still(by.team)
        hold(Ball.objects.within(by.body).filter(pk=one.ball))
    known = Ball.objects.within(by.body).filter(pk=one.ball).first()
    if known is None:
        return
    done: dict[str, Any]
    try:
        with apart():
            if to.person is not None:
                succeed(by=by, at=at, balls=[Handed(one.ball, one.note or said["words"])], to=to.person)
                done = {"left_id": known.in_charge_id}
            else:
                done = {"offer": _offered(by=by, at=at, ball=known, to=to.team, said=said)}
    except Refused as refused:
        done = {"refused": in_words(refused)[:400]}
    except ObjectDoesNotExist:
        done = {"refused": NOT_THERE}
    BundleLine.objects.create(body=by.body, made_at=at, bundle=bundle, turn=turn, ball=known, **done)


@moving
def _offered(*, by: Viewer, at: datetime, ball: Ball, to: UUID, said: dict[str, Any]) -> Offer:
    """As the page of one ball does it, with what usually goes along."""
    how: dict[str, Any] = {"by": by, "at": at, "to": to, **said}
    kind = MatterKind(ball.matter_kind)
    if kind is MatterKind.NEED:
        return offer_need(need=ball.matter, **how)
    if kind is MatterKind.NOTICE:
        return offer_notice(notice=ball.matter, basis=BasisCode.OWN_DUTY, **how)
    if kind is MatterKind.CONSULTATION:
        return offer_consultation(consultation=ball.matter, basis=BasisCode.OWN_DUTY, **how)
    if kind is MatterKind.CASE:
        return offer_lead(case=ball.matter, basis=BasisCode.OWN_DUTY, parts=USUAL, **how)
    if kind in {MatterKind.APPROACH, MatterKind.WATCH}:
        return offer(ball=ball.pk, openings=[Opening(ball.matter, Part.SUPPORT, BasisCode.OWN_DUTY)], **how)
    return offer(ball=ball.pk, **how)
