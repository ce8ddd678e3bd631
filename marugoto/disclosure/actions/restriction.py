"""Close folders to all but listed workers, and end that by decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import CharField, DateTimeField, OuterRef, Q, QuerySet, Subquery, UUIDField

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.events import RestrictionEnded, RestrictionSet
from marugoto.disclosure.models import (
    Folder,
    Restriction,
    RestrictionEnding,
    RestrictionListing,
    RestrictionRenewal,
)
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.question import Question
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Face:
    """A restriction apart from its folder: for which part, who is listed, until when it was granted, and why; or against whom alone."""

    part: Part
    listed: frozenset[UUID]
    due: date | None
    reason: str
    against: UUID | None = None


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
    mine = Folder.objects.within(by.body).filter(Open(by, "pk"))
    wanted = mine.filter(pk__in=[folder.pk for folder in folders])
    return [shut(by=by, at=at, folder=folder, listed=listed, reason=reason, due=due) for folder in wanted]


@acting
def shut(
    *,
    by: Viewer,
    at: datetime,
    folder: Folder,
    listed: Iterable[UUID],
    reason: str,
    due: date | None = None,
    against: UUID | None = None,
) -> Restriction:
    """One folder, also one the viewer does not see: a restriction reaches every record of the same person, whoever keeps it."""
    row = Restriction.objects.create(
        body=by.body, made_at=at, folder=folder, since=at, due=due, by=by.duty, reason=reason, against_id=against
    )
    RestrictionListing.objects.bulk_create(
        RestrictionListing(body=by.body, made_at=at, restriction=row, worker_id=worker)
        for worker in sorted(set(listed))
    )
    if against is None:  # a conflict of interest is told once, by whoever says it
        announce(RestrictionSet(due=due), by=by, at=at, subject=folder.subject)
    return row


@acting
def end_restriction(*, by: Viewer, at: datetime, restriction: Restriction, reason: str) -> RestrictionEnding:
    """Only a listed worker can; a reason is asked."""
    listed = RestrictionListing.objects.within(by.body).filter(restriction=restriction, worker_id=by.worker, until=None)
    if not listed.exists():
        no("この制限を解けるのは、見られる人に入っている人だけです。").require()
    if not reason.strip():
        no("制限を解くわけが要ります。", "わけを書いてください。").require()
    ending = RestrictionEnding.objects.create(
        body=by.body, made_at=at, restriction=restriction, ended_at=at, by=by.duty, reason=reason
    )
    announce(RestrictionEnded(), by=by, at=at, subject=restriction.folder.subject)
    return ending


def rows_of_measure(
    by: Viewer, at: datetime, measure: Restriction, subjects: Iterable[UUID], about: Iterable[Folder]
) -> list[Restriction]:
    """Everything the same measure shuts now: on these subjects, and on what is written about them. A measure is told apart by whom
    it lists and why."""
    near = Q(folder__subject__in=set(subjects)) | Q(folder__in={folder.pk for folder in about})
    rows = list(rows_in_force(by, at).filter(near, reason=measure.reason, against=None))
    listed = listed_in(by, [*rows, measure])
    return [row for row in rows if listed[row.pk] == listed[measure.pk]]


@acting
def renew_rows(
    *, by: Viewer, at: datetime, rows: Iterable[Restriction], due: date, reason: str
) -> list[RestrictionRenewal]:
    """One dated row for each; one fact for the measure is the caller's."""
    return RestrictionRenewal.objects.bulk_create(
        RestrictionRenewal(body=by.body, made_at=at, restriction=row, due=due, by=by.duty, reason=reason)
        for row in rows
    )


def in_force(by: Viewer, at: datetime, subjects: Iterable[UUID], parts: Iterable[Part]) -> set[Face]:
    """Restrictions on the folders of these subjects, told apart only by part, listed workers, date and reason."""
    rows = list(rows_in_force(by, at).filter(folder__subject__in=list(subjects), folder__part__in=list(parts)))
    listed = listed_in(by, rows)
    return {face_of(row, listed) for row in rows}


def rows_in_force(by: Viewer, at: datetime) -> QuerySet[Restriction]:
    return _in_force(by.body, at)


def rows_of_subject(by: Viewer, at: datetime, subject: UUID) -> list[Restriction]:
    """As `rows_in_force`, of one subject."""
    return _OF_SUBJECT.ask(body=by.body, at=at, subject=subject)


def listed_in(by: Viewer, rows: Iterable[Restriction]) -> dict[UUID, frozenset[UUID]]:
    """By restriction the workers who go on seeing what it shuts."""
    found: dict[UUID, set[UUID]] = {row.pk: set() for row in rows}
    listings = RestrictionListing.objects.within(by.body).filter(restriction__in=found, until=None)
    for restriction, worker in listings.values_list("restriction_id", "worker_id"):
        found[restriction].add(worker)
    return {restriction: frozenset(workers) for restriction, workers in found.items()}


def face_of(row: Restriction, listed: Mapping[UUID, frozenset[UUID]]) -> Face:
    due = getattr(row, "renewed", None) or row.due
    return Face(Part(row.folder.part), listed[row.pk], due, row.reason, row.against_id)


def spread(by: Viewer, at: datetime, faces: Iterable[Face], folders: Iterable[Folder]) -> list[Restriction]:
    """Put each restriction on the folders of its part that do not carry it yet; a folder without its like takes all of them."""
    made: list[Restriction] = []
    wanted = sorted(faces, key=lambda face: (face.part, face.reason, sorted(face.listed), str(face.against)))
    folders = list(folders) if wanted else []
    rows = list(rows_in_force(by, at).filter(folder__in=folders)) if folders else []
    listed = listed_in(by, rows)
    for folder in folders:
        there = {(listed[row.pk], row.reason, row.against_id) for row in rows if row.folder_id == folder.pk}
        new = [f for f in wanted if f.part == folder.part and (f.listed, f.reason, f.against) not in there]
        made += [
            shut(by=by, at=at, folder=folder, listed=f.listed, reason=f.reason, due=f.due, against=f.against)
            for f in new
        ]
    return made


def _in_force(body: str, at: datetime) -> QuerySet[Restriction]:
    ended = RestrictionEnding.objects.within(body).filter(ended_at__lte=at)
    rows = Restriction.objects.within(body).filter(since__lte=at).exclude(pk__in=ended.values("restriction_id"))
    return rows.select_related("folder").annotate(renewed=renewed(body))


def renewed(body: str) -> Subquery:
    """Beside a restriction until when it was last granted, where it was granted for longer."""
    rows = RestrictionRenewal.objects.within(body).filter(restriction=OuterRef("pk")).order_by("-made_at", "-due")
    return Subquery(rows.values("due")[:1])


def _of_subject(body: str, at: datetime, subject: UUID) -> QuerySet[Restriction]:
    return _in_force(body, at).filter(folder__subject=subject)


_OF_SUBJECT = Question(
    _of_subject, body=CharField(), at=DateTimeField(), subject=UUIDField()
)  # asked by every deed with a ball
