"""What an indicator must say of itself in order to be trusted."""

from dataclasses import dataclass
from enum import StrEnum

from marugoto.evaluation.measures import Measured, Rows, Scored, Valued


class Reading(StrEnum):
    """How n and k are said: k of n as a share, k alone as a count of what is open, or k spread over n."""

    SHARE = "share"
    COUNT = "count"
    EACH = "each"


class Divided(StrEnum):
    """By what the figure is divided: districts, teams' fields, or the way from one field to another."""

    DISTRICT = "district"
    FIELD = "field"
    ROUTE = "route"


@dataclass(frozen=True)
class Division:
    """`columns` of the measure's rows; of a route the sender's first."""

    by: Divided
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Indicator:
    """`direction`: up, down, or none (context). `decision`: the decision it could change; without one it is no indicator.

    `numerator` and `denominator` say k and n in words, `source` where the idea comes from; `done` and `left` name the two sides of
    the rows behind it. `beside`: codes of indicators without which this one is not shown; `row_unit`: of the values put in a row;
    `whole_unit`: of what n counts, where k is spread over it.
    """

    code: str
    name: str
    says: str
    does_not_say: str
    kind: str
    function: str
    unit: str
    direction: str
    cohort: str
    missing: str
    decision: str
    version: int
    measure: Measured
    numerator: str
    denominator: str
    source: str
    done: str = "守れた"
    left: str = "守れなかった"
    reading: Reading = Reading.SHARE
    division: Division | None = None
    row_unit: str = ""
    whole_unit: str = "世帯"
    beside: tuple[str, ...] = ()

    @property
    def spread(self) -> Valued | None:
        """The measure whose values can be put in a row, where it has such."""
        return self.measure if isinstance(self.measure, Valued) else None

    @property
    def scored(self) -> Scored | None:
        return self.measure if isinstance(self.measure, Scored) else None

    @property
    def divisible(self) -> tuple[Rows, Division] | None:
        if self.division is None or not isinstance(self.measure, Rows):
            return None
        return self.measure, self.division
