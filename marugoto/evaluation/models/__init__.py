from marugoto.evaluation.models.attestation import Attestation, ChosenPath, CriterionWording
from marugoto.evaluation.models.counting import CountedFigure, Counting
from marugoto.evaluation.models.declared_hours import DeclaredHours
from marugoto.evaluation.models.existing_system import ExistingSystem, Trial
from marugoto.evaluation.models.held_count import HeldCount
from marugoto.evaluation.models.initiative import Initiative, InitiativeChange, InitiativeEnding, InitiativePart
from marugoto.evaluation.models.means_review import (
    CheckedFigure,
    Citation,
    DecisionEvidence,
    EffectCheck,
    MeansChange,
    MeansDecision,
    MeansReview,
    MeansReviewClosing,
    MeansUndoing,
    ReviewMeans,
    ReviewParty,
    ReviewPublication,
)
from marugoto.evaluation.models.measure_value import MeasureValue
from marugoto.evaluation.models.necessity import NecessityDecision, TownFacts
from marugoto.evaluation.models.opinion import Opinion, OpinionAnswer, OpinionDecision, OpinionTold
from marugoto.evaluation.models.pilot import Pilot, PilotEnding
from marugoto.evaluation.models.plan import Aim, AimIndicator, AimMeans, PlanMeans
from marugoto.evaluation.models.plan_indicator import IndicatorStep, IndicatorValue, PlanIndicator
from marugoto.evaluation.models.published_measure import PublishedMeasure
from marugoto.evaluation.models.self_rating import RatingClosing, RatingRound, SelfRating
from marugoto.evaluation.models.survey import (
    JudgementPaper,
    JudgementPaperContent,
    JudgementPaperRemoval,
    JudgementWave,
    SurveyWave,
)

__all__ = [
    "Aim",
    "AimIndicator",
    "AimMeans",
    "Attestation",
    "CheckedFigure",
    "ChosenPath",
    "Citation",
    "CountedFigure",
    "Counting",
    "CriterionWording",
    "DecisionEvidence",
    "DeclaredHours",
    "EffectCheck",
    "ExistingSystem",
    "HeldCount",
    "IndicatorStep",
    "IndicatorValue",
    "Initiative",
    "InitiativeChange",
    "InitiativeEnding",
    "InitiativePart",
    "JudgementPaper",
    "JudgementPaperContent",
    "JudgementPaperRemoval",
    "JudgementWave",
    "MeansChange",
    "MeansDecision",
    "MeansReview",
    "MeansReviewClosing",
    "MeansUndoing",
    "MeasureValue",
    "NecessityDecision",
    "Opinion",
    "OpinionAnswer",
    "OpinionDecision",
    "OpinionTold",
    "Pilot",
    "PilotEnding",
    "PlanIndicator",
    "PlanMeans",
    "PublishedMeasure",
    "RatingClosing",
    "RatingRound",
    "ReviewMeans",
    "ReviewParty",
    "ReviewPublication",
    "SelfRating",
    "SurveyWave",
    "TownFacts",
    "Trial",
]
