"""Recorded steps, counted by team: how often somebody was met or talked with."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import TouchKind
from marugoto.custody.models import Touch
from marugoto.ground.transaction import looking_from_the_tower


@looking_from_the_tower
def steps_since(viewer: Viewer, balls: Iterable[UUID], since: datetime) -> dict[UUID, Counter[TouchKind]]:
    """By team, on these balls: one query. No person concerned stands in it."""
    rows = Touch.objects.within(viewer.body).filter(ball__in=set(balls), at__gte=since)
    found: dict[UUID, Counter[TouchKind]] = {}
    for team, kind, times in rows.order_by().values_list("team", "kind").annotate(times=Count("pk")):
        found.setdefault(team, Counter())[TouchKind(kind)] = times
    return found
