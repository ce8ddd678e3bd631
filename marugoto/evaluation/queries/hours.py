"""The hours said of each half-year, and who said them."""

from dataclasses import dataclass
from datetime import date, datetime

from marugoto.agencies.queries.directory import names_of_duties
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
    """All that was said, the newest half-year first and in it what was said last; two queries."""
    rows = list(DeclaredHours.objects.within(viewer.body).order_by("-last", "-made_at", "pk"))
    people = names_of_duties({row.by for row in rows})
    return [
        HoursLine(row.last, row.hours, row.made_at, people[row.by].worker.name if row.by in people else "", row.reason)
        for row in rows
    ]


def holding(lines: list[HoursLine]) -> dict[date, int]:
    """By the last day of the half-year: the hours that hold."""
    return {line.last: line.hours for line in reversed(lines)}
