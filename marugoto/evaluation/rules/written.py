"""An indicator of a plan as somebody says it."""

from dataclasses import dataclass
from uuid import UUID

from marugoto.evaluation.codes import Filling, IndicatorSort, Way


@dataclass(frozen=True)
class Written:
    """An indicator as it is said. `code`: of one of the house's own."""

    name: str
    sort: IndicatorSort = IndicatorSort.OUTPUT
    filling: Filling = Filling.TYPED
    way: Way = Way.UP
    code: str = ""
    unit: str = ""
    target: str = ""
    owner: str = ""
    numerator: str = ""
    denominator: str = ""
    minutes: int = 0
    duty: bool = False
    guard: UUID | None = None
    decision: str = ""
    turning: str = ""
