"""After the end of support somebody looks in on the day that was said, or some days later; who is not at home is looked in on again."""

from uuid import UUID

from marugoto.casework.actions.after import look_in
from marugoto.casework.codes import LookInResult
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.household import Life
from marugoto.demo.live.words.endings import NOT_AT_HOME, STEADY

LOOK_IN_DAYS, LATEST, SOONER = 60, 4, 10
AWAY = 0.2


def is_looked_in_on(life: Life, case: UUID, *, turn: int) -> Steps:
    """By chance of its own, so that nothing else of the town changes."""
    here, rng = life.here, life.chance("after", turn)
    yield here.in_days(rng, LOOK_IN_DAYS, LOOK_IN_DAYS + LATEST)
    if rng.random() < AWAY:
        again = here.calendar.add(here.today, SOONER)
        look_in(
            by=life.by,
            at=life.now,
            case=case,
            result=LookInResult.NOT_MET,
            next_on=again,
            words=rng.choice(NOT_AT_HOME),
        )
        yield here.in_days(rng, SOONER, SOONER + LATEST)
    look_in(by=life.by, at=life.now, case=case, result=LookInResult.STEADY, words=rng.choice(STEADY))
