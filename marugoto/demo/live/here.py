"""A body as it lives: who works where today, what time it is, and when the offices are open."""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.viewer import Viewer
from marugoto.demo.live.clock import Clock
from marugoto.demo.live.fields import FALLBACK, TEAMS_OF_FIELD
from marugoto.demo.live.meetings import Meetings
from marugoto.demo.settle import Settled
from marugoto.demo.sketches import AgencySketch, BodySketch
from marugoto.demo.town import BY_CODE
from marugoto.kernel.jst import JST, local_day

FIRST_MINUTE, LAST_MINUTE = 8 * 60 + 40, 16 * 60 + 20  # of an office day, so that what takes an hour still ends on it
STEADY = (Role.COUNSELLOR, Role.COMMUNITY, Role.CLERK)


class Here:
    """One body. Hats are duties; a hat that was taken off is followed to whoever wears it now."""

    def __init__(self, sketch: BodySketch, settled: Settled, clock: Clock, seed: str) -> None:
        self.sketch, self.settled, self.clock, self.seed = sketch, settled, clock, seed
        self.body = sketch.code
        self.system = system_viewer(self.body, clock.now)
        self.calendar = self.system.calendar
        self.since, self.until = local_day(clock.now), local_day(clock.ends)
        self.meetings = Meetings(self)
        self._viewers: dict[UUID, Viewer] = {}
        self._successors: dict[UUID, UUID] = {}
        self._wearers: dict[str, list[UUID]] = {}
        for (body, _worker, team), duty in settled.hats.items():
            if body == self.body:
                self._wearers.setdefault(team, []).append(duty)

    # ---------------------------------------------------------------- chance and time

    def chance(self, *names: object) -> random.Random:
        """A chain of chance of its own: what one household does leaves the others as they are."""
        return random.Random("/".join([self.seed, self.body, *map(str, names)]))

    @property
    def now(self) -> datetime:
        return self.clock.now

    @property
    def today(self) -> date:
        return local_day(self.clock.now)

    @property
    def grown(self) -> float:
        """How much of the time that is lived is over: from 0 to 1."""
        return (self.today - self.since).days / max((self.until - self.since).days, 1)

    def office_hour(self, day: date, rng: random.Random) -> datetime:
        """Some minute at which this body's offices are open, on that day or the first open one after it."""
        minute = rng.randint(FIRST_MINUTE, LAST_MINUTE)
        return datetime.combine(self.calendar.next_open(day), time(minute // 60, minute % 60), tzinfo=JST)

    def in_days(self, rng: random.Random, least: int, most: int) -> datetime:
        """Some open days from now."""
        return self.office_hour(self.calendar.add(self.today, rng.randint(least, most)), rng)

    def soon(self, rng: random.Random, least: int = 3, most: int = 25) -> datetime:
        """Some minutes from now."""
        return self.now + timedelta(minutes=rng.randint(least, most))

    def before_today(self, rng: random.Random, days: int) -> datetime:
        """So many open days before the day on which the town is looked at."""
        return self.office_hour(self.calendar.add(self.until, -days), rng)

    # ---------------------------------------------------------------- who

    def by(self, hat: UUID) -> Viewer:
        """Whoever wears this hat now."""
        while hat in self._successors:
            hat = self._successors[hat]
        if hat not in self._viewers:
            found = viewer_of_duty(hat, self.now)
            if found is None:
                raise LookupError(f"nobody wears this hat on {self.today}")
            self._viewers[hat] = found
        return self._viewers[hat].at_moment(self.now)

    def by_itself(self) -> Viewer:
        return self.system.at_moment(self.now)

    def hat(self, worker: str) -> UUID:
        return self.settled.duties[self.body, worker]

    def all_hats(self) -> list[UUID]:
        """In the order of the sketch."""
        return [hat for hats in self._wearers.values() for hat in hats]

    def wearers(self, team: str) -> Sequence[UUID]:
        """Hats of a team in the order of the sketch."""
        return self._wearers.get(team, ())

    def somebody(self, team: str, rng: random.Random) -> UUID:
        """One of those who do the daily work there."""
        hats = self.wearers(team)
        daily = [hat for hat in hats if self.by(hat).has(Role.COUNSELLOR)]
        daily = daily or [hat for hat in hats if self.by(hat).has(*STEADY)]
        return rng.choice(daily or list(hats))

    def with_role(self, *roles: Role, best: str = "") -> UUID:
        """The first who has the first of these roles that anybody has; `best` where that worker is of this body."""
        if (self.body, best) in self.settled.duties:
            return self.hat(best)
        every = [hat for hats in self._wearers.values() for hat in hats]
        return next(hat for role in roles for hat in every if role in self.by(hat).roles)

    def is_oneself(self, hat: UUID, team: str) -> bool:
        """Nobody works in that team but the wearer of this hat: there is nobody to ask."""
        return {self.by(one).worker for one in self.wearers(team)} == {self.by(hat).worker}

    def replace(self, left: UUID, new: UUID) -> None:
        """From now on the new hat stands where the old one stood."""
        self._successors[left] = new
        for hats in self._wearers.values():
            if left in hats:
                hats[hats.index(left)] = new

    # ---------------------------------------------------------------- teams

    def team(self, key: str) -> UUID:
        for body in (self.body, *(guest.body for guest in self.sketch.guests)):
            if (body, key) in self.settled.teams:
                return self.settled.teams[body, key]
        raise LookupError(key)

    def team_for(self, field: str, district: str, rng: random.Random) -> str:
        """The team that usually takes a need of this field, the one of the district where there is one."""
        teams = self.teams_of(field)
        own = [key for key in teams if self._district_of(key) == district]
        open_to_all = [key for key in teams if not self._district_of(key)]
        return rng.choice(own or open_to_all or list(teams))

    def teams_of(self, field: str) -> tuple[str, ...]:
        return TEAMS_OF_FIELD[self.body].get(field, (FALLBACK[self.body],))

    def team_of(self, hat: UUID) -> str:
        """The key of the team in which this hat is worn."""
        wanted = self.by(hat).team
        return next(key for (_body, key), team in self.settled.teams.items() if team == wanted)

    def agency_of(self, team: str) -> AgencySketch:
        bodies = (self.sketch, *(BY_CODE[guest.body] for guest in self.sketch.guests))
        return next(one for body in bodies for one in body.agencies if any(each.key == team for each in one.teams))

    def _district_of(self, team: str) -> str:
        return next((one.district for one in self.sketch.teams if one.key == team), "")
