"""What an indicator must say of itself in order to be trusted."""

from dataclasses import dataclass
from enum import StrEnum

from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.measures import Measured, Rows, Scored, Valued
from marugoto.evaluation.rules.figures import ENOUGH, Share
from marugoto.evaluation.rules.survey import Weak, weak_of


class Reading(StrEnum):
    """How n and k are said: k of n as a share, k alone as a count of what is open, k spread over n, k of all pairs of n, the worst part of
    the division beside the whole, or the middle of the points of those who answered."""

    SHARE = "share"
    COUNT = "count"
    EACH = "each"
    PAIRS = "pairs"
    GAP = "gap"
    POINTS = "points"


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


class Suppression(StrEnum):
    """What must not leave the body small: persons, offices and places, nothing, or answers to a survey (evaluation.md 6.10)."""

    PERSONS = "A"
    OFFICES = "B"
    NOTHING = "C"
    SURVEY = "D"


@dataclass(frozen=True, kw_only=True)
class Described:
    """What an indicator says of itself, counted or not.

    `direction`: up, down, or none (context). `decision`: the decision it could change; without one it is no indicator. `source`: where
    the idea comes from. `least`: with fewer cases no percentage is given.
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
    source: str
    suppression: Suppression = Suppression.PERSONS
    least: int = ENOUGH


@dataclass(frozen=True, kw_only=True)
class Indicator(Described):
    """`numerator` and `denominator` say k and n in words; `done` and `left` name the two sides of the rows behind it.

    `beside`: codes of indicators without which this one is not shown; `row_unit`: of the values put in a row; `whole_unit`: of what n
    counts, where k is spread over it.
    """

    measure: Measured
    numerator: str
    denominator: str
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


@dataclass(frozen=True, kw_only=True)
class Surveyed(Indicator):
    """What only those who are asked can say. Without a wave that says enough it stands at U (判定不能): `why` the reason, `record` the
    cheapest way to judge it."""

    asks: SurveyQuestion
    why: str
    record: str

    def weak(self, share: Share) -> Weak | None:
        """Why it cannot be judged from these answers; None where it can."""
        return weak_of(share, least=self.least, of_asked=self.suppression is Suppression.SURVEY)
