"""Some households that were let go need support once more: the same lead begins it again, with the need that came first."""

from marugoto.casework.actions.case import close_case, open_case
from marugoto.casework.actions.journal import write
from marugoto.casework.actions.need import add_need
from marugoto.casework.codes import CaseEnd
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Outcome, Urgency
from marugoto.demo.live.after import LOOK_IN_DAYS, is_looked_in_on
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.household import Life
from marugoto.demo.live.words.endings import LAST_WORDS
from marugoto.demo.live.words.journal import LEAD

HOW_OFTEN = 0.13


def comes_again(life: Life) -> Steps:
    """By chance of its own; most never do."""
    here, rng = life.here, life.chance("again")
    if rng.random() >= HOW_OFTEN:
        return
    yield here.in_days(rng, 15, 170)
    first = life.needs[0]
    case = open_case(by=life.by, at=life.now, household=life.home, urgency=Urgency.SLOW)
    need = add_need(
        by=life.by,
        at=life.now,
        case=case.pk,
        theme=first.sketch.theme,
        title=life.say(first.sketch.title, first.person),
        person=life.people[first.person].id if first.person else None,
        urgency=Urgency.SLOW,
    )
    for _ in range(rng.randint(3, 6)):
        yield here.in_days(rng, 5, 12)
        method, words = rng.choice(LEAD)
        write(by=life.by, at=life.now, case=case.pk, need=need.pk, method=method, words=words)
    yield here.in_days(rng, 3, 9)
    settle(by=life.by, at=life.now, ball=need.ball_id, outcome=Outcome.ACHIEVED)
    close_case(
        by=life.by,
        at=life.now,
        case=case.pk,
        end=CaseEnd.ACHIEVED,
        next_team=here.team(life.team),
        look_in_on=here.calendar.add(here.today, LOOK_IN_DAYS),
        words=rng.choice(LAST_WORDS),
    )
    here.clock.begin(life.now, is_looked_in_on(life, case.pk, turn=2))
