"""Who is away, who stands in, and until when."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from marugoto.agencies.models import Absence
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class Away:
    """`until` is the first day back."""

    id: UUID
    duty: UUID
    name: str
    deputy: UUID
    deputy_name: str
    deputy_phone: str
    since: date
    until: date


def not_over(body: str, day: date) -> QuerySet[Absence]:
    """Running on that day, or still to come."""
    return Absence.objects.within(body).filter(Q(ended=None) | Q(ended__day__gt=day), until__gt=day)


@looking_from_the_tower
def of_team(viewer: Viewer) -> list[Away]:
    """Of the viewer's team, the next first: one query."""
    rows = not_over(viewer.body, local_day(viewer.at)).filter(duty__team=viewer.team)
    return _said(rows)


STAND_IN = ("away_until", "deputy_name", "deputy_phone")


def stand_in(viewer: Viewer, duty: str) -> dict[str, Subquery]:
    """For rows that name a duty in the column `duty`: until when that one is away today, who stands in and where to call; null where
    nobody is away."""
    today = local_day(viewer.at)
    rows = not_over(viewer.body, today).filter(duty=OuterRef(duty), since__lte=today).order_by("since", "made_at", "pk")
    own = NullIf("deputy__worker__phone", Value(""))
    called = rows.annotate(called=Coalesce(own, "deputy__team__phone"))
    said = (rows.values("until"), rows.values("deputy__worker__name"), called.values("called"))
    return {name: Subquery(one[:1]) for name, one in zip(STAND_IN, said, strict=True)}


def back_on(viewer: Viewer, duty: str) -> Subquery:
    """For a list of anything that names a duty in the column `duty`: until when the viewer stands in for it; null where not."""
    today = local_day(viewer.at)
    standing_in = not_over(viewer.body, today).filter(duty=OuterRef(duty), deputy=viewer.duty, since__lte=today)
    return Subquery(standing_in.values("until")[:1])


def stood_in_for(viewer: Viewer) -> QuerySet[Any]:
    """The duties for which the viewer stands in today."""
    today = local_day(viewer.at)
    return not_over(viewer.body, today).filter(deputy=viewer.duty, since__lte=today).values("duty")


def _said(rows: QuerySet[Absence]) -> list[Away]:
    found = rows.select_related("duty__worker", "deputy__worker", "deputy__team").order_by("since", "made_at", "pk")
    return [
        Away(
            id=row.pk,
            duty=row.duty_id,
            name=row.duty.worker.name,
            deputy=row.deputy_id,
            deputy_name=row.deputy.worker.name,
            deputy_phone=row.deputy.worker.phone or row.deputy.team.phone,
            since=row.since,
            until=row.until,
        )
        for row in found
    ]
