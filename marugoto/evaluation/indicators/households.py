"""Words in which the ledger speaks of the support of a household, shared by the indicators of casework and of the control tower."""

from marugoto.casework.events import CaseClosed, CaseGathered, CaseOpened, CaseReturned, NeedAssessed, TroubleNamed
from marugoto.custody.events import BallTouched, RescueBegun, StuckAnswered, StuckCalled
from marugoto.evaluation.measures import Coded
from marugoto.intake.events import TroubleMarked
from marugoto.ledger.events import layout

DEEP = 3  # from so many sorts of troubles on a household is 複合 (evaluation.md 6.7, F2.4)
GATHERED = (CaseGathered.kind, NeedAssessed.kind)  # both name the case in their first reference
TROUBLES = (
    TroubleMarked.kind,
    TroubleNamed.kind,
    NeedAssessed.kind,
)  # when somebody was heard, on the sheet, and found since
SORT = layout(NeedAssessed)["theme"]  # in which the mark of a consultation stands too
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
