"""A household from the first word to the last: heard, written down, supported by several, and let go again."""

from uuid import UUID

from marugoto.casework.actions.case import close_case, open_case
from marugoto.casework.codes import CaseEnd
from marugoto.custody.codes import Urgency
from marugoto.demo.live.after import LOOK_IN_DAYS, is_looked_in_on
from marugoto.demo.live.again import comes_again
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.entry import comes_in
from marugoto.demo.live.fate import Drawn, Meets
from marugoto.demo.live.home import write_down_home
from marugoto.demo.live.household import Life
from marugoto.demo.live.journal import write_as_lead
from marugoto.demo.live.meeting import Spoken, is_spoken_of
from marugoto.demo.live.need import assess, carry
from marugoto.demo.live.plan import end_plan, is_drawn
from marugoto.demo.live.sheet import is_assessed
from marugoto.demo.live.words.endings import LAST_WORDS
from marugoto.intake.actions.consultation import complete


def lives(life: Life) -> Steps:
    """All of it; where the story ends with an answer, or today comes before, only its beginning."""
    heard: list[UUID] = []
    yield from comes_in(life, heard)
    if not heard:
        return
    yield life.days(0, 3)
    write_down_home(life)
    complete(by=life.by, at=life.now, consultation=heard[0], person=life.people["head"].id)
    yield life.soon(10, 40)
    case = open_case(by=life.by, at=life.now, household=life.home, consultations=heard, urgency=Urgency.SLOW)
    life.case, life.case_ball = case.pk, case.ball_id
    for place, sketch in enumerate(life.story.needs):
        stand = life.fate.stands[place] if place < len(life.fate.stands) else None
        need = assess(life, sketch, stand)
        life.here.clock.begin(life.days(0, 4), carry(life, need))
    life.here.clock.begin(life.days(2, 8), _together(life))
    life.here.clock.begin(life.days(1, 6), is_assessed(life))
    yield from _leads(life)
    yield from comes_again(life)


def _together(life: Life) -> Steps:
    """Where several are needed: a conference, and a plan."""
    spoken: list[Spoken] = []
    if life.fate.meets is not Meets.NEVER:
        yield from is_spoken_of(life, spoken)
    if life.fate.drawn is not Drawn.NEVER and life.open_needs():
        yield from is_drawn(life, spoken)


def _leads(life: Life) -> Steps:
    """As long as a need is open the lead looks at the whole; then the household is let go, and somebody looks in on it."""
    while life.open_needs():
        yield life.days(11, 18)
        write_as_lead(life)
    yield life.days(3, 15)
    end_plan(life)
    here = life.here
    end = life.rng.choices(
        (CaseEnd.ACHIEVED, CaseEnd.HANDED_TO_AGENCY, CaseEnd.OWN_WISH, CaseEnd.MOVED_AWAY), (6, 2, 1, 1)
    )[0]
    close_case(
        by=life.by,
        at=life.now,
        case=life.case,
        end=end,
        next_team=here.team(life.needs[0].team),
        look_in_on=here.calendar.add(here.today, LOOK_IN_DAYS),
        words=life.rng.choice(LAST_WORDS),
    )
    life.closed = True
    here.clock.begin(life.now, is_looked_in_on(life, life.case, turn=1))
