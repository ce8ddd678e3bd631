"""What papers are made of: gathered once, either with the true numbers for inside, or with what may leave the house."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.queries.staffing import Staffing, staffing
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import BY_CODE as INDICATOR_OF
from marugoto.evaluation.indicators import INDICATORS, Indicator
from marugoto.evaluation.queries import figure
from marugoto.evaluation.queries.attestation import Reworded, differences, wordings
from marugoto.evaluation.queries.coordination import HOURS_OF_A_DAY, open_days
from marugoto.evaluation.queries.decided import Decided, decided
from marugoto.evaluation.queries.heads import asked, counted, held_heads
from marugoto.evaluation.queries.hours import holding, hours_of
from marugoto.evaluation.queries.measure import Held, MeasureLine, held, measure_table
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.half_year import ending_before, first_day
from marugoto.evaluation.rules.heads import Heads, outside
from marugoto.evaluation.rules.suppression import few_of, nothing_told
from marugoto.evaluation.standards import BY_CODE as CRITERION_OF
from marugoto.evaluation.standards import CRITERIA, Criterion


@dataclass(frozen=True)
class Shown:
    """An indicator over the twelve months to the day; `n` or `k` None is hidden. `version`: of its definition."""

    indicator: Indicator
    n: int | None
    k: int | None
    running: int | None
    version: str


@dataclass(frozen=True)
class Level:
    """A criterion; None is 判定不能."""

    criterion: Criterion
    level: int | None


@dataclass(frozen=True)
class Material:
    """Of the half-year that ends on `last`; `counted_at`: the moment the counts are of. `before`: the half-year before, where it was held
    fast. `earlier`: the indicators half a year before. `differences`: where the body's words for the standard are not ours. `outside`: made
    to leave the house."""

    town: str
    by: str
    last: date
    outside: bool
    tiny: bool
    few: int
    counted_at: datetime
    printed_at: datetime
    heads: Heads
    before: Heads | None
    shown: Mapping[str, Shown]
    earlier: Mapping[str, Shown]
    levels: Sequence[Level]
    staffing: Staffing
    hours: int | None
    full: Fraction
    decided: Decided
    differences: Sequence[Reworded]

    @property
    def people(self) -> Fraction | None:
        """The hours of the coordination in full-time people."""
        return None if self.hours is None or not self.full else Fraction(self.hours) / self.full


def for_inside(viewer: Viewer, *, last: date, figures: bool = True, own_words: bool = True) -> Material:
    """With every small number: the counts as they are now, the figures, where they are wanted, as they were held fast at the end of the
    half-year. `own_words`: where the body's words are not ours, as the half-year alone says it."""
    then, kept, heads = ending_before(last), held(viewer) if figures else {}, held_heads(viewer)
    shown, levels = _held_on(kept, last)
    beside: tuple[Share, ...] = ()
    if figures and not shown:
        shown, levels, beside = _counted_on(viewer, last)
    return _gathered(
        viewer,
        last,
        outside=False,
        counted_at=viewer.at,
        heads=Heads(counted(viewer, last=last, shares=beside)),
        before=Heads(heads[then].counts) if then in heads else None,
        shown=shown,
        earlier=_held_on(kept, then)[0],
        levels=levels,
        own_words=own_words,
    )


def for_outside(viewer: Viewer, *, last: date, own_words: bool = True) -> Material | None:
    """From what was held fast alone, the small numbers hidden with whatever would give them away; None as long as nothing was held."""
    heads, population = held_heads(viewer), standing(viewer.body).population
    if last not in heads:
        return None
    before = heads.get(ending_before(last))
    now, then = (_told(viewer, one) for one in (last, ending_before(last)))
    levels = [Level(CRITERION_OF[line.code], line.told.level) for line in now if line.code in CRITERION_OF]
    return _gathered(
        viewer,
        last,
        outside=True,
        counted_at=heads[last].at,
        heads=outside(heads[last].counts, population=population),
        before=outside(before.counts, population=population) if before else None,
        shown=_shown_of(now),
        earlier=_shown_of(then),
        levels=levels,
        own_words=own_words,
    )


def _told(viewer: Viewer, last: date) -> Sequence[MeasureLine]:
    table = measure_table(viewer, last=last)
    return table.lines if table else ()


def _shown_of(lines: Sequence[MeasureLine]) -> dict[str, Shown]:
    return {
        line.code: Shown(INDICATOR_OF[line.code], line.told.n, line.told.k, line.told.running, line.version)
        for line in lines
        if line.code in INDICATOR_OF
    }


def _held_on(kept: Mapping[str, Sequence[Held]], day: date) -> tuple[dict[str, Shown], list[Level]]:
    found = {code: value for code, values in kept.items() for value in values if value.anchor == day}
    shown = {code: _shown(INDICATOR_OF[code], value.share) for code, value in found.items() if code in INDICATOR_OF}
    return shown, [Level(one, found[one.code].level) for one in CRITERIA if one.code in found]


def _counted_on(viewer: Viewer, day: date) -> tuple[dict[str, Shown], list[Level], tuple[Share, ...]]:
    """Where nothing was held fast yet; beside them in the same query what the heads are counted by."""
    found = figure.figures(viewer, days=[day], indicators=INDICATORS, criteria=CRITERIA, beside=asked(viewer, last=day))
    shown = {one.code: _shown(one, found.shares[one.code, day]) for one in INDICATORS}
    return shown, [Level(one, found.verdicts[one.code, day].level) for one in CRITERIA], found.beside


def _shown(indicator: Indicator, share: Share) -> Shown:
    return Shown(indicator, share.n, share.k, share.running, str(indicator.version))


def _gathered(
    viewer: Viewer,
    last: date,
    *,
    outside: bool,
    counted_at: datetime,
    heads: Heads,
    before: Heads | None,
    shown: Mapping[str, Shown],
    earlier: Mapping[str, Shown],
    levels: Sequence[Level],
    own_words: bool,
) -> Material:
    town = standing(viewer.body)
    return Material(
        town=town.name,
        by=viewer.name,
        last=last,
        outside=outside,
        tiny=nothing_told(town.population),
        few=few_of(town.population),
        counted_at=counted_at,
        printed_at=viewer.at,
        heads=heads,
        before=before,
        shown=shown,
        earlier=earlier,
        levels=levels,
        staffing=staffing(viewer, day=last),
        hours=holding(hours_of(viewer)).get(last),
        full=HOURS_OF_A_DAY * open_days(viewer, last),
        decided=decided(viewer, since=first_day(last), last=last),
        differences=differences(wordings(viewer)) if own_words else (),
    )
