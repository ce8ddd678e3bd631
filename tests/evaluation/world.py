"""Random facts in which everything happens that makes figures differ: the last minute of a year, what is corrected, what is delivered
twice, what is told late, two towns that became one. Told in short stories, so that what belongs together meets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from marugoto.evaluation.measures import Coded, Measured, Window
from marugoto.kernel.calendar import WorkingCalendar
from marugoto.kernel.fiscal import day_number, fiscal_year
from marugoto.kernel.jst import local_day
from tests.evaluation.told import Told

BEGAN, YEARS = datetime(2024, 3, 31, 15, 0, tzinfo=UTC), 3  # 令和6年4月1日 0:00
CALENDARS = (WorkingCalendar(), WorkingCalendar(closed=frozenset({date(2025, 8, 12), date(2026, 5, 7)})))
YEAR_ENDS = tuple(datetime(year, 3, 31, 14, 59, 30, tzinfo=UTC) for year in (2025, 2026))  # 23:59:30 in Japan


@dataclass(frozen=True)
class Kind:
    """A kind of fact a measure asks for, and the values of its columns that it asks for."""

    name: str
    column: str = ""
    among: tuple[str | int, ...] = ()


def kinds_of(part: object) -> list[Kind]:
    """All kinds that stand in a measure."""
    if isinstance(part, Coded):
        return [Kind(part.kind, part.column, part.among)]
    if isinstance(part, str):
        return [Kind(part)] if "." in part else []
    if isinstance(part, tuple):
        return [kind for one in part for kind in kinds_of(one)]
    if is_dataclass(part):
        return [kind for field in fields(part) for kind in kinds_of(getattr(part, field.name))]
    return []


def windows(body: str = "") -> list[Window]:
    """Twelve months to a 31 March and to a 30 September, of which a day still runs, and a half-year."""
    asked = (
        (date(2025, 4, 1), date(2026, 3, 31), 0),
        (date(2025, 10, 1), date(2026, 9, 30), 1),
        (date(2024, 10, 1), date(2025, 3, 31), 0),
    )
    return [
        Window(
            body,
            day_number(first),
            day_number(last) + 1,
            day_number(last) + 1 - runs,
            CALENDARS[0].number(last - timedelta(days=runs)) + 1,
        )
        for first, last, runs in asked
    ]


class World:
    """`measures` are what will be asked of the facts. The same seed tells the same."""

    def __init__(self, seed: int, measures: Iterable[Measured]) -> None:
        self.chance = Random(seed)
        self.plots = [kinds for kinds in (kinds_of(one) for one in measures) if kinds]
        self.seq = 0

    def body(self, code: str, facts: int, *, calendars: int = 1) -> list[Told]:
        """About so many facts; with two calendars those of two towns that became this one."""
        told: list[tuple[datetime, Told]] = []
        while len(told) < facts:
            told.extend(self._story(code, CALENDARS[self.chance.randrange(calendars)]))
        told.sort(key=lambda one: one[0])
        return list(self._delivered([fact for _, fact in told[:facts]]))

    def _story(self, code: str, calendar: WorkingCalendar) -> Iterator[tuple[datetime, Told]]:
        """Some facts of one measure's kinds about the same few matters, in the order of their days."""
        chance, kinds = self.chance, self.chance.choice(self.plots)
        few = [self._id() for _ in range(3)]
        at = self._moment()
        for _ in range(chance.randrange(2, 9)):
            yield at, self._fact(code, chance.choice(kinds), few, at, calendar)
            at += timedelta(days=chance.choice((0, 0, 1, 2, 3, 5, 9, 14, 30, 60)), minutes=chance.randrange(600))

    def _moment(self) -> datetime:
        if self.chance.random() < 0.15:
            return self.chance.choice(YEAR_ENDS) + timedelta(seconds=self.chance.randrange(60))
        return BEGAN + timedelta(minutes=self.chance.randrange(YEARS * 365 * 24 * 60))

    def _fact(self, code: str, kind: Kind, few: list[UUID], at: datetime, calendar: WorkingCalendar) -> Told:
        chance, day = self.chance, local_day(at)
        values: dict[str, UUID | str | int | None] = {
            f"ref_{place}": chance.choice([*few, None]) if place > 1 else chance.choice(few) for place in (1, 2, 3)
        }
        values |= {f"code_{place}": chance.choice(("", "x", "y", "z")) for place in (1, 2, 3, 4)}
        values |= {f"num_{place}": self._number(day_number(day)) for place in (1, 2, 3, 4)}
        if kind.column and chance.random() < 0.8:
            values[kind.column] = chance.choice(kind.among)
        return Told(
            seq=0,
            uid=self._id(),
            kind=kind.name,
            body=code,
            area=chance.choice(("", "north", "south", "east")),
            fy=fiscal_year(day),
            day=day_number(day),
            bday=calendar.number(day),
            org=UUID(int=chance.randrange(1, 7)),
            duty=UUID(int=chance.randrange(1, 30)),
            subject=chance.choice([*few[:2], None]),
            matter=chance.choice(few) if chance.random() < 0.97 else None,
            corrects=None,
            **values,  # type: ignore[arg-type]
        )

    def _number(self, day: int) -> int | None:
        """A due day, a day of a half-year, a score, an edition, or nothing."""
        chance = self.chance
        kind = chance.random()
        if kind < 0.35:
            return day + chance.randrange(-3, 20)
        if kind < 0.5:
            return chance.choice([window.since_day for window in windows()] + [one.until_day - 1 for one in windows()])
        return None if kind < 0.55 else chance.randrange(-2, 5)

    def _delivered(self, told: list[Told]) -> Iterator[Told]:
        """With their numbers; some told late, some corrected, some delivered twice."""
        chance = self.chance
        for place in range(len(told)):
            if chance.random() < 0.03:
                other = chance.randrange(max(place - 40, 0), place + 1)
                told[place], told[other] = told[other], told[place]
        sent: list[Told] = []
        for fact in told:
            self.seq += 1
            wrong = chance.choice(sent[-200:]).uid if sent and chance.random() < 0.04 else None
            sent.append(fact._replace(seq=self.seq, corrects=wrong))
            yield sent[-1]
            if chance.random() < 0.02:
                yield chance.choice(sent)

    def _id(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)
