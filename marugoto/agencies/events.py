"""What can happen to an account: facts about workers as numbers, never a name, never a secret."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.agencies.codes import Difference
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class AccountAsked(Event):
    """The envelope's duty has asked; `renewed`: for somebody who is here already."""

    kind: ClassVar[str] = "account.asked"

    proposal: UUID
    since: date
    renewed: bool


@dataclass(frozen=True, kw_only=True)
class AccountReleased(Event):
    """The envelope's duty is the second person; `asked_by` the first."""

    kind: ClassVar[str] = "account.released"

    proposal: UUID
    worker: UUID
    asked_by: UUID


@dataclass(frozen=True, kw_only=True)
class AccountRefused(Event):
    kind: ClassVar[str] = "account.refused"

    proposal: UUID
    asked_by: UUID


@dataclass(frozen=True, kw_only=True)
class AccountWithdrawn(Event):
    kind: ClassVar[str] = "account.withdrawn"

    proposal: UUID


@dataclass(frozen=True, kw_only=True)
class SlipShown(Event):
    """`until` is the first day on which its secret is no longer good."""

    kind: ClassVar[str] = "slip.shown"

    slip: UUID
    worker: UUID
    until: date


@dataclass(frozen=True, kw_only=True)
class AccountBegun(Event):
    """Somebody came in with the slip and chose a password of his own; who it is, a second person has yet to say."""

    kind: ClassVar[str] = "account.begun"

    slip: UUID
    worker: UUID


@dataclass(frozen=True, kw_only=True)
class AccountRecognised(Event):
    """The envelope's duty has met whoever chose that password, and says that it is the worker."""

    kind: ClassVar[str] = "account.recognised"

    slip: UUID
    worker: UUID


@dataclass(frozen=True, kw_only=True)
class KeysRemoved(Event):
    """The envelope's duty has taken away all `count` second keys of that worker's account."""

    kind: ClassVar[str] = "keys.removed"

    worker: UUID
    count: int


@dataclass(frozen=True, kw_only=True)
class AccountSuspended(Event):
    """`day` is the first day without it."""

    kind: ClassVar[str] = "account.suspended"

    worker: UUID
    day: date


@dataclass(frozen=True, kw_only=True)
class ProfileSaid(Event):
    """From a day on the body has, or has not, what a ground of the law hangs on."""

    kind: ClassVar[str] = "profile.said"

    entry: Difference
    since: date


@dataclass(frozen=True, kw_only=True)
class DeskLeft(Event):
    """The envelope's duty has left its screen; `idle` is 1 where nobody had touched it for the body's time."""

    kind: ClassVar[str] = "desk.left"

    idle: int


@dataclass(frozen=True, kw_only=True)
class DeskTaken(Event):
    """Somebody has signed in at a screen that was left; `same` is 1 where it is who had left it."""

    kind: ClassVar[str] = "desk.taken"

    same: int
