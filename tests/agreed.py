"""What somebody agreed to and takes back again: a consultation handed on, with its words, on the person's consent."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from marugoto.custody.actions.consent import hear_answer
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Offer
from marugoto.disclosure.actions.consent import Heard
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.passing import offer_consultation
from marugoto.intake.codes import Channel
from marugoto.intake.models import Consultation
from marugoto.kernel.jst import local_day
from marugoto.people.actions.folder import open_part
from marugoto.people.actions.person import enter_person
from tests.town import Town

WHOLE = (Part.BASIC, Part.SUPPORT)


def agreed(
    town: Town,
    person: UUID,
    team: str,
    state: ConsentState = ConsentState.GIVEN,
    parts: Collection[Part] = WHOLE,
    until: date | None = None,
) -> Heard:
    """What the person answers 田中 about this team today."""
    by, at = town("tanaka"), town.later()
    return hear_answer(
        by=by,
        at=at,
        folder=open_part(by=by, at=at, person=person, part=Part.BASIC),
        person=person,
        receiver=town.team(team),
        state=state,
        parts=parts,
        form=ConsentForm.SPOKEN,
        answered_on=local_day(at),
        until=until,
    )


def taken_back(town: Town, person: UUID, team: str) -> Heard:
    return agreed(town, person, team, ConsentState.WITHDRAWN, ())


def told_of(town: Town, person: UUID) -> Consultation:
    at = town.later()
    told = Told(caller="佐藤", words="夜がこわい。", person=person)
    return receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=told)


def handed(town: Town, consultation: UUID) -> Offer:
    """With its words, to the desk of 小川, on the person's consent."""
    return offer_consultation(
        by=town("tanaka"),
        at=town.later(),
        consultation=consultation,
        to=town.team("north-care-desk"),
        reason=OfferReason.NEARER,
        basis=BasisCode.CONSENT,
    )


def handed_and_shut(town: Town) -> Consultation:
    """Caught by 小川, and then the person agrees no more."""
    person = enter_person(by=town("tanaka"), at=town.later(), name="内田 光").pk
    row = told_of(town, person)
    agreed(town, person, "north-care-desk")
    catch(by=town("ogawa"), at=town.later(), offer=handed(town, row.pk).pk)
    taken_back(town, person, "north-care-desk")
    town.later()
    return row
