"""Which measures add up over parts of the ledger that share no matter, so that some facts change only the part they belong to."""

from collections.abc import Iterator, Set
from dataclasses import fields, is_dataclass
from functools import cache

from marugoto.evaluation.measures.count import Count
from marugoto.evaluation.measures.household import Depth, Reached, Unaided
from marugoto.evaluation.measures.lag import Lag
from marugoto.evaluation.measures.rate import Among, Complete, Passed, Repeated
from marugoto.evaluation.measures.sequence import Answered, Sequence
from marugoto.evaluation.measures.silence import Resting
from marugoto.evaluation.measures.text import Coded, Kinds, Measured

BY_MATTER = (Count, Among, Complete, Passed, Repeated, Sequence, Answered, Lag, Resting)
BY_HOUSEHOLD = (Reached, Depth, Unaided)
OF_NO_MATTER_TOGETHER = (Complete, Repeated, Resting)  # facts without a matter stand in one row


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


def adds_up(measure: Measured, *, without_matter: Set[str]) -> bool:
    """`without_matter`: kinds of which a fact in question belongs to no matter."""
    if isinstance(measure, OF_NO_MATTER_TOGETHER) and without_matter & kinds_in(measure):
        return False
    return type(measure) in {*BY_MATTER, *BY_HOUSEHOLD}


def gathered_by(measure: Measured) -> Kinds:
    """The facts that put matters under one household, where the measure asks them."""
    return measure.gathered if isinstance(measure, BY_HOUSEHOLD) else ()
