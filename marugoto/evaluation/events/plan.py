"""What changes in a plan: its aims and means, the lines between them, and the indicators it counts with."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from marugoto.evaluation.codes import Filling, IndicatorSort
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class AimSet(Event):
    kind: ClassVar[str] = "aim.set"

    aim: UUID


@dataclass(frozen=True, kw_only=True)
class MeansBegun(Event):
    kind: ClassVar[str] = "means.begun"

    means: UUID


@dataclass(frozen=True, kw_only=True)
class MeansEnded(Event):
    kind: ClassVar[str] = "means.ended"

    means: UUID


@dataclass(frozen=True, kw_only=True)
class MeansLinked(Event):
    """`assumed`: it is written why the one is to bring about the other."""

    kind: ClassVar[str] = "means.linked"

    means: UUID
    aim: UUID
    assumed: int


@dataclass(frozen=True, kw_only=True)
class MeansUnlinked(Event):
    """`left`: how many lines the means has still."""

    kind: ClassVar[str] = "means.unlinked"

    means: UUID
    aim: UUID
    left: int


@dataclass(frozen=True, kw_only=True)
class AimMeasured(Event):
    """`indicator` as in reviews: the reference of `rules.uses.ref_of`."""

    kind: ClassVar[str] = "aim.measured"

    aim: UUID
    indicator: UUID


@dataclass(frozen=True, kw_only=True)
class AimUnmeasured(Event):
    """`left`: how many indicators the aim has still."""

    kind: ClassVar[str] = "aim.unmeasured"

    aim: UUID
    indicator: UUID
    left: int


@dataclass(frozen=True, kw_only=True)
class IndicatorAdopted(Event):
    """It is live. `minutes` by hand a month; `duty`: a law asks for it; `explained`: it has an owner and says what is counted;
    `named`: it says which decision it could change, and at which value."""

    kind: ClassVar[str] = "indicator.adopted"

    indicator: UUID
    sort: IndicatorSort
    filling: Filling
    minutes: int
    duty: int
    explained: int
    named: int


@dataclass(frozen=True, kw_only=True)
class IndicatorSeeded(Event):
    """It waits for somebody who can say what it could decide."""

    kind: ClassVar[str] = "indicator.seeded"

    indicator: UUID
    sort: IndicatorSort
    filling: Filling


@dataclass(frozen=True, kw_only=True)
class IndicatorParked(Event):
    kind: ClassVar[str] = "indicator.parked"

    indicator: UUID


@dataclass(frozen=True, kw_only=True)
class IndicatorRetired(Event):
    kind: ClassVar[str] = "indicator.retired"

    indicator: UUID
