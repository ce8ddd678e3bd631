"""Of a goal that came nearer and of one that did not move, the first counts."""

from datetime import date

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.outcome_years import Scored, last_of_years, scored_of


def test_only_what_came_nearer_is_better() -> None:
    assert Scored({-2: 1, -1: 1, 0: 3, 1: 2, 2: 4}).better == Share(11, 6)
    assert Scored(risen=3, level=2, fallen=1).since_first == Share(6, 3)


def test_one_step_down_is_a_fall_like_many() -> None:
    assert scored_of({}, {-1: 2, -3: 1, 0: 4, 1: 5}) == Scored(risen=5, level=4, fallen=3)


def test_four_years_are_shown() -> None:
    assert last_of_years(date(2026, 11, 30)) == [
        date(2024, 3, 31),
        date(2025, 3, 31),
        date(2026, 3, 31),
        date(2026, 11, 30),
    ]
