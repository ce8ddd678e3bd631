"""Look at opinions: what was given, what was answered, and what became of it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import ToldOf
from marugoto.evaluation.models import Opinion, OpinionDecision, OpinionTold
from marugoto.ground.transaction import looking

SHOWN = 200
Given = Opinion  # as it is read


@dataclass(frozen=True)
class OpinionLine:
    """`decided`, `changed`: of decisions that answer to it; `told`: of what whoever it came from has heard."""

    row: Opinion
    by_name: str
    decisions: tuple[Any, ...]
    told: frozenset[ToldOf]

    @property
    def answer(self) -> Any:
        return getattr(self.row, "answer", None)

    @property
    def changes(self) -> tuple[Any, ...]:
        return tuple(one.change for one in self.decisions if hasattr(one, "change"))

    def untold(self) -> list[ToldOf]:
        """What is so, and was not told yet."""
        there = {
            ToldOf.ANSWER: bool(self.answer),
            ToldOf.DECISION: bool(self.decisions),
            ToldOf.CHANGE: bool(self.changes),
        }
        return [one for one, so in there.items() if so and one not in self.told]


@looking
def opinions(viewer: Viewer, *, everybody: bool) -> list[OpinionLine]:
    """Those that wait first, then the latest; `everybody`: not only what the viewer's team brought. Three queries."""
    rows = _rows(viewer)
    rows = rows if everybody else rows.filter(team=viewer.team)
    return [
        _line(row) for row in rows.annotate(answered=Q(answer__isnull=False)).order_by("answered", "-made_at")[:SHOWN]
    ]


@looking
def get(viewer: Viewer, opinion: UUID) -> OpinionLine | None:
    row = _rows(viewer).filter(pk=opinion).first()
    return _line(row) if row else None


def _rows(viewer: Viewer) -> Any:
    change = ("decision__change__check_made", "decision__change__undoing")
    linked = OpinionDecision.objects.within(viewer.body).select_related("decision__scope__means", *change)
    told = OpinionTold.objects.within(viewer.body)
    rows = Opinion.objects.within(viewer.body).select_related("answer__review", "means")
    named: Any = rows.annotate(by_name=directory.worker_name("by"))
    return named.prefetch_related(Prefetch("decisions", queryset=linked), Prefetch("told", queryset=told))


def _line(row: Any) -> OpinionLine:
    return OpinionLine(
        row=row,
        by_name=row.by_name or "",
        decisions=tuple(one.decision for one in row.decisions.all()),
        told=frozenset(ToldOf(one.of) for one in row.told.all()),
    )
