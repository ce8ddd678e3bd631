"""The lead of a household's support is handed on with the record: whoever catches it reads the whole case."""

from typing import Any
from uuid import UUID

import pytest

from marugoto.casework.actions.lead import offer_lead
from marugoto.casework.models import Case
from marugoto.casework.queries import case as cases
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Offer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.kernel.decision import Refused
from marugoto.people.queries import household as households
from marugoto.people.queries import person as persons
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def passed(town: Town, story: Story, to: str, **how: Any) -> Offer:
    said = {"basis": BasisCode.OWN_DUTY, "reason": OfferReason.OWN_FIELD, "parts": [Part.BASIC]} | how
    return offer_lead(by=town("tanaka"), at=town.later(), case=story.case, to=town.team(to), **said)


def test_whoever_catches_the_lead_reads_the_case_its_needs_and_its_people(town: Town, story: Story) -> None:
    made = passed(town, story, "aged-support")
    reader = town.of("aged-support")
    assert cases.get(reader, story.case) is None
    catch(by=town.of("aged-support"), at=town.later(), offer=made.pk)
    town.later()
    page = cases.get(town.of("aged-support"), story.case)
    assert page
    assert len(page.needs) == 2
    assert page.ball.holder.id == town.team("aged-support")
    home = households.get(town.of("aged-support"), story.household)
    assert home
    assert len(home.members) == 2
    assert persons.get(town.of("aged-support"), story.person)


@pytest.mark.parametrize(
    ("to", "how", "says"),
    [
        ("north-care-desk", {}, "別の機関"),
        ("north-care-desk", {"basis": BasisCode.CONSENT}, "同意が、伝える部分のすべてには"),
        ("north-care-desk", {"basis": BasisCode.PURPOSE_CHANGE}, "理由が要ります"),
        ("aged-support", {"basis": None}, "根拠で中身を伝えるかが選ばれていません"),
        ("insurance-pay", {}, "読んで答える役割の人がいません"),
    ],
)
def test_without_a_ground_it_stays_where_it_is(
    town: Town, story: Story, to: str, how: dict[str, Any], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        passed(town, story, to, **how)
    with unwalled():
        ball = Case.objects.within(town.body).get(pk=story.case).ball_id
        assert not Offer.objects.within(town.body).filter(ball=ball).exists()


def test_a_case_that_is_not_open_is_not_there(town: Town, story: Story) -> None:
    with pytest.raises(Case.DoesNotExist):
        offer_lead(
            by=town("kishi"),
            at=town.later(),
            case=story.case,
            to=UUID(int=1),
            reason=OfferReason.OTHER,
            basis=BasisCode.OWN_DUTY,
        )
