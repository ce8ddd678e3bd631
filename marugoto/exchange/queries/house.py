"""The house as a staff list meets it: its teams, its workers with their hats, and what waits for a second person."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q

from marugoto.agencies.codes import Role
from marugoto.agencies.labels import ROLES
from marugoto.agencies.models import Duty, DutyEnding, Proposal, Suspension, Worker
from marugoto.agencies.queries.directory import holding_teams
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.rules.staff_plan import House, KnownDuty, KnownTeam, KnownWorker
from marugoto.exchange.rules.staff_row import number_key
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@looking
def house_of(viewer: Viewer, accounts: Iterable[str] = ()) -> House:
    """Eight queries, for ten workers or a thousand. `accounts`: names to sign in with that are asked for.

    Who comes for an agency from outside has no account and is none of the staff.
    """
    stopped = dict(Suspension.objects.within(viewer.body).filter(ended=None).values_list("worker", "day"))
    duties = _duties(viewer)
    workers = Worker.objects.within(viewer.body).select_related("user").order_by("kana", "pk")
    outside = Duty.objects.within(viewer.body).filter(team__agency__has_accounts=False).values("worker")
    workers = workers.exclude(user=None, pk__in=outside)
    open_ones = Proposal.objects.within(viewer.body).filter(ended=None).exclude(team=None)
    return House(
        today=local_day(viewer.at),
        teams=tuple(
            KnownTeam(team.pk, team.agency.name, team.agency.short, team.name)
            for team in holding_teams(viewer)
            if team.body == viewer.body
        ),
        workers=tuple(
            KnownWorker(
                id=one.pk,
                number=one.number,
                name=one.name,
                kana=one.kana,
                login=one.user.username if one.user else "",
                duties=tuple(duties[one.pk]),
                suspended=stopped.get(one.pk),
            )
            for one in workers
        ),
        asked=frozenset((number_key(one.number), one.team_id) for one in open_ones if one.number),
        taken=frozenset((one.login, number_key(one.number)) for one in open_ones) | _taken(accounts),
    )


def _taken(accounts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """In the whole installation: whoever has it, here or in another body."""
    found = get_user_model().objects.filter(username__in=set(accounts))
    return frozenset((login, "") for login in found.values_list("username", flat=True))


def _duties(viewer: Viewer) -> defaultdict[UUID, list[KnownDuty]]:
    """Hats of today and of days to come, by worker."""
    today = local_day(viewer.at)
    ended = dict(DutyEnding.objects.within(viewer.body).filter(taken_back=None).values_list("duty", "day"))
    found: defaultdict[UUID, list[KnownDuty]] = defaultdict(list)
    rows = Duty.objects.within(viewer.body).filter(Q(until=None) | Q(until__gt=today)).order_by("since", "pk")
    for row in rows:
        ends = min((day for day in (row.until, ended.get(row.pk)) if day), default=None)
        if ends is None or ends > today:
            found[row.worker_id].append(_duty(row, today, ends))
    return found


def _duty(row: Duty, today: date, ends: date | None) -> KnownDuty:
    roles = row.role_set()
    said = "、".join(str(ROLES[role]) for role in Role if role in roles)
    return KnownDuty(row.pk, row.team_id, row.since <= today, ends, roles=roles, roles_said=said, hat=row.name)
