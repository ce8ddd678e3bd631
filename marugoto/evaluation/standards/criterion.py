"""A criterion: evidence from measures, and a pure rule from evidence to a level."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from marugoto.evaluation.measures import Measured
from marugoto.evaluation.rules.figures import Share

LEVELS = {0: "無い", 1: "決めた", 2: "動いた", 3: "回っている", 4: "学んでいる"}

Evidence = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Verdict:
    """`level` None is U 判定不能. `stands` says where it stands, `next_step` what reaches the next level, in words."""

    level: int | None
    stands: str
    next_step: str
    share: Share

    @property
    def word(self) -> str:
        return "判定不能" if self.level is None else LEVELS[self.level]


@dataclass(frozen=True)
class Criterion:
    """`evidence`: name → measure. `judge` reads the integers and gives a verdict."""

    code: str
    name: str
    core: bool
    article: str
    question: str
    does_not_say: str
    guard: str
    version: str
    evidence: Mapping[str, Measured]
    judge: Callable[[Evidence], Verdict]
