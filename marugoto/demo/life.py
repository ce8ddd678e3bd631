"""Two years of the invented town, lived through the actions of the house: the same seed tells the same story."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from marugoto.custody.actions.due import run_due
from marugoto.demo.addresses import invent_address
from marugoto.demo.households import HouseholdSketch, invent_household, invent_shape
from marugoto.demo.live.clock import Clock, Steps
from marugoto.demo.live.fate import Fate, Reach, fates
from marugoto.demo.live.field import walks
from marugoto.demo.live.fields import WINDOWS
from marugoto.demo.live.here import Here
from marugoto.demo.live.household import Life
from marugoto.demo.live.support import lives
from marugoto.demo.settle import Settled
from marugoto.demo.stories.story import Outlook, Story
from marugoto.demo.tales import invent_story
from marugoto.demo.town import MUNICIPALITIES
from marugoto.kernel.jst import JST, local_day

YEARS = 2
ROUND = time(6, 0)  # when silence ends offers, before the offices open


@dataclass
class Progress:
    """How far the telling has come."""

    day: date
    begun: int
    households: int


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
    progress: Callable[[Progress], None] = lambda _: None,
) -> Lived:
    """Let the town live up to the evening before `until`. One after the other in time, all bodies beside each other."""
    since = until.replace(year=until.year - YEARS, day=1)
    clock = Clock(datetime.combine(since, time(8), tzinfo=JST), datetime.combine(until, time(), tzinfo=JST))
    lived = Lived()
    for sketch in MUNICIPALITIES:
        here = Here(sketch, settled, clock, str(seed))
        lived.households[here.body] = _begin_households(here, households[here.body], since)
        clock.begin(clock.now, _mornings(here))
        walks(here)
    said = Progress(since, 0, sum(households.values()))

    def tick(at: datetime) -> None:
        day = local_day(at)
        if day != said.day:
            said.day = day
            said.begun = sum(life.fate.begins <= day for lives in lived.households.values() for life in lives)
            progress(said)

    clock.run(tick)
    return lived


def _begin_households(here: Here, count: int, since: date) -> list[Life]:
    rng = here.chance("households")
    found = []
    for number, fate in enumerate(fates(rng, count, since=since, until=here.until)):
        life = _life(here, number, fate)
        found.append(life)
        here.clock.begin(here.office_hour(fate.begins, life.rng), lives(life))
    return found


def _life(here: Here, number: int, fate: Fate) -> Life:
    rng = here.chance("household", number)
    sketch, story = _invent(rng, fate)
    address = invent_address(rng, here.sketch, prefecture="青嶺県", flat=rng.random() < 0.3)
    team = _window(here, rng)
    return Life(here, number, sketch, story, fate, address, rng, team, here.somebody(team, rng))


def _invent(rng: random.Random, fate: Fate) -> tuple[HouseholdSketch, Story]:
    """A household and what happens to it; one that is to be seen today has needs enough for that."""
    wanted = max(1, len(fate.stands)) if fate.reach is Reach.SUPPORTED and fate.seen_today else 0
    while True:
        shape = invent_shape(rng)
        story = invent_story(rng, shape)
        if fate.seen_today and (story.outlook is Outlook.ANSWERED or len(story.needs) < wanted):
            continue
        return invent_household(rng, shape, day=fate.begins), story


def _window(here: Here, rng: random.Random) -> str:
    teams = dict(WINDOWS[here.body])
    return rng.choices(list(teams), weights=list(teams.values()))[0]


def _mornings(here: Here) -> Steps:
    """Every opening day begins with what the night has brought."""
    day = here.today
    while True:
        day = here.calendar.next_open(day + timedelta(days=1))
        yield datetime.combine(day, ROUND, tzinfo=JST)
        run_due(by=here.by_itself(), at=here.now)
