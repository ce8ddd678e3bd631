"""Towns of the same prefecture that are shaped like the viewer's own, and whom one calls there. Offices only, no resident."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from marugoto.agencies.models import District, Team, TeamEnding
from marugoto.agencies.queries.directory import called, municipalities_of
from marugoto.agencies.rules.alike import Near, Shape, towns_near
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class NearTown:
    """`calls`: the teams there that coordinate between agencies, each with its telephone."""

    town: Near
    calls: tuple[tuple[str, str], ...]


@looking
def near_towns(viewer: Viewer, prefecture: str | None) -> list[NearTown]:
    """Nothing where the prefecture is not here: four questions, however many towns there are."""
    day = local_day(viewer.at)
    towns = municipalities_of(prefecture, day) if prefecture else []
    rows = District.objects.everywhere("how a town divides itself is public").filter(
        body__in=[one.code for one in towns]
    )
    parts = Counter(rows.values_list("body", flat=True))
    shapes = {
        one.code: Shape(one.code, one.name, one.population, parts[one.code], one.multilayered, one.welfare_office)
        for one in towns
    }
    own = shapes.pop(viewer.body, None)
    found = towns_near(own, shapes.values()) if own is not None else []
    calls = _calls(viewer, [one.code for one in found])
    return [NearTown(one, tuple(calls[one.code])) for one in found]


def _calls(viewer: Viewer, towns: list[str]) -> defaultdict[str, list[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    gone = TeamEnding.objects.everywhere("looked up by its team").filter(day__lte=local_day(viewer.at))
    rows = Team.objects.everywhere("whom one calls in another town").filter(body__in=towns, control_tower=True)
    for team in rows.exclude(pk__in=gone.values("team")).select_related("agency").order_by("name") if towns else ():
        found[team.body].append((called(team), team.phone))
    return found
