"""What is cheapest to do next so that more of the standard can be judged: a line to be said before a record to be kept (ours, v0).

No order of worth: what takes least comes first, and among that what soonest lets a whole function be judged.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marugoto.evaluation.rules.ask import Answer


@dataclass(frozen=True)
class Undecided:
    """A criterion that stands at 判定不能. `lacking`: the tests of the first level that cannot be said yet."""

    code: str
    core: bool
    function: str
    lacking: tuple[Answer, ...]

    @property
    def by_words(self) -> bool:
        """Saying it is enough: nothing has to happen first."""
        return all(one.attested for one in self.lacking)


@dataclass(frozen=True)
class Cheapest:
    """The nearest first, all told, and how many of them, and of their core, are judged as soon as something is said."""

    order: tuple[Undecided, ...]
    by_words: int
    core_by_words: int


def undecided(code: str, *, core: bool, function: str, answers: Sequence[Answer]) -> Undecided:
    return Undecided(code, core, function, tuple(one for one in answers if one.level == 1 and one.met is None))


def cheapest(found: Iterable[Undecided]) -> Cheapest:
    known = [one for one in found if one.lacking]
    left = Counter(one.function for one in known if one.core)
    said = [one for one in known if one.by_words]
    order = sorted(
        known, key=lambda one: (not one.by_words, not one.core, len(one.lacking), left[one.function], one.code)
    )
    return Cheapest(tuple(order), len(said), sum(one.core for one in said))
