"""Time in the community: nobody counts it otherwise. Minutes as they were written, by kind, person and team; not written is not nought."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

DIALOGUE, TRAINING = "dialogue", "training"  # beside the kinds of a note


@dataclass(frozen=True)
class Spell:
    """One row of the diary, of the dialogues or of the trainings. `minutes` is empty where nobody wrote it down."""

    by: UUID
    day: date
    kind: str
    minutes: int | None


@dataclass
class Spent:
    """`times` in all, `unsaid` of them without minutes."""

    times: int = 0
    minutes: int = 0
    unsaid: int = 0
    kinds: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, spell: Spell) -> None:
        self.times += 1
        self.minutes += spell.minutes or 0
        self.unsaid += spell.minutes is None
        self.kinds[spell.kind] += spell.minutes or 0

    def join(self, other: "Spent") -> None:
        self.times += other.times
        self.minutes += other.minutes
        self.unsaid += other.unsaid
        for kind, minutes in other.kinds.items():
            self.kinds[kind] += minutes


def week_of(day: date) -> tuple[date, date]:
    """Monday, and the Monday after."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=7)


def month_of(day: date) -> tuple[date, date]:
    """The first, and the first of the month after."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1)


def spent(spells: Iterable[Spell], since: date, until: date) -> dict[UUID, Spent]:
    """By writer, of the days from `since` up to and without `until`."""
    found: dict[UUID, Spent] = {}
    for spell in spells:
        if since <= spell.day < until:
            found.setdefault(spell.by, Spent()).add(spell)
    return found


def together(parts: Iterable[Spent]) -> Spent:
    whole = Spent()
    for part in parts:
        whole.join(part)
    return whole
