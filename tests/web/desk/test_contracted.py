"""Coordination under contract: whoever reads sees that it is, and a contractor's head never records what the municipality decides."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from marugoto.agencies.models import Agency
from marugoto.casework.actions.plan import GoalDraft, StepDraft, draft, move
from marugoto.casework.codes import Agreement, PlanState
from marugoto.casework.models import PlanStanding
from marugoto.ground.context import entered
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
OURS = "支援の決定は市町村がします。委託先の役割では記録できません。"


def under_contract(town: Town, worker: str, contracted: bool = True) -> None:
    """The agency of this worker does from now on what it does under contract; or no more."""
    with transaction.atomic(), entered(town(worker)):
        Agency.objects.within(town.body).filter(pk=town(worker).agency).update(contracted=contracted)


def examined(town: Town, story: Story) -> UUID:
    """A version that waits for the decision."""
    at = town.later()
    plan = draft(
        by=town("tanaka"),
        at=at,
        case=story.case,
        goals=[GoalDraft("外へ出る")],
        steps=[StepDraft("歩く", town.team("soudan-desk"))],
        review_on=local_day(at) + timedelta(days=60),
        agreement=Agreement.AGREED,
    ).pk
    move(by=town("tanaka"), at=town.later(), plan=plan, to=PlanState.EXAMINED, conference=story.conference)
    return plan


def states(town: Town, plan: UUID) -> list[str]:
    with unwalled():
        rows = PlanStanding.objects.within(town.body).filter(plan=plan).order_by("number")
        return list(rows.values_list("state", flat=True))


def test_a_contractors_head_cannot_record_the_decision_and_reads_why(town: Town, story: Story) -> None:
    plan, chief = examined(town, story), signed_in("yamazaki")
    page, door = f"/desk/plans/{plan}/", f"/desk/plans/{plan}/standing/"
    assert OURS not in text(chief.get(page))
    under_contract(town, "yamazaki")
    assert OURS in text(chief.get(page))
    refused = chief.post(door, {"key": str(uuid4()), "to": "decided"})
    assert refused.status_code == 409
    assert OURS in text(refused)
    assert states(town, plan) == ["drafted", "examined"]
    under_contract(town, "yamazaki", contracted=False)
    assert chief.post(door, {"key": str(uuid4()), "to": "decided"}).status_code == 302
    assert states(town, plan) == ["drafted", "examined", "decided"]


def test_who_coordinates_under_contract_is_said_to(town: Town) -> None:
    planner, page = signed_in("hirata"), "/office/coordination/"
    with unwalled():
        name = Agency.objects.within(town.body).get(pk=town("mori").agency).name
    assert "委託しています" not in text(planner.get(page))
    under_contract(town, "mori")
    said = text(planner.get(page))
    assert f"委託 調整役は、{name}に委託しています。" in said
    assert "直営" not in said
