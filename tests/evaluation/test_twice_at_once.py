"""Two hands at once on PostgreSQL: what is over ends once, and nobody rates into a round that is being closed."""

import pytest

from marugoto.evaluation.actions.initiative import end_initiative
from marugoto.evaluation.actions.self_rating import close_round, rate
from marugoto.evaluation.events import InitiativeEnded, RoundClosed
from marugoto.evaluation.models import SelfRating
from marugoto.evaluation.rules.second_opinion import RaterRole
from marugoto.kernel.jst import local_day
from tests.begun_things import initiative
from tests.casework.test_beside import beside, told
from tests.database import unwalled
from tests.town import Town, settle_town
from tests.weighed import rating_round

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None) -> Town:
    return settle_town()


def test_what_has_begun_ends_once(town: Town) -> None:
    made = initiative(town)

    def ends() -> None:
        end_initiative(by=town("hayashi"), at=town.later(), initiative=made, day=local_day(town.now), reason="終わり")

    assert len(beside(ends, ends)) == 1
    assert told(InitiativeEnded.kind) == 1


def test_nobody_rates_into_a_round_that_is_being_closed(town: Town) -> None:
    made = rating_round(town)
    with unwalled():
        before = SelfRating.objects.everywhere("of one round").filter(round=made).count()

    def closes() -> None:
        close_round(by=town("hirata"), at=town.later(), rating_round=made, words="次の会議で話し合う。")

    def rates() -> None:
        rate(by=town("tanaka"), at=town.later(), rating_round=made, role=RaterRole.DESK, scores={"F1": 1})

    assert len(beside(closes, rates)) == 1
    with unwalled():
        assert SelfRating.objects.everywhere("of one round").filter(round=made).count() == before
    assert told(RoundClosed.kind) == 1
