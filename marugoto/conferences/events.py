"""What can happen at a conference."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.conferences.codes import KindCode, OutsideKind, Stage
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
    """A role with a holder and a date."""

    kind: ClassVar[str] = "decision.made"

    conference: UUID
    need: UUID
    owner: UUID
    due: date


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
