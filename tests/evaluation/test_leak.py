"""The rate of what leaks: of all that is open, how much is older than sixty days and was left for thirty. From what the actions write."""

import pytest

from marugoto.custody.actions.care import touch
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Outcome, TouchKind
from marugoto.evaluation.indicators import stale
from marugoto.evaluation.queries.figure import share_of
from marugoto.evaluation.rules.figures import Share
from marugoto.kernel.jst import local_day
from tests.begun import heard
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
OPEN = 53


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def rate(town: Town) -> Share:
    return share_of(town("hirata"), stale, last=local_day(town.now))


def test_one_of_fifty_three_that_nobody_touched_for_sixty_days_is_one_point_nine_in_a_hundred(town: Town) -> None:
    left, *others = [heard(town).ball_id for _ in range(OPEN)]
    over = heard(town).ball_id
    town.later(days=40)
    for ball in others:
        touch(by=town("tanaka"), at=town.later(), ball=ball, kind=TouchKind.TALKED)
    settle(by=town("tanaka"), at=town.later(), ball=over, outcome=Outcome.ANSWERED, with_matter=True)
    town.later(days=18)
    assert rate(town) == Share(OPEN, 0), "none is sixty days old"
    town.later(days=3)
    found = rate(town)
    assert found == Share(OPEN, 1), "what has ended is not counted, nor what somebody went on with"
    assert round(100 * found.k / found.n, 1) == 1.9
    town.later(days=10)
    assert rate(town) == Share(OPEN, OPEN), "and after thirty days all that nobody went on with"
    touch(by=town("tanaka"), at=town.later(), ball=left, kind=TouchKind.MET)
    assert rate(town) == Share(OPEN, OPEN - 1)
