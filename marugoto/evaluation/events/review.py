"""What a review leaves in the ledger: that it asked, who took part, which figures it cited, what it said, and what became of that.

`indicator` is the reference of `rules.uses.ref_of`: of the house's own by its code, of a body's own by its row.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.evaluation.codes import Effect, OpinionSaid, Party, PilotEnd, Proof, ReviewLevel, ReviewSaid, ToldOf
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class ReviewOpened(Event):
    """With its question; `means`: how many have to be answered."""

    kind: ClassVar[str] = "review.opened"

    review: UUID
    level: ReviewLevel
    due: date
    means: int


@dataclass(frozen=True, kw_only=True)
class ReviewPublished(Event):
    """`on`: since when residents can read it; `outside`: whether it says what those from outside said."""

    kind: ClassVar[str] = "review.published"

    review: UUID
    on: date
    outside: bool


@dataclass(frozen=True, kw_only=True)
class ReviewInvited(Event):
    kind: ClassVar[str] = "review.invited"

    review: UUID
    party: Party


@dataclass(frozen=True, kw_only=True)
class ReviewJoined(Event):
    kind: ClassVar[str] = "review.joined"

    review: UUID
    party: Party


@dataclass(frozen=True, kw_only=True)
class IndicatorCited(Event):
    """A frozen value was picked for a review; n and k where it is counted."""

    kind: ClassVar[str] = "indicator.cited"

    review: UUID
    indicator: UUID
    n: int | None
    k: int | None
    level: int | None


@dataclass(frozen=True, kw_only=True)
class ReviewDecided(Event):
    """What was said of one means; `evidence`: on how many figures; `reasoned`: it is written what would change it."""

    kind: ClassVar[str] = "review.decided"

    decision: UUID
    review: UUID
    means: UUID
    said: ReviewSaid
    due: date | None
    evidence: int
    reasoned: int


@dataclass(frozen=True, kw_only=True)
class DecisionEvidenced(Event):
    """The decision stands on this figure."""

    kind: ClassVar[str] = "decision.evidenced"

    indicator: UUID  # first, as in the facts of the plan: a measure reads them together
    decision: UUID
    review: UUID


@dataclass(frozen=True, kw_only=True)
class MeansChanged(Event):
    """`since`: days from the review's question, or from the opinion before it, until it was otherwise."""

    kind: ClassVar[str] = "means.changed"

    decision: UUID
    review: UUID
    means: UUID
    said: ReviewSaid
    proof: Proof
    effective: date
    check_on: date
    since: int


@dataclass(frozen=True, kw_only=True)
class MeansCredited(Event):
    """A change that answers to an opinion of such people."""

    kind: ClassVar[str] = "means.credited"

    decision: UUID
    opinion: UUID
    means: UUID
    party: Party


@dataclass(frozen=True, kw_only=True)
class MeansUndone(Event):
    """`after`: days it was in force."""

    kind: ClassVar[str] = "means.undone"

    decision: UUID
    review: UUID
    means: UUID
    after: int


@dataclass(frozen=True, kw_only=True)
class TargetChanged(Event):
    kind: ClassVar[str] = "target.changed"

    decision: UUID
    review: UUID
    means: UUID


@dataclass(frozen=True, kw_only=True)
class EffectChecked(Event):
    """`late`: opening days behind the day that was named; `assumed`: a line of the outline says what was expected."""

    kind: ClassVar[str] = "effect.checked"

    decision: UUID
    review: UUID
    means: UUID
    said: Effect
    late: int
    assumed: int


@dataclass(frozen=True, kw_only=True)
class ReviewClosed(Event):
    """How many means were kept, changed, stopped, and only got another target."""

    kind: ClassVar[str] = "review.closed"

    review: UUID
    level: ReviewLevel
    keep: int
    means: int
    target: int
    stop: int


@dataclass(frozen=True, kw_only=True)
class PilotBegun(Event):
    """With a rule by which it stops."""

    kind: ClassVar[str] = "pilot.begun"

    pilot: UUID
    means: UUID
    indicator: UUID | None
    until: date


@dataclass(frozen=True, kw_only=True)
class PilotEnded(Event):
    """With a written finding; `late`: days behind its end."""

    kind: ClassVar[str] = "pilot.ended"

    pilot: UUID
    means: UUID
    indicator: UUID | None
    end: PilotEnd
    late: int


@dataclass(frozen=True, kw_only=True)
class OpinionGiven(Event):
    kind: ClassVar[str] = "opinion.given"

    opinion: UUID
    party: Party
    answer_by: date


@dataclass(frozen=True, kw_only=True)
class OpinionAnswered(Event):
    """`review`: where it became a proposal; `late`: opening days behind the day."""

    kind: ClassVar[str] = "opinion.answered"

    opinion: UUID
    review: UUID | None
    said: OpinionSaid
    late: int


@dataclass(frozen=True, kw_only=True)
class OpinionTellingDone(Event):
    """Whoever gave it has heard."""

    kind: ClassVar[str] = "opinion.told"

    opinion: UUID
    of: ToldOf
