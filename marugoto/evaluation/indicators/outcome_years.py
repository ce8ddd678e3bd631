"""What the page of what became of people lays beside each other, fiscal year by fiscal year: counted with the indicators, and none itself.

All of it are measures of the ten operators. `VERSION` rises when one of them changes.
"""

from marugoto.casework.events import CaseClosed, GoalScored, JournalWritten, PlanMoved
from marugoto.conferences.codes import Stage
from marugoto.conferences.events import StageReached
from marugoto.evaluation.indicators.households import AGREED_END, KNOWN, RETURNED
from marugoto.evaluation.measures import Coded, Count, LastSaid, Sequence, Things
from marugoto.evaluation.rules.outcome_years import BETTER, RISEN
from marugoto.intake.events import IntakeOpened
from marugoto.ledger.events import layout

CODE, VERSION = "outcomes", "1"
HALF_YEAR = 183  # days after the end of support
GOAL, END = layout(GoalScored), layout(CaseClosed)["end"]
BY_PERSON = (Coded(GoalScored.kind, GOAL["scorer"], ("person",)),)

DONE = {
    "intakes": Count(kinds=(IntakeOpened.kind,)),
    "conferences": Count(kinds=(Coded(StageReached.kind, layout(StageReached)["stage"], (Stage.CLOSED,)),)),
    "plans": Count(kinds=(Coded(PlanMoved.kind, layout(PlanMoved)["state"], ("decided",)),)),
    "records": Count(kinds=(JournalWritten.kind,)),
}
CAME_AGAIN = Sequence(first=(AGREED_END,), then=RETURNED, days=HALF_YEAR, known=KNOWN)
GOALS = Things(
    kinds=(GoalScored.kind,), thing=GOAL["goal"], those=BY_PERSON
)  # told of by anybody, and by whom they concern
SCORES = LastSaid(kinds=BY_PERSON, thing=GOAL["goal"], number=GOAL["score"], good=BETTER)
SINCE_FIRST = LastSaid(kinds=BY_PERSON, thing=GOAL["goal"], number=GOAL["score"], good=RISEN, since_first=True)
ENDS = Count(kinds=(CaseClosed.kind,))  # divided by `END`

SHARES = {**DONE, "again": CAME_AGAIN, "goals": GOALS}
SPREADS = {"scores": SCORES, "since_first": SINCE_FIRST}
