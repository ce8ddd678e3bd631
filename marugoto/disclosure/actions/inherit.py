"""When a team is no more, what it read as its own work goes over to the team that takes its work over (事務の承継)."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Grant, GrantEnding
from marugoto.ground.transaction import acting


@acting
def inherit(*, by: Viewer, at: datetime, former: UUID, heir: UUID) -> int:
    """Answers how many folders the heir reads from now on. What the former team was told on consent, by a conference or for a
    reason was told to nobody else, and goes no further."""
    ended = GrantEnding.objects.within(by.body).filter(ended_at__lte=at).values("grant_id")
    own = Grant.objects.within(by.body).filter(basis=BasisCode.OWN_DUTY, until=None).exclude(pk__in=ended)
    known = set(own.filter(team=heir).values_list("folder", flat=True))
    folders = sorted(set(own.filter(team=former).values_list("folder", flat=True)) - known)
    Grant.objects.bulk_create(
        [
            Grant(
                body=by.body,
                made_at=at,
                folder_id=folder,
                team_id=heir,
                basis=BasisCode.OWN_DUTY,
                since=at,
                via=f"heir:{former.hex}",
                by=by.duty,
            )
            for folder in folders
        ],
        batch_size=500,
    )
    return len(folders)
