"""What can happen to rights: facts for the ledger."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.disclosure.codes import BasisCode, ConsentState, Part
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
