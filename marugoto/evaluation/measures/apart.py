"""Which measures add up over parts of the ledger, so that some facts change only the part they belong to, and what such a part is.

A part holds whole rows of a measure: all facts of a matter, of a household's support, or of whatever else one row is made of. What a
part holds beside them, the changed as the unchanged, takes itself away.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import NamedTuple

from marugoto.evaluation.measures.count import Count
from marugoto.evaluation.measures.hours import Hours
from marugoto.evaluation.measures.household import Depth, Reached, Unaided
from marugoto.evaluation.measures.lag import Lag
from marugoto.evaluation.measures.net import Net
from marugoto.evaluation.measures.rate import Among, Complete, Passed, Repeated, Scored, Within
from marugoto.evaluation.measures.renewed import Renewed
from marugoto.evaluation.measures.sequence import Answered, FoundWay, Sequence
from marugoto.evaluation.measures.silence import Resting
from marugoto.evaluation.measures.text import Coded, Kinds, Measured
from marugoto.evaluation.measures.things import LastSaid, Things

BY_MATTER = (Count, Among, Within, Complete, Passed, Repeated, Sequence, Answered, Lag, Resting)
BY_HOUSEHOLD = (Reached, Depth, Unaided)
BY_COLUMN = (Renewed, Scored, FoundWay, Things, LastSaid)
OF_NO_MATTER_TOGETHER = (Complete, Repeated, Resting)  # facts without a matter stand in one row


class Group(NamedTuple):
    """Facts of these kinds that agree in this column stand in one row. Those that say nothing in it stand together, too; `within`: only
    those of one matter do."""

    kinds: frozenset[str]
    column: str
    within: bool = False


@cache
def kinds_in(part: Measured | Kinds) -> frozenset[str]:
    """The kinds of facts a measure reads."""
    return frozenset(_kinds(part))


def _kinds(part: object) -> Iterator[str]:
    if isinstance(part, Coded):
        yield part.kind
    elif isinstance(part, str):
        if "." in part:
            yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _kinds(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _kinds(getattr(part, field.name))


def adds_up(measure: Measured) -> bool:
    """Its n, k and running, its divisions and its values do; of any other measure only its pieces."""
    return type(measure) in {*BY_MATTER, *BY_HOUSEHOLD, *BY_COLUMN}


def gathered_by(measure: Measured) -> Kinds:
    """The facts that put matters under one household, where the measure asks them."""
    return measure.gathered if isinstance(measure, (*BY_HOUSEHOLD, Hours)) else ()


def grouped_by(measure: Measured) -> Iterator[Group]:
    """What else one row of the measure is made of, beside the facts of a matter."""
    if isinstance(measure, (Renewed, Things, LastSaid)):
        yield Group(kinds_in(measure), measure.thing)
    elif isinstance(measure, Scored):
        yield Group(kinds_in(measure), measure.goal)
    elif isinstance(measure, FoundWay):
        yield Group(kinds_in(measure), "subject", within=True)
    elif isinstance(measure, Net):
        yield from (Group(kinds_in(ends.kinds), ends.meeting, within=True) for ends in measure.also if ends.meeting)
    elif isinstance(measure, OF_NO_MATTER_TOGETHER):
        yield Group(kinds_in(measure), "matter")
