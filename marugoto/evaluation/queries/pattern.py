"""Patterns between fields: what is declined, answered late or passed round, and for which reasons. Counts only; nobody's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators.ways import DIVIDED
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.division import all_by_field
from marugoto.evaluation.queries.latest import Counts
from marugoto.evaluation.queries.window import half_year_of
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.route import Key, Way, WayTold, told_ways
from marugoto.evaluation.rules.suppression import few_of, nothing_told
from marugoto.ground.transaction import looking_from_the_tower


@dataclass(frozen=True)
class Patterns:
    """`ways`: what may be told of each, the most used first; `untold`: so many of which nothing may. `reasons`: by the field that said no and
    the code of the reason, as they are. Numbers under `few` are not to leave the room; if `tiny`, none is."""

    ways: Mapping[Key, WayTold]
    untold: int
    reasons: Mapping[tuple[str, str], int]
    few: int
    tiny: bool

    def declines_told(self, field: str) -> bool:
        """Whether each way to the field tells what was declined: only then the reasons do not give away what one of them hides."""
        return all(way.declined.k is not None for (_sender, to), way in self.ways.items() if to == field)

    def declined_of_before(self, field: str) -> int:
        """How many refusals of the half-year were of offers of the one before: they are among the reasons, and on no way."""
        on_ways = sum(way.declined.k or 0 for (_sender, to), way in self.ways.items() if to == field)
        return sum(count for (own, _reason), count in self.reasons.items() if own == field) - on_ways


@looking_from_the_tower
def patterns(viewer: Viewer, *, last: date, counts: Counts = measured) -> Patterns:
    """The half-year that ends on that day.

    `counts`: who counts; a page gives what was counted last. Then two queries are asked, else six.
    """
    window, none = half_year_of(viewer, last=last), Share(0, 0)
    tables = {part: counts.divided(*divided, window) for part, divided in DIVIDED.items()}
    teams = [(table, 1 if part == "reasons" else 2) for part, table in tables.items()]
    found = dict(zip(tables, all_by_field(teams), strict=True))
    ways = {
        (key[0], key[1]): Way(found["declined"].get(key, none), offers, _late(found["answered"].get(key, none)))
        for key, offers in found["bounced"].items()
    }
    population = directory.body(viewer.body).population
    few, tiny = few_of(population), nothing_told(population)
    told = {} if tiny else told_ways(ways, few=few)
    order = sorted(told, key=lambda key: (-ways[key].bounced.n, key))
    untold = sum(way.offered is None for way in told.values())
    reasons = {(field, reason): share.n for (field, reason), share in found["reasons"].items()}
    return Patterns({key: told[key] for key in order}, untold, reasons, few, tiny)


def _late(answered: Share) -> Share:
    return Share(answered.n, answered.n - answered.k, answered.running)
