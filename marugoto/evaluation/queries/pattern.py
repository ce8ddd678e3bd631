"""Patterns between fields: what is declined, answered late or passed round, and for which reasons. Counts only; nobody's name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.custody.events import BallDeclined, BallOffered, CompanionJoined
from marugoto.evaluation.indicators.answered_in_time import ANSWERS, ROUTE
from marugoto.evaluation.indicators.bounced import MANY
from marugoto.evaluation.measures import Among, Answered, Passed, Rows
from marugoto.evaluation.queries.division import Divisions, divided_by_field
from marugoto.evaluation.queries.window import half_year_of
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.route import Key, Way, WayTold, told_ways
from marugoto.evaluation.rules.suppression import few_of, nothing_told
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.ledger.events import layout

OFFERED, DECLINED = layout(BallOffered), layout(BallDeclined)
DECLINES = Answered(
    first=(BallOffered.kind,),
    then=("ball.caught", "ball.taken_on", BallDeclined.kind, "ball.lapsed", "ball.withdrawn"),
    good=(BallDeclined.kind,),
    key=OFFERED["offer"],
)
BOUNCES = Passed(kinds=(BallOffered.kind,), times=MANY, unless=(CompanionJoined.kind,))
REASONS = Among(kinds=(BallDeclined.kind,), those=(BallDeclined.kind,))


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


@looking_from_the_tower
def patterns(viewer: Viewer, *, last: date) -> Patterns:
    """The half-year that ends on that day."""
    window, none = half_year_of(viewer, last=last), Share(0, 0)

    def by_route(measure: Rows) -> Divisions:
        return divided_by_field(viewer, measure, ROUTE, last=last, window=window)

    declined, bounced, answered = by_route(DECLINES), by_route(BOUNCES), by_route(ANSWERS)
    ways = {
        (key[0], key[1]): Way(declined.get(key, none), offers, _late(answered.get(key, none)))
        for key, offers in bounced.items()
    }
    found = divided_by_field(viewer, REASONS, (DECLINED["to"],), last=last, codes=(DECLINED["reason"],), window=window)
    reasons: defaultdict[tuple[str, str], int] = defaultdict(int)
    for (field, reason), share in found.items():
        reasons[field, reason] += share.n
    population = directory.body(viewer.body).population
    few, tiny = few_of(population), nothing_told(population)
    told = {} if tiny else told_ways(ways, few=few)
    order = sorted(told, key=lambda key: (-ways[key].bounced.n, key))
    untold = sum(way.offered is None for way in told.values())
    return Patterns({key: told[key] for key in order}, untold, dict(reasons), few, tiny)


def _late(answered: Share) -> Share:
    return Share(answered.n, answered.n - answered.k, answered.running)
