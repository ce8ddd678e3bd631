"""Who is shut out of a matter holds no ball of it: asked whenever a ball is offered, caught, decided or given to a person."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.custody.rules.team import may_read
from marugoto.disclosure.actions.restriction import listed_in, rows_of_subject


def require_reader(by: Viewer, at: datetime, matter: UUID, people: Iterable[Duty]) -> None:
    """One of these people at least goes on seeing the matter, where restrictions say who does."""
    rows = rows_of_subject(by, at, matter)
    if rows:
        listed = listed_in(by, rows)
        may_read(any(all(one.worker_id in workers for workers in listed.values()) for one in people)).require()
