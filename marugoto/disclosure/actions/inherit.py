"""When a team is no more, what it read as its own work goes over to the team that takes its work over (事務の承継)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.agencies.models import Team
from marugoto.agencies.queries.directory import one_house
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Grant, GrantEnding
from marugoto.ground.transaction import acting

OF_THE_CONCERNED = (Part.BASIC, Part.CONTACT, Part.SUPPORT)  # without which nobody goes on with what he takes over
TAKEN_OVER = "前の係が持っていたボールを引きついだ"


@dataclass(frozen=True)
class Estate:
    """What goes over: `matters` with everything in them, and of those whom they concern who it is and where to reach them."""

    matters: Collection[UUID]
    concerned: Collection[UUID] = ()


@acting
def inherit(*, by: Viewer, at: datetime, former: UUID, heir: UUID, estate: Estate, whole: bool = True) -> int:
    """Answers how many folders the heir reads from now on. What the former team was told on consent, by a conference or for a
    reason was told to nobody else, and goes no further; nor does the paper of a conference, which asks for a seat and a promise.

    Within one house the heir takes over all that was the team's own work (not `whole`: the estate alone). Another house has no
    part in that work: it reads what belongs to the balls that came to it.
    """
    left = _own_work(by, at).filter(team=former)
    if not (whole and _in_one_house(by, former, heir)):
        its = Q(folder__subject__in=set(estate.matters))
        left = left.filter(its | Q(folder__subject__in=set(estate.concerned), folder__part__in=OF_THE_CONCERNED))
    known = set(_own_work(by, at).filter(team=heir).values_list("folder", flat=True))
    folders = sorted({(folder, kind) for folder, kind in left.values_list("folder", "kind") if folder not in known})
    Grant.objects.bulk_create(
        [
            Grant(
                body=by.body,
                made_at=at,
                folder_id=folder,
                kind=kind,
                team_id=heir,
                basis=BasisCode.OWN_DUTY,
                since=at,
                via=f"heir:{former.hex}",
                reason=TAKEN_OVER,
                by=by.duty,
            )
            for folder, kind in folders
        ],
        batch_size=500,
    )
    return len(folders)


def _own_work(by: Viewer, at: datetime) -> QuerySet[Grant]:
    """What teams took up themselves. Who called a conference reads its papers in the same way, and they are not this."""
    ended = GrantEnding.objects.within(by.body).filter(ended_at__lte=at).values("grant_id")
    own = Grant.objects.within(by.body).filter(basis=BasisCode.OWN_DUTY, until=None).exclude(pk__in=ended)
    return own.filter(folder__basis=BasisCode.OWN_DUTY, folder__origin=None)


def _in_one_house(by: Viewer, former: UUID, heir: UUID) -> bool:
    rows = Team.objects.everywhere("a member may belong to another body").select_related("agency")
    teams = rows.in_bulk([former, heir])
    return one_house(by.body, teams[former], teams[heir])
