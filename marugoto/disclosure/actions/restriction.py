"""Close folders to all but listed workers, and end that by decision."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.events import RestrictionEnded, RestrictionSet
from marugoto.disclosure.models import Folder, Restriction, RestrictionEnding, RestrictionListing
from marugoto.disclosure.queries.folder import visible_folders
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.ledger.actions import announce


@acting
def restrict(
    *,
    by: Viewer,
    at: datetime,
    folders: Iterable[Folder],
    listed: Iterable[UUID],
    reason: str,
    due: date | None = None,
) -> list[Restriction]:
    """Shut folders open to the viewer; `listed` are workers. The viewer's own worker must be among them, or nobody could undo it."""
    listed = set(listed)
    if by.worker not in listed:
        no("自分を外すと、この制限をだれも解けなくなります。", "自分も見られる人に入れてください。").require()
    mine = Folder.objects.within(by.body).filter(pk__in=visible_folders(by))
    wanted = mine.filter(pk__in=[folder.pk for folder in folders])
    return [shut(by=by, at=at, folder=folder, listed=listed, reason=reason, due=due) for folder in wanted]


@acting
def shut(
    *, by: Viewer, at: datetime, folder: Folder, listed: Iterable[UUID], reason: str, due: date | None = None
) -> Restriction:
    """One folder, also one the viewer does not see: a restriction reaches every record of the same person, whoever keeps it."""
    row = Restriction.objects.create(
        body=by.body, made_at=at, folder=folder, since=at, due=due, by=by.duty, reason=reason
    )
    RestrictionListing.objects.bulk_create(
        RestrictionListing(body=by.body, made_at=at, restriction=row, worker_id=worker)
        for worker in sorted(set(listed))
    )
    announce(RestrictionSet(due=due), by=by, at=at, subject=folder.subject)
    return row


@acting
def end_restriction(*, by: Viewer, at: datetime, restriction: Restriction, reason: str) -> RestrictionEnding:
    """Only a listed worker can; a reason is asked."""
    listed = RestrictionListing.objects.within(by.body).filter(restriction=restriction, worker_id=by.worker)
    if not listed.exists():
        no("この制限を解けるのは、見られる人に入っている人だけです。").require()
    if not reason.strip():
        no("制限を解くわけが要ります。", "わけを書いてください。").require()
    ending = RestrictionEnding.objects.create(
        body=by.body, made_at=at, restriction=restriction, ended_at=at, by=by.duty, reason=reason
    )
    announce(RestrictionEnded(), by=by, at=at, subject=restriction.folder.subject)
    return ending
