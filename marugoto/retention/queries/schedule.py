"""The schedule of a body: what is in force, what was, and what we would propose where nothing is."""

from dataclasses import dataclass
from datetime import date

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.retention.codes import Counted, RecordKind
from marugoto.retention.models import Schedule
from marugoto.retention.rules.schedule import PROPOSED


@dataclass(frozen=True)
class ScheduleLine:
    """`version` 0: nothing is set, `years` is our own proposal and nothing of the type is destroyed."""

    record: RecordKind
    version: int
    years: int | None
    counted: Counted
    since: date | None = None
    source: str = ""
    reason: str = ""
    who: str = ""


def in_force(body: str, day: date) -> dict[RecordKind, Schedule]:
    """The latest version that has begun; a type without one is not destroyed."""
    rows = Schedule.objects.within(body).filter(since__lte=day).order_by("since", "number")
    return {RecordKind(row.record): row for row in rows}


@looking
def schedule_book(viewer: Viewer) -> tuple[list[ScheduleLine], list[ScheduleLine]]:
    """One line for each type as it stands today; and the other versions, the newest first. Two queries."""
    rows = list(Schedule.objects.within(viewer.body).order_by("since", "number"))
    people = names_of_duties({row.by for row in rows})
    today = local_day(viewer.at)
    lines = [
        ScheduleLine(
            record=RecordKind(row.record),
            version=row.number,
            years=row.years,
            counted=Counted(row.counted),
            since=row.since,
            source=row.source,
            reason=row.reason,
            who=people[row.by].worker.name if row.by in people else "",
        )
        for row in rows
    ]
    now = {line.record: line for line in lines if line.since and line.since <= today}
    shown = [now.get(record, ScheduleLine(record, 0, PROPOSED[record], Counted.FISCAL)) for record in RecordKind]
    return shown, [line for line in reversed(lines) if line is not now.get(line.record)]
