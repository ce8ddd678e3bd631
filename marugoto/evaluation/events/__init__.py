"""What a body says of itself for its evaluation, and what it has begun and wants to look back at."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.necessity import Answer, Signal
from marugoto.evaluation.rules.second_opinion import RaterRole
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class HoursDeclared(Event):
    """How many hours the coordination took from the first to the last day of a half-year; what is said later of it replaces this."""

    kind: ClassVar[str] = "hours.declared"

    first: date
    last: date
    hours: int


@dataclass(frozen=True, kw_only=True)
class InitiativeBegun(Event):
    """`places`, `districts`: how many belong to it."""

    kind: ClassVar[str] = "initiative.begun"

    initiative: UUID
    since: date
    places: int
    districts: int


@dataclass(frozen=True, kw_only=True)
class InitiativeChanged(Event):
    """It was put right; `moved`: by how many days its beginning was."""

    kind: ClassVar[str] = "initiative.changed"

    initiative: UUID
    moved: int


@dataclass(frozen=True, kw_only=True)
class InitiativeEnded(Event):
    kind: ClassVar[str] = "initiative.ended"

    initiative: UUID
    day: date


@dataclass(frozen=True, kw_only=True)
class CriterionAttested(Event):
    """The body said something of itself for a criterion; of walked cases how many, and how many of them passed."""

    kind: ClassVar[str] = "criterion.attested"

    attestation: UUID
    word: Word
    until: date
    cases: int
    passed: int


@dataclass(frozen=True, kw_only=True)
class CriterionWorded(Event):
    """The body reads a part of a criterion in words of its own; `ours`: 1 where it took ours back."""

    kind: ClassVar[str] = "criterion.worded"

    wording: UUID
    ours: int


@dataclass(frozen=True, kw_only=True)
class PathChosen(Event):
    """On which of the three ways the body builds its system."""

    kind: ClassVar[str] = "criterion.path_chosen"

    path: Path


@dataclass(frozen=True, kw_only=True)
class SystemWritten(Event):
    """Something the body has already was put on its list, put right, or taken off it."""

    kind: ClassVar[str] = "existing_system.written"

    system: UUID
    edition: int
    gone: bool


@dataclass(frozen=True, kw_only=True)
class TrialWritten(Event):
    kind: ClassVar[str] = "trial.written"

    trial: UUID
    signal: Signal
    edition: int
    since: date
    until: date | None


@dataclass(frozen=True, kw_only=True)
class TownFactsSaid(Event):
    kind: ClassVar[str] = "town_facts.said"

    facts: UUID


@dataclass(frozen=True, kw_only=True)
class NecessityDecided(Event):
    """`follows`: the body does what the procedure says; `talks`: with so many it was talked over."""

    kind: ClassVar[str] = "necessity.decided"

    decision: UUID
    answer: Answer
    follows: bool
    talks: int
    again_on: date


@dataclass(frozen=True, kw_only=True)
class RoundOpened(Event):
    kind: ClassVar[str] = "rating_round.opened"

    round: UUID
    until: date


@dataclass(frozen=True, kw_only=True)
class RoundRated(Event):
    """A role has judged; how, stands nowhere in the ledger."""

    kind: ClassVar[str] = "rating_round.rated"

    round: UUID
    role: RaterRole
    copied: bool


@dataclass(frozen=True, kw_only=True)
class RoundClosed(Event):
    """`split`, `apart`: at so many of the functions."""

    kind: ClassVar[str] = "rating_round.closed"

    round: UUID
    ratings: int
    split: int
    apart: int
