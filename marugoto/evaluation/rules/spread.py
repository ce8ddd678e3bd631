"""Values put in a row: the one in the middle, and the one up to which nine of ten lie. What has no value yet stands last."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

HALF, NINE_OF_TEN = Fraction(1, 2), Fraction(9, 10)


@dataclass(frozen=True)
class Spread:
    """`times`: how often each value came; under None those that have none yet, longer than any."""

    times: Mapping[int | None, int]

    @property
    def n(self) -> int:
        return sum(self.times.values())

    @property
    def without(self) -> int:
        return self.times.get(None, 0)

    @property
    def middle(self) -> int | None:
        return self.up_to(HALF)

    @property
    def most(self) -> int | None:
        return self.up_to(NINE_OF_TEN)

    def up_to(self, share: Fraction) -> int | None:
        """The smallest value that at least this share does not exceed; None where that one has no value yet, or there is nothing."""
        reached = 0
        for value in sorted(value for value in self.times if value is not None):
            reached += self.times[value]
            if reached >= share * self.n:
                return value
        return None
