"""Divisions of a prefecture by municipality: who is whose counterpart, and where nobody is yet. No resident stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from marugoto.agencies.codes import FirstCall
from marugoto.agencies.models import Body, Counterpart, Team, TeamEnding
from marugoto.agencies.rules.counterpart import Side, may_say_counterpart
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class Tie:
    """As the table says it: whom one calls, under which number, who calls, for what, since when and who said so."""

    id: UUID
    team: str
    phone: str
    hours: str
    head: str
    first_call: FirstCall
    about: str
    since: date
    by_name: str
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Cell:
    """One municipality and one division. `may`: the viewer may say who the counterpart is."""

    town: str
    town_name: str
    division: UUID
    ties: tuple[Tie, ...]
    may: bool


@dataclass(frozen=True)
class Division:
    """A team of the prefecture with its cells, in the order of the municipalities."""

    team: UUID
    said: str
    phone: str
    head: str
    cells: tuple[Cell, ...] = field(default=())

    @property
    def missing(self) -> int:
        return sum(not cell.ties for cell in self.cells)


@dataclass(frozen=True)
class Choice:
    team: UUID
    said: str


def stands(team: Team, day: date) -> bool:
    return not TeamEnding.objects.everywhere("looked up by its team").filter(team=team, day__lte=day).exists()


def side_of(viewer: Viewer, prefecture: str, outer: UUID, town: str) -> Side:
    return Side(
        roles=viewer.roles,
        prefecture=viewer.body == prefecture,
        town=viewer.body == town,
        of_outer=viewer.team == outer and viewer.body == prefecture,
        contracted=viewer.contracted,
    )


@looking
def prefecture_of(viewer: Viewer) -> Body | None:
    """The viewer's own body where it is a prefecture, or the one it lies in; None for a body without one."""
    own = Body.objects.select_related("prefecture").get(pk=viewer.body)
    return own.prefecture or (own if Body.objects.filter(prefecture=own).exists() else None)


@looking
def divisions(viewer: Viewer, prefecture: str) -> tuple[list[Body], list[Division]]:
    """The municipalities in the order of their codes, and every team of the prefecture with its counterparts there: three queries."""
    towns = list(Body.objects.filter(prefecture=prefecture).order_by("code"))
    rows = _standing([prefecture], local_day(viewer.at)).order_by("agency__name", "name")
    ties: dict[tuple[str, UUID], list[Tie]] = {}
    for row in _ties(prefecture).filter(ended=None):
        ties.setdefault((row.town, row.outer_id), []).append(_tie(row))
    return towns, [_division(viewer, prefecture, team, towns, ties) for team in rows]


@looking
def former(viewer: Viewer, prefecture: str, most: int = 50) -> list[tuple[str, str, Tie]]:
    """Ties that hold no more, the latest first: town, division and what it was."""
    rows = _ties(prefecture).exclude(ended=None).select_related("ended__by__worker").order_by("-ended__day", "-made_at")
    names = dict(Body.objects.filter(prefecture=prefecture).values_list("code", "name"))
    return [(names.get(row.town, row.town), _called(row.outer), _tie(row)) for row in rows[:most]]


@looking
def inner_choices(viewer: Viewer, town: str) -> list[Choice]:
    """Teams of that municipality with somebody at the telephone."""
    rows = _standing([town], local_day(viewer.at)).order_by("agency__field", "agency__name", "name")
    return [Choice(team.pk, _called(team)) for team in rows]


def _standing(bodies: Iterable[str], day: date) -> QuerySet[Team]:
    closed = TeamEnding.objects.everywhere("looked up by its team").filter(day__lte=day).values("team")
    found = Team.objects.everywhere("the directory of either side").select_related("agency", "head__worker")
    return found.filter(body__in=list(bodies), agency__has_accounts=True).exclude(pk__in=closed)


def _ties(prefecture: str) -> QuerySet[Counterpart]:
    rows = Counterpart.objects.everywhere("entered by either side, read by both").filter(outer__body=prefecture)
    return rows.select_related("outer__agency", "inner__agency", "inner__head__worker", "by__worker").order_by(
        "inner__name", "since"
    )


def _division(
    viewer: Viewer, prefecture: str, team: Team, towns: list[Body], ties: dict[tuple[str, UUID], list[Tie]]
) -> Division:
    cells = tuple(
        Cell(
            town.code,
            town.name,
            team.pk,
            tuple(ties.get((town.code, team.pk), ())),
            bool(may_say_counterpart(side_of(viewer, prefecture, team.pk, town.code))),
        )
        for town in towns
    )
    return Division(team.pk, _called(team), team.phone, team.head.worker.name if team.head else "", cells)


def _tie(row: Counterpart) -> Tie:
    ended = row.ended
    return Tie(
        id=row.pk,
        team=_called(row.inner),
        phone=row.inner.phone,
        hours=row.inner.hours,
        head=row.inner.head.worker.name if row.inner.head else "",
        first_call=FirstCall(row.first_call),
        about=row.about,
        since=row.since,
        by_name=(ended.by if ended else row.by).worker.name,
        until=ended.day if ended else None,
        reason=ended.reason if ended else "",
    )


def _called(team: Team) -> str:
    return team.name if team.name == team.agency.name else f"{team.agency.short} {team.name}"
