"""What can happen in casework."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from marugoto.casework.codes import (
    AcquaintanceKind,
    Agreement,
    CaseEnd,
    Change,
    LookInResult,
    Method,
    PlanState,
    PromiseEnd,
    ReviewResult,
    Scorer,
)
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.ledger.events import Event


class Whose(StrEnum):
    PERSON = "person"
    HOUSEHOLD = "household"


@dataclass(frozen=True, kw_only=True)
class CaseOpened(Event):
    """`members`: persons of the household at that moment; `from_intake`: opening days since the first consultation, if any."""

    kind: ClassVar[str] = "case.opened"

    members: int
    from_intake: int | None


@dataclass(frozen=True, kw_only=True)
class CaseGathered(Event):
    """The matter (a consultation, or the case itself) belongs to this case, as a need does since it was assessed."""

    kind: ClassVar[str] = "case.gathered"

    case: UUID


@dataclass(frozen=True, kw_only=True)
class CaseReturned(Event):
    """The household of the matter, a case that had ended, needs support again: it has this new case, or the same one goes on."""

    kind: ClassVar[str] = "case.returned"

    case: UUID


@dataclass(frozen=True, kw_only=True)
class NeedAssessed(Event):
    kind: ClassVar[str] = "need.assessed"

    case: UUID
    theme: TroubleCode
    whose: Whose
    number: int


@dataclass(frozen=True, kw_only=True)
class AcquaintanceNoted(Event):
    """Somebody around the household of the matter who is no office was written down, or written anew."""

    kind: ClassVar[str] = "acquaintance.noted"

    who: AcquaintanceKind


@dataclass(frozen=True, kw_only=True)
class AcquaintanceEnded(Event):
    kind: ClassVar[str] = "acquaintance.ended"

    who: AcquaintanceKind


@dataclass(frozen=True, kw_only=True)
class JournalWritten(Event):
    kind: ClassVar[str] = "journal.written"

    case: UUID
    method: Method


@dataclass(frozen=True, kw_only=True)
class PromiseEnded(Event):
    """What was promised for a day was kept or not. `team` carries the work, whoever promised; `late`: opening days past the day."""

    kind: ClassVar[str] = "promise.ended"

    case: UUID
    team: UUID
    end: PromiseEnd
    late: int


@dataclass(frozen=True, kw_only=True)
class PlanMoved(Event):
    """A plan reached a state."""

    kind: ClassVar[str] = "plan.moved"

    plan: UUID
    conference: UUID | None
    state: PlanState
    agreement: Agreement
    goals: int
    steps: int


@dataclass(frozen=True, kw_only=True)
class StepTaken(Event):
    """`late`: opening days past its date, 0 when in time or without a date."""

    kind: ClassVar[str] = "step.taken"

    plan: UUID
    team: UUID
    late: int


@dataclass(frozen=True, kw_only=True)
class GoalScored(Event):
    """`weight`: how much the goal counts among those of its plan; not yet told by version 1, where all count alike."""

    kind: ClassVar[str] = "goal.scored"
    version: ClassVar[int] = 2

    goal: UUID
    scorer: Scorer
    score: int
    weight: int


@dataclass(frozen=True, kw_only=True)
class ReviewHeld(Event):
    kind: ClassVar[str] = "plan.reviewed"

    plan: UUID
    result: ReviewResult
    goals: int
    improved: int


@dataclass(frozen=True, kw_only=True)
class ChangeSeen(Event):
    kind: ClassVar[str] = "outcome.seen"

    change: Change
    whose: Whose


@dataclass(frozen=True, kw_only=True)
class CaseClosed(Event):
    """`by_tower`: the control tower itself led the case to its end; not yet told by version 1."""

    kind: ClassVar[str] = "case.closed"
    version: ClassVar[int] = 2

    next_team: UUID | None
    end: CaseEnd
    look_in_on: date | None
    by_tower: bool


@dataclass(frozen=True, kw_only=True)
class AssessmentWritten(Event):
    """A version of the assessment sheet was kept; of how many members something is known, who was met, and who refused."""

    kind: ClassVar[str] = "assessment.written"

    edition: int
    members: int
    reached: int
    refused: int


@dataclass(frozen=True, kw_only=True)
class TroubleNamed(Event):
    """In a version of the sheet this trouble is marked for so many members."""

    kind: ClassVar[str] = "trouble.named"

    trouble: TroubleCode
    edition: int
    members: int


@dataclass(frozen=True, kw_only=True)
class LookedIn(Event):
    """Somebody looked in after the end; `late`: opening days past the day that was said, 0 when in time."""

    kind: ClassVar[str] = "case.looked_in"

    result: LookInResult
    next_on: date | None
    late: int
