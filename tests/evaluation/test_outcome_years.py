"""What became of people, year by year: the last score of a goal, its own first one before it, and six months after the end."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from random import Random

import pytest

from marugoto.agencies.queries.system import system_viewer
from marugoto.casework.codes import PlanState, Scorer
from marugoto.casework.events import CaseClosed, CaseReturned
from marugoto.conferences.codes import Stage
from marugoto.evaluation.actions.recount import count_anew
from marugoto.evaluation.indicators.outcome_years import BY_PERSON, CODE, DONE, END, ENDS, GOAL, SHARES, SPREADS
from marugoto.evaluation.measures import Coded
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.outcome_years import OutcomeYear, outcome_years
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.outcome_years import Scored, last_of_years, scored_of, years_before
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import layout
from tests.evaluation.engines import deliver
from tests.evaluation.facts import Line, tell
from tests.evaluation.told import Book, Told
from tests.evaluation.world import World
from tests.town import MINAMO, Town, settle_town
from tests.web.counting import counted

MORNING = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
TODAY = local_day(MORNING)
SPRING = date(2025, 5, 1).toordinal()


def test_a_score_and_a_move_are_counted_each_by_its_own() -> None:
    found = scored_of({2: 1, 1: 1, -1: 0}, {1: 2, 0: 1, -3: 4})
    assert found == Scored({2: 1, 1: 1}, risen=2, level=1, fallen=4)
    assert found.better == Share(2, 2)
    assert found.since_first == Share(7, 2)


def test_a_year_begins_in_april_and_the_one_that_runs_ends_today() -> None:
    assert years_before(date(2026, 3, 31), 2) == [2024, 2025]
    assert years_before(date(2026, 4, 1), 2) == [2025, 2026]
    assert last_of_years(date(2026, 4, 1))[-2:] == [date(2026, 3, 31), date(2026, 4, 1)]
    assert last_of_years(date(2026, 3, 31))[-2:] == [date(2025, 3, 31), date(2026, 3, 31)]


def test_what_is_read_from_one_column_stands_there() -> None:
    assert layout(CaseClosed)["end"] == END == "code_1"
    assert (GOAL["goal"], GOAL["scorer"], GOAL["score"]) == ("ref_1", "code_1", "num_1")
    assert CaseReturned.kind == "case.returned"
    assert BY_PERSON[0].among == (Scorer.PERSON,)
    decided, closed = DONE["plans"].kinds[0], DONE["conferences"].kinds[0]
    assert isinstance(decided, Coded)
    assert isinstance(closed, Coded)
    assert (decided.among, closed.among) == ((PlanState.DECIDED,), (Stage.CLOSED,))


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def looked_at(town: Town, year: int) -> OutcomeYear:
    found = outcome_years(town("hirata").at_moment(MORNING), today=TODAY)
    return next(one for one in found if one.year == year)


def closed(case: str, day: int, end: str = "achieved") -> list[Line]:
    return [Line("case.gathered", case, day - 9, offer=case), Line("case.closed", case, day, code=end)]


def scored(goal: str, day: date, score: int, by: str = "person") -> Line:
    return Line("goal.scored", "case", day.toordinal(), offer=goal, code=by, due=score, numbers=(1,))


@pytest.mark.django_db
def test_the_last_score_of_a_year_counts_and_the_first_of_all_stands_before_it(town: Town) -> None:
    tell(
        [
            scored("goal", date(2024, 5, 1), -1),
            scored("goal", date(2025, 5, 1), 0),
            scored("other", date(2025, 6, 1), 1),
            scored("goal", date(2026, 3, 31), 2),
        ]
    )
    before, then = looked_at(town, 2024).scored, looked_at(town, 2025).scored
    assert before.by_score == {-1: 1}
    assert before.since_first == Share(0, 0), "one score says nothing of before and after"
    assert then.by_score == {2: 1, 1: 1}
    assert then.better == Share(2, 2)
    assert (then.risen, then.level, then.fallen) == (1, 0, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "moved"), [(0, 1, (1, 0, 0)), (1, 1, (0, 1, 0)), (2, 1, (0, 0, 1)), (-2, -1, (1, 0, 0))]
)
def test_a_goal_rises_stays_or_falls(town: Town, first: int, last: int, moved: tuple[int, int, int]) -> None:
    tell([scored("goal", date(2025, 5, 1), first), scored("goal", date(2025, 9, 1), last)])
    one = looked_at(town, 2025).scored
    assert (one.risen, one.level, one.fallen) == moved
    assert one.better == Share(1, int(last >= 1))


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
def test_a_follow_up_is_over_after_the_year_is(town: Town) -> None:
    """Ended in March: six months later it is over, though the year was over long before."""
    tell(closed("march", date(2026, 3, 20).toordinal()))
    assert looked_at(town, 2025).again == Share(1, 0, 0)


@pytest.mark.django_db
def test_a_goal_that_only_a_worker_scored_is_not_the_persons_own(town: Town) -> None:
    spring = date.fromordinal(SPRING)
    tell(
        [
            scored("asked", spring, 2, by="worker"),
            scored("asked", spring, -1),
            scored("unasked", spring, 2, by="joint"),
        ]
    )
    found = looked_at(town, 2025)
    assert found.scored.by_score == {-1: 1}
    assert found.unscored == 1


def in_plain_python(
    told: Iterable[Told],
) -> Mapping[int, tuple[dict[int, int], tuple[int, int, int], int, dict[str, int]]]:
    """By fiscal year up to today: the last scores, how they moved against the first of all, what nobody concerned scored, how support ended."""
    goals: defaultdict[object, list[Told]] = defaultdict(list)
    whose: defaultdict[int, dict[object, bool]] = defaultdict(dict)
    ends: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for fact in (one for one in Book(told).facts if one.day <= TODAY.toordinal()):
        year = fiscal_year(date.fromordinal(fact.day))
        if fact.kind == CaseClosed.kind:
            ends[year][fact.code_1] += 1
        elif fact.kind == "goal.scored" and fact.ref_1:
            by_person = fact.code_1 == "person"
            whose[year][fact.ref_1] = whose[year].get(fact.ref_1, False) or by_person
            if by_person and fact.num_1 is not None:
                goals[fact.ref_1].append(fact)
    lasts: defaultdict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for said in goals.values():
        for year, last in {fiscal_year(date.fromordinal(one.day)): one for one in said}.items():
            lasts[year].append((last.num_1 or 0, None if last is said[0] else said[0].num_1))
    moves = {year: [last - first for last, first in found if first is not None] for year, found in lasts.items()}
    return {
        year: (
            dict(Counter(last for last, _ in lasts[year])),
            tuple(sum((by > 0) - (by < 0) == way for by in moves.get(year, [])) for way in (1, 0, -1)),
            sum(not one for one in whose[year].values()),
            dict(ends[year]),
        )
        for year in {*lasts, *whose, *ends}
    }  # type: ignore[return-value]


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_what_stands_ready_is_what_the_facts_say(town: Town, seed: int) -> None:
    """Counted by the round, read by the page, asked of the ledger itself and counted once more in plain Python: the same."""
    measures = [*SHARES.values(), *SPREADS.values(), ENDS]
    told = World(seed, measures).body(MINAMO, 700)
    deliver(Random(seed).sample(told, len(told)))
    viewer = system_viewer(MINAMO, MORNING)
    assert count_anew(by=viewer, at=MORNING).figures
    kept = latest(viewer, codes=[CODE])
    found = outcome_years(viewer, today=kept.today, counts=kept.counts)
    assert kept.has_tables(CODE)
    assert found == outcome_years(viewer, today=TODAY)
    plain = in_plain_python(told)
    for one in found:
        moved = (one.scored.risen, one.scored.level, one.scored.fallen)
        assert (dict(one.scored.by_score), moved, one.unscored, dict(one.ends)) == plain.get(
            one.year, ({}, (0, 0, 0), 0, {})
        )
    assert sum(one.scored.better.n for one in found) > 20
    assert sum(one.scored.since_first.n for one in found) > 5


@pytest.mark.django_db
def test_a_page_asks_no_fact_however_many_there_are(town: Town) -> None:
    viewer, costs = system_viewer(MINAMO, MORNING), []
    for turn, size in enumerate((1, 60)):
        lines = [line for one in range(size) for line in closed(f"case {turn} {one}", SPRING)]
        lines += [scored(f"goal {turn} {one}", date.fromordinal(SPRING), 1) for one in range(size)]
        tell(lines, after=1_000 * turn)
        count_anew(by=viewer, at=MORNING)
        with counted() as asked:
            kept = latest(viewer, codes=[CODE])
            found = outcome_years(viewer, today=kept.today, counts=kept.counts)
        assert "ledger_fact" not in "".join(asked)
        costs.append(len(asked))
    assert sum(sum(one.ends.values()) for one in found) == 61
    assert costs[0] == costs[1] <= 4
