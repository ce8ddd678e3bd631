"""To whom it is brought that nothing fits: a team in which somebody signs in."""

import pytest

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.directory import called, community_teams, duties_in_force
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_what_is_missing_goes_to_nobody_who_never_signs_in(town: Town) -> None:
    made = community_teams(town("tanaka"))
    with unwalled():
        signing = duties_in_force(local_day(town.now)).filter(worker__user__is_active=True)
        teams = set(signing.values_list("team", flat=True))
        silent = set(Duty.objects.everywhere("who works where").values_list("team", flat=True)) - teams
    assert [called(team) for team in made] == ["社協 参加支援係", "社協 地域福祉係"]
    assert silent, "there is such a team in the cast"
    assert not silent & {team.pk for team in made}
