"""From criteria to the stage of a function, and whether the system is established (社会福祉法106条の3第1項; our proposal v0, evaluation.md 6.6).

There is no total of anything: four stages stand beside each other, and the weakest core criterion holds each of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

MOST_OF_THEM = Fraction(2, 3)  # of the criteria beside the core ones
RUNS, MOVES = 3, 2  # what is asked of the three functions, and of looking back


class Function(StrEnum):
    """The three functions of the law, and looking back upon them."""

    F1 = "F1"
    F2 = "F2"
    F3 = "F3"
    P = "P"


NAMES: Mapping[Function, str] = {
    Function.F1: "地域で支え合う",
    Function.F2: "支援機関どうしが支え合う",
    Function.F3: "地域と支援機関がつながる",
    Function.P: "振り返って直す",
}
ARTICLES: Mapping[Function, str] = {
    Function.F1: "社会福祉法106条の3第1項1号・2号前段",
    Function.F2: "社会福祉法106条の3第1項3号",
    Function.F3: "社会福祉法106条の3第1項2号後段",
    Function.P: "社会福祉法106条の3第2項の指針(プロセスの考え方)",
}
STAGES: Mapping[int, str] = {0: "未着手", 1: "設計した", 2: "動き始めた", 3: "回っている", 4: "学んでいる"}


@dataclass(frozen=True)
class Graded:
    """One criterion with its level; `level` None is 判定不能."""

    code: str
    core: bool
    level: int | None


@dataclass(frozen=True)
class Stage:
    """`unknown`: the core criteria that cannot be judged; they count as 0, and it is said that data is lacking.

    `held_by`: the core criteria at the lowest level; `others_hold`: it is one less because too few of the others have come as far.
    """

    stage: int
    unknown: tuple[str, ...]
    held_by: tuple[str, ...]
    others_hold: bool

    @property
    def word(self) -> str:
        return STAGES[self.stage]


def stage_of(criteria: Sequence[Graded]) -> Stage:
    """The stage of one function from all its criteria; at least one of them is core."""
    core = [one for one in criteria if one.core]
    others = [one for one in criteria if not one.core]
    lowest = min(one.level or 0 for one in core)
    near = sum((one.level or 0) >= lowest - 1 for one in others)
    # At 0 all the others are near.
    enough = not others or Fraction(near, len(others)) >= MOST_OF_THEM
    return Stage(
        stage=lowest if enough else lowest - 1,
        unknown=tuple(one.code for one in core if one.level is None),
        held_by=tuple(one.code for one in core if (one.level or 0) == lowest),
        others_hold=not enough,
    )


def holds(stages: Mapping[Function, Stage]) -> bool:
    """Of one half-year: all three functions run, looking back moves, and no core criterion is unknown."""
    run = all(stages[one].stage >= RUNS for one in (Function.F1, Function.F2, Function.F3))
    return run and stages[Function.P].stage >= MOVES and not any(one.unknown for one in stages.values())


def established(now: Mapping[Function, Stage], before: Mapping[Function, Stage] | None) -> bool:
    """Twice in a row: `before` are the stages of the half-year before, or None where none were held fast."""
    return before is not None and holds(now) and holds(before)
