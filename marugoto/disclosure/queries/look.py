"""Who looked: the book of looks, for the privacy officer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from marugoto.agencies.codes import Purpose
from marugoto.agencies.labels import PURPOSES
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Look
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import JST

PAGE = 50


@dataclass(frozen=True)
class LookLine:
    at: datetime
    worker: str
    hat: str
    team: str
    purpose: str
    page: str
    folders: int
    searched: bool


@dataclass(frozen=True)
class LookList:
    rows: tuple[LookLine, ...]
    count: int
    page: int


@looking
def looks(viewer: Viewer, *, since: date, until: date, worker: UUID | None = None, page: int = 1) -> LookList:
    """Latest first; `until` is the last day. Every look here is itself a look: the door writes it down."""
    begin = datetime(since.year, since.month, since.day, tzinfo=JST)
    end = datetime(until.year, until.month, until.day, tzinfo=JST) + timedelta(days=1)
    rows = Look.objects.within(viewer.body).filter(made_at__gte=begin, made_at__lt=end)
    if worker:
        rows = rows.filter(worker=worker)
    count = rows.count()
    first = (max(page, 1) - 1) * PAGE
    shown = list(rows.order_by("-made_at", "-pk")[first : first + PAGE])
    duties = names_of_duties({row.duty for row in shown})
    viewer.sight.searched = viewer.sight.searched or "looks"
    return LookList(tuple(_line(row, duties) for row in shown), count, max(page, 1))


def _line(row: Look, duties: dict[UUID, Duty]) -> LookLine:
    duty = duties.get(row.duty)
    return LookLine(
        at=row.made_at,
        worker=duty.worker.name if duty else "まるごと",
        hat=duty.name if duty else "システム",
        team=duty.team.name if duty else "",
        purpose=str(PURPOSES[Purpose(row.purpose)]),
        page=row.page,
        folders=len(row.folders),
        searched=bool(row.searched),
    )
