"""What can happen on the way to a place, and on the way to somebody who has not asked."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.intake.codes import NoticeSource
from marugoto.ledger.events import Event
from marugoto.participation.codes import (
    ApproachEnd,
    GoodEnd,
    HostSays,
    LiftReason,
    Looker,
    LookResult,
    MatchState,
    OutreachGround,
    PlaceNews,
    Reaction,
    StillThere,
    VisitFeeling,
    VisitKind,
    WatchEnd,
    Way,
    WhyNot,
)


@dataclass(frozen=True, kw_only=True)
class WishHeard(Event):
    """`first`: 1 when nothing was heard for this need before."""

    kind: ClassVar[str] = "wish.heard"

    interests: int
    first: int = 0


@dataclass(frozen=True, kw_only=True)
class MatchMoved(Event):
    kind: ClassVar[str] = "participation.matched"

    match: UUID
    place: UUID
    state: MatchState
    why: WhyNot | None = None
    good: GoodEnd | None = None


@dataclass(frozen=True, kw_only=True)
class VisitMade(Event):
    kind: ClassVar[str] = "participation.visited"

    match: UUID
    place: UUID
    type: VisitKind
    feeling: VisitFeeling
    with_worker: bool


@dataclass(frozen=True, kw_only=True)
class OutreachBegun(Event):
    """Somebody begins to come nearer to a person who has not asked; `notice`: from which notice, if from one."""

    kind: ClassVar[str] = "outreach.begun"

    notice: UUID | None
    source: NoticeSource
    ground: OutreachGround
    named: bool


@dataclass(frozen=True, kw_only=True)
class OutreachTried(Event):
    """Each attempt is work, whatever came of it; `moved`: nearer than any attempt before."""

    kind: ClassVar[str] = "outreach.tried"

    way: Way
    reaction: Reaction
    number: int
    moved: bool


@dataclass(frozen=True, kw_only=True)
class OutreachReached(Event):
    """Met or heard for the first time: at which attempt, after how many days."""

    kind: ClassVar[str] = "outreach.reached"

    number: int
    days: int


@dataclass(frozen=True, kw_only=True)
class OutreachRefused(Event):
    """The person does not want anybody to come: nobody goes before that day."""

    kind: ClassVar[str] = "outreach.refused"

    until: date


@dataclass(frozen=True, kw_only=True)
class OutreachLifted(Event):
    """No refusal holds any more: the last that did was lifted."""

    kind: ClassVar[str] = "outreach.lifted"

    reason: LiftReason


@dataclass(frozen=True, kw_only=True)
class OutreachAgreed(Event):
    """The person wants to talk: it goes on as this consultation, after so many attempts and days."""

    kind: ClassVar[str] = "outreach.agreed"

    consultation: UUID
    number: int
    days: int


@dataclass(frozen=True, kw_only=True)
class OutreachEnded(Event):
    kind: ClassVar[str] = "outreach.ended"

    end: ApproachEnd
    number: int
    days: int


@dataclass(frozen=True, kw_only=True)
class WatchBegun(Event):
    kind: ClassVar[str] = "watch.begun"

    looker: Looker
    every: int


@dataclass(frozen=True, kw_only=True)
class WatchLooked(Event):
    """`late`: by how many days the round came after its day."""

    kind: ClassVar[str] = "watch.looked"

    looker: Looker
    result: LookResult
    late: int


@dataclass(frozen=True, kw_only=True)
class WatchEnded(Event):
    kind: ClassVar[str] = "watch.ended"

    end: WatchEnd


@dataclass(frozen=True, kw_only=True)
class StayLookedAt(Event):
    """`after`: 90 or 180 days after somebody settled; `kept` is the same number while the person still goes there, else 0."""

    kind: ClassVar[str] = "participation.looked_at"

    match: UUID
    place: UUID
    result: StillThere
    host: HostSays
    after: int
    kept: int


@dataclass(frozen=True, kw_only=True)
class RoadWritten(Event):
    """How one gets from one district to another was written down, or taken out."""

    kind: ClassVar[str] = "district.road_written"

    minutes: int | None


@dataclass(frozen=True, kw_only=True)
class PlaceFits(Event):
    """Its matter is a need that waits. The place became another, fits now, and the holder was told; nobody's hand did it."""

    kind: ClassVar[str] = "participation.place_fits"

    place: UUID
    news: PlaceNews
