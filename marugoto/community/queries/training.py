"""Read trainings, who came by kind, and what came of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Place, Training, TrainingAttendance, TrainingResult, TrainingWorker
from marugoto.community.queries.place_rows import tiers_of
from marugoto.ground.transaction import looking

PAGE = 30


@dataclass(frozen=True)
class Register:
    rows: tuple[Any, ...]
    count: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


@looking
def register(viewer: Viewer, *, kind: str = "", page: int = 1) -> Register:
    """Each with its `attendances`, `workers` and `results`."""
    rows = _told(viewer)
    rows = rows.filter(kind=kind) if kind else rows
    count = rows.count()
    page = min(max(page, 1), max(1, -(-count // PAGE)))
    return Register(tuple(rows[(page - 1) * PAGE : page * PAGE]), count, page)


@looking
def get(viewer: Viewer, training: UUID) -> Any | None:
    return _told(viewer).filter(pk=training).first()


@looking
def of_writer(viewer: Viewer, by: UUID, since: date, until: date) -> list[Any]:
    return list(_told(viewer).filter(by=by, day__gte=since, day__lt=until))


def _told(viewer: Viewer) -> QuerySet[Any]:
    """A place that is not for these eyes is left out where it was held, and where it began: the training itself is nobody's secret."""
    places = Prefetch("place", Place.objects.within(viewer.body).filter(tier__in=tiers_of(viewer)))
    results = TrainingResult.objects.within(viewer.body).prefetch_related(places).annotate(writer=worker_name("by"))
    workers = TrainingWorker.objects.within(viewer.body).select_related("worker__worker", "worker__team")
    return (
        Training.objects.within(viewer.body)
        .select_related("district")
        .annotate(writer=worker_name("by"))
        .prefetch_related(
            places,
            Prefetch("attendances", TrainingAttendance.objects.within(viewer.body).order_by("kind")),
            Prefetch("workers", workers.order_by("worker__team__name", "pk")),
            Prefetch("results", results.order_by("made_at", "pk")),
        )
        .order_by("-day", "-made_at", "pk")
    )
