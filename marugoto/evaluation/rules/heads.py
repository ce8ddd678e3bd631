"""The counts of a half-year side by side: how often, how many persons, how many households, new and again, and what became of it.

Which of them are the sum of which others is known to whoever reads the paper; so it stands here, for what leaves the house.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marugoto.casework.codes import CaseEnd
from marugoto.evaluation.rules.subtraction import Sum, told_of
from marugoto.evaluation.rules.suppression import few_of, nothing_told
from marugoto.intake.codes import Channel, ConsultationEnd
from marugoto.intake.rules.troubles import TroubleCode

INTAKES, NAMED, UNNAMED = "intakes", "named", "unnamed"
PERSONS, HOMES = "persons", "homes"
NEW, AGAIN = "new", "again"
RECORDS = "records"
CHANNEL, TROUBLE, END, CLOSE = "channel", "trouble", "end", "close"
NONE, RUNNING, ALL = "none", "running", "all"
MARKED, MORE = "marked", "more"  # printed nowhere: with a mark at all; marks beyond the first of each
SILENT = frozenset({MARKED, MORE})


def name_of(family: str, code: str) -> str:
    return f"{family}.{code}"


def _family(family: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name_of(family, code) for code in codes)


CHANNELS = _family(CHANNEL, (*Channel, NONE))
TROUBLES = _family(TROUBLE, tuple(TroubleCode))
ENDS = _family(END, (*ConsultationEnd, RUNNING, NONE))
CLOSES = _family(CLOSE, (*CaseEnd, NONE))
SUMS = (
    Sum(INTAKES, (NAMED, UNNAMED)),
    Sum(INTAKES, CHANNELS),
    Sum(INTAKES, ENDS),
    Sum(INTAKES, (MARKED, name_of(TROUBLE, NONE))),
    Sum(PERSONS, (name_of(PERSONS, NEW), name_of(PERSONS, AGAIN))),
    Sum(HOMES, (name_of(HOMES, NEW), name_of(HOMES, AGAIN))),
    Sum(name_of(CLOSE, ALL), CLOSES),
)
PRINTED = (*dict.fromkeys(name for one in SUMS for name in one.names if name not in SILENT), RECORDS, *TROUBLES)


@dataclass(frozen=True)
class Heads:
    """By name; None where a number is hidden. What was never counted is missing. `outside`: made to leave the house."""

    counts: Mapping[str, int | None] = field(default_factory=dict)
    outside: bool = False

    def of(self, name: str) -> int | None:
        return self.counts.get(name, 0)

    @property
    def hidden(self) -> int:
        return sum(count is None for count in self.counts.values())


def outside(counts: Mapping[str, int], *, population: int | None) -> Heads:
    """What of them may leave the house; of the smallest towns nothing."""
    if nothing_told(population):
        return Heads(dict.fromkeys(PRINTED), outside=True)
    whole = {name: counts.get(name, 0) for name in PRINTED}
    return Heads(told_of(whole | tied(whole), sums_of(whole), few=few_of(population), silent=SILENT), outside=True)


def tied(whole: Mapping[str, int]) -> dict[str, int]:
    """What the marks have in common with the consultations."""
    marked = whole[INTAKES] - whole[name_of(TROUBLE, NONE)]
    return {MARKED: marked, MORE: max(sum(whole[name] for name in TROUBLES) - marked, 0)}


def sums_of(whole: Mapping[str, int]) -> tuple[Sum, ...]:
    """With several marks on one consultation their sum is more than the consultations, and known only where each has but one kind."""
    kinds = [name for name in TROUBLES if whole[name]]
    return (*SUMS, Sum(MARKED, (kinds[0],))) if len(kinds) == 1 else SUMS
