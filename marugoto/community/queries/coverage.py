"""How many running places there are for each theme, and for each of those who are welcome, in every district."""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import PlaceInterest, PlaceWelcome
from marugoto.community.queries.place_rows import running
from marugoto.ground.transaction import looking

Counts = Mapping[tuple[str, str], int]  # by theme and district code, "" where the place has no district


@looking
def by_interest(viewer: Viewer) -> Counts:
    """Two queries."""
    where = _districts(viewer)
    rows = PlaceInterest.objects.within(viewer.body).values_list("interest", "place_id")
    return Counter((one, where[place]) for one, place in rows if place in where)


@looking
def by_welcome(viewer: Viewer) -> Counts:
    """Two queries: who is welcome now."""
    where = _districts(viewer)
    rows = PlaceWelcome.objects.within(viewer.body).filter(until=None).values_list("welcome", "place_id")
    return Counter((one, where[place]) for one, place in rows if place in where)


def _districts(viewer: Viewer) -> dict[UUID, str]:
    return {pk: code or "" for pk, code in running(viewer).values_list("pk", "district__code")}
