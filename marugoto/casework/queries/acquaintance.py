"""Look at who is around a household beside the offices. What stands to a member who is hidden is not there."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, DateField, DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, UUIDField

from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import AcquaintanceKind, Closeness, Method
from marugoto.casework.models import Acquaintance, JournalEntry
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import Open, OpenQuestion
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.people.labels import called


@dataclass(frozen=True)
class AcquaintanceLine:
    """`closeness` as it is said, None where nobody said it. `whose`: how the one member is called whom alone he knows. `met`: entries
    of the journal since the day asked for that name him as whom one met or talked with; an entry the viewer may not read is not counted."""

    acquaintance: UUID
    kind: AcquaintanceKind
    name: str
    closeness: Closeness | None
    words: str
    whose: str
    since: date
    met: int


def visible(viewer: Viewer) -> QuerySet[Acquaintance]:
    return Acquaintance.objects.open_to(viewer).filter(Q(person=None) | Q(Open(viewer, "person__folder_id")))


@looking
def acquaintances_of(viewer: Viewer, case: UUID, since: datetime) -> list[AcquaintanceLine]:
    """Of today, in the order in which they were written down: one query."""
    found = []
    for row in _OF_CASE.of(viewer, case=case, day=local_day(viewer.at), since=since):
        viewer.sight.shows(row.folder, Part.SUPPORT)
        if row.person__folder:
            viewer.sight.shows(row.person__folder, Part.BASIC)
        found.append(
            AcquaintanceLine(
                acquaintance=row.pk,
                kind=AcquaintanceKind(row.kind),
                name=row.name,
                closeness=Closeness(row.closeness) if row.closeness else None,
                words=row.words,
                whose=called(row.person__name, row.person__kana) if row.person__folder else "",
                since=row.since,
                met=row.met or 0,
            )
        )
    return found


def _of_case(viewer: Viewer, case: UUID, day: date, since: datetime) -> QuerySet[Any, Any]:
    later = JournalEntry.objects.open_to(viewer).filter(supersedes=OuterRef("pk"))
    entries = JournalEntry.objects.open_to(viewer).filter(
        case=OuterRef("case"), happened_at__gte=since, counterpart__contains=OuterRef("name")
    )
    told = entries.exclude(Exists(later)).exclude(method=Method.NO_CONTACT).order_by().values("case")
    rows = visible(viewer).filter(Q(until=None) | Q(until__gt=day), case=case)
    counted = rows.annotate(met=Subquery(told.annotate(n=Count("pk")).values("n")[:1])).order_by("made_at", "pk")
    person = ("person__folder", "person__name", "person__kana")
    return counted.values_list("pk", "folder", "kind", "name", "closeness", "words", "since", "met", *person)


_OF_CASE = OpenQuestion(_of_case, case=UUIDField(), day=DateField(), since=DateTimeField())
