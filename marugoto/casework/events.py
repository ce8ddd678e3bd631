"""What can happen in casework."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from marugoto.casework.codes import Agreement, CaseEnd, Change, Method, PlanState, ReviewResult, Scorer
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
class NeedAssessed(Event):
    kind: ClassVar[str] = "need.assessed"

    case: UUID
    theme: TroubleCode
    whose: Whose
    number: int


@dataclass(frozen=True, kw_only=True)
class JournalWritten(Event):
    kind: ClassVar[str] = "journal.written"

    case: UUID
    method: Method


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
    kind: ClassVar[str] = "goal.scored"

    goal: UUID
    scorer: Scorer
    score: int


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
    kind: ClassVar[str] = "case.closed"

    next_team: UUID | None
    end: CaseEnd
    look_in_on: date | None


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
