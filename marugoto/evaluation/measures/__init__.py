"""Measures: whole numbers counted from facts, written once in a restricted SQL that every engine answers alike.

Allowed: equality and integer-range joins, GROUP BY, COUNT, COUNT DISTINCT, SUM, MIN, MAX, CASE, integer + and −. Not allowed:
division, floats, date arithmetic, anything that depends on an order.
"""

from marugoto.evaluation.measures.count import Count
from marugoto.evaluation.measures.repeated import Repeated
from marugoto.evaluation.measures.resting import Resting
from marugoto.evaluation.measures.sequence import Sequence
from marugoto.evaluation.measures.text import COLUMNS, Measured, Window

__all__ = ["COLUMNS", "Count", "Measured", "Repeated", "Resting", "Sequence", "Window"]
