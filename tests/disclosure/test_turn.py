"""An answer is written down while somebody opens something on an earlier one: whoever comes second sees what the first one did."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from marugoto.casework.actions.need import add_need, offer_need
from marugoto.casework.models import Need
from marugoto.casework.queries.need import get
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Offer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from tests.agreed import agreed, taken_back
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
DESK = "north-care-desk"
BESIDE = 3  # seconds in which the second hand comes as far as it can


@pytest.fixture
def town(transactional_db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def beside(first: Callable[[], object], second: Callable[[], object]) -> list[Exception]:
    """`second` begins while `first` is done and not committed; what it was refused with."""
    raised: list[Exception] = []

    def run() -> None:
        try:
            second()
        except Refused as no:
            raised.append(no)
        finally:
            connection.close()

    hand = threading.Thread(target=run)
    with transaction.atomic():
        first()
        hand.start()
        hand.join(timeout=BESIDE)
    hand.join(timeout=60)
    assert not hand.is_alive()
    return raised


def needed(town: Town, story: Story) -> Need:
    at = town.later()
    return add_need(
        by=town("tanaka"), at=at, case=story.case, theme=TroubleCode.CARE, title="通院", person=story.person
    )


def offered(town: Town, need: Need) -> Offer:
    return offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=need.pk,
        to=town.team(DESK),
        reason=OfferReason.NEARER,
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC],
    )


def test_taken_back_while_it_is_offered(town: Town, story: Story) -> None:
    agreed(town, story.person, DESK)
    need, made = needed(town, story), []
    beside(lambda: made.append(offered(town, need)), lambda: taken_back(town, story.person, DESK))
    catch(by=town("ogawa"), at=town.later(), offer=made[0].pk)
    town.later()
    assert get(town("ogawa"), need.pk) is None


def test_offered_while_it_is_taken_back(town: Town, story: Story) -> None:
    agreed(town, story.person, DESK)
    need = needed(town, story)
    assert beside(lambda: taken_back(town, story.person, DESK), lambda: offered(town, need)), "refused: agreed no more"


def test_taken_back_while_it_is_caught(town: Town, story: Story) -> None:
    agreed(town, story.person, DESK)
    need = needed(town, story)
    made = offered(town, need)
    beside(
        lambda: catch(by=town("ogawa"), at=town.later(), offer=made.pk),
        lambda: taken_back(town, story.person, DESK),
    )
    town.later()
    assert get(town("ogawa"), need.pk) is None


def test_caught_while_it_is_taken_back(town: Town, story: Story) -> None:
    agreed(town, story.person, DESK)
    need = needed(town, story)
    made = offered(town, need)
    beside(
        lambda: taken_back(town, story.person, DESK),
        lambda: catch(by=town("ogawa"), at=town.later(), offer=made.pk),
    )
    town.later()
    assert get(town("ogawa"), need.pk) is None
