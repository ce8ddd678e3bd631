"""What the standard says of a body, as far as the procedure on 要否 and the second opinion ask: stages, what cannot be judged, P.1."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.labels import FUNCTIONS, JUDGED
from marugoto.evaluation.queries.figure import figures
from marugoto.evaluation.standards import CRITERIA
from marugoto.ground.transaction import looking_from_the_tower

CORE = ("F1.1", "F1.5", "F1.6", "F2.1", "F2.2", "F2.4", "F2.6", "F3.1", "F3.2", "F3.4")
LOOKED_INTO = "P.1"


@dataclass(frozen=True)
class Judged:
    """`stages`: by function, None where a core criterion of it cannot be judged; `unknown`: core criteria of the three functions."""

    looked_into: int | None
    unknown: tuple[str, ...]
    stages: Mapping[str, int]
    blind: frozenset[str]


@looking_from_the_tower
def judged(viewer: Viewer, *, last: date) -> Judged:
    found = figures(viewer, days=[last], criteria=CRITERIA, remembered=True)
    levels = {one.code: found.verdicts[one.code, last].level for one in CRITERIA}
    unknown = tuple(code for code in CORE if levels.get(code) is None)
    blind = frozenset(
        name for name in JUDGED if name not in FUNCTIONS or any(code.startswith(name) for code in unknown)
    )
    stages = dict.fromkeys(JUDGED, 0)
    return Judged(levels.get(LOOKED_INTO), unknown, stages, blind)
