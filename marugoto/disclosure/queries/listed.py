"""What only one worker reads: records shut to all but listed workers, asked before one of these leaves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Grant, GrantEnding, Restriction, RestrictionEnding, RestrictionListing
from marugoto.ground.transaction import looking


@looking
def left_to_nobody(viewer: Viewer, leaving: UUID, day: date) -> int:
    """How many shut records this duty reads now and nobody would read any more from that day on, were it over: who is listed
    must also have a duty to which the record is open. A number only; nothing of the records is shown."""
    duty = Duty.objects.within(viewer.body).get(pk=leaving)
    listed = {folder: who for folder, who in _listed(viewer).items() if duty.worker_id in who}
    if not listed:
        return 0
    workers = frozenset[UUID]().union(*listed.values())
    others = duties_in_force(day).filter(body=viewer.body, worker__in=workers).exclude(pk=duty.pk)
    places = defaultdict[UUID, set[UUID]](set)  # by worker the teams and duties by which something is open to him
    for pk, worker, team in others.values_list("pk", "worker", "team"):
        places[worker] |= {pk, team}
    open_to = _open_to(viewer, listed)
    return len(
        {
            subject
            for (folder, subject), holders in open_to.items()
            if holders & {duty.pk, duty.team_id} and not any(holders & places[worker] for worker in listed[folder])
        }
    )


def _listed(viewer: Viewer) -> dict[UUID, frozenset[UUID]]:
    """By shut folder the workers whom every restriction on it lists."""
    ended = RestrictionEnding.objects.within(viewer.body).filter(ended_at__lte=viewer.at).values("restriction_id")
    rows = Restriction.objects.within(viewer.body).filter(since__lte=viewer.at, against=None).exclude(pk__in=ended)
    lists: dict[UUID, set[UUID]] = {row: set() for row in rows.values_list("pk", flat=True)}
    listings = RestrictionListing.objects.within(viewer.body).filter(restriction__in=rows.values("pk"), until=None)
    for restriction, worker in listings.values_list("restriction", "worker"):
        lists[restriction].add(worker)
    found: dict[UUID, frozenset[UUID]] = {}
    for restriction, folder in rows.values_list("pk", "folder"):
        found[folder] = frozenset(lists[restriction]) & found.get(folder, frozenset(lists[restriction]))
    return found


def _open_to(viewer: Viewer, listed: Mapping[UUID, AbstractSet[UUID]]) -> dict[tuple[UUID, UUID], set[UUID]]:
    """By folder and its subject the teams and duties to which it is open, whoever is listed."""
    found = defaultdict[tuple[UUID, UUID], set[UUID]](set)
    for folders in _some(listed):
        ended = GrantEnding.objects.within(viewer.body).filter(ended_at__lte=viewer.at).values("grant_id")
        rows = Grant.objects.within(viewer.body).filter(folder__in=folders, since__lte=viewer.at)
        rows = rows.filter(Q(until=None) | Q(until__gt=viewer.at)).exclude(pk__in=ended)
        for folder, subject, team, duty in rows.values_list("folder", "folder__subject", "team", "duty"):
            found[folder, subject] |= {one for one in (team, duty) if one is not None}
    return found


def _some(folders: Iterable[UUID], at_once: int = 5_000) -> Iterable[list[UUID]]:
    rest = sorted(folders)
    return (rest[start : start + at_once] for start in range(0, len(rest), at_once))
