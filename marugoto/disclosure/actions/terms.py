"""What an opening is to be: to whom, on what ground, until when; and what of it may be opened."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Folder


@dataclass(frozen=True)
class Terms:
    """To whom (a team, or one duty of it), on what ground, until when, by what way (a ball, a seat), and why. `seat`: where a
    team gets it for a role that somebody of it took at the table.

    `persons`: by subject that is nobody's own (a need, a case, a household) all who must agree where the basis is consent; a
    subject that is missing there opens on no consent. `optional`: subjects left out, not refused, where somebody did not agree. `records`: by
    person the other records of the same person; the latest answer on any of them counts.
    """

    basis: BasisCode
    team: UUID | None = None
    duty: UUID | None = None
    until: datetime | None = None
    via: str = ""
    reason: str = ""
    seat: UUID | None = None
    persons: Mapping[UUID, Collection[UUID]] = field(default_factory=dict)
    optional: Collection[UUID] = ()
    records: Mapping[UUID, Collection[UUID]] = field(default_factory=dict)


@dataclass(frozen=True)
class Granted:
    """A folder that may be opened, on whose answers or on which decision, and the moment at which the first of them ends."""

    folder: Folder
    until: datetime | None
    answers: tuple[UUID, ...] = ()  # consents, which whoever catches need not see
    decision: UUID | None = None
