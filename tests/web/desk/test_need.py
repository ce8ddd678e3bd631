"""The page of one need: all that is wanted by those who see it and not the whole household."""

import pytest
from django.test import Client

from marugoto.casework.actions.need import offer_need
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.kernel.jst import local_day
from marugoto.people.queries.folder import basic_folder
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


@pytest.fixture
def ogawa(town: Town, story: Story) -> Client:
    """小川 caught a need of 誠, who agreed to it; his mother was not asked."""
    by, at = town("tanaka"), town.later()
    person = by_whom(town, story)
    folder = basic_folder(by, person)
    assert folder
    north, parts = town.team("north-care-desk"), [Part.BASIC, Part.CONTACT, Part.SUPPORT]
    record_consent(
        by=by,
        at=at,
        folder=folder,
        person=person,
        receiver=north,
        state=ConsentState.GIVEN,
        parts=parts,
        form=ConsentForm.SPOKEN,
        answered_on=local_day(at),
    )
    made = offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=story.need,
        to=north,
        reason=OfferReason.NEARER,
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC, Part.CONTACT],
    )
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    return signed_in("ogawa")


def by_whom(town: Town, story: Story) -> object:
    from marugoto.casework.queries.need import get

    row = get(town("tanaka"), story.need)
    assert row
    return row.person_id
