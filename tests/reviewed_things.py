"""What a story knows of the town's reviews: one that goes on, a decision in somebody's hands, an opinion, a pilot, a line, an indicator."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from marugoto.evaluation.models import ReviewMeans
from marugoto.ground.context import entered
from tests.reviewed import PLANNER, cited, gave, line, means, named, opened, review_with, taken_up, tried
from tests.town import Town

ABOUT = "気づきの返事"


def review(town: Town) -> UUID:
    """It goes on: its means is not answered yet, and an opinion became a proposal."""
    made = opened(town, means(town, name=ABOUT))
    cited(town, made)
    taken_up(town, gave(town), made)
    return made.pk


def waiting(town: Town) -> UUID:
    """The means of that review."""
    with transaction.atomic(), entered(town(PLANNER)):
        return ReviewMeans.objects.within(town.body).get(means__name=ABOUT).pk


REVIEWED: dict[str, Callable[[Town], UUID]] = {
    "review": review,
    "scope": waiting,
    "means_decision": lambda town: review_with(town, team=town(PLANNER).team).pk,
    "opinion": lambda town: gave(town).pk,
    "pilot": lambda town: tried(town, team=town(PLANNER).team).pk,
    "line": line,
    "plan_indicator": lambda town: named(town).pk,
}
