"""What can happen in the community."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.community.codes import (
    ConfirmedBy,
    CooperationSaid,
    DoubtReason,
    GroundKind,
    Lack,
    MemberKind,
    NoteKind,
    PlaceEnd,
    PlaceKind,
    PromiseKind,
    TryWay,
    UnmetEnd,
    UnmetSaid,
    Welcome,
)
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
    """`parts`: how many were asked for, 0 the whole; `since`: days since the check before, empty at the first."""

    kind: ClassVar[str] = "resource.confirmed"
    version: ClassVar[int] = 2

    place: UUID
    how: ConfirmedBy
    type: PlaceKind | None = None
    parts: int = 0
    since: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceTried(Event):
    """Nobody was reached; `tries` with this one, since somebody last was."""

    kind: ClassVar[str] = "resource.tried"

    place: UUID
    way: TryWay
    tries: int


@dataclass(frozen=True, kw_only=True)
class PlaceDoubted(Event):
    kind: ClassVar[str] = "resource.doubted"

    place: UUID
    reason: DoubtReason


@dataclass(frozen=True, kw_only=True)
class PlacePromised(Event):
    """Not to list, or not to contact; `until` empty: until it is lifted."""

    kind: ClassVar[str] = "resource.promised"

    place: UUID
    promise: PromiseKind
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class PromiseLifted(Event):
    kind: ClassVar[str] = "resource.promise_lifted"

    place: UUID
    promise: PromiseKind


@dataclass(frozen=True, kw_only=True)
class HostLinked(Event):
    """The group got a link of its own; `until` exclusive."""

    kind: ClassVar[str] = "resource.linked"

    place: UUID
    link: UUID
    until: date


@dataclass(frozen=True, kw_only=True)
class HostLinkWithdrawn(Event):
    kind: ClassVar[str] = "resource.link_withdrawn"

    place: UUID
    link: UUID


@dataclass(frozen=True, kw_only=True)
class ChangeAsked(Event):
    """`fields`: how many are to be put right."""

    kind: ClassVar[str] = "resource.change_asked"

    place: UUID
    request: UUID
    fields: int


@dataclass(frozen=True, kw_only=True)
class ChangeAnswered(Event):
    """`taken` of the asked fields were written."""

    kind: ClassVar[str] = "resource.change_answered"

    place: UUID
    request: UUID
    taken: int
    asked: int


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
class UnmetJoined(Event):
    """Two tasks are one from now on: `into` goes on."""

    kind: ClassVar[str] = "unmet.joined"

    unmet: UUID
    into: UUID


@dataclass(frozen=True, kw_only=True)
class UnmetTried(Event):
    """Something was tried to find or make the place; `number` counts from one, `next_on` is when it goes on."""

    kind: ClassVar[str] = "unmet.tried"

    unmet: UUID
    number: int
    next_on: date


@dataclass(frozen=True, kw_only=True)
class UnmetReplied(Event):
    """The holder of a waiting need answered to the place that came: taken up, or why not."""

    kind: ClassVar[str] = "unmet.replied"

    unmet: UUID
    place: UUID
    said: UnmetSaid


@dataclass(frozen=True, kw_only=True)
class UnmetEnded(Event):
    kind: ClassVar[str] = "unmet.ended"

    unmet: UUID
    place: UUID | None
    end: UnmetEnd


@dataclass(frozen=True, kw_only=True)
class MemberAdmitted(Event):
    """A division outside welfare, or a group, takes part from now on, on a stated ground."""

    kind: ClassVar[str] = "member.admitted"

    member: UUID
    type: MemberKind
    ground: GroundKind


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Event):
    kind: ClassVar[str] = "member.left"

    member: UUID


@dataclass(frozen=True, kw_only=True)
class UndertakingBegun(Event):
    """A standing member has something of its own that answers what is lacking."""

    kind: ClassVar[str] = "undertaking.begun"

    undertaking: UUID
    member: UUID
    lack: Lack


@dataclass(frozen=True, kw_only=True)
class UndertakingEnded(Event):
    kind: ClassVar[str] = "undertaking.ended"

    undertaking: UUID


@dataclass(frozen=True, kw_only=True)
class CooperationAsked(Event):
    kind: ClassVar[str] = "cooperation.asked"

    cooperation: UUID
    to: UUID
    answer_by: date


@dataclass(frozen=True, kw_only=True)
class CooperationAnswered(Event):
    """`late`: open days after the day it was due, never negative."""

    kind: ClassVar[str] = "cooperation.answered"

    cooperation: UUID
    said: CooperationSaid
    late: int
