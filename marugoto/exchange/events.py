"""What can happen at the porter's: facts for the ledger, in numbers only."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class ImportConfirmed(Event):
    """A file of places was taken in."""

    kind: ClassVar[str] = "import.confirmed"

    source: UUID
    made: int
    changed: int
    unchanged: int
    refused: int


@dataclass(frozen=True, kw_only=True)
class ImportUndone(Event):
    """A receipt was taken back; `kept` rows stayed because the town had moved on."""

    kind: ClassVar[str] = "import.undone"

    source: UUID
    undone: int
    kept: int


@dataclass(frozen=True, kw_only=True)
class StaffListConfirmed(Event):
    """A staff list was taken in; `asked` wait for a second person, `left` go on their day."""

    kind: ClassVar[str] = "staff_list.confirmed"

    source: UUID
    asked: int
    left: int
    same: int
    unread: int
