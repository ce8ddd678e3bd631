"""A criterion as data: the pieces of evidence, what each level asks of them, and what it must say of itself in order to be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marugoto.evaluation.indicators import Indicator
from marugoto.evaluation.measures import Measured
from marugoto.evaluation.rules.ask import Ask, Declared, Either
from marugoto.evaluation.rules.evidence import Evidence
from marugoto.evaluation.rules.level import LEVELS, Mark, Verdict, judge
from marugoto.evaluation.rules.stage import NAMES, Function

VERSION = "v0.2"
PARTS = {one: one for one in ("name", "question", "does_not_say", "guard")}  # what a body may say in words of its own


@dataclass(frozen=True)
class Piece:
    """One measure among the evidence; `done` and `left` say what k and the rest of n are. `wanted`: is k to be many; None: neither.

    `by`: where a test asks for fields, the column that names a team of the field.
    """

    name: str
    measure: Measured
    done: str
    left: str
    wanted: bool | None
    unit: str = "件"
    by: str = ""


def piece_of(indicator: Indicator, *, name: str = "", unit: str = "件", by: str = "") -> Piece:
    """The measure of an indicator as a piece of evidence."""
    wanted = None if indicator.direction == "none" else indicator.direction == "up"
    name = name or indicator.numerator
    return Piece(name, indicator.measure, indicator.done, indicator.left, wanted, unit, by)


@dataclass(frozen=True)
class Criterion:
    """`evidence`: key → piece, the one on the bar first. `asks`: the tests of levels 1 to 3. `steps`: by level, the first concrete step
    towards it. `guard`: what has to be read beside it, for each test can be gamed; `beside`: the numbers of it, by piece."""

    code: str
    name: str
    core: bool
    function: Function
    article: str
    question: str
    does_not_say: str
    guard: str
    voices: tuple[str, ...]
    decision: str
    evidence: Mapping[str, Piece]
    asks: tuple[Ask, ...]
    steps: Mapping[int, str]
    beside: Mapping[str, str] = field(default_factory=dict)
    version: str = VERSION

    @property
    def function_name(self) -> str:
        return NAMES[self.function]

    @property
    def statements(self) -> tuple[Declared, ...]:
        """What the body has to say of itself."""
        each = [own for ask in self.asks for own in (ask.either if isinstance(ask, Either) else (ask,))]
        return tuple(ask for ask in each if isinstance(ask, Declared))

    def judge(self, evidence: Evidence) -> Verdict:
        return judge(self.asks, evidence, beside=self.beside)


__all__ = ["LEVELS", "PARTS", "VERSION", "Criterion", "Mark", "Piece", "Verdict", "piece_of"]
