"""Hand on the lead of a household's support (まとめ役): whoever takes it reads the whole case."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import mine
from marugoto.casework.models import AssessmentPart, Case, Need
from marugoto.custody.actions.offer import Opening, offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Offer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.transaction import acting
from marugoto.intake.actions.passing import passing_to
from marugoto.intake.rules.passing import may_pass
from marugoto.kernel.jst import local_day
from marugoto.people.actions.about import people_of
from marugoto.people.models import Member


@acting
def offer_lead(
    *,
    by: Viewer,
    at: datetime,
    case: UUID,
    to: UUID,
    reason: OfferReason,
    basis: BasisCode | None,
    words: str = "",
    due: date | None = None,
    parts: Iterable[Part] = (),
    basis_reason: str = "",
) -> Offer:
    """Offer the case's ball. Its record, its needs and the chosen parts of everybody in the household open to whoever catches it:
    nobody leads what he cannot read. On consent everybody must have agreed. Raises Case.DoesNotExist."""
    row = mine(by, case)
    may_pass(basis, passing_to(by, at, to, named=True)).require()
    openings = _openings(by, at, row, basis, set(parts), basis_reason) if basis else []
    return offer(by=by, at=at, ball=row.ball_id, to=to, reason=reason, words=words, due=due, openings=openings)


def _openings(by: Viewer, at: datetime, case: Case, basis: BasisCode, parts: set[Part], reason: str) -> list[Opening]:
    living = Member.objects.open_to(by).filter(household=case.household_id, until=None).order_by("made_at", "pk")
    seen = list(living.values_list("person_id", flat=True))
    whole = tuple(sorted(people_of(by, case.household_id, local_day(at))))
    needs = Need.objects.open_to(by).filter(case=case).order_by("number").values_list("pk", "person_id")
    return [
        Opening(case.pk, Part.SUPPORT, basis, reason, persons=whole),
        Opening(case.household_id, Part.BASIC, basis, reason, persons=whole),
        *(Opening(need, Part.SUPPORT, basis, reason, persons=(one,) if one else whole) for need, one in needs),
        *(Opening(person, part, basis, reason) for person in seen for part in sorted(parts)),
        *(
            Opening(paper, part, basis, reason, persons=(one,) if one else whole)
            for paper, part, one in _assessed(by, case, parts, {None, *seen})
        ),
    ]


def _assessed(
    by: Viewer, case: Case, parts: set[Part], whose: set[UUID | None]
) -> list[tuple[UUID, Part, UUID | None]]:
    """What the assessment sheets say of each who lives there: the support always, health, money and school only where these are told."""
    rows = AssessmentPart.objects.open_to(by).filter(case=case).exclude(folder=case.folder_id).order_by("made_at", "pk")
    papers = rows.values_list("folder__subject", "folder__part", "person_id")
    found = dict.fromkeys((paper, Part(part), person) for paper, part, person in papers)
    return [one for one in found if one[1] in {Part.SUPPORT, *parts} and one[2] in whose]
