"""Draft a plan, have it examined, decided and run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.calendar import says
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import mine as my_case
from marugoto.casework.actions.case import require_running
from marugoto.casework.codes import Agreement, PlanState
from marugoto.casework.events import PlanMoved, StepTaken
from marugoto.casework.models import Goal, Plan, PlanStanding, Review, Step, StepDone
from marugoto.casework.rules.plan import Mover, may_move, may_rest
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class GoalDraft:
    words: str
    person: UUID | None = None
    weight: int = 1


@dataclass(frozen=True)
class StepDraft:
    """`goal` is the goal's place in the list, from 0."""

    words: str
    team: UUID
    until: date | None = None
    goal: int | None = None
    place: UUID | None = None


@acting
def draft(
    *,
    by: Viewer,
    at: datetime,
    case: UUID,
    goals: Sequence[GoalDraft],
    steps: Sequence[StepDraft],
    review_on: date,
    wish: str = "",
    agreement: Agreement = Agreement.NOT_ASKED,
    agreement_note: str = "",
) -> Plan:
    """The next version of the case's plan, with its goals and steps."""
    row = my_case(by, case)
    require_running(by, row.pk)
    day = local_day(at)
    if review_on <= day:
        no("見直しの日は、きょうより先にしてください。").require()
    if agreement is not Agreement.AGREED and not agreement_note.strip():
        no("本人と確かめていないわけが書かれていません。", "一言書いてください。").require()
    plan = Plan.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        case=row,
        version=Plan.objects.within(by.body).filter(case=row).count() + 1,
        wish=clean(wish, limit=5_000),
        agreement=agreement,
        agreement_note=clean(agreement_note, limit=200),
        since=day,
        review_on=review_on,
        by=by.duty,
    )
    made = [_goal(by, at, plan, number, goal) for number, goal in enumerate(goals, start=1)]
    for step in steps:
        _step(by, at, plan, step, made)
    _stand(by, at, plan, PlanState.DRAFTED)
    return plan


@acting
def move(
    *,
    by: Viewer,
    at: datetime,
    plan: UUID,
    to: PlanState,
    conference: UUID | None = None,
    review: UUID | None = None,
    words: str = "",
    asked_on: date | None = None,
) -> PlanStanding:
    """Bring the plan to its next state; refused with the reason when a step would be skipped or the wrong hand would decide.

    `review`: the kept review from which the state follows; `words`: examined without a conference, with whom, or why it rests;
    `asked_on`: when the person was asked whether it is to rest.
    """
    row = Plan.objects.open_to(by).select_related("case").get(pk=plan)
    stood = PlanStanding.objects.within(by.body).filter(plan=row).order_by("number")
    states = [PlanState(state) for state in stood.values_list("state", flat=True)]
    goals = Goal.objects.within(by.body).filter(plan=row).count()
    steps = Step.objects.within(by.body).filter(plan=row).count()
    mover = Mover(may_decide=by.has(Role.CHIEF), contracted=by.contracted)
    reviewed = review is not None and Review.objects.within(by.body).filter(plan=row, pk=review).exists()
    at_a_table = needs_a_table(by, at)
    may_move(
        states,
        to,
        by=mover,
        goals=goals,
        steps=steps,
        examined=conference is not None or (not at_a_table and bool(words.strip())),
        reviewed=reviewed,
        at_a_table=at_a_table,
    ).require()
    if to is PlanState.SUSPENDED:
        may_rest(asked_on=asked_on, words=words, today=local_day(at)).require()
    return _stand(by, at, row, to, conference=conference, words=words, asked_on=asked_on, number=len(states) + 1)


@acting
def add_step(*, by: Viewer, at: datetime, case: UUID, step: StepDraft) -> Step:
    """A role taken at a table becomes a step of the plan as it stands: of one that is drafted or runs, for a plan that was examined
    or decided is not changed on its way."""
    row = Plan.objects.open_to(by).filter(case=case).order_by("-version").first()
    stands = PlanStanding.objects.within(by.body).filter(plan=row).order_by("-number").first() if row else None
    if row is None or stands is None or stands.state not in {PlanState.DRAFTED, PlanState.RUNNING}:
        no("手だてを足せるプランが、いまありません。", "先にプランを作るか、プランの欄を空にしてください。").require()
    assert row is not None  # noqa: S101 — refused above
    return _step(by, at, row, step, [])


def needs_a_table(by: Viewer, at: datetime) -> bool:
    """The conference on plans is prescribed where 重層 is run (実施要綱); elsewhere a body may ask around."""
    return says(by.body, "multilayered", local_day(at)) == "yes"


@acting
def take_step(*, by: Viewer, at: datetime, step: UUID) -> StepDone:
    """A step was taken."""
    row = Step.objects.open_to(by).select_related("plan").get(pk=step)
    if StepDone.objects.within(by.body).filter(step=row).exists():
        no("この一歩は、もう済んでいます。").require()
    day = local_day(at)
    done = StepDone.objects.create(body=by.body, made_at=at, folder_id=row.folder_id, step=row, day=day, by=by.duty)
    late = max(by.calendar.between(row.until, day), 0) if row.until else 0
    announce(StepTaken(plan=row.plan_id, team=row.team_id, late=late), by=by, at=at, matter=row.plan.case_id)
    return done


def _goal(by: Viewer, at: datetime, plan: Plan, number: int, goal: GoalDraft) -> Goal:
    return Goal.objects.create(
        body=by.body,
        made_at=at,
        folder_id=plan.folder_id,
        plan=plan,
        number=number,
        person_id=goal.person,
        words=clean(goal.words, limit=200),
        weight=goal.weight,
    )


def _step(by: Viewer, at: datetime, plan: Plan, step: StepDraft, goals: list[Goal]) -> Step:
    return Step.objects.create(
        body=by.body,
        made_at=at,
        folder_id=plan.folder_id,
        plan=plan,
        goal=goals[step.goal] if step.goal is not None else None,
        team_id=step.team,
        place=step.place,
        words=clean(step.words, limit=200),
        until=step.until,
    )


def _stand(
    by: Viewer,
    at: datetime,
    plan: Plan,
    state: PlanState,
    *,
    conference: UUID | None = None,
    words: str = "",
    asked_on: date | None = None,
    number: int = 1,
) -> PlanStanding:
    standing = PlanStanding.objects.create(
        body=by.body,
        made_at=at,
        folder_id=plan.folder_id,
        plan=plan,
        state=state,
        number=number,
        day=local_day(at),
        conference=conference,
        words=clean(words, limit=400),
        asked_on=asked_on,
        by=by.duty,
    )
    told = PlanMoved(
        plan=plan.pk,
        conference=conference,
        state=state,
        agreement=Agreement(plan.agreement),
        goals=Goal.objects.within(by.body).filter(plan=plan).count(),
        steps=Step.objects.within(by.body).filter(plan=plan).count(),
    )
    announce(told, by=by, at=at, matter=plan.case_id)
    return standing
