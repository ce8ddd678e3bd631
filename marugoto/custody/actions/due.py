"""What a day brings by itself: silence ends offers, acting ends, teams and duties whose last day is over hand on their balls, and
closed teams leave their work to be read on.

Run once a day for every body, by the system's own viewer; run twice it changes nothing more.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, QuerySet

from marugoto.agencies.actions.leaving import forget_unsent
from marugoto.agencies.models import Duty, TeamEnding
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import in_force_among
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.care import end_overdue_rescue
from marugoto.custody.actions.escalation import escalate_due
from marugoto.custody.actions.hand import move, moving, take
from marugoto.custody.actions.offer import lapse_due
from marugoto.custody.actions.people import hand_on_balls, hand_on_balls_of, leave_work, part_from_all
from marugoto.custody.actions.standing import hold_still
from marugoto.custody.actions.watch import watch
from marugoto.custody.models import Ball, Bid, Companion, Rescue
from marugoto.disclosure.actions.emergency import escalate_emergencies
from marugoto.ground.question import Question
from marugoto.ground.transaction import acting, apart
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day

log = logging.getLogger(__name__)
DAYS_LOOKED_BACK = 31


@dataclass(frozen=True)
class Round:
    """How many offers lapsed, rescues ended, and balls were handed on; `left_over` counts what could not be done today."""

    lapsed: int
    rescues: int
    handed_on: int
    left_over: int


def run_due(*, by: Viewer, at: datetime) -> Round:
    """Each step is a transaction of its own, so that one ball in somebody's hand does not hold up the others."""
    lapsed = len(lapse_due(by=by, at=at))
    escalate_due(by=by, at=at)
    escalate_emergencies(by=by, at=at)
    forget_unsent(by=by, at=at)
    rescues = [_tried(end_overdue, by, at, key) for key in _overdue_rescues(by=by, at=at)]
    handed_on = [_tried(hand_on_closed, by, at, key) for key in _closed(by=by, at=at)]
    handed_on += [_tried(hand_on_absent, by, at, key) for key in _absent(by=by, at=at)]
    for key in _closed_of_late(by=by, at=at):
        _tried(leave_work_of, by, at, key)
    watch(by=by, at=at)  # last: it reads the looks of whole days, and nobody's ball waits for that
    left_over = sum(result is None for result in rescues + handed_on)
    return Round(lapsed, sum(filter(None, rescues)), sum(filter(None, handed_on)), left_over)


@dataclass(frozen=True)
class RoundOfBody:
    """What the day brought one body; `trouble` is why it could not be done there, and empty when it could."""

    body: str
    name: str
    done: Round
    trouble: str = ""


def run_due_everywhere(*, at: datetime) -> list[RoundOfBody]:
    """For every body of the installation, by code; trouble in one keeps none of the others waiting."""
    return [_run_one(body.code, body.name, at) for body in directory.bodies()]


def _run_one(code: str, name: str, at: datetime) -> RoundOfBody:
    try:
        return RoundOfBody(code, name, run_due(by=system_viewer(code, at), at=at))
    except Exception as trouble:
        log.exception("%s", code)
        return RoundOfBody(code, name, Round(0, 0, 0, 0), f"{type(trouble).__name__}: {trouble}"[:200])


@moving
def end_overdue(*, by: Viewer, at: datetime, key: UUID) -> int:
    """End one rescue whose day has come; 0 when somebody ended it before."""
    row = Rescue.objects.within(by.body).select_related("team").get(pk=key)
    if row.ended_id is not None:
        return 0
    grip = take(by, at, row.ball_id)
    move(by, at, grip)
    end_overdue_rescue(by, at, row, grip.ball)
    return 1


@moving
def hand_on_absent(*, by: Viewer, at: datetime, key: UUID) -> int:
    """Hand on the balls of a duty that is in force no more, or whose worker cannot come in; answers how many."""
    duty = Duty.objects.within(by.body).select_related("team__agency", "worker").get(pk=key)
    hold_still(duty.team_id)
    return hand_on_balls(by, at, duty)


@moving
def hand_on_closed(*, by: Viewer, at: datetime, key: UUID) -> int:
    """Hand on the balls of a team that is no team of this body any more, and let it go from all others; answers how many."""
    hold_still(key)
    part_from_all(by, at, key)
    return hand_on_balls_of(by, at, key)


@moving
def leave_work_of(*, by: Viewer, at: datetime, key: UUID) -> int:
    """Let the work of a closed team be read on where it has an heir; answers how many records are read anew."""
    hold_still(key)
    return leave_work(by, at, key)


@acting
def _overdue_rescues(*, by: Viewer, at: datetime) -> list[UUID]:
    return [row.pk for row in _OVERDUE.ask(body=by.body, day=local_day(at))]


@acting
def _closed(*, by: Viewer, at: datetime) -> list[UUID]:
    """Teams that hold an open ball, stand beside one or wait for one though they ended, or though their being guests of this body
    ended."""
    named = {row.holder for row in _HOLDERS.ask(body=by.body)}
    named |= {row.team for question in (_BESIDE, _BIDDING) for row in question.ask(body=by.body)}
    return sorted(named - directory.standing_among(by.at_moment(at), named))


@acting
def _closed_of_late(*, by: Viewer, at: datetime) -> list[UUID]:
    """Teams whose last day is over, for some days: a day on which nothing ran takes nothing from anybody."""
    today = local_day(at)
    rows = _ENDED_TEAMS.ask(body=by.body, after=today - timedelta(days=DAYS_LOOKED_BACK), day=today)
    return sorted({row.team for row in rows})


@acting
def _absent(*, by: Viewer, at: datetime) -> list[UUID]:
    """Duties in charge of an open ball though they are in force no more, or their worker's account is suspended."""
    named = {row.in_charge for row in _IN_CHARGE.ask(body=by.body)}
    return sorted(named - in_force_among(named, local_day(at)))


def _overdue(body: str, day: date) -> QuerySet[Any]:
    return Rescue.objects.within(body).filter(ended=None, until__lte=day).order_by("pk").values_list("pk")


def _holders(body: str) -> QuerySet[Any]:
    return Ball.objects.within(body).filter(settlement=None).values_list("holder").distinct()


def _beside(body: str) -> QuerySet[Any]:
    return Companion.objects.within(body).filter(until=None).values_list("team").distinct()


def _bidding(body: str) -> QuerySet[Any]:
    return Bid.objects.within(body).filter(ended=None).values_list("team").distinct()


def _in_charge(body: str) -> QuerySet[Any]:
    return Ball.objects.within(body).filter(settlement=None).values_list("in_charge").distinct()


def _ended_teams(body: str, after: date, day: date) -> QuerySet[Any]:
    return TeamEnding.objects.within(body).filter(day__gt=after, day__lte=day).values_list("team")


# Asked every morning of every body, and every few minutes of the day.
_OVERDUE: Question[Any] = Question(_overdue, body=CharField(), day=DateField())
_HOLDERS: Question[Any] = Question(_holders, body=CharField())
_BESIDE: Question[Any] = Question(_beside, body=CharField())
_BIDDING: Question[Any] = Question(_bidding, body=CharField())
_IN_CHARGE: Question[Any] = Question(_in_charge, body=CharField())
_ENDED_TEAMS: Question[Any] = Question(_ended_teams, body=CharField(), after=DateField(), day=DateField())


def _tried(step: Callable[..., int], by: Viewer, at: datetime, key: UUID) -> int | None:
    try:
        with apart():
            return step(by=by, at=at, key=key)
    except Refused:
        return None
