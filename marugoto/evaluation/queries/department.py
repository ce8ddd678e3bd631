"""One division in the life of the others: what it is asked and answers, what it hands on and is taken off it, who moves along with whom."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.events import BallCaught, BallDeclined, BallLapsed, BallOffered, BallTakenOn, CompanionJoined
from marugoto.evaluation.indicators.answered_in_time import ANSWERS, OFFERED
from marugoto.evaluation.measures import Answered, Count
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.figure import window_of
from marugoto.evaluation.rules.figures import Share
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.ledger.events import layout

TAKEN = Answered(
    first=(BallOffered.kind,),
    then=(BallCaught.kind, BallTakenOn.kind, BallDeclined.kind, BallLapsed.kind, "ball.withdrawn"),
    good=(BallCaught.kind, BallTakenOn.kind),
    key=OFFERED["offer"],
)
ALONG = Count(kinds=(CompanionJoined.kind,))
JOINED = layout(CompanionJoined)


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
def department(viewer: Viewer, teams: Collection[UUID], *, last: date) -> Department:
    """Four queries, whatever the number of teams and facts."""
    window = window_of(viewer, last=last)
    asked = measured.divided(ANSWERS, (OFFERED["to"],), window)
    handed = measured.divided(TAKEN, (OFFERED["sender"],), window)
    went = measured.divided(ALONG, (JOINED["team"],), window)
    company = measured.divided(ALONG, (JOINED["holder"],), window)
    return Department(_of(asked, teams), _of(handed, teams), _of(went, teams).n, _of(company, teams).n)


def _of(found: Mapping[tuple[str, ...], Share], teams: Collection[UUID]) -> Share:
    """By the reference as the database writes it, with or without its dashes."""
    own = [share for (team,), share in found.items() if team and UUID(team) in teams]
    return Share(sum(one.n for one in own), sum(one.k for one in own), sum(one.running for one in own))
