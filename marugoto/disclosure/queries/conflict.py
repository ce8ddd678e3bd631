"""Conflicts of interest: one's own, those a head keeps, and who is out of the question for some matters. Why, is told to few."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import ConflictKind
from marugoto.disclosure.models import Conflict, Restriction, RestrictionEnding
from marugoto.ground.sealed import unsealed
from marugoto.ground.transaction import looking
from marugoto.kernel.ref import Ref

MOST = 100


@dataclass(frozen=True)
class ConflictLine:
    """`label` and `kind` are for the worker himself; a head reads who, since when and by whom it was entered."""

    conflict: UUID
    worker: UUID
    name: str
    subject: Ref
    made_at: datetime
    by_name: str
    own: bool
    label: str = ""
    kind: ConflictKind | None = None
    ended_at: datetime | None = None


@looking
def own_conflicts(viewer: Viewer) -> list[ConflictLine]:
    """The latest first, ended ones too."""
    rows = Conflict.objects.within(viewer.body).filter(worker=viewer.worker)
    return [_line(row, mine=True) for row in _with_names(rows)]


@looking
def conflicts_here(viewer: Viewer) -> list[ConflictLine]:
    """Of all workers of the body but the viewer, under contract of those of the own agency; those in force. The door asks who may."""
    rows = Conflict.objects.within(viewer.body).filter(ended=None).exclude(worker=viewer.worker)
    if viewer.contracted:
        hats = Duty.objects.everywhere("of one agency").filter(body=viewer.body, team__agency=viewer.agency)
        rows = rows.filter(worker__in=hats.values("worker"))
    return [_line(row, mine=False) for row in _with_names(rows)]


@looking
def barred(viewer: Viewer, matters: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """By matter the workers who are out of the question there: one query. They are left out of lists; nobody is told why."""
    ended = RestrictionEnding.objects.within(viewer.body).filter(restriction=OuterRef("pk"), ended_at__lte=viewer.at)
    rows = Restriction.objects.within(viewer.body).filter(
        ~Exists(ended), folder__subject__in=set(matters), against__isnull=False, since__lte=viewer.at
    )
    found: dict[UUID, set[UUID]] = {}
    for subject, worker in rows.values_list("folder__subject", "against"):
        found.setdefault(subject, set()).add(worker)
    return {matter: frozenset(workers) for matter, workers in found.items()}


def _with_names(rows: Any) -> list[Conflict]:
    return list(rows.select_related("worker", "by__worker", "ended").order_by("-made_at", "pk")[:MOST])


def _line(row: Conflict, *, mine: bool) -> ConflictLine:
    ended = getattr(row, "ended", None)
    return ConflictLine(
        conflict=row.pk,
        worker=row.worker_id,
        name=row.worker.name,
        subject=Ref(row.subject_kind, row.subject),
        made_at=row.made_at,
        by_name=row.by.worker.name,
        own=row.by.worker_id == row.worker_id,
        label=(unsealed(row.label) or "") if mine and row.label else "",
        kind=ConflictKind(row.kind) if mine else None,
        ended_at=ended.made_at if ended else None,
    )
