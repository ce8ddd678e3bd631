"""From an account or a duty to a viewer; a duty that is not in force on that day gives none."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from marugoto.agencies.codes import Purpose, Role
from marugoto.agencies.models import Duty, DutyEnding
from marugoto.agencies.queries.calendar import calendar_of
from marugoto.agencies.queries.membership import memberships_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.ground.question import put_together_once
from marugoto.kernel.jst import local_day

# Whoever is there for one thing alone looks for its sake.
PURPOSES = {
    Role.COMMUNITY: Purpose.COMMUNITY,
    Role.PLANNER: Purpose.REVIEW,
    Role.MAYOR: Purpose.REVIEW,
    Role.PRIVACY: Purpose.AUDIT,
}

Hat = Duty  # a duty as its worker wears it; doors take the word from here


def hats_of(user_id: int, day: date) -> list[Duty]:
    """The duties this account may act under on that day, in the order in which they began."""
    worn = duties_in_force(day).select_related("worker__user", "team__agency")
    return list(worn.filter(worker__user_id=user_id).order_by("since", "name"))


def viewer_of(user_id: int, duty: UUID, at: datetime) -> Viewer | None:
    """The viewer for one of the account's own hats; None when it is not his or not in force."""
    row = duties_in_force(local_day(at)).filter(worker__user_id=user_id, pk=duty).first()
    return as_viewer(row, at) if row else None


def viewer_of_duty(duty: UUID, at: datetime) -> Viewer | None:
    """For commands, the town of the demo and tests, which know the duty."""
    row = duties_in_force(local_day(at)).filter(pk=duty).first()
    return as_viewer(row, at) if row else None


def as_viewer(duty: Duty, at: datetime, purpose: Purpose = Purpose.SUPPORT) -> Viewer:
    """`duty` must have worker, team and agency at hand."""
    roles = duty.role_set()
    return Viewer(
        body=duty.body,
        worker=duty.worker_id,
        duty=duty.pk,
        team=duty.team_id,
        agency=duty.team.agency_id,
        roles=roles,
        at=at,
        name=duty.worker.name,
        hat=duty.name,
        team_name=duty.team.name,
        purpose=PURPOSES.get(next(iter(roles)), purpose) if len(roles) == 1 else purpose,
        contracted=duty.team.agency.contracted,
        calendar=calendar_of(duty.body),
    )


@put_together_once
def duties_in_force(day: date) -> QuerySet[Duty]:
    """A hat under another body than the team's own is worn only while the team is a member there."""
    ended = DutyEnding.objects.everywhere("an ending is looked up by its duty").filter(
        duty=OuterRef("pk"), day__lte=day
    )
    member = memberships_in_force(day).filter(team=OuterRef("team"), body=OuterRef("body"))
    return (
        Duty.objects.everywhere("the account decides, not the body")
        .select_related("worker", "team__agency")
        .filter(Q(until=None) | Q(until__gt=day), ~Exists(ended), since__lte=day)
        .filter(Q(team__body=F("body")) | Exists(member))
    )
