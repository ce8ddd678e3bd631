"""Who is looking or acting: one worker under one duty, at one moment, for one purpose."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from marugoto.agencies.codes import KEEPS_HOUSE, Purpose, Role
from marugoto.kernel.calendar import WorkingCalendar


class Sight:
    """What was shown while one answer was made: folder → the part shown. The door writes it into the audit. And what could not be
    told for want of a basis: all else of a refused deed is undone, so the door tells it afterwards."""

    def __init__(self) -> None:
        self.folders: dict[UUID, str] = {}
        self.searched = ""
        self.lacks: list[Lack] = []

    def shows(self, folder: UUID, part: str = "") -> None:
        self.folders.setdefault(folder, part)


@dataclass(frozen=True)
class Lack:
    """Something could not be told for want of a basis: to whom, on which, about what, and the matter to which that belongs."""

    to: UUID
    basis: str
    subject: UUID
    matter: UUID | None = None


@dataclass(frozen=True)
class Viewer:
    """First argument of every query and `by` of every action. `at` decides which rights are in force."""

    body: str
    worker: UUID
    duty: UUID
    team: UUID
    agency: UUID
    roles: frozenset[Role]
    at: datetime
    name: str = ""
    hat: str = ""
    team_name: str = ""
    purpose: Purpose = Purpose.SUPPORT
    contracted: bool = False
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    sight: Sight = field(default_factory=Sight, compare=False)

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def keeps_house(self) -> bool:
        """The body's own office and chiefs, in every matter of the house: the head of an agency under contract keeps his own."""
        return self.has(*KEEPS_HOUSE) and not self.contracted

    def at_moment(self, at: datetime) -> "Viewer":
        """The same hat at another moment, with nothing seen yet."""
        return replace(self, at=at, sight=Sight())
