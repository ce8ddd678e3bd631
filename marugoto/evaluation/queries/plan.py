"""Look at the outline of the plan: aims with their means and indicators, and what hangs on nothing."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import Standing
from marugoto.evaluation.models import Aim, AimIndicator, AimMeans, PlanIndicator, PlanMeans
from marugoto.evaluation.rules.earning import AT_REST
from marugoto.ground.transaction import looking

AimRow = Aim  # as it is read


@dataclass(frozen=True)
class Branch:
    """An aim: its means, each with the line and its assumption; what measures it, each with its line."""

    aim: Aim
    means: tuple[tuple[UUID, PlanMeans, str], ...]
    indicators: tuple[tuple[UUID, PlanIndicator], ...]


@dataclass(frozen=True)
class Outline:
    branches: tuple[Branch, ...]
    means: tuple[PlanMeans, ...]
    indicators: tuple[PlanIndicator, ...]

    @property
    def loose_means(self) -> list[PlanMeans]:
        """Means that lead to no aim."""
        held = {means.pk for branch in self.branches for _line, means, _why in branch.means}
        return [one for one in self.means if one.pk not in held]

    @property
    def loose_aims(self) -> list[Aim]:
        """Aims that nothing measures."""
        return [branch.aim for branch in self.branches if not branch.indicators]

    @property
    def loose_indicators(self) -> list[PlanIndicator]:
        """Live indicators that measure no aim."""
        held = {one.pk for branch in self.branches for _line, one in branch.indicators}
        return [one for one in self.indicators if one.standing == Standing.LIVE and one.pk not in held]


@looking
def outline(viewer: Viewer) -> Outline:
    """Five queries, whatever its size."""
    lines = AimMeans.objects.within(viewer.body).filter(means__ended=None).select_related("means")
    measured = (
        AimIndicator.objects.within(viewer.body).select_related("indicator").exclude(indicator__standing__in=AT_REST)
    )
    rows: Any = Aim.objects.within(viewer.body).order_by("made_at")
    rows = rows.prefetch_related(
        Prefetch("lines", queryset=lines.order_by("means__name")),
        Prefetch("measured", queryset=measured.order_by("indicator__name")),
    )
    standing = PlanIndicator.objects.within(viewer.body).exclude(standing__in=AT_REST)
    return Outline(
        tuple(_branch(row) for row in rows),
        tuple(PlanMeans.objects.within(viewer.body).filter(ended=None).order_by("name")),
        tuple(standing.order_by("name")),
    )


def _branch(row: Any) -> Branch:
    return Branch(
        row,
        tuple((line.pk, line.means, line.assumption) for line in row.lines.all()),
        tuple((line.pk, line.indicator) for line in row.measured.all()),
    )
