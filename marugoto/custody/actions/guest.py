"""A member leaves: its balls go on, what was offered to it goes back, nobody stands beside a ball any more."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Duty, Membership, MembershipEnding
from marugoto.agencies.rules.membership import may_end_membership
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.hand import moving
from marugoto.custody.actions.people import hand_on_balls, part_from_all
from marugoto.custody.actions.standing import hold_still
from marugoto.custody.models import Ball
from marugoto.kernel.jst import local_day


@moving
def end_membership(*, by: Viewer, at: datetime, membership: UUID, day: date, reason: str) -> MembershipEnding:
    """It is no member from `day` on. Today: at once; later: on that day (`due.run_due`). Raises Membership.DoesNotExist."""
    row = Membership.objects.within(by.body).select_related("team__agency", "ended").get(pk=membership)
    hold_still(row.team_id)
    today = local_day(at)
    running = row.ended is None and (row.until is None or row.until > today)
    may_end_membership(
        keeps_house=by.keeps_house or by.has(Role.SYSTEM),
        running=running,
        begun_by=day >= today,
        reasoned=bool(reason.strip()),
    ).require()
    ended = MembershipEnding.objects.create(body=by.body, made_at=at, day=day, by=by.duty, reason=reason.strip())
    Membership.objects.within(by.body).filter(pk=row.pk, ended=None).update(ended=ended)
    if day <= today:
        let_go(by, at, row.team_id)
    return ended


def let_go(by: Viewer, at: datetime, team: UUID) -> None:
    """Everything in the hands of a team that is no member any more; its row is held still by the caller."""
    part_from_all(by, at, team)
    carried = Ball.objects.within(by.body).filter(holder=team, settlement=None).values("in_charge")
    for duty in Duty.objects.within(by.body).filter(pk__in=carried).select_related("team__agency", "worker"):
        hand_on_balls(by, at, duty)
