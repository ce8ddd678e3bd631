"""How much a consent opens: what the person agreed to, of those whom it speaks of, until the day that was said."""

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

import pytest

from marugoto.casework.actions.need import add_need, offer_need
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import need as needs
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.queries import household as households
from marugoto.people.queries.folder import basic_folder
from marugoto.people.queries.household import HouseholdPage
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
WHOLE = [Part.BASIC, Part.SUPPORT]


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def home(town: Town, story: Story) -> HouseholdPage:
    found = households.get(town("tanaka"), story.household)
    assert found
    return found


def agree(town: Town, person: UUID, parts: Collection[Part], until: date | None = None) -> None:
    by, at = town("tanaka"), town.later()
    folder = basic_folder(by, person)
    assert folder
    record_consent(
        by=by,
        at=at,
        folder=folder,
        person=person,
        receiver=town.team("north-care-desk"),
        state=ConsentState.PARTLY,
        parts=parts,
        form=ConsentForm.SPOKEN,
        answered_on=local_day(at),
        until=until,
    )


def handed(town: Town, story: Story, person: UUID | None) -> UUID:
    """A need of the person (None: of the household), offered to 小川 on consent and caught."""
    by = town("tanaka")
    row = add_need(by=by, at=town.later(), case=story.case, theme=TroubleCode.HOUSING, title="手すり", person=person)
    made = offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=row.pk,
        to=town.team("north-care-desk"),
        reason=OfferReason.NEARER,
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC],
    )
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    town.later()
    return row.pk


def test_a_consent_to_the_name_alone_opens_no_need(town: Town, story: Story) -> None:
    agree(town, story.person, [Part.BASIC])
    with pytest.raises(Refused, match="すべてには"):
        handed(town, story, story.person)


def test_one_member_s_consent_opens_his_need_and_not_the_journal_of_all(town: Town, story: Story) -> None:
    agree(town, story.person, WHOLE)
    need = handed(town, story, story.person)
    assert needs.get(town("ogawa"), need) is not None
    assert cases.get(town("ogawa"), story.case) is None
    assert households.get(town("ogawa"), story.household) is None
    head = needs.need_heads(town("ogawa"), [need])[need]
    assert (head.title, head.household, head.whole) == ("手すり", "", False)


def test_with_everybody_s_consent_the_whole_case_opens(town: Town, story: Story) -> None:
    for member in home(town, story).members:
        agree(town, member.face.person, WHOLE)
    handed(town, story, story.person)
    assert cases.get(town("ogawa"), story.case) is not None
    assert households.get(town("ogawa"), story.household) is not None


def test_a_need_of_the_household_asks_everybody(town: Town, story: Story) -> None:
    agree(town, story.person, WHOLE)
    with pytest.raises(Refused, match="本人の同意"):
        handed(town, story, None)
    for member in home(town, story).members:
        agree(town, member.face.person, WHOLE)
    need = handed(town, story, None)
    assert needs.get(town("ogawa"), need) is not None


def test_what_a_consent_opened_closes_after_its_last_day(town: Town, story: Story) -> None:
    last = local_day(town.now) + timedelta(days=3)
    agree(town, story.person, WHOLE, until=last)
    need = handed(town, story, story.person)
    while local_day(town.now) < last:
        town.later(days=1)
    assert needs.get(town("ogawa"), need) is not None  # on the last day itself still
    town.later(days=1)
    assert needs.get(town("ogawa"), need) is None
    assert needs.get(town("tanaka"), need) is not None


def test_when_one_of_all_takes_it_back_what_stood_on_all_closes(town: Town, story: Story) -> None:
    people = [member.face.person for member in home(town, story).members]
    for person in people:
        agree(town, person, WHOLE)
    need = handed(town, story, story.person)
    agree(town, next(person for person in people if person != story.person), [Part.BASIC])
    town.later()
    assert cases.get(town("ogawa"), story.case) is None
    assert households.get(town("ogawa"), story.household) is not None  # to the name all still agree
    assert needs.get(town("ogawa"), need) is not None


def test_an_answer_for_a_shorter_time_shortens_what_is_open(town: Town, story: Story) -> None:
    agree(town, story.person, WHOLE)
    need = handed(town, story, story.person)
    agree(town, story.person, WHOLE, until=local_day(town.now))
    town.later()
    assert needs.get(town("ogawa"), need) is not None
    town.later(days=1)
    assert needs.get(town("ogawa"), need) is None
