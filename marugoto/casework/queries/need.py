"""Look at needs.

Rows of other folders are never joined here: on PostgreSQL a joined row that is hidden would take the need with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery

from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case, Need
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.people.models import Household


@dataclass(frozen=True)
class Head:
    """What a list of balls says of a need or case open to the viewer; `household` is empty where its own folder is not."""

    case: UUID
    household: str
    title: str = ""
    next_step: str = ""
    number: int = 0


@looking
def get(viewer: Viewer, need: UUID) -> Need | None:
    row = Need.objects.open_to(viewer).select_related("ball").filter(pk=need).first()
    if row is not None:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return row


@looking
def need_heads(viewer: Viewer, needs: Iterable[UUID]) -> dict[UUID, Head]:
    """One query for a whole list; needs that are not open to the viewer are not in the answer."""
    found = {}
    for row in Need.objects.open_to(viewer).filter(pk__in=set(needs)).annotate(home=_home(viewer)):
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found[row.pk] = Head(row.case_id, row.home or "", row.title, row.next_step, row.number)
    return found


@looking
def case_heads(viewer: Viewer, cases: Iterable[UUID]) -> dict[UUID, Head]:
    found = {}
    for row in Case.objects.open_to(viewer).filter(pk__in=set(cases)).annotate(home=_home(viewer)):
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found[row.pk] = Head(row.pk, row.home or "")
    return found


def _home(viewer: Viewer) -> Subquery:
    return Subquery(Household.objects.open_to(viewer).filter(pk=OuterRef("household_id")).values("name")[:1])
