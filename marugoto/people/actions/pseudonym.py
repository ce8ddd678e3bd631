"""The number under which the ledger speaks of a person."""

from datetime import datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.people.models import Pseudonym


@acting
def pseudonym_of(*, by: Viewer, at: datetime, person: UUID) -> UUID:
    """For `announce(subject=…)`; made at the first call, the same until it is destroyed."""
    row, _made = Pseudonym.objects.within(by.body).get_or_create(
        body=by.body, person=person, defaults={"made_at": at, "number": uuid4()}
    )
    return row.number


@acting
def destroy_pseudonym(*, by: Viewer, at: datetime, person: UUID) -> bool:
    """At disposal: the facts stay as numbers and lead back to nobody. True when there was one."""
    gone, _rows = Pseudonym.objects.within(by.body).filter(person=person).delete()
    return bool(gone)
