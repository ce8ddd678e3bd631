from marugoto.casework.models.acquaintance import Acquaintance
from marugoto.casework.models.assessment import Assessment, AssessmentAnswer, AssessmentPart
from marugoto.casework.models.case import Case, CaseClosing, CaseOrigin, CaseResumption, LookIn
from marugoto.casework.models.journal import Caution, CautionEnding, JournalEntry, Misfiled, PromiseEnding
from marugoto.casework.models.need import CaseNeed, Need
from marugoto.casework.models.plan import Goal, GoalScore, Plan, PlanStanding, Step, StepDone
from marugoto.casework.models.review import Review, ReviewChange

__all__ = [
    "Acquaintance",
    "Assessment",
    "AssessmentAnswer",
    "AssessmentPart",
    "Case",
    "CaseClosing",
    "CaseNeed",
    "CaseOrigin",
    "CaseResumption",
    "Caution",
    "CautionEnding",
    "Goal",
    "GoalScore",
    "JournalEntry",
    "LookIn",
    "Misfiled",
    "Need",
    "Plan",
    "PlanStanding",
    "PromiseEnding",
    "Review",
    "ReviewChange",
    "Step",
    "StepDone",
]
