"""Look at the sheets that were brought: what stood on them, to whom, and what was answered. Nobody's name stands in any."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Prefetch

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import LackLine, LackSheet, StandingMember
from marugoto.ground.transaction import looking

SHOWN = 30
Sheet = LackSheet  # as they are read
Line = LackLine


@looking
def sheets(viewer: Viewer, *, member: UUID | None = None) -> list[LackSheet]:
    """The latest first, each with its lines, its request and the answer: two queries."""
    lines = Prefetch("lines", queryset=LackLine.objects.within(viewer.body).order_by("lack", "area"))
    rows = LackSheet.objects.within(viewer.body).select_related("cooperation__member", "cooperation__answer")
    rows = rows.filter(cooperation__member=member) if member else rows
    return list(rows.prefetch_related(lines).order_by("-made_at", "-pk")[:SHOWN])


@looking
def answered(viewer: Viewer) -> tuple[int, int]:
    """How many were ever brought, and of these how many were answered: one query."""
    told = LackSheet.objects.within(viewer.body).aggregate(brought=Count("pk"), said=Count("cooperation__answer"))
    return told["brought"], told["said"]


@looking
def sheet_of(viewer: Viewer, cooperation: UUID) -> LackSheet | None:
    lines = Prefetch("lines", queryset=LackLine.objects.within(viewer.body).order_by("lack", "area"))
    return LackSheet.objects.within(viewer.body).filter(cooperation=cooperation).prefetch_related(lines).first()


@looking
def to_whom(viewer: Viewer) -> Sequence[StandingMember]:
    """Members that have a team which can answer."""
    rows = StandingMember.objects.within(viewer.body).filter(ended=None).exclude(team=None)
    return list(rows.order_by("kind", "name"))
