"""A criterion: evidence from measures, and a pure rule from evidence to a level."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from marugoto.evaluation.measures import Measured
from marugoto.evaluation.rules.figures import Share

LEVELS = {0: "無い", 1: "決めた", 2: "動いた", 3: "回っている", 4: "学んでいる"}

Evidence = Mapping[str, Share]


@dataclass(frozen=True)
class Test:
    """One of the tests a level consists of. `met` None: too few to say."""

    level: int
    asks: str
    stands: str
    met: bool | None


@dataclass(frozen=True)
class Mark:
    """On the bar of the share: from `at` of n on the level's test is met; `missing` more are wanted."""

    level: int
    at: int
    missing: int


@dataclass(frozen=True)
class Verdict:
    """`level` None is U 判定不能. `stands` says where it stands, `next_step` what reaches the next level, in words.

    `sure`: 確か, おおむね, 仮, or empty where there is nothing to be sure of. `beside`: what has to be read together with it.
    `look_at`: the piece of evidence the next step is about.
    """

    level: int | None
    stands: str
    next_step: str
    share: Share
    tests: tuple[Test, ...] = ()
    marks: tuple[Mark, ...] = ()
    beside: tuple[str, ...] = ()
    sure: str = ""
    look_at: str = ""

    @property
    def word(self) -> str:
        return "判定不能" if self.level is None else LEVELS[self.level]


@dataclass(frozen=True)
class Piece:
    """One measure among the evidence; `done` and `left` say what k and the rest of n are. `wanted`: is k to be many; None: neither."""

    name: str
    measure: Measured
    done: str
    left: str
    wanted: bool | None


@dataclass(frozen=True)
class Criterion:
    """`evidence`: key → piece, the one on the bar first. `judge` reads the integers and gives a verdict."""

    code: str
    name: str
    core: bool
    function: str
    article: str
    question: str
    does_not_say: str
    guard: str
    decision: str
    version: str
    evidence: Mapping[str, Piece]
    judge: Callable[[Evidence], Verdict]
