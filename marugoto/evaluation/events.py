"""What a body says of itself for its evaluation, and what it has begun and wants to look back at."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class HoursDeclared(Event):
    """How many hours the coordination took from the first to the last day of a half-year; what is said later of it replaces this."""

    kind: ClassVar[str] = "hours.declared"

    first: date
    last: date
    hours: int


@dataclass(frozen=True, kw_only=True)
class InitiativeBegun(Event):
    """`places`, `districts`: how many belong to it."""

    kind: ClassVar[str] = "initiative.begun"

    initiative: UUID
    since: date
    places: int
    districts: int


@dataclass(frozen=True, kw_only=True)
class InitiativeChanged(Event):
    """It was put right; `moved`: by how many days its beginning was."""

    kind: ClassVar[str] = "initiative.changed"

    initiative: UUID
    moved: int


@dataclass(frozen=True, kw_only=True)
class InitiativeEnded(Event):
    kind: ClassVar[str] = "initiative.ended"

    initiative: UUID
    day: date
