"""Read what those who go out mean to do."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import FieldPlanEnd
from marugoto.community.models import FieldPlan
from marugoto.community.queries.place_rows import told_of
from marugoto.ground.transaction import looking

Plan = FieldPlan  # as it is read; doors take the word from here


@dataclass(frozen=True)
class PlanCount:
    made: int
    done: int
    dropped: int


@looking
def open_plans(viewer: Viewer, until: date) -> list[Any]:
    """Of all who go out, up to and without that day, also those whose day has passed; each with its `walker`."""
    rows = _seen(viewer).filter(ending=None, day__lt=until)
    told = rows.select_related("place", "district").annotate(walker=worker_name("by"))
    return list(told.order_by("day", "made_at", "pk")[:200])


@looking
def own_plan(viewer: Viewer, plan: UUID) -> FieldPlan | None:
    """One of the viewer's own that has not ended."""
    rows = FieldPlan.objects.within(viewer.body).filter(pk=plan, by=viewer.duty, ending=None)
    return rows.select_related("place").first()


@looking
def counted(viewer: Viewer, by: UUID, since: date, until: date) -> PlanCount:
    rows = FieldPlan.objects.within(viewer.body).filter(by=by, day__gte=since, day__lt=until)
    found = rows.aggregate(
        made=Count("pk"),
        done=Count("pk", filter=Q(ending__end=FieldPlanEnd.DONE)),
        dropped=Count("pk", filter=Q(ending__end=FieldPlanEnd.DROPPED)),
    )
    return PlanCount(**found)


@looking
def of_walker(viewer: Viewer, by: UUID, since: date, until: date) -> list[FieldPlan]:
    rows = _seen(viewer).filter(by=by, day__gte=since, day__lt=until, ending=None)
    return list(rows.order_by("day", "pk"))


def _seen(viewer: Viewer) -> QuerySet[FieldPlan]:
    """A place that is not for these eyes keeps what is meant to be done there."""
    return FieldPlan.objects.within(viewer.body).filter(told_of(viewer))
