"""The ledger of a plan's indicators: what each earned, how it stands, and which flags are raised."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import Earning, Filling, IndicatorSort, Standing, Way
from marugoto.evaluation.events.review import MeansChanged, TargetChanged
from marugoto.evaluation.indicators import BY_CODE
from marugoto.evaluation.models import AimIndicator, IndicatorStep, IndicatorValue, MeasureValue, PlanIndicator
from marugoto.evaluation.queries.used import used
from marugoto.evaluation.rules.earning import earning_of, is_used
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.flags import Entry, Period, Plan, Raised, raised, same_key
from marugoto.evaluation.rules.pruning import Candidate
from marugoto.evaluation.rules.uses import REMEMBERED, Use, keep, months_before, ref_of
from marugoto.ground.transaction import looking, looking_from_the_tower
from marugoto.kernel.fold import fold
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact

Row, Value, Step = PlanIndicator, IndicatorValue, IndicatorStep  # as they are read


@dataclass(frozen=True)
class Line:
    """One indicator with its uses. `keep` in exact fractions."""

    row: PlanIndicator
    ref: UUID
    uses: tuple[Use, ...]
    keep: Fraction
    earning: Earning
    periods: tuple[Period, ...]
    linked: bool

    @property
    def last_use(self) -> date | None:
        return max((use.day for use in self.uses), default=None)

    @property
    def named(self) -> bool:
        return bool(self.row.decision and self.row.turning)


@dataclass(frozen=True)
class Book:
    lines: tuple[Line, ...]
    flags: tuple[Raised, ...]
    plan: Plan

    @property
    def live(self) -> int:
        return len(self.plan.live)


@dataclass(frozen=True)
class OneLine:
    line: Line
    values: tuple[IndicatorValue, ...]
    steps: tuple[Any, ...]


def book(viewer: Viewer) -> Book:
    """Six queries, whatever the number of indicators."""
    rows = _rows(viewer)
    found, today = used(viewer), local_day(viewer.at)
    periods, aims = _periods(viewer, rows), _aims(viewer)
    lines = tuple(_line(row, found, periods.get(row.pk, ()), row.pk in aims, today) for row in rows)
    workers = _workers(viewer, [use.by for line in lines for use in line.uses])
    changed, targets = _moves(viewer, today)
    plan = Plan(tuple(_entry(line, workers) for line in lines), means_changed=changed, targets_changed=targets)
    return Book(lines, tuple(raised(plan)), plan)


@looking
def get(viewer: Viewer, indicator: UUID) -> OneLine | None:
    row = PlanIndicator.objects.within(viewer.body).select_related("guard").filter(pk=indicator).first()
    if row is None:
        return None
    periods, today = _periods(viewer, [row]), local_day(viewer.at)
    line = _line(row, used(viewer), periods.get(row.pk, ()), row.pk in _aims(viewer), today)
    steps: Any = IndicatorStep.objects.within(viewer.body).filter(indicator=row).order_by("-made_at")
    values = IndicatorValue.objects.within(viewer.body).filter(indicator=row).order_by("-day")
    return OneLine(line, tuple(values[:24]), tuple(steps.annotate(by_name=directory.worker_name("by"))[:24]))


@looking
def standing_rows(viewer: Viewer) -> list[PlanIndicator]:
    """Those that stand as live or seed, by name."""
    rows = PlanIndicator.objects.within(viewer.body).filter(standing__in=[Standing.LIVE, Standing.SEED])
    return list(rows.order_by("name"))


def candidates(found: Book) -> list[Candidate]:
    """Of what stands live or as a seed, for pruning."""
    return [
        Candidate(
            row=line.row.pk,
            name=line.row.name,
            duty=line.row.duty,
            linked=line.linked or line.row.sort == IndicatorSort.OUTCOME,
            free=line.row.filling == Filling.COMPUTED,
            keep=line.keep,
            twin=same_key(line.row.numerator, line.row.denominator),
        )
        for line in found.lines
        if line.row.standing in {Standing.LIVE, Standing.SEED}
    ]


def _line(
    row: PlanIndicator, found: Mapping[UUID, Sequence[Use]], periods: Sequence[Period], linked: bool, today: date
) -> Line:
    ref = ref_of(row.code, row.pk)
    uses = tuple(found.get(ref, ()))
    stands = earning_of(Standing(row.standing), uses, since=row.since, minutes=row.minutes, duty=row.duty, today=today)
    return Line(row, ref, uses, keep(uses, minutes=row.minutes), stands, tuple(periods), linked)


def _entry(line: Line, workers: Mapping[UUID, UUID]) -> Entry:
    row = line.row
    return Entry(
        ref=line.ref,
        name=row.name,
        earning=line.earning,
        sort=IndicatorSort(row.sort),
        filling=Filling(row.filling),
        way=Way(row.way),
        duty=row.duty,
        used=is_used(line.uses),
        minutes=row.minutes,
        numerator=row.numerator,
        denominator=row.denominator,
        periods=line.periods,
        citations=len(line.uses),
        citers=len({workers.get(use.by, use.by) for use in line.uses}),
        guard=ref_of(row.guard.code, row.guard.pk) if row.guard else None,
    )


@looking
def _rows(viewer: Viewer) -> list[PlanIndicator]:
    rows = PlanIndicator.objects.within(viewer.body).select_related("guard")
    return list(rows.order_by("name"))


@looking
def _aims(viewer: Viewer) -> set[UUID]:
    return set(AimIndicator.objects.within(viewer.body).values_list("indicator_id", flat=True))


def _periods(viewer: Viewer, rows: Iterable[PlanIndicator]) -> dict[UUID, tuple[Period, ...]]:
    """Oldest first: what was typed, or what was held fast at the end of half-years."""
    typed = {row.pk for row in rows if not row.code}
    by_code = {row.code: row.pk for row in rows if row.code}
    found: defaultdict[UUID, list[Period]] = defaultdict(list)
    for one in _typed(viewer, typed):
        share = Share(one.n, round(one.value * one.n / 100)) if one.n and fold(one.indicator.unit) == "%" else None
        aim = Fraction(one.target) if one.target is not None else None
        scale = 100 if share else 1
        value = Fraction(one.value)
        found[one.indicator_id].append(Period(value / scale, aim / scale if aim is not None else None, share))
    for held in _held(viewer, by_code) if by_code else ():
        if held.n:
            found[by_code[held.code]].append(
                Period(Fraction(held.k, held.n), None, Share(held.n, held.k, held.running))
            )
    return {pk: tuple(values) for pk, values in found.items()}


@looking
def _typed(viewer: Viewer, rows: set[UUID]) -> list[IndicatorValue]:
    found = IndicatorValue.objects.within(viewer.body).filter(indicator__in=rows).select_related("indicator")
    return list(found.order_by("day"))


@looking_from_the_tower
def _held(viewer: Viewer, by_code: Mapping[str, UUID]) -> list[MeasureValue]:
    """The latest edition of each half-year."""
    rows = MeasureValue.objects.within(viewer.body).filter(code__in=set(by_code) & set(BY_CODE))
    latest = {(row.code, row.anchor): row for row in rows.order_by("anchor", "version", "edition")}
    return list(latest.values())


def _workers(viewer: Viewer, duties: Iterable[UUID]) -> dict[UUID, UUID]:
    return {pk: duty.worker_id for pk, duty in directory.names_of_duties(set(duties)).items()}


@looking_from_the_tower
def _moves(viewer: Viewer, today: date) -> tuple[int, int]:
    """How often means, and how often only targets were changed in the remembered months."""
    since = months_before(today, REMEMBERED).toordinal()
    kinds = (MeansChanged.kind, TargetChanged.kind)
    facts = Fact.objects.within(viewer.body).filter(kind__in=kinds, day__gt=since)
    told = list(facts.values_list("kind", flat=True))
    return told.count(MeansChanged.kind), told.count(TargetChanged.kind)
