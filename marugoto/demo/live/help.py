"""Somebody who carries a need is in trouble and says so: alone after all, together, or with the control tower acting beside for a time.

The town learns: in its first months more is brought to the control tower, and more of it is taken; later the agencies find their own way.
"""

from marugoto.agencies.codes import Role
from marugoto.custody.actions.care import answer_stuck, call_stuck, end_rescue
from marugoto.custody.codes import LearntCode, StuckOutcome
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.words.stuck import STUCK_WITH

EARLY, LATE = 0.30, 0.10  # how often a need is brought, at the beginning and today
DEEP = 3  # households with so many needs are brought more often
OUTCOMES = (StuckOutcome.SELF, StuckOutcome.JOINT, StuckOutcome.TAKEN)
AT_FIRST, TODAY = (2, 4, 4), (3, 6, 1)
LEARNT = tuple(LearntCode)


def stuck_with(life: Life, need: OpenNeed) -> str:
    """A line in three of four; the others only press."""
    return life.chance("stuck with", need.number).choice(("", *STUCK_WITH))


def asks_for_help(life: Life, need: OpenNeed) -> Steps:
    """Perhaps; by chance of its own, so that a town in which nobody asks is otherwise the same."""
    here, rng = life.here, life.chance("help", need.number)
    grown = here.grown
    often = EARLY + (LATE - EARLY) * grown
    if rng.random() >= often * (1.5 if len(life.story.needs) >= DEEP else 0.6):
        return
    yield here.in_days(rng, 2, 20)
    if need.settled or need.offered:
        return
    stuck = call_stuck(by=here.by(need.hat), at=here.now, ball=need.ball, words=stuck_with(life, need))
    yield here.in_days(rng, 0, 2)
    if need.settled:
        return
    weights = [first + (last - first) * grown for first, last in zip(AT_FIRST, TODAY, strict=True)]
    outcome = rng.choices(OUTCOMES, weights)[0]
    until = here.calendar.add(here.today, rng.randint(10, 25)) if outcome is StuckOutcome.TAKEN else None
    tower = here.with_role(Role.COORDINATOR)
    answer_stuck(by=here.by(tower), at=here.now, stuck=stuck.pk, outcome=outcome, until=until)
    if outcome is StuckOutcome.TAKEN:
        yield here.in_days(rng, 4, 9)
        if not need.settled:
            end_rescue(by=here.by(tower), at=here.now, ball=need.ball, learnt_code=rng.choice(LEARNT))
