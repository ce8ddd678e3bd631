"""Figures as they stand at this moment, to be stopped in a review: the house's own by their code, the plan's by their row."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import BY_CODE
from marugoto.evaluation.models import CheckedFigure, Citation, IndicatorValue, PlanIndicator
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.figure import figures
from marugoto.evaluation.queries.latest import VERSIONS, Counts, latest
from marugoto.evaluation.rules.uses import ref_of
from marugoto.evaluation.standards import CRITERIA
from marugoto.ground.transaction import looking, looking_from_the_tower
from marugoto.kernel.jst import local_day

FIGURE = ("n", "k", "running", "level", "value", "unit")  # what a figure is, wherever it is stopped


@dataclass(frozen=True)
class Frozen:
    ref: UUID
    name: str
    version: str
    code: str = ""
    indicator: UUID | None = None
    n: int | None = None
    k: int | None = None
    running: int | None = None
    level: int | None = None
    value: Decimal | None = None
    unit: str = ""

    def columns(self) -> dict[str, Any]:
        """As a citation keeps it."""
        said = dict(self.__dict__)
        return said | {"indicator_id": said.pop("indicator")}


@dataclass(frozen=True)
class Later:
    """The same figure on a later day; `otherwise`: by another version of its definition than the one that was stopped."""

    on: date
    figure: Frozen
    otherwise: bool


@dataclass(frozen=True)
class Pick:
    """What can be cited: `key` is the code or the id."""

    key: str
    name: str
    kind: str


@looking
def picks(viewer: Viewer) -> list[Pick]:
    """Criteria, the house's indicators, and the plan's own that stand: one query."""
    own = PlanIndicator.objects.within(viewer.body).filter(code="", standing__in=["live", "seed"]).order_by("name")
    return [
        *(Pick(one.code, f"{one.code} {one.name}", "criterion") for one in CRITERIA),
        *(Pick(one.code, f"{one.code} {one.name}", "indicator") for one in BY_CODE.values()),
        *(Pick(str(row.pk), row.name, "own") for row in own),
    ]


def frozen(viewer: Viewer, picked: Collection[str]) -> list[Frozen]:
    """Raises PlanIndicator.DoesNotExist for what is neither a code nor a row of this body."""
    codes = set(picked)
    return [*_counted(viewer, codes, local_day(viewer.at)), *_typed(viewer, codes)]


def frozen_again(viewer: Viewer, citations: Collection[Citation]) -> list[tuple[Citation, Frozen]]:
    """What was stopped, as it stands at this moment; what the house counts no more is left out."""
    picked = {one.code or str(one.indicator_id) for one in citations if not one.code or one.code in VERSIONS}
    found = {one.ref: one for one in frozen(viewer, picked)}
    return [(one, found[one.ref]) for one in citations if one.ref in found]


@looking_from_the_tower
def counted_since(viewer: Viewer, citations: Collection[Citation]) -> dict[UUID, list[Later]]:
    """The house's own that were stopped on an earlier day, as they were counted last: by citation. Nothing is counted for it."""
    kept = latest(viewer, codes=[one.code for one in citations if one.code])
    earlier = [one for one in citations if local_day(one.as_of) < kept.today]
    ready = {one.code for one in earlier if (one.code, VERSIONS.get(one.code)) in kept.known}
    found = {one.code: one for one in _counted(viewer, ready, kept.today, kept.counts)}
    return {one.pk: [_later(one, found[one.code], kept.today)] for one in earlier if one.code in found}


@looking
def checked_later(viewer: Viewer, citations: Collection[Citation]) -> dict[UUID, list[Later]]:
    """As they were stopped when somebody looked whether a change helped: by citation, the last of each day, one query."""
    cited, found = {one.pk: one for one in citations}, dict[UUID, dict[date, Later]]()
    rows = CheckedFigure.objects.within(viewer.body).filter(citation__in=cited).order_by("made_at", "pk")
    for row in rows:
        one, day = cited[row.citation_id], local_day(row.made_at)
        figure = Frozen(
            one.ref, one.name, row.version, one.code, one.indicator_id, **{name: getattr(row, name) for name in FIGURE}
        )
        found.setdefault(one.pk, {})[day] = _later(one, figure, day)
    return {pk: list(days.values()) for pk, days in found.items()}


def _later(one: Citation, figure: Frozen, day: date) -> Later:
    return Later(day, figure, figure.version != one.version)


def watched(viewer: Viewer, key: str) -> tuple[UUID, str]:
    """The reference and the name of one figure. Raises PlanIndicator.DoesNotExist."""
    for one in (*CRITERIA, *BY_CODE.values()):
        if one.code == key:
            return ref_of(one.code), one.name
    (row,) = _rows(viewer, {key})
    return ref_of(row.code, row.pk), row.name


@looking_from_the_tower
def _counted(viewer: Viewer, picked: set[str], day: date, counts: Counts = measured) -> list[Frozen]:
    indicators = [one for one in BY_CODE.values() if one.code in picked]
    criteria = [one for one in CRITERIA if one.code in picked]
    if not (indicators or criteria):
        return []
    found = figures(viewer, days=[day], indicators=indicators, criteria=criteria, counts=counts)
    shares = [(one, str(one.version), one.unit, found.shares[one.code, day], None) for one in indicators]
    verdicts = [(one, found.verdicts[one.code, day]) for one in criteria]
    return [
        Frozen(ref_of(one.code), one.name, version, one.code, None, share.n, share.k, share.running, level, None, unit)
        for one, version, unit, share, level in [
            *shares,
            *((one, one.version, "", verdict.share, verdict.level) for one, verdict in verdicts),
        ]
    ]


def _typed(viewer: Viewer, picked: set[str]) -> list[Frozen]:
    """The last value that was typed; none at all is a value too: it is said."""
    rows = _rows(viewer, picked - {one.code for one in (*CRITERIA, *BY_CODE.values())})
    latest: dict[UUID, IndicatorValue] = {}
    for value in IndicatorValue.objects.within(viewer.body).filter(indicator__in=rows).order_by("day"):
        latest[value.indicator_id] = value
    return [
        Frozen(
            ref=ref_of(row.code, row.pk),
            name=row.name,
            version=local_day(row.made_at).isoformat(),
            indicator=row.pk,
            n=latest[row.pk].n if row.pk in latest else None,
            value=latest[row.pk].value if row.pk in latest else None,
            unit=row.unit,
        )
        for row in rows
    ]


@looking
def _rows(viewer: Viewer, keys: Collection[str]) -> list[PlanIndicator]:
    if not keys:
        return []
    try:
        ids = {UUID(one) for one in keys}
    except ValueError as trouble:
        raise PlanIndicator.DoesNotExist from trouble
    rows = list(PlanIndicator.objects.within(viewer.body).filter(pk__in=ids).order_by("name"))
    if len(rows) != len(ids):
        raise PlanIndicator.DoesNotExist
    return rows
