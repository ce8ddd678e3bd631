from marugoto.evaluation.models.attestation import Attestation, ChosenPath, CriterionWording
from marugoto.evaluation.models.declared_hours import DeclaredHours
from marugoto.evaluation.models.initiative import Initiative, InitiativeChange, InitiativeEnding, InitiativePart
from marugoto.evaluation.models.measure_value import MeasureValue
from marugoto.evaluation.models.published_measure import PublishedMeasure

__all__ = [
    "Attestation",
    "ChosenPath",
    "CriterionWording",
    "DeclaredHours",
    "Initiative",
    "InitiativeChange",
    "InitiativeEnding",
    "InitiativePart",
    "MeasureValue",
    "PublishedMeasure",
]
