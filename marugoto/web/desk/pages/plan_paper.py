"""The plan on one page, in words the family reads; for the whole household, or for one member with what is his alone."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import Agreement, PlanState
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import plan as plans
from marugoto.casework.queries.plan import GoalLine, PlanPage, StepLine
from marugoto.community.queries import place as places
from marugoto.custody.queries.ball import BallFace
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.people.queries import household as households
from marugoto.people.queries.protection import guarded_among
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_id

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
NOT_DECIDED = frozenset({PlanState.DRAFTED, PlanState.EXAMINED})


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, plan: UUID) -> Page:
    """`for`: a member, whose own goals stand beside those of the household; of the others nothing is said then. Without one it goes into
    everybody's hands: what is of somebody alone whom a measure guards is left out, for the one he is guarded from may live there; and
    what is of somebody alone who lives there no more, for whoever fled left her goals in the plan, and not her name among the members."""
    found = plans.get(viewer, plan)
    case = cases.get(viewer, found.case) if found else None
    if found is None or case is None:
        raise Http404
    home = households.get(viewer, case.household)
    members = [(member.face.person, member.face.called) for member in home.members] if home else []
    reader = read_id(request.GET.get("for", ""))
    if reader is not None and reader not in dict(members):
        raise Http404
    today = local_day(viewer.at)
    guarded = guarded_among(viewer, dict(members)) if reader is None and members else set[UUID]()
    mine = {reader} if reader else dict(members).keys() - guarded
    goals = [goal for goal in found.goals if goal.person is None or goal.person in mine]
    values = {
        "plan": found,
        "home": home.name if home else _("世帯 %(number)s") % {"number": case.number},
        "reader": dict(members).get(reader, "") if reader else "",
        "members": members,
        "guarded": "、".join(called for person, called in members if person in guarded),
        "gone": reader is None and any(goal.person and goal.person not in dict(members) for goal in found.goals),
        "today": say_era(today),
        "review_on": say_era(found.review_on)
        if found.review_on >= today and found.state is not PlanState.CLOSED
        else "",
        "review_past": say_era(found.review_on)
        if found.review_on < today and found.state is not PlanState.CLOSED
        else "",
        "draft": found.state in NOT_DECIDED,
        "rests": found.state is PlanState.SUSPENDED,
        "over": found.state is PlanState.CLOSED,
        "asked": found.agreement is Agreement.AGREED,
        "goals": _goals(goals, dict(members)),
        **_steps(viewer, found, goals, today),
        "lead": _lead(viewer, case.ball),
    }
    return Page("desk/plan_paper.html", values)


def _goals(goals: list[GoalLine], called: dict[UUID, str]) -> list[dict[str, str]]:
    """Whose it is, in the order of the plan; a goal of the household is everybody's."""
    return [
        {"whose": called.get(goal.person, "") if goal.person else _("みんなで"), "words": goal.words} for goal in goals
    ]


def _steps(viewer: Viewer, plan: PlanPage, goals: list[GoalLine], today: date) -> dict[str, Any]:
    """What is to be done still, the earliest first: who does it, with the telephone, and where; and what was done."""
    shown = {goal.goal for goal in goals}
    all_of_them = [step for step in plan.steps if step.goal is None or step.goal in shown]
    steps = [step for step in all_of_them if step.done_on is None and plan.state is not PlanState.CLOSED]
    wanted = {step.place for step in steps if step.place}
    found = places.by_ids(viewer, wanted) if wanted else {}
    teams = directory.names_of_teams({step.team for step in steps})
    return {
        "steps": [_step(step, found, teams, today) for step in steps],
        "done": [{"words": one.words, "day": say_era(one.done_on)} for one in all_of_them if one.done_on],
        "steps_past": sum(step.until is not None and step.until < today for step in steps),
    }


def _step(step: StepLine, found: dict[UUID, Any], teams: dict[UUID, Any], today: date) -> dict[str, Any]:
    team = teams.get(step.team)
    return {
        "words": step.words,
        "who": directory.called(team) if team else step.team_name,
        "phone": team.phone if team else "",
        "where": found[step.place].name if step.place in found else "",
        "until": say_era(step.until) if step.until and step.until >= today else "",
    }


def _lead(viewer: Viewer, ball: BallFace) -> dict[str, str]:
    """Whom the family calls."""
    team = directory.names_of_teams({ball.holder.id}).get(ball.holder.id)
    return {"team": ball.holder.said, "name": ball.in_charge_name, "phone": team.phone if team else ""}
