"""What has only just begun: a consultation without words, a household without a need, a conference and a place still empty."""

from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from marugoto.casework.actions.case import close_case, open_case
from marugoto.casework.actions.need import add_need
from marugoto.casework.codes import CaseEnd
from marugoto.community.actions.place import create_place
from marugoto.conferences.actions.agenda import put_on_agenda
from marugoto.conferences.actions.conference import convene
from marugoto.conferences.codes import KindCode
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.codes import BasisCode
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.intake.models import Consultation
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.story import Story
from tests.town import Town


def heard(town: Town) -> Consultation:
    at = town.later()
    return receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=Told(caller="上田さん"))


def supported(town: Town) -> UUID:
    """A household without any need yet."""
    at = town.later()
    person = enter_person(by=town("tanaka"), at=at, name="上田 一")
    home = form_household(by=town("tanaka"), at=at, area="north", members=[(person.pk, "本人")])
    return open_case(by=town("tanaka"), at=at, household=home.pk, consultations=[]).pk


def ended(town: Town, look_in_on: date | None = None) -> UUID:
    """A household's support that is over, at the latest on the day before somebody looks in, else it has moved away."""
    now = town.now
    if look_in_on is not None and look_in_on <= local_day(now):
        town.now -= timedelta(days=(local_day(now) - look_in_on).days + 1)
    case, at = supported(town), town.later()
    end = CaseEnd.ACHIEVED if look_in_on else CaseEnd.MOVED_AWAY
    after = town.team("north-care-desk") if look_in_on else None
    close_case(by=town("tanaka"), at=at, case=case, end=end, next_team=after, look_in_on=look_in_on)
    town.now = max(town.now, now)
    return case


def asked_outside(town: Town) -> UUID:
    """A need offered to the hospital, which has no account and answers by telephone."""
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.CARE, title="薬を見てもらう")
    to = town.team("hospital-link")
    return offer(by=town("tanaka"), at=town.later(), ball=need.ball_id, to=to, reason=OfferReason.EXPERTISE).pk


def called(town: Town, story: Story | None = None) -> UUID:
    """A conference to come; with a story, its household is on the agenda."""
    begins = timezone.now() + timedelta(days=3)
    by, ends = town("tanaka"), begins + timedelta(hours=1)
    row = convene(by=by, at=town.later(), kind=KindCode.SUPPORT, begins_at=begins, ends_at=ends)
    if story is not None:
        basis = BasisCode.SUPPORT_CONFERENCE
        put_on_agenda(by=town("tanaka"), at=town.later(), conference=row, case=story.case, basis=basis)
    return row.pk


def new_place(town: Town) -> UUID:
    return create_place(by=town("hayashi"), at=town.later(), values={"name": "朝の体操", "kind": "salon"}).pk
