from marugoto.evaluation.models.attestation import Attestation, ChosenPath, CriterionWording
from marugoto.evaluation.models.counting import CountedFigure, Counting
from marugoto.evaluation.models.declared_hours import DeclaredHours
from marugoto.evaluation.models.existing_system import ExistingSystem, Trial
from marugoto.evaluation.models.held_count import HeldCount
from marugoto.evaluation.models.initiative import Initiative, InitiativeChange, InitiativeEnding, InitiativePart
from marugoto.evaluation.models.measure_value import MeasureValue
from marugoto.evaluation.models.necessity import NecessityDecision, TownFacts
from marugoto.evaluation.models.published_measure import PublishedMeasure
from marugoto.evaluation.models.self_rating import RatingClosing, RatingRound, SelfRating

__all__ = [
    "Attestation",
    "ChosenPath",
    "CountedFigure",
    "Counting",
    "CriterionWording",
    "DeclaredHours",
    "ExistingSystem",
    "HeldCount",
    "Initiative",
    "InitiativeChange",
    "InitiativeEnding",
    "InitiativePart",
    "MeasureValue",
    "NecessityDecision",
    "PublishedMeasure",
    "RatingClosing",
    "RatingRound",
    "SelfRating",
    "TownFacts",
    "Trial",
]
