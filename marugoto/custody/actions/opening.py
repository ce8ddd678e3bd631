"""What opens along with a ball: checked under the giver's rights, open only to the team that holds it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import way_of_holding, way_of_offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Offer
from marugoto.disclosure.actions.grant import Terms, end_grants, open_again, open_prepared, prepare
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.queries.grant import bases_open, open_by
from marugoto.people.actions.about import records_of_each, same_records

LEFT = "ボールが、ほかの係に移った"
OVER = "ボールが、おわった"
GIVEN_BACK = "預かりが、おわった"


@dataclass(frozen=True)
class Opening:
    """Folders of a subject that open to the receiver when, and only when, it catches. `seat`: the seat of a conference, its
    pledge confirmed, at which the role was taken. `persons`: who must agree where the basis is consent and the subject is nobody's
    own; `optional`: left out where they did not."""

    subject: UUID
    part: Part
    basis: BasisCode
    reason: str = ""
    seat: UUID | None = None
    persons: tuple[UUID, ...] = ()
    optional: bool = False


def prepare_openings(by: Viewer, at: datetime, via: str, to: UUID, openings: Iterable[Opening]) -> None:
    """All openings on one basis together; each needs the agreement of those whom it concerns."""
    openings = list(openings)
    for basis, reason, seat in sorted({(one.basis, one.reason, one.seat) for one in openings}, key=str):
        told = [one for one in openings if (one.basis, one.reason, one.seat) == (basis, reason, seat)]
        pairs = {(one.subject, one.part) for one in told}
        terms = Terms(
            basis=basis,
            team=to,
            via=via,
            reason=reason,
            seat=seat,
            persons={one.subject: one.persons for one in told},
            records=_records(by, told) if basis is BasisCode.CONSENT else {},
            optional={one.subject for one in told if one.optional},
        )
        subjects, parts = {subject for subject, _ in pairs}, {part for _, part in pairs}
        prepare(by=by, at=at, subjects=subjects, parts=parts, terms=terms, only=pairs)


def _records(by: Viewer, told: Iterable[Opening]) -> dict[UUID, set[UUID]]:
    """All records of each person who must have agreed: a no on any of them counts."""
    return records_of_each(by, {person for one in told for person in {one.subject, *one.persons}})


def not_its_own(by: Viewer, at: datetime, to: UUID, openings: Sequence[Opening]) -> list[Opening]:
    """Without what the team reads as its own work already: of that nobody has to be asked."""
    known = bases_open(by.at_moment(at), to, {one.subject for one in openings})
    return [one for one in openings if BasisCode.OWN_DUTY not in known.get((one.subject, one.part), set())]


def open_to_holder(by: Viewer, at: datetime, ball: UUID, holder: UUID, openings: Sequence[Opening]) -> None:
    """The holder was confirmed: what its role has not opened to it yet opens at once. What it reads for another ball, or on an
    answer that may be taken back, is not counted: that ends by itself, and this role goes on."""
    ways = _ways_of_role(by, ball, holder)
    there = open_by(by.at_moment(at), holder, ways, {one.subject for one in openings})
    missing = [one for one in not_its_own(by, at, holder, openings) if (one.subject, one.part) not in there]
    if missing:
        prepare_openings(by, at, way_of_holding(ball, holder), holder, missing)
        open_prepared(by=by, at=at, via=way_of_holding(ball, holder))


def close_to_former(by: Viewer, at: datetime, ball: UUID, holder: UUID, reason: str = LEFT) -> None:
    """What a conference opened to the holder, for the role it gave, closes when the ball leaves that team, or is over."""
    for way in _ways_of_role(by, ball, holder):
        end_grants(by=by, at=at, via=way, reason=reason)


def open_as_before(by: Viewer, at: datetime, ball: UUID, holder: UUID, over_at: datetime) -> None:
    """What closed because the ball was over opens to the same holder again."""
    for way in _ways_of_role(by, ball, holder):
        open_again(by=by, at=at, via=way, ended_at=over_at, records_of=same_records)


def _ways_of_role(by: Viewer, ball: UUID, holder: UUID) -> list[str]:
    """By which a conference opens to a team what goes with this ball."""
    decided = Offer.objects.within(by.body).filter(ball=ball, to=holder, reason=OfferReason.CONFERENCE)
    keys = decided.order_by("made_at", "pk").values_list("pk", flat=True)
    return [*(way_of_offer(key) for key in keys), way_of_holding(ball, holder)]
