"""Of a goal that came nearer and of one that did not move, the first counts."""

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.outcome_years import Scored


def test_only_what_came_nearer_is_better() -> None:
    assert Scored({-2: 1, -1: 1, 0: 3, 1: 2, 2: 4}).better == Share(11, 6)
    assert Scored(risen=3, level=2, fallen=1).since_first == Share(6, 3)
