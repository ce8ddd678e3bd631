"""What an indicator must say of itself in order to be trusted."""

from dataclasses import dataclass

from marugoto.evaluation.measures import Sequence


@dataclass(frozen=True)
class Indicator:
    """`direction`: up, down, or none (context). `decision`: the decision it could change; without one it is no indicator."""

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
    measure: Sequence
