"""One division in the life of the others: what it is asked and answers, what it hands on and is taken off it, who moves along with whom."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators.department import DIVIDED
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.latest import Counts
from marugoto.evaluation.queries.window import window_of
from marugoto.evaluation.rules.figures import Share
from marugoto.ground.transaction import looking_from_the_tower


@dataclass(frozen=True)
class Department:
    """Of twelve months. `asked`: offers to it whose answer was due, in time; `handed`: its own offers that came to an end, taken up.

    `went`: how often it moved along with another; `company`: how often another moved along with it.
    """

    asked: Share
    handed: Share
    went: int
    company: int


@looking_from_the_tower
def department(viewer: Viewer, teams: Collection[UUID], *, last: date, counts: Counts = measured) -> Department:
    """`counts`: who counts; a page gives what was counted last, and the day up to which. Then nothing is asked, else four queries."""
    window = window_of(viewer, last=last)
    found = {part: _of(counts.divided(*divided, window), teams) for part, divided in DIVIDED.items()}
    return Department(found["asked"], found["handed"], found["went"].n, found["company"].n)


def _of(found: Mapping[tuple[str, ...], Share], teams: Collection[UUID]) -> Share:
    """By the reference as the database writes it, with or without its dashes."""
    own = [share for (team,), share in found.items() if team and UUID(team) in teams]
    return Share(sum(one.n for one in own), sum(one.k for one in own), sum(one.running for one in own))
