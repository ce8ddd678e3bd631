"""Which restrictions stand on a person: told only to those whom they list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.restriction import renewed
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Restriction, RestrictionEnding, RestrictionListing, RestrictionRenewal
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class Standing:
    """One measure, on as many parts as it shuts. `restrictions` are its rows on these persons' folders, the oldest first."""

    restrictions: tuple[UUID, ...]
    parts: frozenset[Part]
    since: datetime
    due: date | None  # as it was last granted
    reason: str
    by: UUID


@dataclass(frozen=True)
class Renewed:
    at: datetime
    due: date
    reason: str


@dataclass(frozen=True)
class ListedWorker:
    worker: UUID
    name: str


@looking
def standing_on(viewer: Viewer, persons: Iterable[UUID]) -> list[Standing]:
    """Measures in force that list the viewer, the oldest first: one query. Whom one does not list learns nothing of it."""
    rows = _in_force(viewer, persons).select_related("folder").order_by("since", "pk")
    found: dict[tuple[str, date | None, datetime], list[Restriction]] = {}
    for row in rows.annotate(renewed=renewed(viewer.body)):
        found.setdefault((row.reason, row.renewed or row.due, row.since), []).append(row)
    return [_standing(key, same) for key, same in found.items()]


@looking
def guarded_among(viewer: Viewer, persons: Iterable[UUID]) -> set[UUID]:
    """On whom of these a measure in force lies that lists the viewer: one query. Whom one does not list learns nothing of it."""
    return set(_in_force(viewer, persons).values_list("folder__subject", flat=True))


def guarded_at(viewer: Viewer, part: Part) -> QuerySet[Any]:
    """Of whom this part is shut by a measure in force that lists the viewer; to be asked within another question."""
    return _all_in_force(viewer).filter(folder__part=part).values("folder__subject")


@looking
def renewals_of(viewer: Viewer, restrictions: Iterable[UUID]) -> dict[UUID, list[Renewed]]:
    """The latest first, of restrictions the viewer has been told of. One query."""
    rows = RestrictionRenewal.objects.within(viewer.body).filter(restriction__in=set(restrictions))
    found: dict[UUID, list[Renewed]] = {}
    for row in rows.order_by("-made_at", "-due"):
        found.setdefault(row.restriction_id, []).append(Renewed(row.made_at, row.due, row.reason))
    return found


@looking
def listed_of(viewer: Viewer, restrictions: Iterable[UUID]) -> dict[UUID, list[ListedWorker]]:
    """Who goes on seeing, by their reading; only of restrictions that list the viewer. One query."""
    rows = RestrictionListing.objects.within(viewer.body).filter(
        Q(until=None) | Q(until__gt=viewer.at), restriction__in=set(restrictions)
    )
    found: dict[UUID, list[ListedWorker]] = {}
    for row in rows.select_related("worker").order_by("worker__kana", "pk"):
        found.setdefault(row.restriction_id, []).append(ListedWorker(row.worker_id, row.worker.name))
    return {one: names for one, names in found.items() if viewer.worker in {name.worker for name in names}}


def _standing(key: tuple[str, date | None, datetime], rows: list[Restriction]) -> Standing:
    reason, due, since = key
    return Standing(
        restrictions=tuple(row.pk for row in rows),
        parts=frozenset(Part(row.folder.part) for row in rows),
        since=since,
        due=due,
        reason=reason,
        by=rows[0].by,
    )


def _in_force(viewer: Viewer, persons: Iterable[UUID]) -> QuerySet[Restriction]:
    return _all_in_force(viewer).filter(folder__subject__in=list(set(persons)))


def _all_in_force(viewer: Viewer) -> QuerySet[Restriction]:
    ended = RestrictionEnding.objects.within(viewer.body).filter(ended_at__lte=viewer.at)
    listed = RestrictionListing.objects.within(viewer.body).filter(
        Q(until=None) | Q(until__gt=viewer.at), restriction=OuterRef("pk"), worker=viewer.worker
    )
    return (
        Restriction.objects.within(viewer.body)
        .filter(Exists(listed), since__lte=viewer.at, against=None)
        .exclude(pk__in=ended.values("restriction_id"))
    )
