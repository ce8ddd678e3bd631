"""How much a goal counts among those of its plan is said where the plan is drafted."""

from datetime import timedelta
from uuid import uuid4

import pytest

from marugoto.casework.models import Goal
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def test_a_goal_weighs_what_was_chosen_and_one_where_nothing_was(town: Town, story: Story) -> None:
    worker = signed_in("tanaka")
    assert "重み" in text(worker.get(f"/desk/households/{story.case}/plans/new/"))
    said = {
        "key": str(uuid4()),
        "agreement": "agreed",
        "review_on": (local_day(town.later()) + timedelta(days=30)).isoformat(),
        "goal_0": "外へ出る",
        "goal_weight_0": "3",
        "goal_1": "家賃を払う",
        "step_0": "川べりを歩く",
        "step_team_0": str(town.team("shakyo-join")),
    }
    page = worker.post(f"/desk/households/{story.case}/plans/", said, follow=True)
    assert "外へ出る 重み3" in text(page)
    assert "重み1" not in text(page)
    with unwalled():
        drafted = Goal.objects.within(town("tanaka").body).order_by("-made_at", "number")[:2]
        assert sorted((goal.words, goal.weight) for goal in drafted) == [("外へ出る", 3), ("家賃を払う", 1)]
    wrong = worker.post(f"/desk/households/{story.case}/plans/", said | {"goal_weight_0": "4", "key": str(uuid4())})
    assert wrong.status_code == 422
