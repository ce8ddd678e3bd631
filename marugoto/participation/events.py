"""What can happen on the way to a place."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from marugoto.ledger.events import Event
from marugoto.participation.codes import MatchState, VisitFeeling, VisitKind


@dataclass(frozen=True, kw_only=True)
class WishHeard(Event):
    kind: ClassVar[str] = "wish.heard"

    interests: int


@dataclass(frozen=True, kw_only=True)
class MatchMoved(Event):
    kind: ClassVar[str] = "participation.matched"

    match: UUID
    place: UUID
    state: MatchState


@dataclass(frozen=True, kw_only=True)
class VisitMade(Event):
    kind: ClassVar[str] = "participation.visited"

    match: UUID
    place: UUID
    type: VisitKind
    feeling: VisitFeeling
    with_worker: bool
