"""What is counted of a figure: its share, and beside it a division, values in a row, the goals of households, or a longer time.

Every answer is a table of whole numbers by key. Tables of parts that share nothing are added; so what a few facts changed is the
difference of two small tables. What does not add up is put together of pieces that do, and those stand ready beside it.
"""

import json
from collections import defaultdict
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from marugoto.evaluation.indicators import (
    INDICATORS,
    Indicator,
    brought_depth,
    came_back,
    department,
    outcome_years,
    strength,
    ways,
    without_tower,
)
from marugoto.evaluation.measures import LeftOut, Measured, Pieced, Rows, Scored, Table, Valued, Window
from marugoto.evaluation.measures.text import PER_BODY, Key
from marugoto.evaluation.queries.window import YEAR
from marugoto.evaluation.rules.anchor import FISCAL_YEAR, HALF_YEAR, LONGER, anchors, half_years, this_year_and_the_last
from marugoto.evaluation.rules.figures import ENOUGH
from marugoto.evaluation.rules.goal import middle_attainment
from marugoto.evaluation.rules.half_year import ending_before
from marugoto.evaluation.rules.outcome_years import last_of_years
from marugoto.evaluation.standards import CRITERIA
from marugoto.evaluation.standards.gap_signals import GAUGES

WRITTEN = json.JSONEncoder(separators=(",", ":"), check_circular=False)
MEASURES = tuple(
    dict.fromkeys(
        [
            *(one.measure for one in INDICATORS),
            *(piece.measure for one in CRITERIA for piece in one.evidence.values()),
            *(one.measure for one in GAUGES),
            *(*outcome_years.SHARES.values(), *outcome_years.SPREADS.values(), outcome_years.ENDS),
            *(strength.WHERE, *(measure for measure, _ in strength.DIVIDED.values())),
            *(measure for one in (department, ways) for measure, _ in one.DIVIDED.values()),
        ]
    )
)
GAUGED = "0"  # the version of the gauges: ours, v0
LENGTH = 16  # of what tells one text from another


class Form(StrEnum):
    SHARE = "share"
    DIVIDED = "divided"
    SPREAD = "spread"
    GOALS = "goals"
    PIECES = "pieces"


@dataclass(frozen=True)
class Ask:
    """One table: of a measure over so many months up to `day`."""

    measure: Measured
    day: date
    form: Form = Form.SHARE
    months: int = YEAR
    columns: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Once: a measure is made of many parts, and is looked up again and again."""
        return hash((self.measure, self.day, self.form, self.months, self.columns))

    @cached_property
    def text(self) -> str:
        return text_of(self.measure, self.form, self.columns)

    @cached_property
    def text_by_body(self) -> str:
        """The same, once for each body; that stands in front."""
        return text_of(self.measure, self.form, self.columns, PER_BODY)

    @cached_property
    def sign(self) -> str:
        return sign_of(self.text)

    @property
    def keys(self) -> int:
        """How many columns stand in front of the numbers."""
        if self.form is Form.PIECES and isinstance(self.measure, Pieced):
            return self.measure.keyed
        return {Form.DIVIDED: len(self.columns), Form.SPREAD: 1}.get(self.form, 0)

    @cached_property
    def pieces(self) -> "Ask | None":
        """Of what it is put together, where it does not add up itself. Two measures that are put together of the same share them."""
        if not isinstance(self.measure, Pieced) or self.form not in {Form.SHARE, Form.DIVIDED}:
            return None
        if self.columns not in self.measure.divides:
            return None
        return Ask(self.measure.told_by, self.day, Form.PIECES, self.months)

    def together(self, pieces: Table, window: Window) -> Table:
        assert isinstance(self.measure, Pieced)  # noqa: S101 — only what has pieces
        return self.measure.together(pieces, window, self.columns)

    def table(self, rows: Iterable[Sequence[Any]]) -> Table:
        if self.form is Form.GOALS:
            return {(): goals_in_the_middle(rows)}
        keys = self.keys
        return {tuple(map(_key, row[:keys])): _numbers(row[keys:]) for row in rows}


@dataclass(frozen=True)
class Wanted:
    """A table that stands ready, and under which name: of an indicator, or of a criterion's evidence.

    `longer`: what stands ready too where this has too few cases.
    """

    code: str
    part: str
    version: str
    ask: Ask
    longer: "Wanted | None" = None

    @property
    def slot(self) -> tuple[str, str, str, date]:
        return self.code, self.part, self.version, self.ask.day


@cache
def text_of(
    measure: Measured, form: Form = Form.SHARE, columns: tuple[str, ...] = (), bodies: tuple[str, ...] = ()
) -> str:
    """What the database is asked."""
    if form is Form.DIVIDED and isinstance(measure, Rows):
        return measure.counted((*bodies, *columns))
    if form is Form.SPREAD and isinstance(measure, Valued):
        return measure.values(bodies)
    if form is Form.GOALS and isinstance(measure, Scored):
        return measure.scores
    if form is Form.PIECES and isinstance(measure, Pieced):
        return measure.pieces(bodies)
    return measure.edges(bodies) if isinstance(measure, LeftOut) else measure.counted(bodies)


@cache
def sign_of(text: str) -> str:
    """Tells whether what was counted is still what is defined."""
    return sha256(text.encode()).hexdigest()[:LENGTH]


@lru_cache(maxsize=4)
def wanted(today: date) -> tuple[Wanted, ...]:
    """Every indicator and every piece of evidence, today and half a year before; what a page shows beside the share only of today."""
    found = [one for day in anchors(today) for one in (*_of_indicators(day, whole=day == today), *_of_criteria(day))]
    found += [one for last in half_years(today) for one in _of_coordination(last)]
    found += [Wanted(one.gauge.code, "", GAUGED, Ask(one.measure, today)) for one in GAUGES]
    found += [one for last in last_of_years(today) for one in _of_outcomes(last)]
    found += [*_of_strength(today), *_of_departments(today), *_of_ways(ending_before(today))]
    found += _pieces(found)
    asks: dict[Ask, Ask] = {}
    return tuple(replace(one, ask=asks.setdefault(one.ask, one.ask)) for one in found)


def wanted_longer(first: Iterable[Wanted], tables: Mapping[Ask, Table]) -> list[Wanted]:
    """Evidence of which twelve months have too few cases, over a longer time."""
    few = (one for one in first if one.longer and tables[one.ask].get((), (0,))[0] < ENOUGH)
    found = [one.longer for one in few if one.longer]
    return found + _pieces(found)


def _pieces(of: Iterable[Wanted]) -> list[Wanted]:
    """Once, under the name of the first that is put together of them."""
    first: dict[Ask, Wanted] = {}
    for one in of:
        if one.ask.pieces:
            first.setdefault(one.ask.pieces, one)
    return [
        Wanted(one.code, f"{one.part}/{Form.PIECES}" if one.part else Form.PIECES, one.version, ask)
        for ask, one in first.items()
    ]


def _of_indicators(day: date, *, whole: bool) -> Iterable[Wanted]:
    for one in INDICATORS:
        for part, ask in _asks(one, day, whole=whole).items():
            yield Wanted(one.code, part, str(one.version), ask)


def _asks(one: Indicator, day: date, *, whole: bool) -> dict[str, Ask]:
    asks = {"": Ask(one.measure, day)}
    if whole and one.divisible:
        asks[Form.DIVIDED] = Ask(one.measure, day, Form.DIVIDED, columns=one.divisible[1].columns)
    if whole and one.spread:
        asks[Form.SPREAD] = Ask(one.measure, day, Form.SPREAD)
    if whole and one.scored:
        asks[Form.GOALS] = Ask(one.measure, day, Form.GOALS)
    return asks


def _of_criteria(day: date) -> Iterable[Wanted]:
    for one in CRITERIA:
        for name, piece in one.evidence.items():
            longer = Wanted(one.code, f"{name}/{LONGER}", one.version, Ask(piece.measure, day, months=LONGER))
            yield Wanted(one.code, name, one.version, Ask(piece.measure, day), longer)
            if piece.by and isinstance(piece.measure, Rows):
                ask = Ask(piece.measure, day, Form.DIVIDED, columns=(piece.by,))
                yield Wanted(one.code, f"{name}/{piece.by}", one.version, ask)


def _of_coordination(last: date) -> Iterable[Wanted]:
    """What the page of the control tower lays beside each other, of the half-year that ends on that day."""
    for one in (brought_depth, without_tower, came_back):
        yield Wanted(one.code, "half_year", str(one.version), Ask(one.measure, last, months=HALF_YEAR))
    depth = Ask(brought_depth.measure, last, Form.SPREAD, HALF_YEAR)
    yield Wanted(brought_depth.code, "half_year/spread", str(brought_depth.version), depth)


def _of_outcomes(last: date) -> Iterable[Wanted]:
    """What the page of what became of people shows of the fiscal year up to that day."""
    asks = {part: Ask(measure, last, months=FISCAL_YEAR) for part, measure in outcome_years.SHARES.items()}
    for part, measure in outcome_years.SPREADS.items():
        asks[part] = Ask(measure, last, Form.SPREAD, FISCAL_YEAR)
    asks["ends"] = Ask(outcome_years.ENDS, last, Form.DIVIDED, FISCAL_YEAR, (outcome_years.END,))
    for part, ask in asks.items():
        yield Wanted(outcome_years.CODE, part, outcome_years.VERSION, ask)


def _of_strength(today: date) -> Iterable[Wanted]:
    """What the page of 地域の力 shows of this year and the last; where places were listed, as it is known now."""
    asks = {
        (part, day): Ask(measure, day, Form.DIVIDED, columns=columns)
        for day in this_year_and_the_last(today)
        for part, (measure, columns) in strength.DIVIDED.items()
    }
    asks["where", today] = Ask(strength.WHERE, today, Form.DIVIDED, columns=(strength.AREA, strength.THING))
    for (part, _), ask in asks.items():
        yield Wanted(strength.CODE, part, strength.VERSION, ask)


def _of_departments(today: date) -> Iterable[Wanted]:
    """What the page of a division adds up over its teams."""
    for part, (measure, columns) in department.DIVIDED.items():
        yield Wanted(department.CODE, part, department.VERSION, Ask(measure, today, Form.DIVIDED, columns=columns))


def _of_ways(last: date) -> Iterable[Wanted]:
    """What the page of つなぎの型 shows of the half-year that was over last: what this one brings waits for its end."""
    for part, (measure, columns) in ways.DIVIDED.items():
        yield Wanted(ways.CODE, part, ways.VERSION, Ask(measure, last, Form.DIVIDED, HALF_YEAR, columns))


def moved(before: Table, without: Table, with_it: Table) -> Table:
    """A table in which one part was replaced by another; a key of which nothing is left is gone."""
    if without == with_it:
        return before
    found = dict(before.items())
    for key in {*without, *with_it}:
        parts = [table.get(key) for table in (before, without, with_it)]
        size = max(len(part) for part in parts if part is not None)
        held, old, new = (part or (0,) * size for part in parts)
        numbers = tuple(one - gone + come for one, gone, come in zip(held, old, new, strict=True))
        if not key or any(numbers):
            found[key] = numbers
        else:
            found.pop(key, None)
    return found


def as_kept(form: Form, table: Table) -> str:
    """In an order of its own, but for pieces: no page reads them."""
    numbers = table.items() if form is Form.PIECES else sorted(table.items(), key=lambda one: str(one[0]))
    return WRITTEN.encode(list(numbers))


def table_kept(form: Form, share: tuple[int, int, int], rows: str) -> Table:
    """A table as its row keeps it."""
    return {(): share} if form is Form.SHARE else KeptTable(rows)


class KeptTable(Mapping[Key, tuple[int, ...]]):
    """Read only where somebody looks into it: most of what stands ready stays as it is."""

    def __init__(self, rows: str) -> None:
        self._rows = rows

    @cached_property
    def _table(self) -> dict[Key, tuple[int, ...]]:
        return {tuple(key): tuple(numbers) for key, numbers in json.loads(self._rows)}

    def __getitem__(self, key: Key) -> tuple[int, ...]:
        return self._table[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def items(self) -> ItemsView[Key, tuple[int, ...]]:
        return self._table.items()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return self._table == (other._table if isinstance(other, KeptTable) else other)

    __hash__ = None  # type: ignore[assignment]  # as of every table


def goals_in_the_middle(rows: Iterable[Sequence[Any]]) -> tuple[int, ...]:
    """Of how many households, and the T in the middle of them where there is one."""
    households: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for matter, score, weight in rows:
        if score is not None:
            households[str(matter)].append((int(score), int(weight or 1)))
    middle = middle_attainment(list(households.values()))
    return (len(households),) if middle is None else (len(households), middle)


def _key(value: Any) -> str | int | None:
    """A reference is written alike by every engine."""
    return value.hex if isinstance(value, UUID) else value


def _numbers(values: Iterable[Any]) -> tuple[int, ...]:
    return tuple([int(one or 0) for one in values])
