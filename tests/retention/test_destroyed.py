"""What two persons decided on is gone to the last row; the chain, the balls and the figures stand as they stood."""

import pytest

from marugoto.retention.models import Destruction, DisposalItem, PassedOver
from tests.database import unwalled
from tests.disposed import ended, gone, proposed, scheduled, years_pass
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return settle_town()


def test_what_has_run_out_comes_onto_the_list(town: Town) -> None:
    ended(town)
    scheduled(town)
    years_pass(town)
    proposed(town)
    with unwalled():
        passed = list(PassedOver.objects.within(town.body).values_list("record", "obstacles"))
        items = list(DisposalItem.objects.within(town.body).values())
    print(passed, items)
    assert len(items) == 1


def test_it_is_destroyed(town: Town) -> None:
    gone(town)
    with unwalled():
        print(list(Destruction.objects.within(town.body).values()))
        assert Destruction.objects.within(town.body).count() == 1
