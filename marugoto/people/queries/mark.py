"""What is marked in the picture of a household, as far as all whom it is about are visible."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, Q, QuerySet, UUIDField

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import Open, OpenQuestion
from marugoto.ground.question import Among, Ids
from marugoto.people.codes import MarkKind
from marugoto.people.models import FamilyMark
from marugoto.people.queries.face import MarkTie


def marks(viewer: Viewer, household: UUID, here: Iterable[UUID], day: date) -> tuple[MarkTie, ...]:
    """Of those who live here how they stand to anybody, and who has which role for it: one query. Call while looking."""
    found = []
    for row in _MARKS.of(viewer, household=household, persons=list(here), day=day):
        viewer.sight.shows(row.folder, Part.BASIC)
        found.append(MarkTie(row.pk, row.one, row.other, MarkKind(row.kind)))
    return tuple(found)


def standing(viewer: Viewer, household: Any, persons: Any, day: date) -> QuerySet[FamilyMark]:
    """It runs as part of a question. Where one of two is hidden, there is none of them."""
    about = Q(household=household) | Q(Among("one", persons)) | Q(Among("other", persons))
    whole = Q(other=None, household=household) | Q(Open(viewer, "other__folder_id"))
    return FamilyMark.objects.open_to(viewer).filter(about, whole, Q(until=None) | Q(until__gt=day), since__lte=day)


def _marks(viewer: Viewer, household: Any, persons: Any, day: date) -> QuerySet[Any, Any]:
    rows = standing(viewer, household, persons, day)
    return rows.order_by("made_at", "pk").values_list("pk", "one", "other", "kind", "folder")


_MARKS = OpenQuestion(_marks, household=UUIDField(), persons=Ids(), day=DateField())
