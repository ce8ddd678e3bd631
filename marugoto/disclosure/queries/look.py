"""Who looked: the book of looks, for the privacy officer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connections
from django.db.models import OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast

from marugoto.agencies.codes import Purpose
from marugoto.agencies.labels import PURPOSES
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.directory import duties_at_the_table, names_of_duties
from marugoto.agencies.queries.system import NOBODY
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Folder, Grant, GrantEnding, Look, LookAt
from marugoto.disclosure.rules.basis import BY_CODE
from marugoto.ground.models import ScopedQuerySet
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import JST

PAGE = 50
WITH_BASIS = 3  # folder, part, basis
ORDER = list(BY_CODE)


@dataclass(frozen=True)
class FolderLine:
    """A folder that was shown: opaque, of which kind of subject, and which part."""

    id: UUID
    subject_kind: str
    part: str
    basis: str = ""


@dataclass(frozen=True)
class LookLine:
    at: datetime
    worker: UUID
    name: str
    hat: str
    team: str
    purpose: str
    page: str
    folders: tuple[FolderLine, ...]
    searched: bool
    outcome: str = "shown"


@dataclass(frozen=True)
class LookList:
    """`workers`: whose looks can be asked for, by id and name, in the order of their agencies."""

    workers: tuple[tuple[UUID, str], ...]
    rows: tuple[LookLine, ...]
    count: int
    page: int


@looking
def looks(
    viewer: Viewer,
    *,
    since: date,
    until: date,
    worker: UUID | None = None,
    about: UUID | None = None,
    screen: str = "",
    page: int = 1,
    most: int = PAGE,
) -> LookList:
    """Latest first; `until` is the last day. `about`: a folder, the one it is about, or what the page was opened for.

    `screen`: only looks on pages of that name, or of that room where it ends with a colon. Every look here is itself a look: the
    door writes it down.
    """
    begin = datetime(since.year, since.month, since.day, tzinfo=JST)
    end = datetime(until.year, until.month, until.day, tzinfo=JST) + timedelta(days=1)
    rows = Look.objects.within(viewer.body).filter(made_at__gte=begin, made_at__lt=end)
    if worker:
        rows = rows.filter(worker=worker)
    if screen:
        rows = rows.filter(page__startswith=screen) if screen.endswith(":") else rows.filter(page=screen)
    if about:
        rows = _about(viewer, rows, about, begin, end)
    count = rows.count()
    first = (max(page, 1) - 1) * most
    shown = list(rows.order_by("-made_at", "-pk")[first : first + most])
    here = {duty.pk: duty for duty in duties_at_the_table(viewer)}
    duties = here | _left(here, {row.duty for row in shown})
    grants = _grants(viewer, shown)
    known = {str(grant.folder_id): grant.folder for grant in grants}
    folders = _folders(viewer, {folder for row in shown for folder, *_ in row.folders}, known)
    bases = _bases(shown, grants, duties)
    viewer.sight.searched = viewer.sight.searched or "looks"
    workers = {duty.worker_id: duty.worker.name for duty in here.values()}
    return LookList(
        tuple(workers.items()), tuple(_line(row, duties, folders, bases) for row in shown), count, max(page, 1)
    )


def _about(
    viewer: Viewer, rows: ScopedQuerySet[Look], about: UUID, begin: datetime, end: datetime
) -> ScopedQuerySet[Look]:
    """PostgreSQL keeps beside each look what it was at; SQLite reads the text of its list, and the days keep the search small."""
    folders = Folder.objects.within(viewer.body).filter(subject=about).values_list("pk", flat=True)
    if connections[rows.db].vendor == "postgresql":
        at = LookAt.objects.within(viewer.body).filter(what__in={about, *folders}, made_at__gte=begin, made_at__lt=end)
        return rows.filter(pk__in=at.values("look"))
    wanted = Q(matter__contains=str(about))
    for folder in {about, *folders}:
        wanted |= Q(shown__contains=str(folder))
    return rows.annotate(shown=Cast("folders", TextField())).filter(wanted)


def _left(here: dict[UUID, Duty], shown: set[UUID]) -> dict[UUID, Duty]:
    """Those who have since left; mostly nobody, and then nothing is asked. The system itself has no duty of a person."""
    gone = {duty for duty in shown if duty not in here and duty != NOBODY}
    return names_of_duties(gone) if gone else {}


def _folders(viewer: Viewer, wanted: set[str], known: Mapping[str, Folder]) -> dict[str, FolderLine]:
    """Those that came with a grant are at hand; only the others are asked for."""
    rest = wanted - known.keys()
    found = [*known.values(), *(Folder.objects.within(viewer.body).filter(pk__in=rest) if rest else ())]
    return {str(folder.pk): FolderLine(folder.pk, folder.subject_kind, folder.part) for folder in found}


def _line(
    row: Look, duties: dict[UUID, Duty], folders: dict[str, FolderLine], bases: dict[tuple[UUID, str], str]
) -> LookLine:
    duty = duties.get(row.duty)
    return LookLine(
        at=row.made_at,
        worker=row.worker,
        name=duty.worker.name if duty else "まるごと",
        hat=duty.name if duty else "システム",
        team=duty.team.name if duty else "",
        purpose=str(PURPOSES[Purpose(row.purpose)]),
        page=row.page,
        folders=tuple(_shown(row, folders, bases, *shown) for shown in row.folders),
        searched=bool(row.searched),
        outcome=row.outcome,
    )


def _shown(
    row: Look,
    folders: dict[str, FolderLine],
    bases: dict[tuple[UUID, str], str],
    folder: str,
    part: str,
    basis: str = "",
) -> FolderLine:
    """A folder as it was shown: a record that is gone keeps its number, its part and the basis."""
    known = folders.get(folder)
    found = basis or bases.get((row.pk, folder), "")
    return FolderLine(UUID(folder), known.subject_kind if known else "", known.part if known else part, found)


def _grants(viewer: Viewer, rows: Iterable[Look]) -> list[Any]:
    """Of the folders beside which no basis was written down, with each its folder and its end. One query, or none."""
    bare = {one[0] for row in rows for one in row.folders if len(one) < WITH_BASIS or not one[2]}
    if not bare:
        return []
    ended = GrantEnding.objects.within(viewer.body).filter(grant=OuterRef("pk")).values("ended_at")
    grants = Grant.objects.within(viewer.body).filter(folder__in=bare).select_related("folder")
    return list(grants.annotate(ended_at=Subquery(ended[:1])))


def _bases(rows: Iterable[Look], grants: Iterable[Any], duties: dict[UUID, Duty]) -> dict[tuple[UUID, str], str]:
    """By look and folder the widest of these grants that was in force at the moment of the look."""
    by_folder = defaultdict[str, list[Any]](list)
    for grant in grants:
        by_folder[str(grant.folder_id)].append(grant)
    found = {}
    for row in rows:
        team = duties[row.duty].team_id if row.duty in duties else None
        for folder, *_ in row.folders:
            then = [BasisCode(one.basis) for one in by_folder.get(folder, ()) if _opened(one, row, team)]
            if then:
                found[row.pk, folder] = min(then, key=ORDER.index).value
    return found


def _opened(grant: Any, row: Look, team: UUID | None) -> bool:
    ends = [end for end in (grant.until, grant.ended_at) if end is not None]
    to_him = grant.duty_id == row.duty if grant.duty_id else grant.team_id == team
    return to_him and grant.since <= row.made_at and all(row.made_at < end for end in ends)
