"""Measures: whole numbers counted from facts, written once in a restricted SQL that every engine answers alike.

Allowed: equality and integer-range joins, GROUP BY, COUNT, COUNT DISTINCT, SUM, MIN, MAX, CASE, integer + and −. Not allowed:
division, floats, date arithmetic, anything that depends on an order.
"""

from marugoto.evaluation.measures.among import Among
from marugoto.evaluation.measures.answered import Answered
from marugoto.evaluation.measures.count import Count
from marugoto.evaluation.measures.covered import Covered
from marugoto.evaluation.measures.found_way import FoundWay
from marugoto.evaluation.measures.hours import Hours
from marugoto.evaluation.measures.household import Depth, Reached, Unaided
from marugoto.evaluation.measures.passed import Passed
from marugoto.evaluation.measures.repeated import Repeated
from marugoto.evaluation.measures.resting import Resting
from marugoto.evaluation.measures.scored import Scored
from marugoto.evaluation.measures.sequence import Sequence
from marugoto.evaluation.measures.text import COLUMNS, Coded, Kinds, Measured, Rows, Window
from marugoto.evaluation.measures.troubles import Troubles

__all__ = [
    "COLUMNS",
    "Among",
    "Answered",
    "Coded",
    "Count",
    "Covered",
    "Depth",
    "FoundWay",
    "Hours",
    "Kinds",
    "Measured",
    "Passed",
    "Reached",
    "Repeated",
    "Resting",
    "Rows",
    "Scored",
    "Sequence",
    "Troubles",
    "Unaided",
    "Window",
]
