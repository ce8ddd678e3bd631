"""Look at cases."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery, Window

from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Assessment, Case, JournalEntry, Need
from marugoto.casework.queries.need import home_of, shows_home
from marugoto.custody.queries.ball import BallFace, faces
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import OpenQuestion
from marugoto.ground.question import KEPT, Among, Ids
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.people.models import Household

PAGE, LISTED = 50, 25


class Order(StrEnum):
    """How a list of cases is sorted: the longest without contact first, by the household's name, the newest number first."""

    CONTACT = "contact"
    NAME = "name"
    NEWEST = "newest"


ORDERS = {
    Order.CONTACT: ("last_at", "opened_on", "pk"),
    Order.NAME: ("home", "opened_on", "pk"),
    Order.NEWEST: ("-opened_on", "-number", "pk"),
}


COLUMNS = (
    "pk",
    "number",
    "household",
    "opened_on",
    "folder",
    "home",
    "home_folder",
    "last_at",
    "need_count",
)  # of a line


@dataclass(frozen=True)
class NeedLine:
    need: UUID
    number: int
    title: str
    theme: str
    next_step: str
    person: UUID | None
    ball: BallFace


@dataclass(frozen=True)
class CasePage:
    """The case with its needs and all its balls; needs the viewer may not see are not there."""

    case: UUID
    household: UUID
    number: str
    opened_on: date
    ball: BallFace
    needs: tuple[NeedLine, ...]
    assessed: int  # the number of its newest assessment sheet, 0 without one
    assessed_on: date | None


@dataclass(frozen=True)
class CaseLine:
    """A row of the list of households. `household` is empty where the household's folder is not open."""

    case: UUID
    number: str
    household: str
    home: UUID
    opened_on: date
    last_contact: date | None
    needs: int
    ball: BallFace


@dataclass(frozen=True)
class CaseList:
    rows: tuple[CaseLine, ...]
    count: int
    page: int


@dataclass(frozen=True)
class ListSort:
    """What a list of cases is of: its question differs by it."""

    running: bool
    area: str
    mine: bool
    among: bool

    @property
    def blanks(self) -> dict[str, Ids]:
        return {"homes": Ids()} if self.among else {}


@looking
def get(viewer: Viewer, case: UUID) -> CasePage | None:
    return get_all(viewer, [case]).get(case)


@looking
def get_all(viewer: Viewer, cases: Iterable[UUID]) -> dict[UUID, CasePage]:
    """By case, as far as they are open to the viewer: as many queries for one as for ten."""
    asked = list(cases)
    rows = _CASES.of(viewer, cases=asked) if asked else []
    needs: dict[UUID, list[Need]] = {row.pk: [] for row in rows}
    for need in _NEEDS.of(viewer, cases=list(needs)) if rows else ():
        viewer.sight.shows(need.folder_id, Part.SUPPORT)
        needs[need.case_id].append(need)
    asked = [*needs, *(need.pk for some in needs.values() for need in some)]
    balls = faces(viewer, matters=asked, companions=False) if rows else {}
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return {row.pk: _page_of(row, needs[row.pk], balls) for row in rows}


def _cases(viewer: Viewer, cases: Any) -> QuerySet[Case]:
    sheets = Assessment.objects.open_to(viewer).filter(case=OuterRef("pk")).order_by("-number")
    return (
        Case.objects.open_to(viewer)
        .filter(Among("pk", cases))
        .annotate(assessed=Subquery(sheets.values("number")[:1]), assessed_on=Subquery(sheets.values("heard_on")[:1]))
    )


def _needs(viewer: Viewer, cases: Any) -> QuerySet[Need]:
    return Need.objects.open_to(viewer).filter(Among("case", cases)).order_by("number")


_CASES = OpenQuestion(_cases, cases=Ids())
_NEEDS = OpenQuestion(_needs, cases=Ids())


def _page_of(row: Any, needs: list[Need], balls: dict[UUID, BallFace]) -> CasePage:
    lines = tuple(
        NeedLine(need.pk, place, need.title, need.theme, need.next_step, need.person_id, balls[need.pk])
        for place, need in enumerate(needs, start=1)  # no gap tells that one is not shown
    )
    return CasePage(
        case=row.pk,
        household=row.household_id,
        number=row.number,
        opened_on=row.opened_on,
        ball=balls[row.pk],
        needs=lines,
        assessed=row.assessed or 0,
        assessed_on=row.assessed_on,
    )


@looking
def running_of_households(viewer: Viewer, households: Iterable[UUID]) -> dict[UUID, tuple[UUID, str]]:
    """By household its latest case that has not ended, with its number: one query."""
    rows = _running(viewer).filter(household__in=set(households)).order_by("opened_on", "made_at")
    return {row.household_id: (row.pk, row.number) for row in rows}


@looking
def households_of(viewer: Viewer, *, cases: Iterable[UUID] = (), number: str = "", running: bool = True) -> list[UUID]:
    """Households of running cases (or of all), by the cases' ids or by the beginning of their number (R8-0052)."""
    rows = _running(viewer) if running else Case.objects.open_to(viewer)
    rows = rows.filter(number__istartswith=number) if number else rows.filter(pk__in=set(cases))
    return list(rows.order_by("number").values_list("household_id", flat=True)[:PAGE])


@looking
def waiting_longest(viewer: Viewer, most: int) -> list[UUID]:
    """Households of running cases, the longest without contact first: one query, and nothing of them is shown yet."""
    rows = _listed(viewer, running=True, area="").order_by(*ORDERS[Order.CONTACT])
    return list(rows.values_list("household_id", flat=True)[:most])


def _running(viewer: Viewer) -> QuerySet[Case]:
    return Case.objects.open_to(viewer, first=True).filter(closing=None)


@looking
def of_household(viewer: Viewer, household: UUID) -> list[UUID]:
    """The household's cases, the newest first."""
    rows = Case.objects.open_to(viewer).filter(household=household).order_by("-opened_on", "-made_at")
    return list(rows.values_list("pk", flat=True))


@looking
def household_of(viewer: Viewer, case: UUID) -> UUID | None:
    """Where the case is open to the viewer: one query, and nothing of it is shown yet."""
    return Case.objects.open_to(viewer).filter(pk=case).values_list("household_id", flat=True).first()


@looking
def number_of(viewer: Viewer, case: UUID) -> str:
    """The case's number (R8-0412); empty where the case is not there or not open."""
    row = Case.objects.open_to(viewer).filter(pk=case).first()
    if row is None:
        return ""
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return row.number


@looking
def list_cases(
    viewer: Viewer,
    *,
    page: int = 1,
    running: bool = True,
    area: str = "",
    order: Order = Order.CONTACT,
    mine: bool = False,
    among: Collection[UUID] | None = None,
) -> CaseList:
    """Cases open to the viewer, twenty-five a page. `running`: only those not ended; `mine`: led by the viewer's own duty;
    `among`: only cases of these households."""
    page, said = max(page, 1), {} if among is None else {"homes": among}
    sort = ListSort(running, area, mine, among is not None)
    shown = _page_of_list(sort, order, page).of(viewer, **said)
    if not shown:  # beyond the last page no row says how many there are
        return CaseList((), len(_all_of_list(sort).of(viewer, **said)) if page > 1 else 0, page)
    balls = faces(viewer, matters=[row.pk for row in shown], companions=False)
    return CaseList(tuple(_line(viewer, row, balls[row.pk]) for row in shown), shown[0].total, page)


@lru_cache(maxsize=KEPT)
def _page_of_list(sort: ListSort, order: Order, page: int) -> OpenQuestion:
    """Put together once for each sort of list; every row says how many there are in all."""
    first = (page - 1) * LISTED

    def build(viewer: Viewer, homes: Any = None) -> QuerySet[Any]:
        rows = _chosen(viewer, sort, homes).order_by(*ORDERS[order]).annotate(total=Window(Count("pk")))
        return rows.values_list(*COLUMNS, "total")[first : first + LISTED]

    return OpenQuestion(build, **sort.blanks)


@lru_cache(maxsize=KEPT)
def _all_of_list(sort: ListSort) -> OpenQuestion:
    return OpenQuestion(lambda viewer, homes=None: _chosen(viewer, sort, homes).values_list("pk"), **sort.blanks)


def _chosen(viewer: Viewer, sort: ListSort, homes: Any) -> QuerySet[Case]:
    rows = _listed(viewer, running=sort.running, area=sort.area)
    rows = rows.filter(ball__in_charge=viewer.duty) if sort.mine else rows
    return rows.filter(Among("household", homes)) if sort.among else rows


def _line(viewer: Viewer, row: Any, ball: BallFace) -> CaseLine:
    viewer.sight.shows(row.folder, Part.SUPPORT)
    shows_home(viewer, row.home_folder)
    return CaseLine(
        case=row.pk,
        number=row.number,
        household=row.home or "",
        home=row.household,
        opened_on=row.opened_on,
        last_contact=local_day(row.last_at) if row.last_at else None,
        needs=row.need_count or 0,
        ball=ball,
    )


def _listed(viewer: Viewer, *, running: bool, area: str) -> QuerySet[Case]:
    homes = Household.objects.open_to(viewer).filter(pk=OuterRef("household_id"))
    if area:
        homes = homes.filter(area=area)
    entries = JournalEntry.objects.open_beside(viewer, OuterRef("folder"))
    entries = entries.filter(case=OuterRef("pk")).order_by("-happened_at")
    needs = Need.objects.open_beside(viewer, OuterRef("folder")).filter(case=OuterRef("pk")).order_by().values("case")
    rows = Case.objects.open_to(viewer, first=True).annotate(
        home=Subquery(homes.values("name")[:1]),
        home_folder=home_of(viewer, "folder"),
        last_at=Subquery(entries.values("happened_at")[:1]),
        need_count=Subquery(needs.annotate(n=Count("pk")).values("n")[:1]),
    )
    if area:
        rows = rows.exclude(home=None)
    return rows.filter(closing__isnull=running)


@looking
def newest_of_households(viewer: Viewer, households: set[UUID]) -> dict[UUID, tuple[UUID, str]]:
    """By household its latest case open to the viewer, with its number: one query."""
    rows = Case.objects.open_to(viewer).filter(household__in=households).order_by("opened_on", "made_at")
    return {home: (case, number) for home, case, number in rows.values_list("household_id", "pk", "number")}
