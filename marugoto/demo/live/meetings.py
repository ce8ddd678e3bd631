"""The conferences of a body: each kind comes back about once a month, on days set long before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from marugoto.conferences.actions.conference import close_conference, convene, open_conference
from marugoto.conferences.codes import KindCode
from marugoto.conferences.models import Conference
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fields import HOTAKAZAWA, MINAMO, SHIOMI
from marugoto.demo.live.words.meeting import ROOMS, TOWN_ROOM
from marugoto.disclosure.codes import CouncilKind
from marugoto.kernel.jst import JST, local_day

if TYPE_CHECKING:
    from marugoto.demo.live.here import Here  # a body holds its meetings, and meetings ask their body the time

EVERY = 20  # open days
BEGINS, LASTS = time(13, 30), timedelta(minutes=90)
SOONEST = 3  # open days before it, the agenda is complete


@dataclass(frozen=True)
class Regular:
    """A conference that comes back. `ahead`: how many open days after today the next one is."""

    kind: KindCode
    convener: str
    ahead: int


REGULARS: dict[str, tuple[Regular, ...]] = {
    MINAMO: (
        Regular(KindCode.SUPPORT, "mori", 2),
        Regular(KindCode.MULTILAYERED, "mori", 9),
        Regular(KindCode.CARE, "ogawa", 5),
        Regular(KindCode.CHILD, "fujii", 7),
    ),
    SHIOMI: (
        Regular(KindCode.POVERTY, "wakui", 3),
        Regular(KindCode.CARE, "s-okuno", 6),
        Regular(KindCode.CHILD, "s-mizuki", 8),
    ),
    HOTAKAZAWA: (Regular(KindCode.SMALL_TOWN, "aruga", 4),),
}


@dataclass
class Table:
    """One conference to come."""

    conference: Conference
    begins: datetime
    convener: UUID
    asked_outside: bool = False  # one from outside is enough
    jointly: bool = False  # a household is spoken of here under two grounds


@dataclass
class Meetings:
    """The tables of a body; a household that wants to be spoken of asks here, and the first one that asks has it convened."""

    here: "Here"
    coming: dict[KindCode, Table] = field(default_factory=dict)
    councils: dict[CouncilKind, UUID] = field(default_factory=dict)
    members: dict[str, UUID] = field(default_factory=dict)  # who belongs to one of them and is not kept here
    under: Mapping[KindCode, tuple[CouncilKind, ...]] = field(default_factory=dict)

    def next(self, kind: KindCode) -> Table:
        """The next one whose agenda is not complete yet."""
        here = self.here
        table = self.coming.get(kind)
        earliest = here.calendar.add(here.today, SOONEST)
        if table is None or local_day(table.begins) < earliest:
            regular = next(one for one in REGULARS[here.body] if one.kind is kind)
            table = self.coming[kind] = self._convene(regular, _first_from(here, regular, earliest))
        return table

    def _convene(self, regular: Regular, day: date) -> Table:
        here = self.here
        begins, hat = datetime.combine(day, BEGINS, tzinfo=JST), here.hat(regular.convener)
        room = TOWN_ROOM if here.body == HOTAKAZAWA else here.chance("room", day).choice(ROOMS)
        conference = convene(
            by=here.by(hat),
            at=here.now,
            kind=regular.kind,
            begins_at=begins,
            ends_at=begins + LASTS,
            where=room,
            councils=[self.councils[one] for one in self.under.get(regular.kind, ())],
        )
        here.clock.begin(begins, self._takes_place(conference, hat))
        return Table(conference, begins, hat)

    def _takes_place(self, conference: Conference, hat: UUID) -> Steps:
        open_conference(by=self.here.by(hat), at=self.here.now, conference=conference)
        yield self.here.now + LASTS
        close_conference(by=self.here.by(hat), at=self.here.now, conference=conference)


def _first_from(here: "Here", regular: Regular, earliest: date) -> date:
    """Counted back in equal steps from the next one after today."""
    last = here.calendar.add(here.until, regular.ahead)
    return here.calendar.add(last, -EVERY * (here.calendar.between(earliest, last) // EVERY))
