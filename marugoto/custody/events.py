"""What can happen to a ball. The envelope's `matter` names the matter, so no event names the ball again."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.custody.codes import (
    Alarm,
    AskingEndingKind,
    BidEndingKind,
    Decliner,
    DeclineReason,
    How,
    LearntCode,
    MatterKind,
    Means,
    OfferReason,
    Outcome,
    OutsideSaid,
    Stance,
    StuckOutcome,
    TouchKind,
    Urgency,
    Whom,
    WithdrawReason,
)
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class BallPlaced(Event):
    kind: ClassVar[str] = "ball.placed"

    to: UUID
    in_charge: UUID
    matter_kind: MatterKind
    urgency: Urgency


@dataclass(frozen=True, kw_only=True)
class BallOffered(Event):
    kind: ClassVar[str] = "ball.offered"

    offer: UUID
    to: UUID
    sender: UUID
    matter_kind: MatterKind
    urgency: Urgency
    reason: OfferReason
    due: date
    openings: int


@dataclass(frozen=True, kw_only=True)
class BallCaught(Event):
    """`waited`: open days between offer and catch."""

    kind: ClassVar[str] = "ball.caught"

    offer: UUID
    to: UUID
    sender: UUID
    matter_kind: MatterKind
    urgency: Urgency
    waited: int


@dataclass(frozen=True, kw_only=True)
class BallDeclined(Event):
    """`times`: the how manieth no for this ball since it was last caught or placed."""

    kind: ClassVar[str] = "ball.declined"

    offer: UUID
    to: UUID
    instead: UUID | None
    matter_kind: MatterKind
    declined_by: Decliner
    reason: DeclineReason
    waited: int
    times: int


@dataclass(frozen=True, kw_only=True)
class BallWithdrawn(Event):
    kind: ClassVar[str] = "ball.withdrawn"

    offer: UUID
    to: UUID
    sender: UUID
    matter_kind: MatterKind
    reason: WithdrawReason
    waited: int


@dataclass(frozen=True, kw_only=True)
class BallLapsed(Event):
    kind: ClassVar[str] = "ball.lapsed"

    offer: UUID
    to: UUID
    sender: UUID
    matter_kind: MatterKind
    urgency: Urgency
    due: date


@dataclass(frozen=True, kw_only=True)
class BallEscalated(Event):
    """It does not move, and after so many open days somebody more was told."""

    kind: ClassVar[str] = "ball.escalated"

    alarm: Alarm
    whom: Whom
    holder: UUID
    days: int


@dataclass(frozen=True, kw_only=True)
class BallTakenOn(Event):
    """An agency without an account takes it on: the sender holds the ball as before, and stands for it."""

    kind: ClassVar[str] = "ball.taken_on"

    offer: UUID
    to: UUID
    sender: UUID
    matter_kind: MatterKind
    urgency: Urgency
    waited: int


@dataclass(frozen=True, kw_only=True)
class OutsideHeard(Event):
    """Somebody wrote down what an agency without an account answered. `waited`: open days between offer and answer."""

    kind: ClassVar[str] = "outside.heard"

    offer: UUID
    to: UUID
    answer: OutsideSaid
    means: Means
    waited: int


@dataclass(frozen=True, kw_only=True)
class MoreAsked(Event):
    """The team that was asked wants to know more before it answers. `waited`: open days since the offer."""

    kind: ClassVar[str] = "more.asked"

    offer: UUID
    to: UUID
    waited: int


@dataclass(frozen=True, kw_only=True)
class MoreTold(Event):
    """The sender answered what was asked back. `waited`: open days since it was asked."""

    kind: ClassVar[str] = "more.told"

    offer: UUID
    to: UUID
    waited: int


@dataclass(frozen=True, kw_only=True)
class BallTouched(Event):
    """`rested`: open days since the ball was last touched by those who carry it, or came to its holder."""

    kind: ClassVar[str] = "ball.touched"

    holder: UUID
    matter_kind: MatterKind
    touch: TouchKind
    stance: Stance
    rested: int


@dataclass(frozen=True, kw_only=True)
class BallAssigned(Event):
    """Another person of the same team is in charge."""

    kind: ClassVar[str] = "ball.assigned"

    to: UUID
    left: UUID
    how: How


@dataclass(frozen=True, kw_only=True)
class BallTakenIn(Event):
    """Nobody was left in the team: the team of last resort holds."""

    kind: ClassVar[str] = "ball.taken_in"

    to: UUID
    sender: UUID
    in_charge: UUID


@dataclass(frozen=True, kw_only=True)
class BallHandedBack(Event):
    """What was told with it has shut: the team that handed it on holds it again."""

    kind: ClassVar[str] = "ball.handed_back"

    to: UUID
    sender: UUID
    in_charge: UUID
    matter_kind: MatterKind
    urgency: Urgency


@dataclass(frozen=True, kw_only=True)
class BallSettled(Event):
    """`open_days`: open days from placing to the end."""

    kind: ClassVar[str] = "ball.settled"

    holder: UUID
    matter_kind: MatterKind
    urgency: Urgency
    outcome: Outcome
    open_days: int
    holders: int


@dataclass(frozen=True, kw_only=True)
class BallReopened(Event):
    kind: ClassVar[str] = "ball.reopened"

    to: UUID
    in_charge: UUID
    matter_kind: MatterKind
    urgency: Urgency


@dataclass(frozen=True, kw_only=True)
class CompanionJoined(Event):
    kind: ClassVar[str] = "companion.joined"

    team: UUID
    holder: UUID


@dataclass(frozen=True, kw_only=True)
class CompanionLeft(Event):
    kind: ClassVar[str] = "companion.left"

    team: UUID


@dataclass(frozen=True, kw_only=True)
class RescueBegun(Event):
    kind: ClassVar[str] = "rescue.begun"

    rescue: UUID
    holder: UUID
    matter_kind: MatterKind
    until: date


@dataclass(frozen=True, kw_only=True)
class RescueEnded(Event):
    kind: ClassVar[str] = "rescue.ended"

    rescue: UUID
    holder: UUID
    learnt: LearntCode | None
    by_itself: bool


@dataclass(frozen=True, kw_only=True)
class LessonKept(Event):
    """What the holder can do itself the next time, said after acting ended by its day, or with the answer to a call for help."""

    kind: ClassVar[str] = "lesson.kept"

    holder: UUID
    matter_kind: MatterKind
    learnt: LearntCode


@dataclass(frozen=True, kw_only=True)
class StuckCalled(Event):
    kind: ClassVar[str] = "stuck.called"

    stuck: UUID
    holder: UUID
    matter_kind: MatterKind
    stance: Stance


@dataclass(frozen=True, kw_only=True)
class StuckAnswered(Event):
    """`waited`: open days from the call to the answer."""

    kind: ClassVar[str] = "stuck.answered"

    stuck: UUID
    outcome: StuckOutcome
    waited: int


@dataclass(frozen=True, kw_only=True)
class BallBid(Event):
    """A team would hold a ball that another holds."""

    kind: ClassVar[str] = "ball.bid"

    bid: UUID
    team: UUID
    holder: UUID
    matter_kind: MatterKind


@dataclass(frozen=True, kw_only=True)
class BidEnded(Event):
    """`waited`: open days from the bid to its end."""

    kind: ClassVar[str] = "bid.ended"

    bid: UUID
    team: UUID
    how: BidEndingKind
    waited: int


@dataclass(frozen=True, kw_only=True)
class HolderAsked(Event):
    """Somebody who oversees asks the holder how the ball stands."""

    kind: ClassVar[str] = "holder.asked"

    asking: UUID
    holder: UUID
    matter_kind: MatterKind


@dataclass(frozen=True, kw_only=True)
class HolderDirected(Event):
    """Somebody who oversees says what the holder is to do; `days`: open days until it is to be done."""

    kind: ClassVar[str] = "holder.directed"

    asking: UUID
    holder: UUID
    matter_kind: MatterKind
    days: int


@dataclass(frozen=True, kw_only=True)
class AskingEnded(Event):
    """`waited`: open days from the question, or the direction, to its end."""

    kind: ClassVar[str] = "asking.ended"

    asking: UUID
    how: AskingEndingKind
    waited: int


@dataclass(frozen=True, kw_only=True)
class TeamEnded(Event):
    kind: ClassVar[str] = "team.ended"

    team: UUID


@dataclass(frozen=True, kw_only=True)
class DutyEnded(Event):
    kind: ClassVar[str] = "duty.ended"

    ended: UUID
    team: UUID
    balls: int


@dataclass(frozen=True, kw_only=True)
class DutyStays(Event):
    """An ending was taken back before its day came."""

    kind: ClassVar[str] = "duty.stays"

    ended: UUID
    team: UUID
