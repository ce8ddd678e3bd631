"""How the coordination itself fares: how soon a call for help was answered, and what became of what the control tower took."""

from dataclasses import dataclass
from datetime import timedelta
from statistics import median_low

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import LearntCode
from marugoto.custody.models import Rescue, Stuck
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.custody.queries.team import tower
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day

LOOKED_BACK = timedelta(days=92)


@dataclass(frozen=True)
class Health:
    """Of the last three months. `middle`, `longest`: open days from a call to its answer, None before the first answer. `waiting`: every
    call without an answer, however old; the oldest since `oldest` open days. `returned` by hand, `ended` by their day, the others are
    still with the tower; `learnt`: where something stands that the holder can do itself the next time."""

    called: int
    answered: int
    middle: int | None
    longest: int | None
    waiting: int
    oldest: int
    taken: int
    returned: int
    ended: int
    learnt: int


@dataclass(frozen=True)
class Seat:
    """Who coordinates: a team of the body's own, or one under contract."""

    team: TeamName
    agency: str
    contracted: bool


@looking_from_the_tower
def health(viewer: Viewer) -> Health:
    """Of the whole body: two queries, and no person in them."""
    since = viewer.at - LOOKED_BACK
    calls = Stuck.objects.within(viewer.body).filter(Q(at__gte=since) | Q(answer=None)).values_list("at", "answer__at")
    answers = [(local_day(at), local_day(answered)) for at, answered in calls if answered is not None]
    lying = [max(0, viewer.calendar.between(local_day(at), local_day(viewer.at))) for at, one in calls if one is None]
    days = [max(0, viewer.calendar.between(at, answered)) for at, answered in answers]
    kept = Rescue.objects.within(viewer.body).filter(since__gte=since)
    endings = list(kept.values_list("ended__by_itself", "ended__learnt"))
    return Health(
        called=sum(at >= since for at, _ in calls),
        answered=len(days),
        middle=median_low(days) if days else None,
        longest=max(days, default=None),
        waiting=len(lying),
        oldest=max(lying, default=0),
        taken=len(endings),
        returned=sum(by_itself is False for by_itself, _ in endings),
        ended=sum(by_itself is True for by_itself, _ in endings),
        learnt=sum(bool(learnt) and learnt != LearntCode.NOT_YET for _, learnt in endings),
    )


def seat(viewer: Viewer) -> Seat | None:
    """None where neither a control tower nor a last resort is named."""
    team = tower(viewer.body, local_day(viewer.at))
    return Seat(team_name(team), team.agency.name, team.agency.contracted) if team else None
