"""Look at needs.

Rows of other folders are never joined here: on PostgreSQL a joined row that is hidden would take the need with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery, UUIDField

from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case, Need
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import OpenQuestion
from marugoto.ground.question import Among, Ids
from marugoto.ground.transaction import looking
from marugoto.people.models import Household


@dataclass(frozen=True)
class Head:
    """What a list of balls says of a need or case open to the viewer; `household` is empty where its own folder is not.

    `whole`: whether the case itself is open too, and with it its page.
    """

    case: UUID
    household: str
    title: str = ""
    next_step: str = ""
    number: int = 0
    whole: bool = True


@dataclass(frozen=True)
class Running:
    """A need whose ball is not settled, as short as a form needs it."""

    need: UUID
    title: str
    theme: str


@looking
def get(viewer: Viewer, need: UUID) -> Need | None:
    row = Need.objects.open_to(viewer).select_related("ball").filter(pk=need).first()
    if row is not None:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return row


@looking
def running_of(viewer: Viewer, case: UUID) -> list[Running]:
    """Of one case, as far as they are open to the viewer: one query."""
    rows = list(Need.objects.open_to(viewer).filter(case=case, ball__settlement=None).order_by("number"))
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return [Running(row.pk, row.title, row.theme) for row in rows]


@looking
def need_heads(viewer: Viewer, needs: Iterable[UUID]) -> dict[UUID, Head]:
    """One query for a whole list; needs that are not open to the viewer are not in the answer."""
    found = {}
    asked = list(needs)
    for row in _NEED_HEADS.of(viewer, needs=asked) if asked else ():
        viewer.sight.shows(row.folder, Part.SUPPORT)
        shows_home(viewer, row.home_folder)
        found[row.pk] = Head(row.case, row.home or "", row.title, row.next_step, row.number, row.whole)
    return found


def _need_heads(viewer: Viewer, needs: Any) -> QuerySet[Any, Any]:
    rows = Need.objects.open_to(viewer).filter(Among("pk", needs))
    whole = Exists(Case.objects.open_to(viewer).filter(pk=OuterRef("case_id")))
    named = rows.annotate(home=home_of(viewer, "name"), home_folder=home_of(viewer, "folder"), whole=whole)
    return named.values_list("pk", "folder", "case", "title", "next_step", "number", "home", "home_folder", "whole")


@looking
def case_heads(viewer: Viewer, cases: Iterable[UUID]) -> dict[UUID, Head]:
    found = {}
    asked = list(cases)
    for row in _CASE_HEADS.of(viewer, cases=asked) if asked else ():
        viewer.sight.shows(row.folder, Part.SUPPORT)
        shows_home(viewer, row.home_folder)
        found[row.pk] = Head(row.pk, row.home or "")
    return found


def _case_heads(viewer: Viewer, cases: Any) -> QuerySet[Any, Any]:
    rows = Case.objects.open_to(viewer).filter(Among("pk", cases))
    named = rows.annotate(home=home_of(viewer, "name"), home_folder=home_of(viewer, "folder"))
    return named.values_list("pk", "folder", "home", "home_folder")


def home_of(viewer: Viewer, column: Literal["name", "folder"]) -> Subquery:
    """Of the household of a row, where its folder is open: how it is called, or the folder in which that stands."""
    homes = Household.objects.open_to(viewer).filter(pk=OuterRef("household_id"))
    if column == "folder":
        return Subquery(homes.values("folder_id")[:1], output_field=UUIDField())
    return Subquery(homes.values("name")[:1])


def shows_home(viewer: Viewer, folder: UUID | None) -> None:
    """The page names the household: that too is a look into its folder."""
    if folder is not None:
        viewer.sight.shows(folder, Part.BASIC)


_NEED_HEADS = OpenQuestion(_need_heads, needs=Ids())
_CASE_HEADS = OpenQuestion(_case_heads, cases=Ids())
