"""Who has how much in charge, what would happen if some of them left, and what was written for the next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from marugoto.agencies.models import Duty, DutyEnding, Team
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.models import Ball, HandOverWords
from marugoto.custody.queries.face import BallFace, as_faces
from marugoto.custody.queries.now import balls_as_they_are, say_team
from marugoto.custody.queries.team import last_resort
from marugoto.custody.rules.succession import Heir, Place, heir_of
from marugoto.ground.transaction import looking, looking_from_the_tower
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class PersonLine:
    """One duty of a team. `ends` is the first day without it, where that is known already."""

    duty: UUID
    worker_id: UUID
    worker: str
    hat: str
    head: bool
    balls: int
    ends: date | None


@dataclass(frozen=True)
class TeamLine:
    """A team with its people; `balls` are those it holds, whoever is in charge."""

    team: UUID
    agency: UUID
    agency_name: str
    said: str
    phone: str
    last_resort: bool
    contracted: bool
    balls: int
    people: tuple[PersonLine, ...]


@dataclass(frozen=True)
class Leaving:
    """A duty that is to end on `day`."""

    duty: UUID
    worker: str
    hat: str
    team: str
    day: date
    said_by: str
    himself: bool


@dataclass(frozen=True)
class Passing:
    """What happens to the balls of one who leaves. `to` is empty where nobody is left at all."""

    duty: UUID
    worker: str
    team: str
    balls: int
    to: str
    to_team: str
    stays: bool


@dataclass(frozen=True)
class Rehearsal:
    """`emptied`: teams in which nobody would be left; `refused`: the team of last resort would be empty, so it cannot be done."""

    passings: tuple[Passing, ...]
    emptied: tuple[str, ...]
    refused: bool

    @property
    def balls(self) -> int:
        return sum(one.balls for one in self.passings)


@dataclass(frozen=True)
class Note:
    at: datetime
    words: str
    left: str
    to: str


@looking_from_the_tower
def staff(viewer: Viewer) -> list[TeamLine]:
    """Every team that can hold a ball, with the people who act under this body: five questions, for one team or a hundred."""
    teams = directory.holding_teams(viewer)
    people = _people(viewer)
    charged = _charged(viewer)
    held = _held(viewer)
    ends = _ends(viewer)
    return [
        TeamLine(
            team=team.pk,
            agency=team.agency_id,
            agency_name=team.agency.name,
            said=say_team(team),
            phone=team.phone,
            last_resort=team.last_resort,
            contracted=team.agency.contracted,
            balls=held.get(team.pk, 0),
            people=tuple(
                PersonLine(
                    duty=duty.pk,
                    worker_id=duty.worker_id,
                    worker=duty.worker.name,
                    hat=duty.name,
                    head=duty.pk == team.head_id,
                    balls=charged.get(duty.pk, 0),
                    ends=ends.get(duty.pk) or duty.until,
                )
                for duty in people[team.pk]
            ),
        )
        for team in teams
    ]


@looking_from_the_tower
def held_by_agency(viewer: Viewer, agency: UUID, *, most: int) -> list[BallFace]:
    """Open balls in the hands of its teams, which need a taker before it closes; two queries."""
    balls = balls_as_they_are(viewer.body, local_day(viewer.at)).filter(settlement=None, holder__agency=agency)
    return as_faces(viewer, balls.order_by("holder__name", "number")[:most], companions=False)


@looking_from_the_tower
def leaving_soon(viewer: Viewer) -> list[Leaving]:
    """Whose last day was said and has not come yet, the nearest first."""
    rows = DutyEnding.objects.within(viewer.body).filter(day__gt=local_day(viewer.at), taken_back=None)
    found = rows.select_related("duty__worker", "duty__team__agency", "by__worker").order_by(
        "day", "duty__worker__kana"
    )
    return [
        Leaving(
            duty=row.duty_id,
            worker=row.duty.worker.name,
            hat=row.duty.name,
            team=say_team(row.duty.team),
            day=row.day,
            said_by=row.by.worker.name,
            himself=row.duty.worker_id == viewer.worker,
        )
        for row in found
    ]


@looking_from_the_tower
def rehearse(viewer: Viewer, leaving: AbstractSet[UUID]) -> Rehearsal:
    """What happens when all of these leave on the same day: the same rule by which it then happens. Nothing is written."""
    teams = {team.pk: team for team in directory.holding_teams(viewer)}
    people, charged = _people(viewer), _charged(viewer)
    resort = last_resort(viewer.body)
    places = {team: _place(teams[team], people[team]) for team in teams}
    going = [duty for found in people.values() for duty in found if duty.pk in leaving and duty.team_id in teams]
    names = {duty.pk: duty.worker.name for found in people.values() for duty in found}
    at_last = places.get(resort.pk) or Place(resort.pk, ())
    passings = tuple(
        _passing(duty, teams, heir_of(_own_hat_first(duty, places, people), at_last, leaving), names, charged)
        for duty in going
    )
    emptied = [
        say_team(teams[team])
        for team in {duty.team_id for duty in going}
        if not set(places[team].people) - set(leaving)
    ]
    refused = bool(at_last.people) and not set(at_last.people) - set(leaving)
    return Rehearsal(tuple(sorted(passings, key=lambda one: -one.balls)), tuple(sorted(emptied)), refused)


@looking_from_the_tower
def leaving_by(viewer: Viewer, day: date) -> frozenset[UUID]:
    """Duties whose end on or before that day is known already."""
    ended = DutyEnding.objects.within(viewer.body).filter(day__lte=day, taken_back=None).values_list("duty", flat=True)
    passing = Duty.objects.within(viewer.body).filter(until__lte=day).values_list("pk", flat=True)
    return frozenset(ended) | frozenset(passing)


@looking_from_the_tower
def charged_with(viewer: Viewer, duty: UUID) -> list[BallFace]:
    """Open balls of which that duty is in charge; those that wait to be handed over come first."""
    open_balls = balls_as_they_are(viewer.body, local_day(viewer.at)).filter(settlement=None)
    mine = as_faces(viewer, open_balls.filter(in_charge=duty), companions=False)
    return sorted(mine, key=lambda face: (not face.to_be_handed_over, face.since, face.number))


@looking
def notes(viewer: Viewer, balls: Iterable[UUID]) -> dict[UUID, list[Note]]:
    """What was written for the next, by ball, the latest first; only what the viewer's team may read."""
    found: dict[UUID, list[Note]] = defaultdict(list)
    rows = (
        HandOverWords.objects.open_to(viewer).filter(ball__in=set(balls)).select_related("left__worker", "to__worker")
    )
    for row in rows.order_by("-made_at", "pk"):
        viewer.sight.shows(row.folder_id, WORDS_PART)
        found[row.ball_id].append(Note(row.made_at, row.words, row.left.worker.name, row.to.worker.name))
    return found


def _place(team: Team, people: Iterable[Duty]) -> Place:
    """In the order in which they inherit: the head first, then by seniority."""
    return Place(team.pk, tuple(duty.pk for duty in sorted(people, key=lambda duty: duty.pk != team.head_id)))


def _own_hat_first(duty: Duty, places: Mapping[UUID, Place], people: Mapping[UUID, list[Duty]]) -> Place:
    """Whoever leaves one hat and has another one in the same team goes on with his own balls."""
    place, worker = places[duty.team_id], {one.pk: one.worker_id for one in people[duty.team_id]}
    return Place(place.team, tuple(sorted(place.people, key=lambda one: worker[one] != duty.worker_id)))


def _passing(
    duty: Duty, teams: Mapping[UUID, Team], heir: Heir, names: Mapping[UUID, str], charged: Mapping[UUID, int]
) -> Passing:
    return Passing(
        duty=duty.pk,
        worker=duty.worker.name,
        team=say_team(teams[duty.team_id]),
        balls=charged.get(duty.pk, 0),
        to=names.get(heir.person, "") if heir.person else "",
        to_team=say_team(teams[heir.team]) if heir.team in teams else "",
        stays=heir.stays,
    )


def _people(viewer: Viewer) -> defaultdict[UUID, list[Duty]]:
    """Duties in force under this body, by team, by seniority."""
    found: defaultdict[UUID, list[Duty]] = defaultdict(list)
    for duty in sorted(directory.duties_at_the_table(viewer), key=lambda duty: (duty.since, duty.worker.kana)):
        found[duty.team_id].append(duty)
    return found


def _charged(viewer: Viewer) -> dict[UUID, int]:
    rows = Ball.objects.within(viewer.body).filter(settlement=None).values("in_charge").annotate(many=Count("pk"))
    return {row["in_charge"]: row["many"] for row in rows}


def _held(viewer: Viewer) -> dict[UUID, int]:
    rows = Ball.objects.within(viewer.body).filter(settlement=None).values("holder").annotate(many=Count("pk"))
    return {row["holder"]: row["many"] for row in rows}


def _ends(viewer: Viewer) -> dict[UUID, date]:
    rows = DutyEnding.objects.within(viewer.body).filter(day__gt=local_day(viewer.at), taken_back=None)
    return dict(rows.values_list("duty", "day"))
