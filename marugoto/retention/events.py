"""What can happen to the keeping of records: facts for the ledger."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.kernel.chain import DESTROYED
from marugoto.ledger.events import Event
from marugoto.retention.codes import HeldKind, HoldReason, RecordKind


@dataclass(frozen=True, kw_only=True)
class ScheduleSet(Event):
    """The body set for how long a type of record is kept."""

    kind: ClassVar[str] = "schedule.set"

    record: RecordKind
    years: int | None
    since: date


@dataclass(frozen=True, kw_only=True)
class HoldPlaced(Event):
    """Records must not be destroyed."""

    kind: ClassVar[str] = "hold.placed"

    hold: UUID
    on: HeldKind
    reason: HoldReason


@dataclass(frozen=True, kw_only=True)
class HoldLifted(Event):
    kind: ClassVar[str] = "hold.lifted"

    hold: UUID
    until: date


@dataclass(frozen=True, kw_only=True)
class DisposalProposed(Event):
    kind: ClassVar[str] = "disposal.proposed"

    disposal: UUID
    items: int


@dataclass(frozen=True, kw_only=True)
class DisposalDecided(Event):
    """A second person said yes or no; `items` is how many stood on the list then."""

    kind: ClassVar[str] = "disposal.decided"

    disposal: UUID
    agreed: bool
    items: int


@dataclass(frozen=True, kw_only=True)
class DisposalUndone(Event):
    """Within the days of grace somebody took the decision back."""

    kind: ClassVar[str] = "disposal.undone"

    disposal: UUID


@dataclass(frozen=True, kw_only=True)
class LooksDestroyed(Event):
    """The looks of a year are gone. The chain reads it (`kernel.chain`): from which place, before which, how many."""

    kind: ClassVar[str] = DESTROYED

    item: UUID
    since: int
    before: int
    rows: int


@dataclass(frozen=True, kw_only=True)
class RecordsDestroyed(Event):
    """One item is gone. `proof` is the first half of its commitment, so that the seals cover it."""

    kind: ClassVar[str] = "disposal.executed"

    item: UUID
    proof: UUID
    record: RecordKind
    rows: int
