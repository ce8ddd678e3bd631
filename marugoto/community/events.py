"""What can happen in the community."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from marugoto.community.codes import ConfirmedBy, NoteKind, PlaceEnd, PlaceKind, UnmetEnd, Welcome
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class PlaceListed(Event):
    kind: ClassVar[str] = "resource.listed"

    place: UUID
    type: PlaceKind


@dataclass(frozen=True, kw_only=True)
class PlaceChanged(Event):
    """`fields`: how many changed."""

    kind: ClassVar[str] = "resource.changed"

    place: UUID
    fields: int


@dataclass(frozen=True, kw_only=True)
class PlaceWidened(Event):
    kind: ClassVar[str] = "resource.widened"

    place: UUID
    welcome: Welcome


@dataclass(frozen=True, kw_only=True)
class PlaceConfirmed(Event):
    kind: ClassVar[str] = "resource.confirmed"

    place: UUID
    how: ConfirmedBy


@dataclass(frozen=True, kw_only=True)
class PlaceEnded(Event):
    kind: ClassVar[str] = "resource.closed"

    place: UUID
    end: PlaceEnd


@dataclass(frozen=True, kw_only=True)
class FieldVisited(Event):
    kind: ClassVar[str] = "field.visit"

    place: UUID | None
    type: NoteKind
    minutes: int | None


@dataclass(frozen=True, kw_only=True)
class UnmetFiled(Event):
    kind: ClassVar[str] = "unmet.filed"

    unmet: UUID


@dataclass(frozen=True, kw_only=True)
class UnmetEnded(Event):
    kind: ClassVar[str] = "unmet.ended"

    unmet: UUID
    place: UUID | None
    end: UnmetEnd
