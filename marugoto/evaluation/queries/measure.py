"""The figures a body holds fast, and what of them may leave it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import BY_CODE, INDICATORS, Reading, Surveyed
from marugoto.evaluation.models import MeasureValue
from marugoto.evaluation.queries.heads import held_heads
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.suppression import Told
from marugoto.evaluation.rules.telling import Value, tell_all
from marugoto.evaluation.standards import CRITERIA
from marugoto.ground.transaction import looking_from_the_tower

HALF_YEARS = 4
_OF_MEASURE = {one.measure: one.code for one in INDICATORS}
TWINS = {  # the number of a criterion is that of its first piece of evidence
    one.code: _OF_MEASURE[first]
    for one in CRITERIA
    if one.evidence and (first := next(iter(one.evidence.values())).measure) in _OF_MEASURE
}


@dataclass(frozen=True)
class Held:
    """A figure as it was held fast at the end of a half-year, in its latest edition. `level` None is 判定不能, or an indicator's."""

    anchor: date
    share: Share
    level: int | None


@dataclass(frozen=True)
class MeasureLine:
    """One figure as it crosses the border: the small numbers are already gone."""

    code: str
    version: str
    edition: int
    told: Told
    computed_at: datetime


@dataclass(frozen=True)
class MeasureTable:
    """What a municipality sends: whole numbers of one half-year, no fact and nobody's name. `training`: numbers for practice."""

    municipality: str
    prefecture: str
    anchor: date
    training: bool
    lines: tuple[MeasureLine, ...]


@looking_from_the_tower
def held(viewer: Viewer, *, half_years: int = HALF_YEARS) -> dict[str, list[Held]]:
    """By code: the last half-years that were held fast, oldest first. One query."""
    latest = {
        (row.code, row.anchor): Held(row.anchor, Share(row.n, row.k, row.running), row.level)
        for row in MeasureValue.objects.within(viewer.body).order_by("anchor", "version", "edition")
    }
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for (code, _), value in latest.items():
        found[code].append(value)
    return {code: values[-half_years:] for code, values in found.items()}


@looking_from_the_tower
def measure_table(viewer: Viewer, *, last: date) -> MeasureTable | None:
    """The figures held fast for that day, as they may be told after all that was told before; None where the body belongs to no
    prefecture."""
    town = directory.body(viewer.body)
    if town.prefecture_id is None:
        return None
    rows = MeasureValue.objects.within(viewer.body).filter(anchor__lte=last).order_by("anchor", "edition", "code")
    sheets = {one.last: one.counts for one in held_heads(viewer).values()}
    told = tell_all((_value(row) for row in rows), population=town.population, twins=TWINS, sheets=sheets)
    lines = (
        MeasureLine(code=code, version=version, edition=value.edition, told=what, computed_at=value.made_at)
        for (anchor, code, version), (value, what) in told.items()
        if anchor == last
    )
    return MeasureTable(town.code, town.prefecture_id, last, town.training, tuple(lines))


def _value(row: MeasureValue) -> Value:
    return Value(
        code=row.code,
        version=row.version,
        anchor=row.anchor,
        edition=row.edition,
        share=Share(row.n, row.k, row.running),
        level=row.level,
        made_at=row.made_at,
        part=_is_part(row.code),
        weak=_is_weak(row),
    )


def _is_part(code: str) -> bool:
    return code not in BY_CODE or BY_CODE[code].reading not in {Reading.EACH, Reading.POINTS}


def _is_weak(row: MeasureValue) -> bool:
    """Of a survey that too few answered."""
    one = BY_CODE.get(row.code)
    return isinstance(one, Surveyed) and one.weak(Share(row.n, row.k, row.running)) is not None
