"""Shut folders to one worker alone, and open them to him again: a conflict of interest."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.restriction import Face, rows_in_force, spread
from marugoto.disclosure.codes import ConflictKind, Part
from marugoto.disclosure.events import ConflictDeclared, ConflictEnded
from marugoto.disclosure.models import Conflict, ConflictEnding, Folder, Restriction, RestrictionEnding
from marugoto.ground.sealed import seal_words
from marugoto.ground.transaction import acting
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce


@acting
def note_conflict(*, by: Viewer, at: datetime, worker: UUID, subject: Ref, kind: ConflictKind, label: str) -> Conflict:
    """`label`: how the worker calls whom he means; only of what he said himself, since he sees the record no more."""
    own = worker == by.worker
    announce(ConflictDeclared(worker=worker, own=int(own)), by=by, at=at)
    return Conflict.objects.create(
        body=by.body,
        made_at=at,
        worker_id=worker,
        subject_kind=subject.kind,
        subject=subject.id,
        label=seal_words(label) if own and label else "",
        kind=kind,
        by_id=by.duty,
    )


def shut_against(by: Viewer, at: datetime, conflict: Conflict, folders: Iterable[Folder]) -> int:
    """Whatever these folders hold is missing for the worker from now on; what is born of the same subjects will be too."""
    faces = {Face(part, frozenset(), None, way_of_conflict(conflict.pk), conflict.worker_id) for part in Part}
    return len(spread(by, at, faces, list(folders)))


def shut_by(by: Viewer, at: datetime, conflict: Conflict) -> set[UUID]:
    """Of whom, or of what, the folders are that it shuts."""
    return set(_rows(by, at, conflict).values_list("folder__subject", flat=True))


@acting
def open_again(*, by: Viewer, at: datetime, conflict: Conflict, reason: str) -> ConflictEnding:
    rows = _rows(by, at, conflict)
    RestrictionEnding.objects.bulk_create(
        RestrictionEnding(body=by.body, made_at=at, restriction=row, ended_at=at, by=by.duty, reason="利害関係の終わり")
        for row in rows
    )
    announce(ConflictEnded(worker=conflict.worker_id), by=by, at=at)
    return ConflictEnding.objects.create(body=by.body, made_at=at, conflict=conflict, by_id=by.duty, reason=reason)


def _rows(by: Viewer, at: datetime, conflict: Conflict) -> QuerySet[Restriction]:
    return rows_in_force(by, at).filter(against=conflict.worker_id, reason=way_of_conflict(conflict.pk))


def way_of_conflict(conflict: UUID) -> str:
    """How the restrictions of a conflict say by what they came; it is shown to nobody."""
    return f"conflict:{conflict.hex}"
