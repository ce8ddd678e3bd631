"""Under which bodies a conference sits: what each of its items stands under, who belongs there, and what is promised."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.models import AgendaItem, Conference, ConferenceCouncil, SeatAdmission
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.council import CouncilLine, by_ids, members_in_force
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@looking
def of_conference(viewer: Viewer, conference: Conference) -> list[CouncilLine]:
    """The body on whose ground its kind stands first, then the others by name; none where no body is entered: three queries."""
    rows = ConferenceCouncil.objects.within(viewer.body).filter(conference=conference)
    found = by_ids(viewer, list(rows.values_list("council_id", flat=True)), day_of(conference))
    own = kind_of(conference.kind).bases
    return sorted(found.values(), key=lambda one: (one.basis not in own, one.name))


def of_item(viewer: Viewer, item: AgendaItem) -> CouncilLine | None:
    """The body on whose ground the item stands; None where it stands on consent, or no body of that ground is entered."""
    basis = BasisCode(item.basis)
    return next((one for one in of_conference(viewer, item.conference) if one.basis is basis), None)


@looking
def admissions(viewer: Viewer, seats: Collection[UUID]) -> dict[UUID, tuple[str, bool]]:
    """By seat, in the house or from outside, the body that admits it, and whether as a member: one query."""
    rows = SeatAdmission.objects.within(viewer.body).filter(Q(seat__in=seats) | Q(outside__in=seats))
    found = rows.select_related("council") if seats else ()
    return {row.seat_id or row.outside_id: (row.council.name, row.member_id is not None) for row in found}  # type: ignore[misc]


@looking
def members_of(viewer: Viewer, item: AgendaItem) -> list[tuple[UUID, str]]:
    """Who belongs to the body under which the item stands, for whom somebody from outside may come; the latest name first known."""
    council = of_item(viewer, item)
    if council is None:
        return []
    rows = members_in_force(viewer.body, day_of(item.conference)).filter(council=council.council)
    known = rows.select_related("agency").order_by("agency__name", "name")
    return [(row.pk, f"{row.agency.name if row.agency else ''} {row.name}".strip()) for row in known]


def day_of(conference: Conference) -> date:
    return local_day(conference.begins_at)
