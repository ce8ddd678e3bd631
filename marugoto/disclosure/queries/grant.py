"""What stands open to a team already, and on which grounds."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Folder, Grant, GrantEnding, Prepared
from marugoto.ground.transaction import looking


@looking
def bases_open(viewer: Viewer, team: UUID, subjects: Iterable[UUID]) -> dict[tuple[UUID, Part], set[BasisCode]]:
    """By subject and part the grounds of the team's own grants that have no end set; what opens for a time only is not among
    them. Codes only: nothing of the subjects is shown."""
    found: dict[tuple[UUID, Part], set[BasisCode]] = {}
    rows = _without_end(viewer, team, subjects).values_list("folder__subject", "folder__part", "basis")
    for subject, part, basis in rows:
        found.setdefault((subject, Part(part)), set()).add(BasisCode(basis))
    return found


@looking
def open_by(viewer: Viewer, team: UUID, ways: Iterable[str], subjects: Iterable[UUID]) -> set[tuple[UUID, Part]]:
    """The subjects and parts that stand open to the team by one of these ways, with no end set."""
    rows = _without_end(viewer, team, subjects).filter(via__in=list(ways))
    return {(subject, Part(part)) for subject, part in rows.values_list("folder__subject", "folder__part")}


@looking
def over_by_now(viewer: Viewer, via: str) -> frozenset[UUID]:
    """The subjects of what waits to be opened by this way, and can be no more, because its time is past."""
    rows = Prepared.objects.within(viewer.body).filter(via=via, opened_at=None, until__lte=viewer.at)
    return frozenset(rows.values_list("folder__subject", flat=True))


def given_to(viewer: Viewer) -> Exists:
    """Of a folder: it is open to the viewer by something else than an emergency. Who reads for an hour hands nothing on and shuts
    nothing, or the hour would not end."""
    ended = GrantEnding.objects.within(viewer.body).filter(ended_at__lte=viewer.at, grant=OuterRef("pk"))
    mine = Q(team=viewer.team) | Q(duty=viewer.duty)
    rows = Grant.objects.within(viewer.body).filter(mine, ~Exists(ended), folder=OuterRef("pk"), since__lte=viewer.at)
    return Exists(rows.filter(Q(until=None) | Q(until__gt=viewer.at)).exclude(basis=BasisCode.EMERGENCY))


@looking
def lent_only(viewer: Viewer, folder: UUID) -> bool:
    """Whether the viewer reads it for the hour of an emergency, and on no other ground."""
    return not Folder.objects.within(viewer.body).filter(given_to(viewer), pk=folder).exists()


def _without_end(viewer: Viewer, team: UUID, subjects: Iterable[UUID]) -> QuerySet[Grant]:
    ended = GrantEnding.objects.within(viewer.body).filter(ended_at__lte=viewer.at).values("grant_id")
    rows = Grant.objects.within(viewer.body).filter(team=team, until=None, folder__subject__in=set(subjects))
    return rows.exclude(pk__in=ended)
