"""Households whose balls call for a table: somebody is stuck, a ball was offered again and again, or many fields are asked at once."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case, Need
from marugoto.conferences.codes import Stage
from marugoto.conferences.models import AgendaItem, ConferenceStage
from marugoto.conferences.rules.calling import MANY_OFFERS, MANY_THEMES, Calls
from marugoto.custody.models import Stuck
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class Calling:
    """A running case that stands on no agenda to come, and why it calls."""

    case: UUID
    household: UUID
    calls: Calls


@looking
def calling(viewer: Viewer, *, most: int) -> list[Calling]:
    """The stuck first, then what was offered most often: two queries, and nothing of them is shown yet."""
    stuck = Stuck.objects.within(viewer.body).filter(ball=OuterRef("ball"), answer=None)
    needs = Need.objects.open_to(viewer).filter(~Exists(_to_come(viewer)), ball__settlement=None)
    told = (
        needs.annotate(is_stuck=Exists(stuck))
        .order_by()
        .values("case")
        .annotate(
            stuck=Count("pk", filter=Q(is_stuck=True)), passes=Max("ball__passes"), themes=Count("theme", distinct=True)
        )
        .filter(Q(stuck__gte=1) | Q(passes__gte=MANY_OFFERS) | Q(themes__gte=MANY_THEMES))
        .order_by("-stuck", "-passes", "-themes", "case")
    )
    by_case = {row["case"]: row for row in told[: most * 2]}
    running = Case.objects.open_to(viewer).filter(pk__in=by_case, closing=None)
    homes = dict(running.values_list("pk", "household_id"))
    return [
        Calling(case, homes[case], Calls(row["stuck"], row["passes"], row["themes"]))
        for case, row in by_case.items()
        if case in homes
    ][:most]


def _to_come(viewer: Viewer) -> QuerySet[AgendaItem]:
    """Items of a need's case at conferences that are neither over nor called off."""
    over = ConferenceStage.objects.within(viewer.body).filter(stage__in=(Stage.CLOSED, Stage.CALLED_OFF))
    items = AgendaItem.objects.within(viewer.body).filter(case=OuterRef("case"))
    return items.exclude(conference__in=over.values("conference"))
