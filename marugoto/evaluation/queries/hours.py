"""The hours said of each half-year, and who said them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.models import DeclaredHours
from marugoto.ground.transaction import looking_from_the_tower


@dataclass(frozen=True)
class HoursLine:
    last: date
    hours: int
    made_at: datetime
    by_name: str
    reason: str


@looking_from_the_tower
def hours_of(viewer: Viewer) -> list[HoursLine]:
    """All that was said, the newest half-year first and in it what was said last; one query."""
    rows: Any = DeclaredHours.objects.within(viewer.body).order_by("-last", "-made_at", "pk")
    return [
        HoursLine(row.last, row.hours, row.made_at, row.by_name or "", row.reason)
        for row in rows.annotate(by_name=worker_name("by"))
    ]


def holding(lines: list[HoursLine]) -> dict[date, int]:
    """By the last day of the half-year: the hours that hold."""
    return {line.last: line.hours for line in reversed(lines)}
