"""What became of people, year by year: the last score of a goal, its own first one before it, and six months after the end."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from marugoto.casework.events import CaseClosed, CaseReturned, GoalScored
from marugoto.evaluation.queries.outcome_years import COLUMNS, END, SAID_BY, OutcomeYear, outcome_years
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.outcome_years import Score, scored_by_year, years_before
from marugoto.ledger.events import layout
from tests.evaluation.facts import Line, tell
from tests.town import Town, settle_town
from tests.web.counting import counted

GOAL, OTHER = UUID(int=1), UUID(int=2)
MORNING = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
SPRING = date(2025, 5, 1).toordinal()


def scores(*said: tuple[UUID, date, int]) -> list[Score]:
    return [Score(goal, day, score, order) for order, (goal, day, score) in enumerate(said)]


def test_the_last_score_of_a_year_counts_and_the_first_of_all_stands_before_it() -> None:
    found = scored_by_year(
        scores(
            (GOAL, date(2024, 5, 1), -1),
            (GOAL, date(2025, 5, 1), 0),
            (GOAL, date(2026, 3, 31), 2),
            (OTHER, date(2025, 6, 1), 1),
        )
    )
    assert found.keys() == {2024, 2025}
    assert found[2024].by_score == {-1: 1}
    assert found[2024].since_first == Share(0, 0), "one score says nothing of before and after"
    assert found[2025].by_score == {2: 1, 1: 1}
    assert found[2025].better == Share(2, 2)
    assert (found[2025].risen, found[2025].level, found[2025].fallen) == (1, 0, 0)


@pytest.mark.parametrize(
    ("first", "last", "moved"), [(0, 1, (1, 0, 0)), (1, 1, (0, 1, 0)), (2, 1, (0, 0, 1)), (-2, -1, (1, 0, 0))]
)
def test_a_goal_rises_stays_or_falls(first: int, last: int, moved: tuple[int, int, int]) -> None:
    one = scored_by_year(scores((GOAL, date(2025, 5, 1), first), (GOAL, date(2025, 9, 1), last)))[2025]
    assert (one.risen, one.level, one.fallen) == moved
    assert one.better == Share(1, int(last >= 1))


def test_a_year_begins_in_april() -> None:
    assert years_before(date(2026, 3, 31), 2) == [2024, 2025]
    assert years_before(date(2026, 4, 1), 2) == [2025, 2026]


def test_what_is_read_from_one_column_stands_there() -> None:
    goal = layout(GoalScored)
    assert END == SAID_BY
    assert ("kind", "seq", goal["scorer"], goal["goal"], goal["score"]) == COLUMNS
    assert layout(CaseClosed)["end"] == goal["scorer"]
    assert CaseReturned.kind == "case.returned"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def looked_at(town: Town, year: int) -> OutcomeYear:
    return next(one for one in outcome_years(town("hirata").at_moment(MORNING)) if one.year == year)


def closed(case: str, day: int, end: str = "achieved") -> list[Line]:
    return [Line("case.gathered", case, day - 9, offer=case), Line("case.closed", case, day, code=end)]


@pytest.mark.django_db
def test_only_those_six_months_past_are_counted_and_the_others_are_told_apart(town: Town) -> None:
    lately = date(2026, 6, 2).toordinal()  # 182 days before the day that runs
    tell(
        [
            *closed("came", SPRING),
            *closed("stayed", SPRING),
            *closed("late", SPRING),
            *closed("gone", SPRING, "moved_away"),
            *closed("lately", lately),
            Line("case.returned", "came", SPRING + 183, offer="again"),
            Line("case.returned", "late", SPRING + 184, offer="again"),
        ]
    )
    assert looked_at(town, 2025).again == Share(3, 1, 0)
    assert looked_at(town, 2025).ends == {"achieved": 3, "moved_away": 1}
    assert looked_at(town, 2026).again == Share(0, 0, 1)
    assert looked_at(town, 2026).runs


@pytest.mark.django_db
def test_a_goal_that_only_a_worker_scored_is_not_the_persons_own(town: Town) -> None:
    tell(
        [
            Line("goal.scored", "one", SPRING, offer="asked", code="worker", due=2, numbers=(1,)),
            Line("goal.scored", "one", SPRING, offer="asked", code="person", due=-1, numbers=(1,)),
            Line("goal.scored", "two", SPRING, offer="unasked", code="joint", due=2, numbers=(1,)),
        ]
    )
    found = looked_at(town, 2025)
    assert found.scored.by_score == {-1: 1}
    assert found.unscored == 1


@pytest.mark.django_db
def test_few_facts_and_many_are_asked_for_alike(town: Town) -> None:
    hirata = town("hirata").at_moment(MORNING)
    outcome_years(hirata)
    with counted() as few:
        outcome_years(hirata)
    lines = [line for one in range(60) for line in closed(f"case {one}", SPRING)]
    lines += [Line("goal.scored", "one", SPRING, offer=f"goal {one}", code="person", due=1) for one in range(60)]
    tell(lines)
    with counted() as many:
        found = outcome_years(hirata)
    assert sum(sum(one.ends.values()) for one in found) == 60
    assert len(few) == len(many) == 2, "\n".join(many)
