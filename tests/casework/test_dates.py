"""The days that plans bring: what the tower counts is what the page of past days lists."""

from datetime import timedelta

import pytest

from marugoto.casework.actions.review import review
from marugoto.casework.codes import ReviewResult
from marugoto.casework.models import Plan
from marugoto.casework.queries.dates import reviews, reviews_past, standing
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


def counted(town: Town) -> tuple[int, int]:
    return standing(town("yamazaki")).reviews, len(reviews_past(town("yamazaki")))


@pytest.mark.parametrize("agreed", [2, 90])
def test_the_day_of_review_is_the_one_agreed_last(agreed: int) -> None:
    """Earlier than the plan's own day or later: either counts once, from the day after."""
    town = settle_town()
    story = one_household(town)
    with unwalled():
        own = Plan.objects.everywhere("a test").get(pk=story.plan).review_on
    until = local_day(town.now) + timedelta(days=agreed)
    goes_on = {"result": ReviewResult.KEEP, "next_review_on": until}
    review(by=town("tanaka"), at=town.later(), plan=story.plan, **goes_on)
    assert (own > until) is (agreed == 2)
    assert [one.day for one in reviews(town("tanaka"), since=local_day(town.now))] == [until]
    assert reviews(town("tanaka"), since=until + timedelta(days=1)) == []
    town.later(days=agreed)
    assert counted(town) == (0, 0)
    town.later(days=1)
    assert counted(town) == (1, 1)
    town.later(days=200)
    assert counted(town) == (1, 1)
