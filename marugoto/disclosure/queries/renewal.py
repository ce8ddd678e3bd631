"""Measures that run out soon, or have: for those whom they list, and for the privacy officer, who is told no name."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.restriction import renewed
from marugoto.disclosure.models import Restriction, RestrictionEnding, RestrictionListing
from marugoto.disclosure.rules.renewal import Stage, stage
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

PERSON = "person"
AHEAD = timedelta(days=31)  # no month is longer
QUIET_SECONDS = 60
_quiet: dict[str, float] = {}  # by body since when nothing runs out; only silence is remembered


@dataclass(frozen=True)
class RunningOut:
    """One measure on one person. `listed`: who goes on seeing, told to the officer; whom it is about, to the listed only."""

    restriction: UUID
    person: UUID | None
    due: date
    stage: Stage
    listed: tuple[str, ...] = ()


@looking
def running_out(viewer: Viewer) -> list[RunningOut]:
    """Those that list the viewer for good, the earliest first. Where nothing of the whole body runs out that is remembered for a
    minute, since the first page asks every time."""
    if time.monotonic() - _quiet.get(viewer.body, -QUIET_SECONDS) < QUIET_SECONDS:
        return []
    if not _rows(viewer).exists():
        _quiet[viewer.body] = time.monotonic()
        return []
    listed = RestrictionListing.objects.within(viewer.body).filter(
        restriction=OuterRef("pk"), worker=viewer.worker, until=None
    )
    return _lines(viewer, _rows(viewer).filter(Exists(listed)))


def forget(body: str) -> None:
    """A measure was begun or renewed. Now for whoever did it, and once more when it is written: another may have looked meanwhile."""
    _quiet.pop(body, None)
    transaction.on_commit(lambda: _quiet.pop(body, None))


@looking
def running_out_here(viewer: Viewer) -> list[RunningOut]:
    """All of the body: when, and who is listed. Whom they are about is not told."""
    found = _lines(viewer, _rows(viewer))
    names = _names(viewer, [one.restriction for one in found])
    return [RunningOut(one.restriction, None, one.due, one.stage, names.get(one.restriction, ())) for one in found]


def _rows(viewer: Viewer) -> QuerySet[Restriction]:
    """On a person's own folders, so that each is told once; nothing else of the same measure."""
    ended = RestrictionEnding.objects.within(viewer.body).filter(restriction=OuterRef("pk"), ended_at__lte=viewer.at)
    rows = Restriction.objects.within(viewer.body).filter(
        ~Exists(ended), ~Q(due=None), since__lte=viewer.at, against=None, folder__subject_kind=PERSON
    )
    rows = rows.annotate(runs_until=Coalesce(renewed(viewer.body), "due"))
    return (
        rows.filter(runs_until__lte=local_day(viewer.at) + AHEAD)
        .select_related("folder")
        .order_by("runs_until", "folder__made_at", "pk")
    )


def _lines(viewer: Viewer, rows: Iterable[Any]) -> list[RunningOut]:
    today = local_day(viewer.at)
    found: dict[tuple[Any, ...], RunningOut] = {}  # several records of one person were shut as one
    for row in rows:
        said = stage(row.runs_until, today)
        if said is not Stage.RUNNING:
            line = RunningOut(row.pk, row.folder.subject, row.runs_until, said)
            found.setdefault((row.since, row.by, row.reason, row.runs_until), line)
    return list(found.values())


def _names(viewer: Viewer, restrictions: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    rows = RestrictionListing.objects.within(viewer.body).filter(restriction__in=restrictions, until=None)
    found: dict[UUID, list[str]] = {}
    for row in rows.select_related("worker").order_by("worker__kana", "pk"):
        found.setdefault(row.restriction_id, []).append(row.worker.name)
    return {one: tuple(names) for one, names in found.items()}
