"""From criteria to stages: the weakest core criterion holds a function, the others follow, and nothing is added up."""

from collections.abc import Sequence

from marugoto.evaluation.queries.profile import stages_of
from marugoto.evaluation.rules.stage import Function, Graded, Stage, established, holds, stage_of
from marugoto.evaluation.standards import CRITERIA

CORE = {"F1.1", "F1.5", "F1.6", "F2.1", "F2.2", "F2.4", "F2.6", "F3.1", "F3.2", "F3.4", "P.1", "P.3", "P.4"}


def stage(core: Sequence[int | None], others: Sequence[int | None]) -> Stage:
    graded = [Graded(f"c{place}", True, level) for place, level in enumerate(core)]
    return stage_of(graded + [Graded(f"o{place}", False, level) for place, level in enumerate(others)])


def test_the_weakest_core_criterion_holds_it() -> None:
    assert stage([3, 3], []).stage == 3
    assert stage([3, 1], []).stage == 1
    assert stage([3, 1], []).held_by == ("c1",)
    assert stage([2, 2], []).held_by == ("c0", "c1")
    assert stage([3, 0], []).stage == 0
    assert stage([4], []).word == "学んでいる"


def test_a_core_criterion_that_cannot_be_judged_counts_as_nothing_and_is_said() -> None:
    assert stage([3, None], [3]) == Stage(0, ("c1",), ("c1",), others_hold=False)
    assert stage([3, 3], [None]).unknown == ()
    assert stage([3, 0], [3]).unknown == ()


def test_two_thirds_of_the_others_have_come_within_one() -> None:
    assert stage([3], [2, 2, 1]).stage == 3
    assert stage([3], [2, 1, 1]).stage == 2
    assert stage([3], [2, 1, 1]).others_hold
    assert not stage([3], [2, 2, 1]).others_hold
    assert stage([3], [3, 3, 3]).stage == 3
    assert stage([3], [2, 2, None]).stage == 3
    assert stage([3], [2, None, None]).stage == 2
    assert stage([1], [None, None]).stage == 1  # U counts as 0, and 0 is within one of 1
    assert stage([0], [None]).stage == 0
    assert stage([3], [2] * 25 + [1] * 13).stage == 2  # 25 of 38 are not two thirds
    assert stage([3], [2] * 2 + [1]).stage == 3
    assert not stage([0], [0]).others_hold


def stages(f1: int, f2: int, f3: int, p: int, *, unknown: Function | None = None) -> dict[Function, Stage]:
    levels = dict(zip(Function, (f1, f2, f3, p), strict=True))
    return {one: Stage(level, ("x",) if one is unknown else (), (), others_hold=False) for one, level in levels.items()}


def test_established_is_three_functions_that_run_and_a_look_back_that_moves() -> None:
    assert holds(stages(3, 3, 3, 2))
    for lower in ((2, 3, 3, 2), (3, 2, 3, 2), (3, 3, 2, 2), (3, 3, 3, 1)):
        assert not holds(stages(*lower)), lower
    assert holds(stages(4, 3, 4, 3))
    for one in Function:
        assert not holds(stages(3, 3, 3, 3, unknown=one)), one


def test_established_needs_two_half_years() -> None:
    good, bad = stages(3, 3, 3, 2), stages(3, 3, 3, 1)
    assert established(good, good)
    assert not established(good, None)
    assert not established(good, bad)
    assert not established(bad, good)


def test_the_functions_of_the_standard() -> None:
    assert {one.code for one in CRITERIA if one.core} == CORE
    best = stages_of({one.code: 3 for one in CRITERIA})
    assert [best[one].stage for one in Function] == [3, 3, 3, 3]
    for code in CORE:
        worse = stages_of({one.code: 1 if one.code == code else 3 for one in CRITERIA})
        assert [one for one in Function if worse[one].stage == 1] == [Function(code.split(".")[0])]
    for one in CRITERIA:
        if one.code not in CORE:
            worse = stages_of({other.code: 1 if other is one else 3 for other in CRITERIA})
            assert all(found.stage == 3 for found in worse.values()), one.code  # one of many others holds nobody back
