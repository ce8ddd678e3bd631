"""Who carries how much, under all hats together, and each agency with its people: open balls, what is late, against the body's own bar."""

import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from marugoto.agencies.models import Duty
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.calendar import says
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState, Urgency
from marugoto.custody.models import Ball, Stuck
from marugoto.custody.queries.now import say_team
from marugoto.custody.queries.tower import MANY, RESTED, SECONDS, Marks, marks_of
from marugoto.custody.rules.load import BAR, ORDER, Load, Weight, bar_of, weigh
from marugoto.ground.question import KEPT, Question
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day

HASTY = (Urgency.NOW, Urgency.SOON)
Carry = tuple[tuple[Duty, Load], ...]


@dataclass(frozen=True)
class PersonLoad:
    """`teams`: where the balls lie, most first; `agencies`: of those teams."""

    worker: UUID
    name: str
    teams: tuple[str, ...]
    agencies: frozenset[UUID]
    load: Load
    weight: Weight


@dataclass(frozen=True)
class AgencyLoad:
    """`people`: who works there that day, with or without a ball; `over`: how many of them carry more than the bar."""

    agency: UUID
    name: str
    people: int
    load: Load
    over: int


@dataclass(frozen=True)
class LoadBook:
    """Who needs help first stands first; `bar` is None where the body has not said. `as_of`: in a large town, when the balls were
    counted; None where they were for this look."""

    bar: int | None
    people: tuple[PersonLoad, ...]
    agencies: tuple[AgencyLoad, ...]
    as_of: datetime | None = None

    def count(self, weight: Weight) -> int:
        return sum(one.weight is weight for one in self.people)


@dataclass(frozen=True)
class Carried:
    """What each hat is in charge of, as it was at that moment; `kept`: it may be looked at again for a minute."""

    hats: Carry
    at: datetime
    kept: bool


_known: dict[tuple[str, date], tuple[float, Carried]] = {}


@looking_from_the_tower
def loads(viewer: Viewer) -> LoadBook:
    """Four questions, for one ball or a hundred thousand; in a large town what balls there are is up to a minute old."""
    found = _carried(viewer)
    bar = bar_of(says(viewer.body, BAR, local_day(viewer.at)))
    people = _people(found.hats, bar)
    agencies = _agencies(found.hats, people, directory.people_of_agencies(viewer))
    return LoadBook(bar, people, agencies, found.at if found.kept else None)


def _carried(viewer: Viewer) -> Carried:
    """Of a body whoever looks from its tower sees the same, so the body and the day are all that is kept with it."""
    now, key = time.monotonic(), (viewer.body, local_day(viewer.at))
    kept = _known.get(key)
    if kept is not None and now - kept[0] <= SECONDS:
        return kept[1]
    found = _counted(viewer)
    for old in [one for one, (since, _found) in list(_known.items()) if one == key or now - since > SECONDS]:
        _known.pop(old, None)
    if found.kept:
        _known[key] = now, found
    return found


def _counted(viewer: Viewer) -> Carried:
    """Balls are grouped by the hat alone and its names asked afterwards: to group by names takes PostgreSQL twice as long."""
    rows = _counting(marks_of(viewer)).ask()
    hats = directory.names_of_duties(row.in_charge for row in rows)
    found = tuple((hats[row.in_charge], Load(row.held, row.hasty, row.late, row.stuck)) for row in rows)
    return Carried(found, viewer.at, kept=sum(load.held for _hat, load in found) > MANY)


@lru_cache(maxsize=KEPT)
def _counting(marks: Marks) -> Question[Any]:
    return Question(partial(_by_hat, marks))


def _by_hat(marks: Marks) -> QuerySet[Any]:
    """One row for each, however many balls it is in charge of."""
    balls = Ball.objects.within(marks.body).filter(settlement=None).alias(rested=RESTED, state=marks.pressing)
    stuck = Stuck.objects.within(marks.body).filter(answer=None)
    numbers = {
        "held": Count("pk"),
        "hasty": Count("pk", filter=Q(urgency__in=HASTY)),
        "late": Count("pk", filter=Q(state=BallState.LATE)),
        "stuck": Count("pk", filter=Q(pk__in=stuck.values("ball"))),
    }
    return balls.values("in_charge").annotate(**numbers).order_by().values_list("in_charge", *numbers)


def _people(hats: Carry, bar: int | None) -> tuple[PersonLoad, ...]:
    carried, names = defaultdict[UUID, Load](Load), dict[UUID, str]()
    teams, agencies = defaultdict[UUID, Counter[str]](Counter), defaultdict[UUID, set[UUID]](set)
    for hat, load in hats:
        carried[hat.worker_id] += load
        names[hat.worker_id] = hat.worker.name
        teams[hat.worker_id][say_team(hat.team)] += load.held
        agencies[hat.worker_id].add(hat.team.agency_id)
    found = [
        PersonLoad(
            worker,
            names[worker],
            tuple(sorted(teams[worker], key=lambda one: (-teams[worker][one], one))),
            frozenset(agencies[worker]),
            load,
            weigh(load, bar),
        )
        for worker, load in carried.items()
    ]
    return tuple(sorted(found, key=_first_whom_to_help))


def _first_whom_to_help(one: PersonLoad) -> tuple[int, int, int, int, str]:
    return ORDER.index(one.weight), -one.load.stuck, -one.load.late, -one.load.held, one.name


def _agencies(hats: Carry, people: tuple[PersonLoad, ...], staff: Mapping[UUID, int]) -> tuple[AgencyLoad, ...]:
    carried, names, over = defaultdict[UUID, Load](Load), dict[UUID, str](), Counter[UUID]()
    for hat, load in hats:
        carried[hat.team.agency_id] += load
        names[hat.team.agency_id] = hat.team.agency.name
    for one in people:
        over.update(one.agencies if one.weight in {Weight.HEAVY, Weight.FULL} else ())
    found = [AgencyLoad(one, names[one], staff.get(one, 0), load, over[one]) for one, load in carried.items()]
    return tuple(sorted(found, key=lambda one: (-one.over, -one.load.late, -one.load.held, one.name)))
