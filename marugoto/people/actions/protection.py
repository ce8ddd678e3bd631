"""Shut the record of a person to all but listed workers (DV等支援措置), in every record of the same person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.restriction import shut
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder, Restriction, RestrictionEnding, RestrictionListing
from marugoto.ground.transaction import acting
from marugoto.people.models import Alias, AliasEnding, Person
from marugoto.people.rules.keeping import may_keep
from marugoto.people.rules.protection import may_protect


@dataclass(frozen=True)
class Face:
    """A restriction apart from its folder: for which part, who is listed, until when it was granted, and why."""

    part: Part
    listed: frozenset[UUID]
    due: date | None
    reason: str


@acting
def protect(
    *,
    by: Viewer,
    at: datetime,
    person: UUID,
    listed: Iterable[UUID],
    reason: str,
    due: date | None = None,
    parts: Iterable[Part] = tuple(Part),
) -> list[Restriction]:
    """Shut these parts (by default all) of the person and of every record known to be of the same person.

    `listed`: workers who go on seeing them, the viewer's own among them. `due` warns; nothing opens by itself on that day.
    """
    may_keep(by.roles).require()
    Person.objects.open_to(by).get(pk=person)
    workers = frozenset(listed)
    may_protect(by.worker, workers, reason).require()
    records = same_records(by, person)
    faces = {Face(part, workers, due, reason) for part in parts}
    return spread(by, at, faces, _folders(by, records))


def travel(by: Viewer, at: datetime, person: UUID) -> list[Restriction]:
    """Whatever shuts one record of the person now shuts the same part of the others."""
    records = same_records(by, person)
    return spread(by, at, in_force(by, at, records, tuple(Part)), _folders(by, records))


def in_force(by: Viewer, at: datetime, persons: Iterable[UUID], parts: Iterable[Part]) -> set[Face]:
    """Restrictions on the folders of these persons, told apart only by part, listed workers, date and reason."""
    ended = RestrictionEnding.objects.within(by.body).filter(ended_at__lte=at)
    rows = list(
        Restriction.objects.within(by.body)
        .filter(folder__subject__in=list(persons), folder__part__in=list(parts), since__lte=at)
        .exclude(pk__in=ended.values("restriction_id"))
        .select_related("folder")
    )
    listed = _listed(by, rows)
    return {Face(Part(row.folder.part), listed[row.pk], row.due, row.reason) for row in rows}


def spread(by: Viewer, at: datetime, faces: Iterable[Face], folders: Iterable[Folder]) -> list[Restriction]:
    """Put each restriction on the folders of its part that do not carry it yet; a folder without its like takes all of them."""
    made: list[Restriction] = []
    wanted = sorted(faces, key=lambda face: (face.part, face.reason, sorted(face.listed)))
    for folder in folders:
        there = {(face.listed, face.reason) for face in in_force(by, at, [folder.subject], [Part(folder.part)])}
        new = [face for face in wanted if face.part == folder.part and (face.listed, face.reason) not in there]
        made += [_shut(by, at, folder, face) for face in new]
    return made


def same_records(by: Viewer, person: UUID) -> set[UUID]:
    """The person's record and all that are linked to it, also such as the viewer does not see. Never to be shown."""
    found, ahead = {person}, {person}
    ended = AliasEnding.objects.within(by.body).values("alias_id")
    while ahead:
        links = Alias.objects.within(by.body).filter(Q(one__in=ahead) | Q(other__in=ahead)).exclude(pk__in=ended)
        ends = {end for pair in links.values_list("one_id", "other_id") for end in pair}
        ahead = ends - found
        found |= ends
    return found


def _folders(by: Viewer, persons: Iterable[UUID]) -> list[Folder]:
    return list(Folder.objects.within(by.body).filter(subject__in=list(persons)).order_by("made_at", "pk"))


def _listed(by: Viewer, rows: list[Restriction]) -> dict[UUID, frozenset[UUID]]:
    found: dict[UUID, set[UUID]] = {row.pk: set() for row in rows}
    listings = RestrictionListing.objects.within(by.body).filter(restriction__in=found)
    for restriction, worker in listings.values_list("restriction_id", "worker_id"):
        found[restriction].add(worker)
    return {restriction: frozenset(workers) for restriction, workers in found.items()}


def _shut(by: Viewer, at: datetime, folder: Folder, face: Face) -> Restriction:
    return shut(by=by, at=at, folder=folder, listed=face.listed, reason=face.reason, due=face.due)
