"""One golden case of a criterion: the level at its best, and what is left of it with one thing changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marugoto.evaluation.codes import Path
from marugoto.evaluation.rules.figures import Share
from tests.evaluation.standards.invented import Counted

Change = Mapping[str, Counted]


@dataclass(frozen=True)
class Golden:
    """`level` with all of this; `worse`: the level with one thing changed; `unsaid` and `not_yet`: the level without a statement, and
    with the word that it is not so yet."""

    level: int | None
    shares: Change
    said: tuple[str, ...] = ()
    worse: tuple[tuple[int | None, Change], ...] = ()
    unsaid: Mapping[str, int | None] = field(default_factory=dict)
    not_yet: Mapping[str, int | None] = field(default_factory=dict)
    path: Path = Path.EXISTING


def of(n: int, k: int) -> Share:
    return Share(n, k)


def number(k: int) -> Share:
    """So many facts."""
    return Share(k, k)
