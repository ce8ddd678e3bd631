"""Where a body stands: every criterion with its level, the stage of each function, and whether the system is established.

The level that stands is made of the half-years held fast and of the records up to `last` (`rules.standing`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import Path
from marugoto.evaluation.queries import attestation, measured
from marugoto.evaluation.queries.figure import figures
from marugoto.evaluation.queries.latest import Latest
from marugoto.evaluation.queries.measure import Held, held
from marugoto.evaluation.queries.reviewed import used_in_reviews
from marugoto.evaluation.rules.half_year import ending_before
from marugoto.evaluation.rules.level import Verdict
from marugoto.evaluation.rules.stage import Function, Graded, Stage, established, stage_of
from marugoto.evaluation.rules.standing import LEARNS, Evaluation, Standing, learns, standing
from marugoto.evaluation.standards import CRITERIA, Criterion
from marugoto.ground.transaction import looking_from_the_tower

COURSE = 8  # half-years: four years tell what stands


@dataclass(frozen=True)
class Judged:
    """A criterion, what the records of now give, and the level that stands; `before` are the half-years held fast, oldest first."""

    criterion: Criterion
    verdict: Verdict
    standing: Standing
    before: tuple[Held, ...] = ()

    @property
    def level(self) -> int | None:
        return self.standing.level


@dataclass(frozen=True)
class Profile:
    """Four stages and every criterion by its code; no total. `before`: the stages of the half-year before, None where none was held.

    `as_of`: what was told until then is counted; None where nothing was counted yet.
    """

    last: date
    as_of: datetime | None
    path: Path
    judged: Mapping[str, Judged]
    stages: Mapping[Function, Stage]
    before: Mapping[Function, Stage] | None
    established: bool

    def of(self, function: Function) -> list[Judged]:
        return [one for one in self.judged.values() if one.criterion.function is function]

    def level(self, code: str) -> int | None:
        """None is 判定不能."""
        return self.judged[code].level


@looking_from_the_tower
def profile(viewer: Viewer, *, last: date, kept: Latest | None = None) -> Profile:
    """Of the twelve months up to and including `last`. `kept`: for a page, as it was counted last; then `last` is a day of it."""
    counts = kept.counts if kept else measured
    found = figures(viewer, days=[last], criteria=CRITERIA, counts=counts)
    course, used = held(viewer, half_years=COURSE), used_in_reviews(viewer, last=last)
    judged = {}
    for one in CRITERIA:
        before = tuple(value for value in course.get(one.code, []) if value.anchor < last)
        judged[one.code] = _judged(one, found.verdicts[one.code, last], before, last=last, used=one.code in used)
    stages = stages_of({code: one.level for code, one in judged.items()})
    previous = _previous(judged, last)
    return Profile(
        last,
        kept.as_of if kept else viewer.at,
        attestation.path_of(viewer, last=last),
        judged,
        stages,
        previous,
        established(stages, previous),
    )


def stages_of(levels: Mapping[str, int | None]) -> dict[Function, Stage]:
    """The stage of each function, from the level of every criterion by its code."""
    return {
        function: stage_of(
            [Graded(one.code, one.core, levels[one.code]) for one in CRITERIA if one.function is function]
        )
        for function in Function
    }


def _judged(criterion: Criterion, verdict: Verdict, before: tuple[Held, ...], *, last: date, used: bool) -> Judged:
    course = [Evaluation(one.anchor, one.level) for one in before]
    stands = standing(course, verdict.level, today=last, no_case=verdict.no_case)
    if learns(course, verdict.level, today=last, used=used):
        stands = replace(stands, level=LEARNS)
    return Judged(criterion, verdict, stands, before)


def _previous(judged: Mapping[str, Judged], last: date) -> dict[Function, Stage] | None:
    """As it stood at the end of the half-year before; None where that was not held fast."""
    anchor = ending_before(last)
    if not all(any(value.anchor == anchor for value in one.before) for one in judged.values()):
        return None
    return stages_of({code: _level_at(one, anchor) for code, one in judged.items()})


def _level_at(one: Judged, anchor: date) -> int | None:
    course = [Evaluation(value.anchor, value.level) for value in one.before if value.anchor <= anchor]
    return standing(course[:-1], course[-1].level, today=anchor).level
