"""What can happen to rights: facts for the ledger."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.disclosure.codes import BasisCode, ConsentState, EmergencyReason, EmergencyVerdict, Part, PurposeItem
from marugoto.disclosure.rules.watch import Verdict
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class DisclosureMade(Event):
    """A folder was opened to another team or duty."""

    kind: ClassVar[str] = "disclosure.made"

    to: UUID
    basis: BasisCode
    part: Part
    until: date | None


@dataclass(frozen=True, kw_only=True)
class DisclosureEnded(Event):
    kind: ClassVar[str] = "disclosure.ended"

    to: UUID
    basis: BasisCode
    part: Part


@dataclass(frozen=True, kw_only=True)
class DisclosureRefused(Event):
    """Somebody wanted to share and had no ground for it."""

    kind: ClassVar[str] = "disclosure.refused"

    to: UUID
    basis: BasisCode


@dataclass(frozen=True, kw_only=True)
class ConsentAnswered(Event):
    kind: ClassVar[str] = "consent.answered"

    state: ConsentState
    to: UUID | None


@dataclass(frozen=True, kw_only=True)
class RestrictionSet(Event):
    kind: ClassVar[str] = "restriction.set"

    due: date | None


@dataclass(frozen=True, kw_only=True)
class RestrictionEnded(Event):
    kind: ClassVar[str] = "restriction.ended"


@dataclass(frozen=True, kw_only=True)
class EmergencyBegun(Event):
    """Somebody opened a household in an emergency; `folders` is how many, 0 where nobody was found."""

    kind: ClassVar[str] = "emergency.begun"

    reason: EmergencyReason
    folders: int


@dataclass(frozen=True, kw_only=True)
class EmergencySeconded(Event):
    """A second person answered whether what is guarded opens too."""

    kind: ClassVar[str] = "emergency.seconded"

    agreed: bool


@dataclass(frozen=True, kw_only=True)
class EmergencyAccounted(Event):
    """Whoever opened it said afterwards what for."""

    kind: ClassVar[str] = "emergency.accounted"


@dataclass(frozen=True, kw_only=True)
class EmergencyAnswered(Event):
    """Somebody who was told of it answered."""

    kind: ClassVar[str] = "emergency.answered"

    verdict: EmergencyVerdict


@dataclass(frozen=True, kw_only=True)
class EmergencyEscalated(Event):
    """A day went by without the account or an answer; `told` is how many more were told."""

    kind: ClassVar[str] = "emergency.escalated"

    told: int


@dataclass(frozen=True, kw_only=True)
class RestrictionRenewed(Event):
    """A measure was granted until `due`."""

    kind: ClassVar[str] = "restriction.renewed"

    due: date


@dataclass(frozen=True, kw_only=True)
class ConflictDeclared(Event):
    """A worker must not see or handle somebody; `own` is 1 where the worker said so himself. Not why."""

    kind: ClassVar[str] = "conflict.declared"

    worker: UUID
    own: int


@dataclass(frozen=True, kw_only=True)
class ConflictEnded(Event):
    kind: ClassVar[str] = "conflict.ended"

    worker: UUID


@dataclass(frozen=True, kw_only=True)
class SignReviewed(Event):
    """A second person said what to make of looks that no work explains; about whose they are only the row says."""

    kind: ClassVar[str] = "sign.reviewed"

    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class SignAnswered(Event):
    """The worker who was asked answered."""

    kind: ClassVar[str] = "sign.answered"

    review: UUID


@dataclass(frozen=True, kw_only=True)
class PurposeAsked(Event):
    """A team asked to be allowed to tell another one for another purpose; `subjects` is about how many."""

    kind: ClassVar[str] = "purpose.asked"

    to: UUID
    item: PurposeItem
    subjects: int


@dataclass(frozen=True, kw_only=True)
class PurposeDecided(Event):
    kind: ClassVar[str] = "purpose.decided"

    to: UUID
    item: PurposeItem
    agreed: bool


@dataclass(frozen=True, kw_only=True)
class PurposeEnded(Event):
    """Taken back by whoever asked, or by whoever could decide; `grants` is how many openings closed with it."""

    kind: ClassVar[str] = "purpose.ended"

    to: UUID
    grants: int
