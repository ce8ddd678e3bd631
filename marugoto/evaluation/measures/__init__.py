"""Measures: whole numbers counted from facts, written once in a restricted SQL that every engine answers alike.

Ten operators, one file or class each: COUNT and DISTINCT (`count`, `sorts`, `things`), RATE (`rate`, `things`), SEQ (`sequence`), LAG (`lag`),
SILENCE (`silence`), COVER (`cover`, `renewed`), NET and SHARE (`net`), SURVEY (`survey`); `household` and `hours` ask them of whole households.

Allowed: equality and integer-range joins, GROUP BY, COUNT, COUNT DISTINCT, SUM, MIN, MAX, CASE, UNION ALL, IS NOT NULL, integer + and −.
Not allowed: division, floats, date arithmetic, anything that depends on an order. A test reads the syntax tree of each.
"""

from marugoto.evaluation.measures.count import Count, Distinct
from marugoto.evaluation.measures.cover import Covered
from marugoto.evaluation.measures.hours import Hours
from marugoto.evaluation.measures.household import Depth, Reached, Unaided
from marugoto.evaluation.measures.lag import Lag
from marugoto.evaluation.measures.net import Busiest, Ends, LeftOut, Net
from marugoto.evaluation.measures.rate import Among, Complete, Passed, Repeated, Scored, Within
from marugoto.evaluation.measures.renewed import Renewed
from marugoto.evaluation.measures.sequence import Answered, FoundWay, Sequence
from marugoto.evaluation.measures.silence import Resting, Silence
from marugoto.evaluation.measures.sorts import Sorts, SortsDone
from marugoto.evaluation.measures.survey import Survey
from marugoto.evaluation.measures.text import Coded, Kinds, Measured, Operator, Pieced, Rows, Table, Valued, Window
from marugoto.evaluation.measures.things import LastSaid, Things
from marugoto.evaluation.measures.troubles import Troubles

__all__ = [
    "Among",
    "Answered",
    "Busiest",
    "Coded",
    "Complete",
    "Count",
    "Covered",
    "Depth",
    "Distinct",
    "Ends",
    "FoundWay",
    "Hours",
    "Kinds",
    "Lag",
    "LastSaid",
    "LeftOut",
    "Measured",
    "Net",
    "Operator",
    "Passed",
    "Pieced",
    "Reached",
    "Renewed",
    "Repeated",
    "Resting",
    "Rows",
    "Scored",
    "Sequence",
    "Silence",
    "Sorts",
    "SortsDone",
    "Survey",
    "Table",
    "Things",
    "Troubles",
    "Unaided",
    "Valued",
    "Window",
    "Within",
]
