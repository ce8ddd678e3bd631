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
from marugoto.evaluation.queries.division import divided_by_field
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.suppression import Hidden, few_of, nothing_told, part_of
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
class Route:
    """From one field to another: offers that ended and were declined, offers of balls passed round, answers not in time."""

    sender: str
    to: str
    declined: Share
    bounced: Share
    late: Share


@dataclass(frozen=True)
class Patterns:
    """`reasons`: by the field that said no and the code of the reason. Numbers under `few` are not to leave the room; if `tiny`, none is."""

    routes: tuple[Route, ...]
    reasons: Mapping[tuple[str, str], int]
    few: int
    tiny: bool

    def declines_told(self, field: str) -> bool:
        """Whether each way to the field tells what was declined: only then the reasons do not give away what one of them hides."""
        ways = (route.declined for route in self.routes if route.to == field)
        return all(part_of(declined, self.few) is Hidden.NOTHING for declined in ways)


@looking_from_the_tower
def patterns(viewer: Viewer, *, last: date) -> Patterns:
    """The twelve months up to that day; the routes most used first."""

    def by_route(measure: Rows) -> Mapping[tuple[str, ...], Share]:
        return divided_by_field(viewer, measure, ROUTE, last=last)

    declined, bounced, answered = by_route(DECLINES), by_route(BOUNCES), by_route(ANSWERS)
    none = Share(0, 0)
    routes = [
        Route(
            sender=key[0],
            to=key[1],
            declined=declined.get(key, none),
            bounced=offers,
            late=_late(answered.get(key, none)),
        )
        for key, offers in bounced.items()
    ]
    found = divided_by_field(viewer, REASONS, (DECLINED["to"],), last=last, codes=(DECLINED["reason"],))
    reasons: defaultdict[tuple[str, str], int] = defaultdict(int)
    for (field, reason), share in found.items():
        reasons[field, reason] += share.n
    population = directory.body(viewer.body).population
    routes.sort(key=lambda one: (-one.bounced.n, one.sender, one.to))
    return Patterns(tuple(routes), dict(reasons), few_of(population), nothing_told(population))


def _late(answered: Share) -> Share:
    return Share(answered.n, answered.n - answered.k, answered.running)
