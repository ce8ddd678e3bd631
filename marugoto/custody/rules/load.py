"""Who carries too much. A number alone does not say it: many balls of which none is late are a full day, and of few that are late
somebody may not come to any. What is over the bar, and what is late, is read together; the bar is the body's own, and ours is none."""

from dataclasses import dataclass
from enum import StrEnum

BAR = "load_bar"  # the name in the body's profile


class Weight(StrEnum):
    """How a person's balls lie, what needs help first."""

    HEAVY = "heavy"  # more than the bar, and something of it is late, or help was called for
    BEHIND = "behind"  # something is late, or help was called for, though it is not more than the bar
    FULL = "full"  # more than the bar, and all of it in time
    LIGHT = "light"


ORDER = tuple(Weight)


@dataclass(frozen=True)
class Load:
    """Open balls in charge: of these what cannot wait, what is late, where somebody called for help."""

    held: int = 0
    hasty: int = 0
    late: int = 0
    stuck: int = 0

    def __add__(self, other: "Load") -> "Load":
        return Load(self.held + other.held, self.hasty + other.hasty, self.late + other.late, self.stuck + other.stuck)


def weigh(load: Load, bar: int | None) -> Weight:
    """`bar`: up to so many balls belong to one person; None where the body has not said. A late ball on which help is called for counts
    as the call alone, so that pressing the button must never make a person look lighter."""
    over = bar is not None and load.held > bar
    if load.late or load.stuck:
        return Weight.HEAVY if over else Weight.BEHIND
    return Weight.FULL if over else Weight.LIGHT


def bar_of(said: str) -> int | None:
    """What the body's profile says; 0 takes the bar back."""
    return int(said) or None if said.isascii() and said.isdigit() else None
