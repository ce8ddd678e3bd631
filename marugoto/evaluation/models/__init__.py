from marugoto.evaluation.models.declared_hours import DeclaredHours
from marugoto.evaluation.models.initiative import Initiative, InitiativeChange, InitiativeEnding, InitiativePart
from marugoto.evaluation.models.measure_value import MeasureValue
from marugoto.evaluation.models.published_measure import PublishedMeasure

__all__ = [
    "DeclaredHours",
    "Initiative",
    "InitiativeChange",
    "InitiativeEnding",
    "InitiativePart",
    "MeasureValue",
    "PublishedMeasure",
]
