"""What can happen at a conference."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.conferences.codes import Followed, KindCode, OutsideKind, Stage
from marugoto.disclosure.codes import BasisCode
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class StageReached(Event):
    kind: ClassVar[str] = "conference.stage"

    conference: UUID
    type: KindCode
    stage: Stage
    items: int


@dataclass(frozen=True, kw_only=True)
class ItemPutOn(Event):
    """`asked_days`: opening days from putting on to the day of the conference."""

    kind: ClassVar[str] = "conference.item"

    conference: UUID
    type: KindCode
    basis: BasisCode
    asked_days: int


@dataclass(frozen=True, kw_only=True)
class SeatTaken(Event):
    kind: ClassVar[str] = "conference.seat"

    conference: UUID
    team: UUID
    field: Field
    in_welfare: bool


@dataclass(frozen=True, kw_only=True)
class DecisionMade(Event):
    """A role with a holder and a date; `field` is the holder's. In its first version it named the conference, not itself."""

    kind: ClassVar[str] = "decision.made"
    version: ClassVar[int] = 2

    decision: UUID
    need: UUID
    owner: UUID
    field: Field
    due: date


@dataclass(frozen=True, kw_only=True)
class DecisionFollowed(Event):
    """Somebody said what became of it; `late` counts the opening days after its date."""

    kind: ClassVar[str] = "decision.followed"

    decision: UUID
    result: Followed
    late: int


@dataclass(frozen=True, kw_only=True)
class FieldNeeded(Event):
    """When a conference was closed: a field that the open needs of an item ask for, and whether somebody of it sat there and came."""

    kind: ClassVar[str] = "conference.field"

    conference: UUID
    type: KindCode
    field: Field
    seated: bool


@dataclass(frozen=True, kw_only=True)
class OutsideAsked(Event):
    """Somebody without an account in the house was asked to one item."""

    kind: ClassVar[str] = "outside.asked"

    conference: UUID
    seat: UUID
    type: KindCode
    who: OutsideKind


@dataclass(frozen=True, kw_only=True)
class OutsideAnswered(Event):
    """He confirmed the secrecy through the porch."""

    kind: ClassVar[str] = "outside.answered"

    conference: UUID
    seat: UUID


@dataclass(frozen=True, kw_only=True)
class DateMoved(Event):
    """Another day was taken after those who sit were asked; `asked` is how many answers there were."""

    kind: ClassVar[str] = "conference.moved"

    conference: UUID
    day: date
    asked: int


@dataclass(frozen=True, kw_only=True)
class TableSeated(Event):
    """Who sits at a table that speaks of nobody; `team` is empty for a post without an account."""

    kind: ClassVar[str] = "table.seated"

    conference: UUID
    type: KindCode
    team: UUID | None


@dataclass(frozen=True, kw_only=True)
class TableSeatTakenBack(Event):
    """A seat at a table that speaks of nobody was put there by mistake."""

    kind: ClassVar[str] = "table.seat_taken_back"

    conference: UUID
    type: KindCode


@dataclass(frozen=True, kw_only=True)
class TopicRaised(Event):
    """Something without a name waits for a table, or came on one."""

    kind: ClassVar[str] = "topic.raised"

    topic: UUID
    type: KindCode
    from_pattern: bool
    from_table: bool


@dataclass(frozen=True, kw_only=True)
class ResolutionMade(Event):
    """A table above the case settled something."""

    kind: ClassVar[str] = "resolution.made"

    resolution: UUID
    owner: UUID
    type: KindCode
    due: date


@dataclass(frozen=True, kw_only=True)
class ResolutionFollowed(Event):
    kind: ClassVar[str] = "resolution.followed"

    resolution: UUID
    result: Followed
    late: int


@dataclass(frozen=True, kw_only=True)
class WordsRebased(Event):
    """Words left the ring of an item, on consent; `basis` is the ground on which they had been said."""

    kind: ClassVar[str] = "item.rebased"

    item: UUID
    team: UUID
    basis: BasisCode
