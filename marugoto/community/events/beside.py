"""What can happen with those outside welfare who make the town together, and with what the prefecture provides."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.community.codes import (
    CooperationSaid,
    GroundKind,
    Lack,
    MemberKind,
    UptakeKind,
)
from marugoto.community.rules.enquiry import EnquiryAbout, EnquiryFruit, EnquiryTrigger
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class MemberAdmitted(Event):
    """A division outside welfare, or a group, takes part from now on, on a stated ground."""

    kind: ClassVar[str] = "standing_member.admitted"

    member: UUID
    type: MemberKind
    ground: GroundKind


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Event):
    kind: ClassVar[str] = "standing_member.left"

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


@dataclass(frozen=True, kw_only=True)
class LackSheetBrought(Event):
    """A division was brought what is lacking, on one page, and asked what it can do. `lacks`: how many sorts stood on it."""

    kind: ClassVar[str] = "lack_sheet.brought"

    sheet: UUID
    member: UUID
    lacks: int


@dataclass(frozen=True, kw_only=True)
class ProvisionOffered(Event):
    """The envelope's body, a prefecture, provides something for all its municipalities."""

    kind: ClassVar[str] = "provision.offered"

    provision: UUID
    lack: Lack


@dataclass(frozen=True, kw_only=True)
class ProvisionChanged(Event):
    kind: ClassVar[str] = "provision.changed"

    provision: UUID
    lack: Lack


@dataclass(frozen=True, kw_only=True)
class ProvisionEnded(Event):
    kind: ClassVar[str] = "provision.ended"

    provision: UUID


@dataclass(frozen=True, kw_only=True)
class ProvisionTakenUp(Event):
    """The envelope's body, a municipality, uses it; for whom stands nowhere."""

    kind: ClassVar[str] = "provision.taken_up"

    provision: UUID
    how: UptakeKind


@dataclass(frozen=True, kw_only=True)
class ProvisionLeftOff(Event):
    kind: ClassVar[str] = "provision.left_off"

    provision: UUID


@dataclass(frozen=True, kw_only=True)
class PrefectureAsked(Event):
    """The envelope's body, a municipality, asks its prefecture for advice on its own work. `trigger`: what made it ask."""

    kind: ClassVar[str] = "prefecture.asked"

    enquiry: UUID
    about: EnquiryAbout
    trigger: EnquiryTrigger


@dataclass(frozen=True, kw_only=True)
class EnquiryAdvised(Event):
    """The envelope's body, a prefecture, has said what to do and who advises. `visit`: when somebody comes."""

    kind: ClassVar[str] = "prefecture.advised"

    enquiry: UUID
    visit: date | None


@dataclass(frozen=True, kw_only=True)
class EnquiryEnded(Event):
    """What came of it, as the municipality says it."""

    kind: ClassVar[str] = "enquiry.ended"

    enquiry: UUID
    fruit: EnquiryFruit
