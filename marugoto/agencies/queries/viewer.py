"""From an account or a duty to a viewer; a duty that is not in force on that day gives none."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import DateField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, UUIDField

from marugoto.agencies.codes import Purpose, Role
from marugoto.agencies.models import Duty, DutyEnding, Slip, Suspension
from marugoto.agencies.queries.calendar import calendar_of
from marugoto.agencies.queries.membership import memberships_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.ground.question import Among, Ids, Question, put_together_once
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
    """The duties this account may act under on that day, in the order in which they began; each says by `paper_open`
    whether it has still to become its worker's own (`Slip`), and by `ground` on what ground it is worn in a body that is not the team's."""
    return _WORN.ask(day=day, user=user_id)


def viewer_of(user_id: int, duty: UUID, at: datetime) -> Viewer | None:
    """The viewer for one of the account's own hats; None when it is not his or not in force."""
    row = _WORN_DUTY.first(day=local_day(at), user=user_id, duty=duty)
    return as_viewer(row, at) if row else None


def viewer_of_duty(duty: UUID, at: datetime) -> Viewer | None:
    """For commands, the town of the demo and tests, which know the duty."""
    row = _DUTY.first(day=local_day(at), duty=duty)
    return as_viewer(row, at) if row else None


def viewers_in(teams: Collection[UUID], body: str, at: datetime) -> list[Viewer]:
    """Whoever acts for these teams in this body, the longest there first; for rounds that look with the eyes of those who hold something."""
    day = local_day(at)
    rows = duties_in_force(day).filter(~suspended(day), team__in=teams, body=body).order_by("since", "pk")
    return [as_viewer(row, at) for row in rows]


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


def suspended(day: date) -> Exists:
    """Beside a duty whether its worker's account opens nothing on that day."""
    stopped = Suspension.objects.everywhere("the account decides, not the body").filter(
        worker=OuterRef("worker"), ended=None, day__lte=day
    )
    return Exists(stopped)


@put_together_once
def duties_in_force(day: date) -> QuerySet[Duty]:
    """A hat under another body than the team's own is worn only while the team is a member there."""
    ended = DutyEnding.objects.everywhere("an ending is looked up by its duty").filter(
        duty=OuterRef("pk"), day__lte=day, taken_back=None
    )
    member = memberships_in_force(day).filter(team=OuterRef("team"), body=OuterRef("body"))
    return (
        Duty.objects.everywhere("the account decides, not the body")
        .select_related("worker", "team__agency")
        .filter(Q(until=None) | Q(until__gt=day), ~Exists(ended), since__lte=day)
        .filter(Q(team__body=F("body")) | Exists(member))
    )


def _worn(day: date, user: int) -> QuerySet[Duty]:
    worn = duties_in_force(day).select_related("worker__user", "team__agency")
    slip = Slip.objects.everywhere("the account decides, not the body").filter(worker=OuterRef("worker"), ended=None)
    worn = worn.filter(~suspended(day), worker__user_id=user)
    member = memberships_in_force(day).filter(team=OuterRef("team"), body=OuterRef("body"))
    ground = Subquery(member.values("ground")[:1])
    return worn.annotate(paper_open=Exists(slip), ground=ground).order_by("since", "name")


def _worn_duty(day: date, user: int, duty: UUID) -> QuerySet[Duty]:
    return duties_in_force(day).filter(~suspended(day), worker__user_id=user, pk=duty)


def _duty(day: date, duty: UUID) -> QuerySet[Duty]:
    return duties_in_force(day).filter(pk=duty)


def _in_force_among(day: date, duties: Any) -> QuerySet[Any]:
    return duties_in_force(day).select_related(None).filter(~suspended(day), Among("pk", duties)).values_list("pk")


_IN_FORCE_AMONG = Question(_in_force_among, day=DateField(), duties=Ids())


def in_force_among(duties: Iterable[UUID], day: date) -> set[UUID]:
    """Which of these duties are in force on that day, and their worker can come in."""
    rows: list[Any] = _IN_FORCE_AMONG.ask(day=day, duties=list(duties))
    return {row.pk for row in rows}


# Asked by every door.
_WORN = Question(_worn, day=DateField(), user=IntegerField())
_WORN_DUTY = Question(_worn_duty, day=DateField(), user=IntegerField(), duty=UUIDField())
_DUTY = Question(_duty, day=DateField(), duty=UUIDField())
