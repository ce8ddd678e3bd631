"""Where a household stands on the day on which the town is looked at: most are left to time, some are there to be seen today."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Reach(StrEnum):
    """How far it has come."""

    NOTICED = "noticed"  # somebody noticed; nobody has answered yet
    ASKED = "asked"  # the window that noticed offers it to others
    HEARD = "heard"  # a consultation, not yet more
    SUPPORTED = "supported"


class Stand(StrEnum):
    """How the ball of a need stands today."""

    HELD = "held"
    DUE_TODAY = "due_today"
    LATE = "late"
    STUCK = "stuck"
    KEPT = "kept"
    OFFERED = "offered"
    OVERDUE = "overdue"  # offered, and the day for the answer is over
    DECLINED = "declined"
    LAPSED = "lapsed"


class Meets(StrEnum):
    """Whether a conference speaks of it."""

    NEVER = "never"
    AHEAD = "ahead"  # it is on the agenda of one to come
    HELD = "held"


class Drawn(StrEnum):
    """How far its plan has come."""

    NEVER = "never"
    DRAFTED = "drafted"
    EXAMINED = "examined"
    DECIDED = "decided"
    RUNNING = "running"
    REVIEWED = "reviewed"
    SUSPENDED = "suspended"


@dataclass(frozen=True)
class Fate:
    """`stands` in the order of the needs; needs beyond them, and all where it is empty, are left to time."""

    begins: date
    reach: Reach = Reach.SUPPORTED
    stands: tuple[Stand, ...] = ()
    meets: Meets = Meets.NEVER
    drawn: Drawn = Drawn.NEVER
    asks: tuple[str, ...] = ()  # teams to be asked, in the order of the needs; empty: as chance has it

    @property
    def seen_today(self) -> bool:
        return bool(self.stands) or self.reach is not Reach.SUPPORTED


@dataclass(frozen=True)
class Pinned:
    """A fate to be seen today; `days` is how many days ago it began."""

    days: int
    reach: Reach = Reach.SUPPORTED
    stands: tuple[Stand, ...] = ()
    meets: Meets = Meets.NEVER
    drawn: Drawn = Drawn.NEVER

    def on(self, until: date, asks: tuple[str, ...] = ()) -> Fate:
        return Fate(until - timedelta(days=self.days), self.reach, self.stands, self.meets, self.drawn, asks)


S = Stand
# Every sixth household or so; the first of them show each state in the smallest town.
PINNED: tuple[Pinned, ...] = (
    Pinned(150, stands=(S.OFFERED, S.LATE), meets=Meets.HELD, drawn=Drawn.EXAMINED),
    Pinned(120, stands=(S.STUCK, S.DECLINED), meets=Meets.AHEAD),
    Pinned(170, stands=(S.KEPT, S.DUE_TODAY), meets=Meets.HELD, drawn=Drawn.RUNNING),
    Pinned(1, Reach.NOTICED),
    Pinned(2, Reach.ASKED),
    Pinned(140, stands=(S.OVERDUE, S.HELD), meets=Meets.HELD, drawn=Drawn.DECIDED),
    Pinned(100, stands=(S.OFFERED, S.HELD), drawn=Drawn.DRAFTED),
    Pinned(3, Reach.HEARD),
    Pinned(260, stands=(S.HELD, S.LAPSED), meets=Meets.HELD, drawn=Drawn.REVIEWED),
    Pinned(90, stands=(S.OFFERED, S.OFFERED)),
    Pinned(300, stands=(S.LATE, S.HELD), meets=Meets.HELD, drawn=Drawn.SUSPENDED),
    Pinned(60, stands=(S.DUE_TODAY, S.OFFERED)),
)


def fates(rng: random.Random, households: int, *, since: date, until: date) -> Sequence[Fate]:
    """One for each household, those seen today first; the others begin evenly over the years."""
    seen = min(households, max(len(PINNED) // 2, round(households * 0.22)))
    pinned = [PINNED[number % len(PINNED)].on(until) for number in range(seen)]
    days = (until - since).days
    return [
        *pinned,
        *(_left_to_time(rng, since + timedelta(days=rng.randint(0, days - 4))) for _ in range(seen, households)),
    ]


def _left_to_time(rng: random.Random, begins: date) -> Fate:
    meets = rng.choices((Meets.NEVER, Meets.HELD), weights=(65, 35))[0]
    drawn = rng.choices((Drawn.NEVER, Drawn.RUNNING, Drawn.REVIEWED), weights=(2, 3, 5))[0]
    return Fate(begins, meets=meets, drawn=drawn if meets is Meets.HELD else Drawn.NEVER)
