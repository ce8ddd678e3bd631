"""利害関係の申出: a worker must not see or handle a household or a person. His balls go on first; then the file is missing for him."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case
from marugoto.casework.rules.conflict import leads
from marugoto.custody.actions.conflict import hand_on_from
from marugoto.custody.actions.hand import moving
from marugoto.disclosure.actions.conflict import note_conflict, open_again, shut_against, shut_by
from marugoto.disclosure.codes import ConflictKind
from marugoto.disclosure.models import Conflict, ConflictEnding, Folder
from marugoto.disclosure.rules.conflict import may_declare, may_end_conflict
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.people.access import household_ref, person_ref
from marugoto.people.actions.about import folders_about, hold_records, hold_still, people_of
from marugoto.people.models import Person


@moving
def declare_of_household(
    *, by: Viewer, at: datetime, case: UUID, worker: UUID, kind: ConflictKind, label: str = ""
) -> Conflict:
    """Whoever lives there today, also such as the viewer does not see, and all that is written about them. Raises Case.DoesNotExist."""
    home = Case.objects.open_to(by).get(pk=case).household_id
    living = people_of(by, home, local_day(at))
    return _declare(by, at, worker, household_ref(home), living, {home}, kind, label)


@moving
def declare_of_person(
    *, by: Viewer, at: datetime, person: UUID, worker: UUID, kind: ConflictKind, label: str = ""
) -> Conflict:
    """That person, every record of the same person, and all that is written about any of them. Raises Person.DoesNotExist."""
    row = Person.objects.open_to(by).get(pk=person)
    return _declare(by, at, worker, person_ref(row.pk), {row.pk}, set(), kind, label)


@moving
def end_conflict(*, by: Viewer, at: datetime, conflict: UUID, reason: str) -> ConflictEnding:
    """A head ends it; the balls stay where they are. Raises Conflict.DoesNotExist."""
    row = Conflict.objects.within(by.body).get(pk=conflict)
    may_end_conflict(
        own=row.worker_id == by.worker,
        heads=_leads(by, at, row.worker_id),
        ended=ConflictEnding.objects.within(by.body).filter(conflict=row).exists(),
        reason=reason,
    ).require()
    hold_still(by, shut_by(by, at, row))  # what is being written of them is shut first, and opens with the rest
    return open_again(by=by, at=at, conflict=row, reason=reason.strip())


def _leads(by: Viewer, at: datetime, worker: UUID) -> bool:
    there = duties_in_force(local_day(at)).filter(worker=worker, body=by.body, team__agency=by.agency)
    return leads(by.roles, contracted=by.contracted, same_agency=there.exists())


def _declare(
    by: Viewer,
    at: datetime,
    worker: UUID,
    subject: Ref,
    people: Collection[UUID],
    homes: Collection[UUID],
    kind: ConflictKind,
    label: str,
) -> Conflict:
    there = duties_in_force(local_day(at)).filter(worker=worker, body=by.body)
    standing = Conflict.objects.within(by.body).filter(worker=worker, subject=subject.id, ended=None)
    may_declare(
        own=worker == by.worker, heads=_leads(by, at, worker), there=there.exists(), already=standing.exists()
    ).require()
    hold_still(by, homes)
    records = hold_records(by, *people)
    about = folders_about(by, [*records, *homes])
    row = note_conflict(by=by, at=at, worker=worker, subject=subject, kind=kind, label=label)
    own = Folder.objects.within(by.body).filter(subject__in={*records, *homes}).order_by("made_at", "pk")
    shut_against(by, at, row, [*own, *about])
    hand_on_from(by=by, at=at, worker=worker, matters={folder.subject for folder in about})
    return row
