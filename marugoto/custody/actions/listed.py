"""Who is shut out of a matter holds no ball of it: asked whenever a ball is offered, caught, decided, given to a person, given back,
begun again, or left behind."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.custody.rules.team import may_read
from marugoto.disclosure.actions.restriction import listed_in, rows_of_subject


def require_reader(by: Viewer, at: datetime, matter: UUID, people: Iterable[Duty]) -> None:
    """One of these people at least goes on seeing the matter, where restrictions say who does."""
    people = list(people)
    may_read(len(readers(by, at, matter, people)) > 0 or not rows_of_subject(by, at, matter)).require()


def first_reader(
    by: Viewer, at: datetime, matter: UUID, people: Iterable[Duty], *, rather: UUID | None = None
) -> Duty | None:
    """To whom of these the ball goes: `rather` that duty, where it is among them and goes on seeing the matter."""
    able = readers(by, at, matter, people)
    return next((one for one in able if one.pk == rather), able[0] if able else None)


def readers(by: Viewer, at: datetime, matter: UUID, people: Iterable[Duty]) -> list[Duty]:
    """Those of them whom no restriction on the matter leaves out, in the same order."""
    rows = rows_of_subject(by, at, matter)
    if not rows:
        return list(people)
    listed = listed_in(by, rows)
    return [
        one
        for one in people
        if all(
            one.worker_id in listed[row.pk] if row.against_id is None else one.worker_id != row.against_id
            for row in rows
        )
    ]
