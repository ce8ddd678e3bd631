"""A consent that is taken back: what stood on it ends, and what was only prepared never opens."""

from datetime import date, timedelta

import pytest

from marugoto.casework.actions.need import add_need, offer_need
from marugoto.casework.models import Need
from marugoto.casework.queries.need import get
from marugoto.custody.actions.offer import catch, withdraw
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Offer
from marugoto.custody.queries.ball import faces
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.folder import open_part
from marugoto.people.queries.person import get as person_of
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def answered(
    town: Town, story: Story, state: ConsentState, *parts: Part, until: date | None = None, days_ago: int = 0
) -> None:
    at = town.later()
    record_consent(
        by=town("tanaka"),
        at=at,
        folder=open_part(by=town("tanaka"), at=at, person=story.person, part=Part.BASIC),
        person=story.person,
        receiver=town.team("north-care-desk"),
        state=state,
        parts=parts,
        form=ConsentForm.SPOKEN,
        answered_on=local_day(at) - timedelta(days=days_ago),
        until=until,
    )


def offered(town: Town, story: Story) -> tuple[Need, Offer]:
    need = add_need(
        by=town("tanaka"),
        at=town.later(),
        case=story.case,
        theme=TroubleCode.HOUSING,
        title="手すり",
        person=story.person,
    )
    made = offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=need.pk,
        to=town.team("north-care-desk"),
        reason=OfferReason.NEARER,
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC],
    )
    return need, made


def test_taken_back_before_the_catch_nothing_opens(town: Town, story: Story) -> None:
    answered(town, story, ConsentState.GIVEN, Part.BASIC, Part.SUPPORT)
    need, made = offered(town, story)
    answered(town, story, ConsentState.WITHDRAWN)
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    assert get(town("ogawa"), need.pk) is None
    assert person_of(town("ogawa"), story.person) is None


def test_taken_back_after_the_catch_what_was_open_closes(town: Town, story: Story) -> None:
    answered(town, story, ConsentState.GIVEN, Part.BASIC, Part.SUPPORT)
    need, made = offered(town, story)
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    assert get(town("ogawa"), need.pk) is not None
    answered(town, story, ConsentState.WITHDRAWN)
    town.later()
    assert get(town("ogawa"), need.pk) is None
    assert person_of(town("ogawa"), story.person) is None


def test_after_the_last_day_of_the_consent_nobody_catches_what_he_could_not_read(town: Town, story: Story) -> None:
    last = local_day(town.later())
    answered(town, story, ConsentState.GIVEN, Part.BASIC, Part.SUPPORT, until=last)
    need, made = offered(town, story)
    town.later(days=1)
    with pytest.raises(Refused, match="期限が過ぎた") as refused:
        catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    assert "もう一度聞いて" in refused.value.way_on
    assert faces(town("tanaka"), [need.pk])[need.pk].holder.id == town("tanaka").team
    answered(town, story, ConsentState.GIVEN, Part.BASIC, Part.SUPPORT)
    withdraw(by=town("tanaka"), at=town.later(), offer=made.pk)
    again = offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=need.pk,
        to=town.team("north-care-desk"),
        reason=OfferReason.NEARER,
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC],
    )
    catch(by=town("ogawa"), at=town.later(), offer=again.pk)
    town.later()
    assert get(town("ogawa"), need.pk) is not None


def test_an_answer_written_down_when_its_time_is_over_ends_what_was_open(town: Town, story: Story) -> None:
    """Asked again last week: until yesterday, not longer."""
    answered(town, story, ConsentState.GIVEN, Part.BASIC, Part.SUPPORT)
    need, made = offered(town, story)
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    town.later(days=10)
    yesterday = local_day(town.now) - timedelta(days=1)
    answered(town, story, ConsentState.PARTLY, Part.BASIC, Part.SUPPORT, until=yesterday, days_ago=7)
    town.later()
    assert get(town("ogawa"), need.pk) is None
