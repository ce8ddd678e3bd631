"""How many running places there are for each theme, and for each of those who are welcome, in every district."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Answer, HostCondition
from marugoto.community.models import PlaceInterest, PlaceTrait, PlaceWelcome
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


@dataclass(frozen=True)
class Hands:
    """Of the running places of a district: how many want somebody to help, and how many were asked."""

    wanted: int
    asked: int


@looking
def hands(viewer: Viewer) -> dict[str, Hands]:
    """By district code: two queries."""
    where = _districts(viewer)
    rows = PlaceTrait.objects.within(viewer.body).filter(trait=HostCondition.HANDS_WANTED)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place, answer in rows.values_list("place_id", "answer"):
        if place in where:
            found[where[place]].append(answer)
    return {area: Hands(said.count(Answer.YES), len(said)) for area, said in found.items()}
