"""A wave of a survey: whole numbers of all who were asked together."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.evaluation.codes import SurveyQuestion
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class SurveyCounted(Event):
    """`counted`: who answered in the way that is looked for, or points (`rules.survey.told_count`). Put right, it corrects what it replaces."""

    kind: ClassVar[str] = "survey_wave.counted"

    wave: UUID
    question: SurveyQuestion
    asked: int
    answered: int
    counted: int
    last: date


@dataclass(frozen=True, kw_only=True)
class SurveyTakenBack(Event):
    """It was none, or not of this body: it corrects the fact, and nothing is counted of it."""

    kind: ClassVar[str] = "survey_wave.taken_back"

    wave: UUID


@dataclass(frozen=True, kw_only=True)
class JudgementPaperAdded(Event):
    """A file was put beside a decision on 要否; its name and bytes stand nowhere in the ledger."""

    kind: ClassVar[str] = "judgement_paper.added"

    decision: UUID
    paper: UUID


@dataclass(frozen=True, kw_only=True)
class JudgementPaperRemoved(Event):
    kind: ClassVar[str] = "judgement_paper.removed"

    decision: UUID
    paper: UUID
