"""Two years of the invented town, lived through the actions of the house: the same seed tells the same story."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from marugoto.custody.actions.due import run_due
from marugoto.demo.bodies.aomine import AOMINE
from marugoto.demo.live.above import meets_above
from marugoto.demo.live.beside import asks_for_days
from marugoto.demo.live.births import begin_households
from marugoto.demo.live.clock import Clock, Steps
from marugoto.demo.live.councils import enters_councils
from marugoto.demo.live.divisions import joins_in, provides
from marugoto.demo.live.field import walks
from marugoto.demo.live.fields import MINAMO
from marugoto.demo.live.here import Here
from marugoto.demo.live.household import Life
from marugoto.demo.live.office import HOURS, changes_hands, writes_hours
from marugoto.demo.live.outreach import goes_to_them
from marugoto.demo.live.waits import waits_for_a_decision
from marugoto.demo.settle import Settled
from marugoto.demo.town import MUNICIPALITIES
from marugoto.kernel.jst import JST, local_day

YEARS = 2
NEW = 60  # days in which most of a household is told
LEAST_TOLD = 20  # of so many parts one, before the rest can be guessed
ROUND = time(6, 0)  # when silence ends offers, before the offices open


@dataclass
class Progress:
    """How far the telling has come. `told` and `to_tell` weigh the work: most of a household is told in its first two months."""

    day: date
    begun: int
    households: int
    told: int = 0
    to_tell: int = 0

    def rest(self, seconds: float) -> float | None:
        """How many seconds the rest takes, after so many; None while too little was told to say."""
        if self.told * LEAST_TOLD < self.to_tell:
            return None
        return seconds * (self.to_tell - self.told) / self.told


@dataclass
class Lived:
    """What was told: households by body."""

    households: dict[str, list[Life]] = field(default_factory=dict)


def usual_households(scale: float = 1.0, each: int | None = None) -> dict[str, int]:
    """How many households come in: as many as the sketch of each body says, times `scale`, or `each` in every one."""
    return {body.code: each if each is not None else max(1, round(body.households * scale)) for body in MUNICIPALITIES}


def live(
    settled: Settled,
    *,
    seed: int,
    until: date,
    households: Mapping[str, int],
    years: int = YEARS,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Lived:
    """Let the town live up to the evening before `until`. One after the other in time, all bodies beside each other."""
    since = until.replace(year=until.year - years, day=1)
    clock = Clock(datetime.combine(since, time(8), tzinfo=JST), datetime.combine(until, time(), tzinfo=JST))
    lived = Lived()
    for sketch in MUNICIPALITIES:
        here = Here(sketch, settled, clock, str(seed))
        clock.begin(clock.now, enters_councils(here))
        lived.households[here.body] = begin_households(here, households[here.body])
        clock.begin(clock.now, _mornings(here))
        if here.body == MINAMO:
            _in_the_city(here, Here(AOMINE, settled, clock, str(seed)))
        clock.begin(clock.now, changes_hands(here))
        if here.body in HOURS:
            clock.begin(clock.now, writes_hours(here))
        walks(here)
        meets_above(here)
        asks_for_days(here)
        waits_for_a_decision(here, lived.households[here.body])
    begins = [life.fate.begins for lives in lived.households.values() for life in lives]
    said = Progress(since, 0, sum(households.values()), to_tell=_told(begins, since, until))

    def tick(at: datetime) -> None:
        day = local_day(at)
        if day != said.day:
            said.day = day
            said.begun = sum(one <= day for one in begins)
            said.told = _told(begins, since, day)
            progress(said)

    clock.run(tick)
    return lived


def _in_the_city(here: Here, prefecture: Here) -> None:
    """What the smaller ones leave out."""
    here.clock.begin(here.office_hour(here.today, here.chance("outreach begins")), goes_to_them(here))
    here.clock.begin(here.now, joins_in(here))
    here.clock.begin(here.now, provides(prefecture, here))


def _told(begins: list[date], since: date, day: date) -> int:
    """One for each day, for what happens without a household, and one for each day of a household while it is new."""
    return (day - since).days + sum(min(max(0, (day - one).days), NEW) for one in begins)


def _mornings(here: Here) -> Steps:
    """Every opening day begins with what the night has brought."""
    day = here.today
    while True:
        day = here.calendar.next_open(day + timedelta(days=1))
        yield datetime.combine(day, ROUND, tzinfo=JST)
        run_due(by=here.by_itself(), at=here.now)
