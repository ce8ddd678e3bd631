"""Set who hears of a ball that does not move, mute a route for a time, and tell those whose day has come."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.models import Team
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.tiding import chiefs_of, tell, tell_chiefs, tell_tower
from marugoto.custody.codes import Alarm, MatterKind, TidingKind, Urgency, Whom
from marugoto.custody.events import BallEscalated
from marugoto.custody.models import Ball, Escalation, EscalationTold
from marugoto.custody.queries.escalation import Raised, raised, settings_of
from marugoto.custody.queries.limit import limits_of
from marugoto.custody.queries.team import tower
from marugoto.custody.rules.escalation import (
    Route,
    Steps,
    may_mute,
    may_set_steps,
    muted,
    steps_for,
    told_now,
)
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

TIDINGS = {Alarm.SILENT: TidingKind.LAPSED, Alarm.LATE: TidingKind.LATE, Alarm.STUCK: TidingKind.STUCK}


@acting
def set_steps(*, by: Viewer, at: datetime, route: Route, steps: Steps, since: date, reason: str) -> Escalation:
    """In force from `since` on; what was set before stays to be read."""
    may_set_steps(
        route,
        steps,
        keeps_house=by.keeps_house,
        begins_in_past=since < local_day(at),
        changes=steps_for(settings_of(by.body), route, since, limits_of(by.body, since)) != steps,
        reasoned=bool(reason.strip()),
    ).require()
    return Escalation.objects.create(
        **_of_route(by, at, route),
        sender_after=steps.sender,
        tower_after=steps.tower,
        chief_after=steps.chief,
        since=since,
        reason=reason.strip(),
    )


@acting
def mute_route(*, by: Viewer, at: datetime, route: Route, until: date, reason: str) -> Escalation:
    """Nobody is told of this route before `until`; today as that day ends a mute that runs. The figures count on as before."""
    today = local_day(at)
    runs = any(one.route == route for one in muted(settings_of(by.body), today))
    may_mute(until, keeps_house=by.keeps_house, today=today, runs=runs, reasoned=bool(reason.strip())).require()
    return Escalation.objects.create(**_of_route(by, at, route), muted_until=until, since=today, reason=reason.strip())


@acting
def escalate_due(*, by: Viewer, at: datetime) -> int:
    """Tell everybody whose day has come and who has not heard of it; answers how many were told."""
    today, settings = local_day(at), settings_of(by.body)
    limits = limits_of(by.body, today)
    return sum(
        _tell(by, at, one, whom)
        for one in raised(by.at_moment(at))
        for whom in told_now(settings, one.route, days=one.days, day=today, limits=limits)
    )


def tell_at_once(
    by: Viewer, at: datetime, ball: Ball, alarm: Alarm, occasion: str, *, agency: UUID, about: UUID
) -> None:
    """What is told on the first day, within the action that raised the alarm."""
    route = Route(alarm, MatterKind(ball.matter_kind), Urgency(ball.urgency), agency)
    for whom in told_now(settings_of(by.body), route, days=0, day=local_day(at)):
        _note(by, at, ball.pk, alarm, occasion, whom)
        _send(by, at, ball, alarm, whom, about)


def _tell(by: Viewer, at: datetime, one: Raised, whom: Whom) -> bool:
    if not _note(by, at, one.face.ball, one.route.alarm, one.occasion, whom):
        return False
    ball = Ball.objects.within(by.body).get(pk=one.face.ball)
    _send(by, at, ball, one.route.alarm, whom, ball.holder_id)
    told = BallEscalated(alarm=one.route.alarm, whom=whom, holder=ball.holder_id, days=one.days)
    announce(told, by=by, at=at, matter=ball.matter, area=ball.area)
    return True


def _note(by: Viewer, at: datetime, ball: UUID, alarm: Alarm, occasion: str, whom: Whom) -> bool:
    key = {"ball_id": ball, "occasion": occasion, "whom": whom}
    if EscalationTold.objects.within(by.body).filter(**key).exists():
        return False
    EscalationTold.objects.create(body=by.body, made_at=at, alarm=alarm, day=local_day(at), **key)
    return True


def _send(by: Viewer, at: datetime, ball: Ball, alarm: Alarm, whom: Whom, about: UUID) -> None:
    kind = TIDINGS[alarm]
    if whom is Whom.SENDER:
        tell(by, at, ball.pk, kind, team=ball.holder_id, about=about)
    elif whom is Whom.TOWER:
        tell_tower(by, at, ball.pk, kind, about=ball.holder_id)
    else:
        tell_chiefs(by, at, ball.pk, kind, agency=_where_a_chief_is(by, at, ball), about=ball.holder_id)


def _where_a_chief_is(by: Viewer, at: datetime, ball: Ball) -> UUID:
    """The holder's own division; where nobody is its chief, that of the control tower."""
    own = Team.objects.everywhere("the holder's own division").get(pk=ball.holder_id).agency_id
    there = tower(by.body, local_day(at))
    return own if there is None or chiefs_of(own, by.body, at) else there.agency_id


def _of_route(by: Viewer, at: datetime, route: Route) -> dict[str, Any]:
    return {
        "body": by.body,
        "made_at": at,
        "alarm": route.alarm,
        "matter_kind": route.kind or "",
        "urgency": route.urgency or "",
        "agency_id": route.agency,
        "by": by.duty,
    }
