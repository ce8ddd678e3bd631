"""What the body has already and has tried: the edition that holds, and those before it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.labels import PLACES
from marugoto.evaluation.models import ExistingSystem, Trial
from marugoto.evaluation.rules.thinking import Fulfils
from marugoto.ground.transaction import looking

Row = ExistingSystem  # as a reader holds it; pages take the words from here
Tried = Trial


@looking
def systems(viewer: Viewer) -> list[ExistingSystem]:
    """One query."""
    rows: list[ExistingSystem] = _holding(ExistingSystem.objects.within(viewer.body).order_by("line", "edition"))
    return sorted(rows, key=lambda row: (row.name, str(row.line)))


@looking
def trials(viewer: Viewer) -> list[Trial]:
    """One query."""
    rows: list[Trial] = _holding(Trial.objects.within(viewer.body).order_by("line", "edition"))
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


def _holding(rows: Iterable[Any]) -> list[Any]:
    return [row for row in {row.line: row for row in rows}.values() if not row.gone]


def _with_names(rows: Any) -> Any:
    return rows.order_by("-edition").annotate(by_name=directory.worker_name("by"))
