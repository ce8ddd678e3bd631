"""Look at the agreements with firms: the running ones first."""

from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.intake.models import WatchAgreement
from marugoto.kernel.jst import local_day


@looking
def agreements(viewer: Viewer) -> tuple[list[WatchAgreement], list[WatchAgreement]]:
    """Running or to come, by firm; and former ones, the last first."""
    today = local_day(viewer.at)
    over = Q(until__lte=today)
    rows = WatchAgreement.objects.within(viewer.body)
    return list(rows.exclude(over).order_by("firm", "pk")), list(rows.filter(over).order_by("-until", "pk"))


@looking
def running(viewer: Viewer) -> list[tuple[UUID, str]]:
    """What may be named now, by firm."""
    today = local_day(viewer.at)
    rows = WatchAgreement.objects.within(viewer.body).filter(since__lte=today).exclude(until__lte=today)
    return [(row.pk, row.firm) for row in rows.order_by("firm", "pk")]
