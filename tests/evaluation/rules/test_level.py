"""On what a level rests while it is none: the reason why it cannot be judged, and how sure the no is."""

from dataclasses import dataclass, field
from fractions import Fraction

import pytest

from marugoto.evaluation.codes import Path
from marugoto.evaluation.rules.ask import NOT_SAID, Answer, Ask
from marugoto.evaluation.rules.evidence import Evidence, few
from marugoto.evaluation.rules.figures import ENOUGH, Share
from marugoto.evaluation.rules.level import judge, sureness
from marugoto.evaluation.rules.stage import Graded, stage_of
from marugoto.evaluation.rules.standing import LEARNS
from marugoto.evaluation.standards.criterion import LEVELS

HALF = Fraction(1, 2)
SURELY_NOT = Answer(1, "一", "", False, share=Share(100, 10), bar=HALF)
HARDLY = Answer(1, "二", "", True, share=Share(11, 6), bar=HALF)


@dataclass(frozen=True)
class Fixed(Ask):
    """A test with its answer."""

    found: Answer = field(kw_only=True)

    def answer(self, evidence: Evidence) -> Answer:
        return self.found


def judged(*answers: Answer) -> tuple[int | None, str]:
    found = judge([Fixed(one.level, one.asks, found=one) for one in answers], Evidence({}, {}, Path.EXISTING))
    return found.level, found.reason


@pytest.mark.parametrize(
    ("answers", "level", "reason"),
    [
        (
            [Answer(1, "一", NOT_SAID, None), Answer(2, "二", "", True)],
            None,
            "まだ言われていないため、判定できません。",
        ),
        (
            [Answer(1, "一", "", True), Answer(2, "二", "3件", None)],
            1,
            "記録が足りないため、2 からは判定できません。",
        ),
        ([Answer(1, "一", "", False), Answer(2, "二", NOT_SAID, None)], 0, ""),
        ([Answer(1, "一", "", True), Answer(2, "二", "", False), Answer(3, "三", NOT_SAID, None)], 1, ""),
    ],
)
def test_why_it_cannot_be_judged(answers: list[Answer], level: int | None, reason: str) -> None:
    assert judged(*answers) == (level, reason)


@pytest.mark.parametrize("level", [None, 0])
def test_a_level_of_none_is_as_sure_as_what_keeps_the_first_away(level: int | None) -> None:
    assert sureness(level, [HARDLY]) == ""
    assert sureness(level, [SURELY_NOT, HARDLY]) == "確か"
    assert sureness(1, [HARDLY]) == "仮"


@pytest.mark.parametrize(("other", "stage"), [(None, 1), (0, 1), (1, 2), (2, 2)])
def test_what_was_never_judged_is_no_step_behind_but_two(other: int | None, stage: int) -> None:
    found = stage_of([Graded("F1.1", core=True, level=2), Graded("F1.2", core=False, level=other)])
    assert (found.stage, found.others_hold) == (stage, stage == 1)


def test_the_level_above_all_others_is_that_it_learns() -> None:
    assert LEVELS[LEARNS] == "学んでいる"


@pytest.mark.parametrize(("n", "more"), [(0, ENOUGH), (ENOUGH - 1, 1), (ENOUGH, 0), (ENOUGH + 5, 0)])
def test_how_many_cases_more_it_takes(n: int, more: int) -> None:
    assert few(Share(n, 0)) == more


def test_below_any_level_nothing_rests_on_cases_that_were_walked_through() -> None:
    assert sureness(None, [Answer(1, "", "", True, walked=True)]) == ""
    assert sureness(1, [Answer(1, "", "", True, walked=True)]) == "仮"
