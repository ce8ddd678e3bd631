"""Measures of whole households and of the control tower, counted by hand: who belongs to whom, who came too late, what is still open."""

from dataclasses import replace

import pytest

from marugoto.casework.events import AssessmentWritten, CaseGathered, NeedAssessed, TroubleNamed
from marugoto.evaluation.indicators import (
    asker_keeps,
    bounced,
    brought_depth,
    came_back,
    days_to_support,
    goals_by_person,
    touched_together,
    tower_hours,
    without_tower,
)
from marugoto.evaluation.indicators.households import SORT
from marugoto.evaluation.measures import Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.spread import Spread
from marugoto.intake.events import TroubleMarked
from marugoto.ledger.events import layout
from tests.database import unwalled
from tests.evaluation.facts import ELSEWHERE, Line, looked_at, name, share, tell, window

pytestmark = pytest.mark.django_db


def spread(of: object, seen: Window) -> Spread:
    with unwalled():
        return measured.spreads([(of, seen)])[0]  # type: ignore[list-item]


def household(case: str, day: int, *sorts: str, heard: int | None = None) -> list[Line]:
    """A consultation perhaps, the support that began on that day, and a need of each sort."""
    lines = [Line("intake.opened", f"{case} heard", heard)] if heard is not None else []
    lines += [Line("case.opened", case, day), Line("case.gathered", case, day, offer=case)]
    lines += [Line("case.gathered", f"{case} heard", day, offer=case)] if heard is not None else []
    return lines + [
        Line("need.assessed", f"{case} {place}", day, offer=case, code=sort) for place, sort in enumerate(sorts)
    ]


def running(case: str, day: int) -> Line:
    return Line("plan.moved", case, day, code="running")


def test_days_from_the_first_word_to_the_first_support() -> None:
    tell(
        [
            *household("soon", 12, "money", heard=10),
            Line("companion.joined", "soon 0", 14),  # of a need: four days
            running("soon", 19),  # later, so it does not count
            *household("slow", 12, "money", heard=10),
            Line("plan.moved", "slow", 13, code="drafted"),  # no support yet
            running("slow", 21),  # the eleventh day
            *household("never", 12, "money", heard=10),
            Line("intake.opened", "only answered", 10),
            *household("young", 92, "money", heard=90),
            running("young", 93),
            *household("caught", 12, "money", heard=10),
            Line("ball.caught", "caught 0", 20, code="need"),  # the tenth day, by those whose work it is
        ]
    )
    seen = window(0, 100)
    assert share(days_to_support.measure, seen) == Share(n=4, k=2, running=1)
    found = spread(days_to_support.measure, seen)
    assert dict(found.times) == {4: 1, 10: 1, 11: 1, None: 1}
    assert (found.middle, found.most, found.without) == (10, None, 1)
    assert looked_at(days_to_support.measure, seen)[name("soon heard")] == (True, True)


def test_what_came_before_the_word_or_belongs_to_others_is_no_support() -> None:
    tell(
        [
            running("a", 9),
            *household("a", 12, "money", heard=10),
            *household("b", 12, "money", heard=10),
            running("b", 12),
            replace(running("a", 13), body=ELSEWHERE),
        ]
    )
    assert share(days_to_support.measure, window(0, 100)) == Share(n=2, k=1)


def test_who_takes_over_the_consultation_or_the_lead_gives_no_support_yet() -> None:
    tell(
        [
            *household("a", 12, "money", heard=10),
            Line("ball.caught", "a heard", 11, code="consultation"),
            Line("ball.caught", "a", 13, code="case"),
        ]
    )
    assert share(days_to_support.measure, window(0, 100)) == Share(n=1, k=0)


def test_passed_round_only_where_nobody_came_along() -> None:
    thrice = [Line("ball.offered", "alone", day) for day in (10, 11, 12)]
    together = [Line("ball.offered", "together", day) for day in (10, 11, 12)]
    tell([*thrice, *together, Line("companion.joined", "together", 12), Line("companion.joined", "never offered", 12)])
    assert share(bounced.measure, window(10, 20)) == Share(n=2, k=1)
    assert looked_at(bounced.measure, window(10, 20))[name("together")] == (False, True)


def test_touched_together_within_thirty_days() -> None:
    def caught(matter: str) -> Line:
        return Line("ball.caught", matter, 10)

    tell(
        [
            *(caught(matter) for matter in ("joined", "late", "alone", "companion")),
            Line("companion.joined", "joined", 40),
            Line("companion.joined", "late", 41),
            Line("ball.touched", "alone", 12, code="case", codes=("met", "holder")),
            Line("ball.touched", "companion", 12, code="case", codes=("met", "companion")),
        ]
    )
    assert share(touched_together.measure, window(0, 100)) == Share(n=4, k=2)
    assert share(touched_together.measure, window(0, 41, over=40)) == Share(n=0, k=0, running=4)


def test_who_asked_keeps_the_ball() -> None:
    def call(stuck: str, outcome: str, day: int = 12) -> list[Line]:
        return [
            Line("stuck.called", stuck, 10, offer=stuck),
            *([Line("stuck.answered", stuck, day, offer=stuck, code=outcome)] if outcome else []),
        ]

    tell([*call("a", "self"), *call("b", "joint"), *call("c", "taken"), *call("d", "moved"), *call("e", "settled")])
    tell([*call("f", ""), *call("g", "self", day=20)], after=100)
    seen = window(0, 20)  # on the twentieth it is not known yet
    assert share(asker_keeps.measure, seen) == Share(n=4, k=2, running=2)
    assert share(asker_keeps.measure, window(0, 21)) == Share(n=5, k=3, running=1)
    assert name("e") not in looked_at(asker_keeps.measure, seen)  # its ball ended first


def test_deep_households_that_ended_without_the_tower() -> None:
    three = ("money", "housing", "health")
    tell(
        [
            *household("alone", 10, *three),
            *household("helped", 10, *three),
            Line("rescue.begun", "helped 1", 11),
            *household("led", 10, *three),
            *household("shallow", 10, "money", "money", "health"),
            *household("open", 10, *three),
            Line("stuck.answered", "alone 2", 12, code="self"),  # found a way by itself
            *(Line("case.closed", case, 20, numbers=(0,)) for case in ("alone", "helped", "shallow")),
            Line("case.closed", "led", 20, numbers=(1,)),
            Line("rescue.begun", "alone 0", 21),  # after the end
        ]
    )
    assert share(without_tower.measure, window(15, 30)) == Share(n=3, k=1)
    assert looked_at(without_tower.measure, window(15, 30))[name("alone")] == (True, True)
    assert share(without_tower.measure, window(21, 30)) == Share(0, 0)


def test_a_trouble_found_after_the_window_makes_no_household_deeper() -> None:
    tell(
        [
            *household("a", 10, "money", "housing"),
            Line("case.closed", "a", 14, numbers=(0,)),
            Line("hours.declared", "", 20, due=10, numbers=(19, 40)),
            Line("need.assessed", "a late", 40, offer="a", code="health"),
        ]
    )
    assert share(without_tower.measure, window(0, 30)) == Share(0, 0)
    assert share(tower_hours.measure, window(0, 30)) == Share(n=0, k=40)
    assert share(without_tower.measure, window(0, 41)) == Share(n=1, k=1)
    assert share(tower_hours.measure, window(0, 41)) == Share(n=1, k=40)


def test_a_tick_taken_back_on_the_sheet_counts_no_more() -> None:
    def sheet(edition: int, day: int, *troubles: str) -> list[Line]:
        ticks = [Line("trouble.named", "a", day, due=edition, code=trouble) for trouble in troubles]
        return [Line("assessment.written", "a", day, due=edition), *ticks]

    tell(
        [
            *household("a", 10, "money"),
            *sheet(1, 11, "housing", "health"),
            Line("stuck.called", "a 0", 12),
            Line("hours.declared", "", 20, due=10, numbers=(19, 40)),
            *sheet(2, 15, "housing"),
            Line("case.closed", "a", 18, numbers=(0,)),
            *sheet(3, 25),
        ]
    )
    for until, sorts in ((14, 3), (24, 2), (30, 1)):
        assert dict(spread(brought_depth.measure, window(0, until)).times) == {sorts: 1}
    assert share(without_tower.measure, window(0, 24)) == Share(0, 0)
    assert share(tower_hours.measure, window(0, 24)) == Share(n=0, k=40)


def test_what_was_opened_before_it_was_told_what_belongs_to_it_is_not_counted() -> None:
    needs = [Line("need.assessed", sort, 10, offer="old", code=sort) for sort in ("money", "housing", "health")]
    tell(
        [
            Line("intake.opened", "old heard", 9),
            Line("case.opened", "old", 10),
            *needs,
            Line("rescue.begun", "money", 12),
            Line("case.closed", "old", 14, code="achieved", numbers=(0,)),
            Line("hours.declared", "", 20, due=10, numbers=(19, 40)),
        ]
    )
    for measure in (days_to_support.measure, brought_depth.measure, without_tower.measure):
        assert share(measure, window(0, 30)) == Share(0, 0)
    assert share(tower_hours.measure, window(0, 30)) == Share(n=0, k=40)
    assert share(came_back.measure, window(370, 400)) == Share(0, 0)


def test_a_household_is_brought_once_however_often_it_is_brought() -> None:
    tell(
        [
            *household("deep", 10, "money", "housing", "health"),
            *household("flat", 10, "money"),
            Line("stuck.called", "deep 0", 12),
            Line("rescue.begun", "deep 1", 13),
            Line("stuck.called", "flat", 12),  # the case itself
            Line("stuck.called", "no household yet", 12),
            Line("need.assessed", "flat late", 40, offer="flat", code="housing"),
            *household("marked", 10, "money", heard=9),
            *(Line("intake.trouble", "marked heard", 9, code=code) for code in ("money", "health")),
            Line("stuck.called", "marked 0", 12),
        ]
    )
    assert share(brought_depth.measure, window(0, 30)) == Share(n=3, k=1)
    assert dict(spread(brought_depth.measure, window(0, 30)).times) == {3: 1, 2: 1, 1: 1}
    assert dict(spread(brought_depth.measure, window(0, 50)).times) == {3: 1, 2: 2}


def test_hours_beside_the_households_of_the_half_years_they_were_said_for() -> None:
    def said(first: int, last: int, hours: int) -> Line:
        return Line("hours.declared", "", last + 5, due=first, numbers=(last, hours))

    tell(
        [
            *household("a", 10, "money", "housing", "health"),
            *household("b", 19, "money", "housing", "health"),
            *household("flat", 10, "money"),
            *household("of a half-year without hours", 25, "money", "housing", "health"),
            said(10, 19, 99),
            said(10, 19, 40),  # said again: this holds
        ]
    )
    assert share(tower_hours.measure, window(0, 30)) == Share(n=2, k=40)
    assert set(looked_at(tower_hours.measure, window(0, 30))) == {name("a"), name("b")}
    assert share(tower_hours.measure, window(20, 30)) == Share(0, 0)


def test_back_within_a_year() -> None:
    def ended(case: str, day: int, end: str = "achieved") -> Line:
        return Line("case.closed", case, day, code=end)

    cases = ("back", "back too late", "not back", "moved away", "before the window", "not a year yet")
    tell(
        [
            *(Line("case.gathered", case, 2, offer=case) for case in cases),
            ended("back", 10),
            ended("back too late", 10),
            ended("not back", 11),
            ended("moved away", 10, "moved_away"),
            ended("before the window", 4),
            ended("not a year yet", 30),
            Line("case.returned", "not a year yet", 31),
            Line("case.returned", "moved away", 50),
            Line("case.returned", "back", 375),
            Line("case.returned", "back too late", 376),
        ]
    )
    seen = window(370, 380)
    assert share(came_back.measure, seen) == Share(n=3, k=1)
    assert share(came_back.measure, window(370, 400, over=380)) == Share(n=3, k=1, running=1)


def test_the_last_score_of_each_goal_and_only_the_persons_own() -> None:
    def scored(goal: str, score: int, *, case: str = "a", by: str = "person", day: int = 10, weight: int = 1) -> Line:
        return Line("goal.scored", case, day, offer=goal, due=score, code=by, numbers=(weight,))

    tell(
        [
            scored("up", -1),
            scored("up", 1, day=12),
            scored("up", 2, day=13, by="worker"),
            scored("same", 0, weight=2),
            scored("other", -2, case="b"),
            scored("later", 2, day=30),
            Line("goal.scored", "b", 10, offer="of version 1", due=2, code="person"),
        ]
    )
    assert share(goals_by_person.measure, window(0, 20)) == Share(n=4, k=2)
    with unwalled():
        found = measured.goals(goals_by_person.measure, window(0, 20))  # type: ignore[arg-type]
    assert sorted(sorted(one) for one in found) == [[(-2, 1), (2, 1)], [(0, 2), (1, 1)]]


def test_a_figure_is_divided_by_what_the_fact_names() -> None:
    tell(
        [
            Line("ball.offered", "a", 10, area="north", org="desk"),
            Line("ball.offered", "b", 10, area="north", org="desk"),
            *(Line("ball.offered", "c", day, area="south", org="school") for day in (10, 11, 12)),
        ]
    )
    with unwalled():
        assert measured.divided(bounced.measure, ("area",), window(0, 20)) == {  # type: ignore[arg-type]
            ("north",): Share(2, 0),
            ("south",): Share(1, 1),
        }


def test_marks_of_a_consultation_and_of_a_sheet_and_a_need_stand_in_the_same_columns() -> None:
    assert layout(TroubleMarked)["trouble"] == layout(TroubleNamed)["trouble"] == layout(NeedAssessed)["theme"] == SORT
    assert layout(CaseGathered)["case"] == layout(NeedAssessed)["case"] == "ref_1"
    assert layout(TroubleNamed)["edition"] == layout(AssessmentWritten)["edition"]
