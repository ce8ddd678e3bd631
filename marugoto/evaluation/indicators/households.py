"""Words in which the ledger speaks of the support of a household, shared by the indicators of casework and of the control tower."""

from marugoto.casework.events import (
    AssessmentWritten,
    CaseClosed,
    CaseGathered,
    CaseOpened,
    CaseReturned,
    NeedAssessed,
    TroubleNamed,
)
from marugoto.custody.events import BallTouched, RescueBegun, StuckAnswered, StuckCalled
from marugoto.evaluation.measures import Coded, Troubles
from marugoto.intake.events import TroubleMarked
from marugoto.ledger.events import layout

DEEP = 3  # from so many sorts of troubles on a household is 複合 (evaluation.md 6.7, F2.4)
GATHERED = (CaseGathered.kind, NeedAssessed.kind)  # both name the case in their first reference
KNOWN = (
    CaseGathered.kind,
)  # of the case itself, since it was opened: what belongs to a case opened earlier is not told whole
SORT = layout(NeedAssessed)["theme"]  # in which the marks of a consultation and of a sheet stand too
TROUBLES = Troubles(  # marked when somebody was heard, found since, and named on the sheet as it was last kept
    kinds=(TroubleMarked.kind, NeedAssessed.kind),
    sort=SORT,
    named=(TroubleNamed.kind,),
    kept=(AssessmentWritten.kind,),
    edition=layout(TroubleNamed)["edition"],
)
OPENED, CLOSED = (CaseOpened.kind,), (CaseClosed.kind,)
RETURNED = (CaseReturned.kind,)
AGREED_END = Coded(CaseClosed.kind, layout(CaseClosed)["end"], ("achieved", "handed_to_agency", "own_wish"))
CALLED = (StuckCalled.kind,)
BROUGHT = (StuckCalled.kind, RescueBegun.kind)

TOWER_ACTED = (
    RescueBegun.kind,
    Coded(StuckAnswered.kind, layout(StuckAnswered)["outcome"], ("joint", "taken")),
    Coded(BallTouched.kind, layout(BallTouched)["stance"], ("rescuer", "tower")),
    Coded(CaseClosed.kind, layout(CaseClosed)["by_tower"], (1,)),
)
