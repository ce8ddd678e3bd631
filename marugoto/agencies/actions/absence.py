"""Say that somebody is away and who stands in; and that they are back."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Absence, AbsenceEnding, Duty
from marugoto.agencies.queries.absence import not_over
from marugoto.agencies.queries.directory import duties_of_team
from marugoto.agencies.rules.absence import Leave, may_be_away, may_come_back
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day

LEADS = (Role.CHIEF, Role.COORDINATOR)


@acting
def say_away(*, by: Viewer, at: datetime, duty: UUID, deputy: UUID, since: date, until: date) -> Absence:
    """`until` is the first day back. Raises Duty.DoesNotExist."""
    today = local_day(at)
    both = Duty.objects.within(by.body).select_for_update().filter(pk__in={duty, deputy}).order_by("pk")
    whose = next((one for one in both if one.pk == duty), None)
    if whose is None:
        raise Duty.DoesNotExist
    team = {one.pk for one in duties_of_team(by.team, today) if one.body == by.body}
    meanwhile = [one for one in not_over(by.body, since) if one.since < until]
    asked = Leave(
        since=since,
        until=until,
        today=today,
        of_team=whose.pk in team,
        own=whose.worker_id == by.worker,
        leads=by.has(*LEADS),
        deputy_of_team=deputy in team,
        deputy_same=deputy == whose.pk,
        deputy_away=any(one.duty_id == deputy for one in meanwhile),
        stands_in=any(one.deputy_id == whose.pk for one in meanwhile),
        already=any(one.duty_id == whose.pk for one in meanwhile),
    )
    may_be_away(asked).require()
    return Absence.objects.create(
        body=by.body, made_at=at, duty=whose, deputy_id=deputy, since=since, until=until, by_id=by.duty
    )


@acting
def come_back(*, by: Viewer, at: datetime, absence: UUID) -> Absence:
    """From today on. Raises Absence.DoesNotExist."""
    today = local_day(at)
    row = Absence.objects.within(by.body).select_related("duty").select_for_update(of=("self",)).get(pk=absence)
    may_come_back(
        of_team=row.duty.team_id == by.team,
        own=row.duty.worker_id == by.worker,
        leads=by.has(*LEADS),
        running=any(one.pk == row.pk for one in not_over(by.body, today)),
    ).require()
    AbsenceEnding.objects.create(body=by.body, made_at=at, absence=row, day=today, by_id=by.duty)
    return row
