"""What can happen to persons and households: facts without a name."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from marugoto.ledger.events import Event
from marugoto.people.codes import DescentKind, LeaveReason, PersonField, TieKind, UnionKind, UnionState


@dataclass(frozen=True, kw_only=True)
class PersonEntered(Event):
    """A record of a person was begun; `named`: the name was known."""

    kind: ClassVar[str] = "person.entered"

    named: bool


@dataclass(frozen=True, kw_only=True)
class PersonCorrected(Event):
    kind: ClassVar[str] = "person.corrected"

    field: PersonField


@dataclass(frozen=True, kw_only=True)
class PersonDied(Event):
    kind: ClassVar[str] = "person.died"


@dataclass(frozen=True, kw_only=True)
class HouseholdFormed(Event):
    kind: ClassVar[str] = "household.formed"

    household: UUID
    members: int


@dataclass(frozen=True, kw_only=True)
class MemberJoined(Event):
    kind: ClassVar[str] = "member.joined"

    household: UUID


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Event):
    kind: ClassVar[str] = "member.left"

    household: UUID
    reason: LeaveReason


@dataclass(frozen=True, kw_only=True)
class MemberStayed(Event):
    """The leaving was a mistake: the person never went."""

    kind: ClassVar[str] = "member.stayed"

    household: UUID


@dataclass(frozen=True, kw_only=True)
class HouseholdSplit(Event):
    """Some members now form a household of their own."""

    kind: ClassVar[str] = "household.split"

    household: UUID
    other: UUID
    members: int


@dataclass(frozen=True, kw_only=True)
class HouseholdsMerged(Event):
    """All visible members of `other` now live in `household`."""

    kind: ClassVar[str] = "household.merged"

    household: UUID
    other: UUID
    members: int


@dataclass(frozen=True, kw_only=True)
class UnionRecorded(Event):
    kind: ClassVar[str] = "union.recorded"

    union: UnionKind


@dataclass(frozen=True, kw_only=True)
class UnionTurned(Event):
    kind: ClassVar[str] = "union.turned"

    state: UnionState


@dataclass(frozen=True, kw_only=True)
class DescentRecorded(Event):
    kind: ClassVar[str] = "descent.recorded"

    descent: DescentKind


@dataclass(frozen=True, kw_only=True)
class FamilyMarked(Event):
    """A mark of the picture was set or taken away; which one is nobody's to count."""

    kind: ClassVar[str] = "family.marked"

    marked: bool


@dataclass(frozen=True, kw_only=True)
class TieMistaken(Event):
    """A tie was written down by mistake; `tie` says of which kind."""

    kind: ClassVar[str] = "tie.mistaken"

    tie: TieKind


@dataclass(frozen=True, kw_only=True)
class PersonAlive(Event):
    """The death was recorded by mistake."""

    kind: ClassVar[str] = "person.alive"


@dataclass(frozen=True, kw_only=True)
class AliasRecorded(Event):
    """Two records were found to be of one person; `other` is the pseudonym of the second."""

    kind: ClassVar[str] = "alias.recorded"

    other: UUID


@dataclass(frozen=True, kw_only=True)
class AliasEnded(Event):
    kind: ClassVar[str] = "alias.ended"

    other: UUID


@dataclass(frozen=True, kw_only=True)
class ContactAdded(Event):
    """A telephone number or an address was added; `guarded`: it went into the protected folder."""

    kind: ClassVar[str] = "contact.added"

    guarded: bool
