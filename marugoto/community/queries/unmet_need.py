"""Look at what is missing: the needs without a name, open ones by their balls, ended ones with what was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import UnmetNeed, UnmetNeedEnding
from marugoto.community.queries.place import tiers_of
from marugoto.ground.transaction import looking

Unmet = UnmetNeed  # as it is read; doors take the word from here


@dataclass(frozen=True)
class Missing:
    """One unmet need; `ending` is empty while it is open, its place with it when one was found."""

    need: UnmetNeed
    ending: UnmetNeedEnding | None = None


@looking
def by_ids(viewer: Viewer, needs: Iterable[UUID]) -> dict[UUID, UnmetNeed]:
    return {row.pk: row for row in UnmetNeed.objects.within(viewer.body).filter(pk__in=set(needs))}


@looking
def get(viewer: Viewer, need: UUID) -> Missing | None:
    row = UnmetNeed.objects.within(viewer.body).filter(pk=need).first()
    if row is None:
        return None
    ending = UnmetNeedEnding.objects.within(viewer.body).select_related("place").filter(unmet=row).first()
    return Missing(row, ending)


@looking
def answered(viewer: Viewer, most: int = 20) -> list[Missing]:
    """The latest answers first."""
    seen = Q(place=None) | Q(place__tier__in=tiers_of(viewer))
    endings = UnmetNeedEnding.objects.within(viewer.body).filter(seen).select_related("unmet", "place")
    return [Missing(ending.unmet, ending) for ending in endings.order_by("-made_at")[:most]]
