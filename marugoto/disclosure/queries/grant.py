"""What stands open to a team already, and on which grounds."""

from collections.abc import Iterable
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Grant, GrantEnding
from marugoto.ground.transaction import looking


@looking
def bases_open(viewer: Viewer, team: UUID, subjects: Iterable[UUID]) -> dict[tuple[UUID, Part], set[BasisCode]]:
    """By subject and part the grounds of the team's own grants that have no end set; what opens for a time only is not among
    them. Codes only: nothing of the subjects is shown."""
    ended = GrantEnding.objects.within(viewer.body).filter(ended_at__lte=viewer.at).values("grant_id")
    rows = Grant.objects.within(viewer.body).filter(team=team, until=None, folder__subject__in=set(subjects))
    found: dict[tuple[UUID, Part], set[BasisCode]] = {}
    for subject, part, basis in rows.exclude(pk__in=ended).values_list("folder__subject", "folder__part", "basis"):
        found.setdefault((subject, Part(part)), set()).add(BasisCode(basis))
    return found
