"""The plan of a household: drafted with it, looked at in the conference, decided by the municipality, lived and looked at again."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.casework.actions import plan as plans
from marugoto.casework.actions.review import Scored, review
from marugoto.casework.codes import Agreement, Change, PlanState, ReviewResult, Scorer
from marugoto.casework.queries import plan as plan_page
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fate import Drawn
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.meeting import Spoken
from marugoto.demo.live.words.plan import (
    AGREEMENTS,
    DECIDED,
    DONE,
    FOR_ALL,
    GOALS,
    LOOKED_AGAIN,
    STEPS,
    SUSPENDED,
    WISHES,
)

LOOKS = 3  # how often a plan is looked at again before it ends
WEIGHTS = {Agreement.AGREED: 7, Agreement.NOT_ASKED: 1, Agreement.CANNOT_BE_ASKED: 1, Agreement.REFUSED: 1}
SCORES, HOW_WELL = (-2, -1, 0, 1, 2), (3, 10, 27, 38, 22)


def is_drawn(life: Life, spoken: list[Spoken]) -> Steps:
    """As far as the fate of the household says; without a conference it stays a draft."""
    yield life.soon(10, 60)
    plan = _draft(life)
    if life.fate.drawn is Drawn.DRAFTED or not spoken or not spoken[0].held:
        return
    item = spoken[0]
    yield _when(life, Drawn.EXAMINED, 2, 1, 3)
    if life.closed:
        return
    plans.move(by=life.by, at=life.now, plan=plan, to=PlanState.EXAMINED, conference=item.table.conference.pk)
    chief = life.here.with_role(Role.CHIEF)
    if life.fate.drawn is Drawn.EXAMINED or not _sees(life, chief, item):
        return
    yield _when(life, Drawn.DECIDED, 1, 1, 5)
    if life.closed:
        return
    words = life.rng.choice(DECIDED)
    plans.move(by=life.here.by(chief), at=life.now, plan=plan, to=PlanState.DECIDED, words=words)
    if life.fate.drawn is Drawn.DECIDED:
        return
    yield life.days(1, 3)
    if life.closed:
        return
    plans.move(by=life.by, at=life.now, plan=plan, to=PlanState.RUNNING)
    life.plan = plan
    yield from _lived(life, plan)


def _when(life: Life, last: Drawn, ago: int, least: int, most: int) -> datetime:
    """The last step of a plan that is to be seen today lies a day or two back."""
    if life.fate.drawn is last:
        return max(life.soon(), life.here.before_today(life.rng, ago))
    return life.days(least, most)


def _sees(life: Life, chief: UUID, spoken: Spoken) -> bool:
    """The chief decides what is open to his team, or what he sat for."""
    if life.here.by(chief).team == life.by.team:
        return True
    return any(one.pledged and one.hat == chief for one in spoken.sitting)


def _draft(life: Life) -> UUID:
    here, rng = life.here, life.rng
    needs = life.needs
    agreement = rng.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))[0]
    goals = [plans.GoalDraft(rng.choice(FOR_ALL)), *(_goal(life, need) for need in needs)]
    steps = [
        plans.StepDraft(
            rng.choice(STEPS[need.sketch.field]),
            here.team(need.team),
            until=here.calendar.add(here.today, rng.randint(8, 40)),
            goal=place + 1,
        )
        for place, need in enumerate(needs)
    ]
    return plans.draft(
        by=life.by,
        at=life.now,
        case=life.case,
        goals=goals,
        steps=steps,
        review_on=here.calendar.add(here.today, rng.randint(40, 65)),
        wish=rng.choice(WISHES),
        agreement=agreement,
        agreement_note=AGREEMENTS[agreement],
    ).pk


def _goal(life: Life, need: OpenNeed) -> plans.GoalDraft:
    person = life.people[need.person].id if need.person else None
    return plans.GoalDraft(life.rng.choice(GOALS[need.sketch.field]), person)


def _lived(life: Life, plan: UUID) -> Steps:
    """Steps are taken, and every few months everybody looks at it again."""
    shown = plan_page.current(life.by, life.case)
    assert shown is not None  # noqa: S101 — it was drafted a moment ago
    for step in shown.steps:
        yield life.days(3, 15)
        if life.closed:
            return
        if life.rng.random() < 0.8:
            plans.take_step(by=life.by, at=life.now, step=step.step)
    if life.fate.drawn is Drawn.SUSPENDED:
        yield life.days(10, 25)
        if life.closed:
            return
        words = life.rng.choice(SUSPENDED)
        plans.move(by=life.by, at=life.now, plan=plan, to=PlanState.SUSPENDED, words=words, asked_on=life.here.today)
        life.plan = None
        return
    for turn in range(LOOKS):
        yield life.days(30, 50)
        if life.plan is None:
            return
        if turn + 1 == LOOKS and not life.fate.seen_today:
            end_plan(life)
            return
        _look_again(life, plan, ReviewResult.KEEP)


def end_plan(life: Life) -> None:
    """The last look, where a plan runs; also when the household is let go."""
    if life.plan is not None:
        _look_again(life, life.plan, ReviewResult.CLOSE)
        life.plan = None


def _look_again(life: Life, plan: UUID, result: ReviewResult) -> None:
    shown = plan_page.current(life.by, life.case)
    assert shown is not None  # noqa: S101 — a running plan is the current one
    here, rng = life.here, life.rng
    scores = [Scored(goal.goal, rng.choices(SCORES, HOW_WELL)[0], rng.choice(list(Scorer))) for goal in shown.goals]
    whose = [None, *(life.people[one.key].id for one in life.sketch.members)]
    seen = rng.sample(list(Change), rng.randint(0, 3))
    closing = result is ReviewResult.CLOSE
    review(
        by=life.by,
        at=life.now,
        plan=plan,
        result=result,
        scores=scores,
        changes=[(rng.choice(whose), change) for change in seen],
        words=rng.choice(DONE if closing else LOOKED_AGAIN),
        next_review_on=None if closing else here.calendar.add(here.today, rng.randint(40, 65)),
    )
