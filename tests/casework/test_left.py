"""Who has left a household is not counted any more where its ball is handed on: not among those who must agree, not in what opens."""

from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.casework.actions.lead import offer_lead
from marugoto.casework.actions.need import add_need, offer_need
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import need as needs
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.codes import BasisCode, ConsentState, Part
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import leave
from marugoto.people.queries import household as households
from marugoto.people.queries import person as persons
from tests.agreed import agreed
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
DESK = "north-care-desk"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def makoto(town: Town, story: Story) -> UUID:
    return next(one for one, name in households.living(town("tanaka"), story.household) if "誠" in name)


def left(town: Town, story: Story, person: UUID) -> None:
    """Lives elsewhere since yesterday."""
    day = local_day(town.now) - timedelta(days=1)
    leave(by=town("tanaka"), at=town.later(), household=story.household, person=person, day=day)
    town.later()


def test_who_left_need_not_agree_and_who_lives_there_must(town: Town, story: Story) -> None:
    """A need of the whole household goes on with the consent of everybody who lives there."""

    def asked_for(title: str) -> tuple[UUID, UUID]:
        how = {"case": story.case, "theme": TroubleCode.CARE, "title": title}
        need = add_need(by=town("tanaka"), at=town.later(), **how).pk
        way = {"to": town.team(DESK), "reason": OfferReason.NEARER, "basis": BasisCode.CONSENT}
        return need, offer_need(by=town("tanaka"), at=town.later(), need=need, **way).pk

    gone = makoto(town, story)
    agreed(town, story.person, DESK)
    agreed(town, gone, DESK, ConsentState.REFUSED, ())
    with pytest.raises(Refused, match="同意"):
        asked_for("夜の見守り")
    left(town, story, gone)
    need, made = asked_for("朝の見守り")
    catch(by=town("ogawa"), at=town.later(), offer=made)
    town.later()
    assert needs.get(town("ogawa"), need)


@pytest.mark.parametrize("leaves", [False, True])
def test_the_lead_goes_on_with_those_who_live_there(town: Town, story: Story, leaves: bool) -> None:
    gone = makoto(town, story)
    if leaves:
        left(town, story, gone)
    way = {"to": town.team("aged-support"), "basis": BasisCode.OWN_DUTY, "reason": OfferReason.OWN_FIELD}
    made = offer_lead(by=town("tanaka"), at=town.later(), case=story.case, parts=[Part.BASIC], **way)
    catch(by=town.of("aged-support"), at=town.later(), offer=made.pk)
    town.later()
    reader = town.of("aged-support")
    home = households.get(reader, story.household)
    assert home
    assert ("佐藤 誠" in [one.face.called for one in home.members]) is not leaves
    assert len(home.members) == (1 if leaves else 2)
    assert (persons.get(reader, gone) is None) is leaves
    assert home.former == ()
    assert cases.get(reader, story.case)
