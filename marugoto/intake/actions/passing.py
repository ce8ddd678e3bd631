"""Hand a notice or a consultation on, with its words: they open to whoever catches it."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.offer import Opening, offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Offer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.transaction import acting
from marugoto.intake.models import Consultation, Notice
from marugoto.intake.rules.passing import READERS, Passing, may_pass
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day


@acting
def offer_notice(
    *,
    by: Viewer,
    at: datetime,
    notice: UUID,
    to: UUID,
    reason: OfferReason,
    basis: BasisCode | None,
    words: str = "",
    due: date | None = None,
    parts: Iterable[Part] = (),
    basis_reason: str = "",
) -> Offer:
    """Offer the notice's ball. Who told goes along only where `parts` names it. Raises Notice.DoesNotExist."""
    row = Notice.objects.open_to(by).get(pk=notice)
    if Consultation.objects.open_to(by).filter(notice=row).exists():
        no(
            "この気づきは、もう相談として受けています。",
            "「相談として受けた」と答えて、相談のほうを渡してください。",
        ).require()
    may_pass(basis, passing_to(by, at, to, named=False)).require()
    told = {Part.SUPPORT, *(part for part in parts if part is Part.INFORMANT)}
    openings = [Opening(row.pk, part, basis, basis_reason) for part in sorted(told)] if basis else []
    return offer(by=by, at=at, ball=row.ball_id, to=to, reason=reason, words=words, due=due, openings=openings)


@acting
def offer_consultation(
    *,
    by: Viewer,
    at: datetime,
    consultation: UUID,
    to: UUID,
    reason: OfferReason,
    basis: BasisCode | None,
    words: str = "",
    due: date | None = None,
    parts: Iterable[Part] = (),
    basis_reason: str = "",
) -> Offer:
    """Offer the consultation's ball; where a person is known, with the chosen parts. Raises Consultation.DoesNotExist."""
    row = Consultation.objects.open_to(by).get(pk=consultation)
    person = row.person_id
    may_pass(basis, passing_to(by, at, to, named=person is not None)).require()
    told = [(row.pk, Part.SUPPORT), *((person, part) for part in sorted(set(parts)) if person)]
    whom = (person,) if person else ()
    openings = [Opening(one, part, basis, basis_reason, persons=whom) for one, part in told if basis and one]
    return offer(by=by, at=at, ball=row.ball_id, to=to, reason=reason, words=words, due=due, openings=openings)


def passing_to(by: Viewer, at: datetime, to: UUID, *, named: bool) -> Passing:
    """What the rule asks of the receiver. Of a team that is none here the offer itself says so."""
    team = directory.team(by.at_moment(at), to)
    if team is None:
        return Passing(to="", inside=True, reads=True, named=named)
    people = [duty for duty in directory.duties_of_team(to, local_day(at)) if duty.body == by.body]
    return Passing(
        to=directory.called(team),
        inside=directory.of_one_house(by, team),
        reads=any(READERS & duty.role_set() for duty in people) or not people,
        named=named,
    )
