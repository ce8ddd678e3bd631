"""What the body has already and has tried: the edition that holds, and those before it."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.labels import PLACES
from marugoto.evaluation.models import ExistingSystem, Trial
from marugoto.evaluation.rules.thinking import Fulfils
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import end_of_day

Row = ExistingSystem  # as a reader holds it; pages take the words from here
Tried = Trial


@looking
def systems(viewer: Viewer, *, until: date | None = None) -> list[ExistingSystem]:
    """One query. `until`: as it was written at the end of that day."""
    rows: list[ExistingSystem] = _holding(ExistingSystem.objects.within(viewer.body).order_by("line", "edition"), until)
    return sorted(rows, key=lambda row: (row.name, str(row.line)))


@looking
def trials(viewer: Viewer, *, until: date | None = None) -> list[Trial]:
    """One query. `until`: as it was written at the end of that day."""
    rows: list[Trial] = _holding(Trial.objects.within(viewer.body).order_by("line", "edition"), until)
    return sorted(rows, key=lambda row: (row.signal, row.since, str(row.line)))


@looking
def editions(viewer: Viewer, line: UUID) -> list[Any]:
    """Of one system, the newest first, each with who wrote it."""
    return list(_with_names(ExistingSystem.objects.within(viewer.body).filter(line=line)))


@looking
def editions_of_trial(viewer: Viewer, line: UUID) -> list[Any]:
    return list(_with_names(Trial.objects.within(viewer.body).filter(line=line)))


def unanswered(rows: Iterable[ExistingSystem]) -> dict[str, list[str]]:
    """By place of the matrix that nothing fulfils whole: the names of what answers for a part of it, if any."""
    rows = list(rows)
    whole = {place for row in rows for place, far in row.fulfils.items() if far == Fulfils.WHOLE}
    return {place: [row.name for row in rows if place in row.fulfils] for place in PLACES if place not in whole}


def _holding(rows: Any, until: date | None) -> list[Any]:
    then = rows.filter(made_at__lt=end_of_day(until)) if until else rows
    return [row for row in {row.line: row for row in then}.values() if not row.gone]


def _with_names(rows: Any) -> Any:
    return rows.order_by("-edition").annotate(by_name=directory.worker_name("by"))
