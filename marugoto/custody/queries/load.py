"""Who carries how much, under all hats together, and each agency with its people: open balls, what is late, against the body's own bar."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.calendar import says
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState, Urgency
from marugoto.custody.models import Ball
from marugoto.custody.queries.now import say_name
from marugoto.custody.queries.tower import RESTED, marks_of
from marugoto.custody.rules.load import BAR, ORDER, Load, Weight, bar_of, weigh
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day

HASTY = {Urgency.NOW, Urgency.SOON}
TOLD = (
    "in_charge__worker",
    "in_charge__worker__name",
    "in_charge__team__name",
    "in_charge__team__agency",
    "in_charge__team__agency__short",
    "in_charge__team__agency__name",
)


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
    """Who needs help first stands first; `bar` is None where the body has not said."""

    bar: int | None
    people: tuple[PersonLoad, ...]
    agencies: tuple[AgencyLoad, ...]

    def count(self, weight: Weight) -> int:
        return sum(one.weight is weight for one in self.people)


@looking_from_the_tower
def loads(viewer: Viewer) -> LoadBook:
    """Three questions, for one ball or a hundred thousand."""
    rows = _rows(viewer)
    bar = bar_of(says(viewer.body, BAR, local_day(viewer.at)))
    people = _people(rows, bar)
    return LoadBook(bar, people, _agencies(rows, people, _staff(viewer)))


def _rows(viewer: Viewer) -> list[Any]:
    balls = Ball.objects.within(viewer.body).filter(settlement=None).alias(rested=RESTED)
    counted = balls.annotate(state=marks_of(viewer).state).values(*TOLD, "state", "urgency").annotate(times=Count("pk"))
    return list(counted.order_by().values_list(*TOLD, "state", "urgency", "times", named=True))


def _of(row: Any) -> Load:
    state, times = BallState(row.state), row.times
    return Load(
        held=times,
        hasty=times if Urgency(row.urgency) in HASTY else 0,
        late=times if state is BallState.LATE else 0,
        stuck=times if state is BallState.STUCK else 0,
    )


def _people(rows: list[Any], bar: int | None) -> tuple[PersonLoad, ...]:
    carried, names = defaultdict[UUID, Load](Load), dict[UUID, str]()
    teams, agencies = defaultdict[UUID, Counter[str]](Counter), defaultdict[UUID, set[UUID]](set)
    for row in rows:
        worker = row.in_charge__worker
        carried[worker] += _of(row)
        names[worker] = row.in_charge__worker__name
        said = say_name(row.in_charge__team__name, row.in_charge__team__agency__short)
        teams[worker][said] += row.times
        agencies[worker].add(row.in_charge__team__agency)
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


def _agencies(rows: list[Any], people: tuple[PersonLoad, ...], staff: Mapping[UUID, int]) -> tuple[AgencyLoad, ...]:
    carried, names, over = defaultdict[UUID, Load](Load), dict[UUID, str](), Counter[UUID]()
    for row in rows:
        carried[row.in_charge__team__agency] += _of(row)
        names[row.in_charge__team__agency] = row.in_charge__team__agency__name
    for one in people:
        over.update(one.agencies if one.weight in {Weight.HEAVY, Weight.FULL} else ())
    found = [AgencyLoad(one, names[one], staff.get(one, 0), load, over[one]) for one, load in carried.items()]
    return tuple(sorted(found, key=lambda one: (-one.over, -one.load.late, -one.load.held, one.name)))


def _staff(viewer: Viewer) -> dict[UUID, int]:
    """How many people work in each agency that day, whoever wears two hats there counted once."""
    found = defaultdict[UUID, set[UUID]](set)
    for duty in directory.duties_at_the_table(viewer):
        found[duty.team.agency_id].add(duty.worker_id)
    return {agency: len(workers) for agency, workers in found.items()}
