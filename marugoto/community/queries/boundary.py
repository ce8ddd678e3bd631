"""The shapes on the map of a body, and the files that were brought in."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.community.models import BoundaryFile, BoundaryUse, DistrictShape
from marugoto.community.rules.boundary import Drawing, Drawn, Matched
from marugoto.ground.transaction import looking

MOST = 20


@dataclass(frozen=True)
class Brought:
    """A file with its rows; `used`: it is the one on the map."""

    file: BoundaryFile
    used: bool
    by_name: str

    @property
    def matched(self) -> list[Matched]:
        return [Matched(*one) for one in self.file.rows]


@dataclass(frozen=True)
class OnTheMap:
    file: BoundaryFile
    drawing: Drawing


@looking
def on_the_map(viewer: Viewer) -> OnTheMap | None:
    """Two queries; one where nothing was brought in."""
    use = BoundaryUse.objects.within(viewer.body).filter(ended=None).select_related("of").first()
    return OnTheMap(use.of, drawing_of(viewer, use.of)) if use else None


@looking
def brought(viewer: Viewer) -> list[Brought]:
    """The latest first: one query."""
    rows: Any = _named(viewer).order_by("-made_at")[:MOST]
    return [Brought(row, row.used, row.by_name or "") for row in rows]


@looking
def get(viewer: Viewer, boundary: UUID) -> Brought | None:
    row: Any = _named(viewer).filter(pk=boundary).first()
    return Brought(row, row.used, row.by_name or "") if row else None


@looking
def drawing_of(viewer: Viewer, file: BoundaryFile) -> Drawing:
    rows = DistrictShape.objects.within(viewer.body).filter(of=file).select_related("district")
    shapes = tuple(Drawn(row.district.code, row.path, row.x, row.y) for row in rows.order_by("district__code"))
    return Drawing(file.width, file.height, shapes)


def _named(viewer: Viewer) -> Any:
    running = BoundaryUse.objects.within(viewer.body).filter(of=OuterRef("pk"), ended=None)
    return BoundaryFile.objects.within(viewer.body).annotate(used=Exists(running), by_name=worker_name("by"))
