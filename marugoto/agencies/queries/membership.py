"""Who works in a body without belonging to it: teams of other bodies, and agencies from outside that sit at its table."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.agencies.models import Body, Duty, Membership, Team, TeamEnding
from marugoto.agencies.viewer import Viewer
from marugoto.ground.question import put_together_once
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class Guest:
    """One membership. `from_outside`: an agency without accounts; `last` is the last day where one is known."""

    id: UUID
    team: UUID
    said: str
    home: str
    phone: str
    from_outside: bool
    ground: str
    since: date
    until: date | None
    running: bool
    people: tuple[str, ...]
    by_name: str
    reason: str


@dataclass(frozen=True)
class Invitable:
    """A team of another body of this installation that does not work here yet."""

    team: UUID
    said: str


@put_together_once
def memberships_in_force(day: date) -> QuerySet[Membership]:
    """Of all bodies: narrow it by body or team, or use it beneath `Exists`."""
    return Membership.objects.everywhere("narrowed by the one who asks").filter(
        Q(until=None) | Q(until__gt=day), Q(ended=None) | Q(ended__day__gt=day), since__lte=day
    )


@looking
def guests(viewer: Viewer) -> list[Guest]:
    """Those here now and those to come first, then the former, each by name: four queries."""
    today = local_day(viewer.at)
    rows = list(
        Membership.objects.within(viewer.body)
        .select_related("team__agency", "ended")
        .order_by("team__agency__name", "team__name", "-since")
    )
    people = _people(viewer, {row.team_id for row in rows}, today)
    homes = dict(Body.objects.filter(code__in={row.team.body for row in rows}).values_list("code", "name"))
    hands = (row.ended.by if row.ended else row.by for row in rows)
    named = Duty.objects.everywhere("names on rows the viewer sees already").select_related("worker")
    names = {duty.pk: duty.worker.name for duty in named.filter(pk__in=[one for one in hands if one])}
    found = [_guest(viewer, row, today, people.get(row.team_id, ()), homes, names) for row in rows]
    return sorted(found, key=lambda guest: not guest.running)


@looking
def invitable(viewer: Viewer) -> list[Invitable]:
    """Teams with accounts of the other bodies of this installation, by body and name: two queries."""
    today = local_day(viewer.at)
    here = memberships_in_force(today).filter(body=viewer.body).values("team")
    closed = TeamEnding.objects.everywhere("looked up by its team").filter(day__lte=today).values("team")
    rows = (
        Team.objects.everywhere("whom a body may invite")
        .filter(agency__has_accounts=True)
        .exclude(body=viewer.body)
        .exclude(pk__in=here)
        .exclude(pk__in=closed)
    )
    homes = dict(Body.objects.values_list("code", "name"))
    return [
        Invitable(team.pk, f"{homes.get(team.body, team.body)} {_called(team)}")
        for team in rows.select_related("agency").order_by("body", "agency__name", "name")
    ]


def _guest(
    viewer: Viewer,
    row: Membership,
    today: date,
    people: tuple[str, ...],
    homes: dict[str, str],
    names: dict[UUID, str],
) -> Guest:
    last = [day for day in (row.until, row.ended.day if row.ended else None) if day]
    until = min(last) if last else None
    by = row.ended.by if row.ended else row.by
    return Guest(
        id=row.pk,
        team=row.team_id,
        said=_called(row.team),
        home="" if row.team.body == viewer.body else homes.get(row.team.body, row.team.body),
        phone=row.team.phone,
        from_outside=not row.team.agency.has_accounts,
        ground=row.ground,
        since=row.since,
        until=until,
        running=until is None or until > today,
        people=people,
        by_name=names.get(by, "") if by else "",
        reason=row.ended.reason if row.ended else "",
    )


def _people(viewer: Viewer, teams: set[UUID], today: date) -> dict[UUID, tuple[str, ...]]:
    rows = (
        Duty.objects.within(viewer.body)
        .filter(Q(until=None) | Q(until__gt=today), team__in=teams)
        .select_related("worker")
        .order_by("worker__kana")
    )
    found: dict[UUID, list[str]] = {}
    for duty in rows:
        found.setdefault(duty.team_id, []).append(duty.worker.name)
    return {team: tuple(names) for team, names in found.items()}


def _called(team: Team) -> str:
    return team.name if team.name == team.agency.name else f"{team.agency.short} {team.name}"
