"""Before and after a day: equal spans, what is told of each, what is not known yet. It says what differs, never that one thing made the other.

The month before and the month after also differ by season, by how much is written down, and by whatever else began; so the page says.
"""

from bisect import bisect_left
from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from marugoto.evaluation.rules.suppression import few_of, nothing_told

MONTHS = (3, 6, 12)
USUAL = 6
PARTS = 3  # of a whole, that somebody takes from it at once


class Scope(StrEnum):
    """By what a figure is cut to an initiative, where the initiative says it."""

    PLACE = "place"  # by its places; without any, by its districts
    AREA = "area"  # by its districts


@dataclass(frozen=True)
class Figure:
    """One row of the table: which facts are counted. `where`: what stands in their columns; `place`, `theme`: in which column it stands.

    `people`: it counts needs or links of persons, so that small numbers are not told."""

    code: str
    kind: str
    scope: Scope
    place: str = ""
    theme: str = ""
    where: Mapping[str, Collection[str]] = field(default_factory=dict)
    people: bool = False


class Told(Protocol):
    """A fact as the ledger keeps it."""

    kind: str
    area: str
    day: int


@dataclass(frozen=True)
class Within:
    """What the initiative is about; empty: no cut."""

    places: frozenset[UUID] = frozenset()
    areas: frozenset[str] = frozenset()
    in_areas: frozenset[UUID] = frozenset()  # the places of its districts, for facts that know a place and no district
    theme: str = ""


@dataclass(frozen=True)
class Spans:
    """Days are whole; ends are exclusive. `asked`: the day on which the whole span after is over; `blind`: days of the span before
    that lie before the first fact of the house."""

    first: date
    since: date
    until: date
    asked: date
    blind: int

    @property
    def days(self) -> int:
        return (self.until - self.since).days

    @property
    def begun(self) -> bool:
        return self.days > 0

    @property
    def whole(self) -> bool:
        return self.until == self.asked


@dataclass(frozen=True)
class Counted:
    """None where a number is not told; `waits`: it may be when the span is over."""

    figure: Figure
    before: int | None
    after: int | None
    months: tuple[int, ...] = ()  # by equal parts, as many before as after; empty where nothing may be drawn
    waits: bool = False


def spans(*, since: date, months: int, today: date, recorded: date | None) -> Spans:
    """As many days before as after. What has not passed yet is left out on both sides; the day that still runs is not counted."""
    asked = _months_on(since, months)
    until = max(min(asked, today), since)
    first = since - timedelta(days=(until - since).days)
    blind = min(max((recorded - first).days, 0), (since - first).days) if recorded else (since - first).days
    return Spans(first, since, until, asked, blind)


def count(
    figures: Iterable[Figure],
    told: Sequence[Told],
    within: Within,
    spans: Spans,
    *,
    parts: int,
    population: int | None,
    others: Sequence[Spans] = (),
    earlier: Sequence[tuple[Within, Spans]] = (),
) -> list[Counted]:
    """Each figure on both sides of the day, and by equal parts of the two spans. `others`: the spans that can be chosen, too; of which
    a reader takes the shorter from the longer. `earlier`: the tables of initiatives that were written down before; which may lie in this
    one, or this one in them. Of people nothing is told before the span is over: of today's page less yesterday's, one of them would be
    found."""
    few, tiny = few_of(population), nothing_told(population)
    rows, found = _by_kind(told), []
    for figure in figures:
        sides = _cells(figure, told, rows, within, spans)
        if figure.people and not spans.whole:
            found.append(Counted(figure, None, None, waits=not tiny))
        elif figure.people:
            shorter = [_cells(figure, told, rows, within, one) for one in others if one.days < spans.days]
            known = [cell for where, span in earlier for cell in _cells(figure, told, rows, where, span)]
            found.append(Counted(figure, *_told(shorter, sides, known, few, tiny)))
        else:
            days = [told[place].day for side in sides for place in side]
            found.append(Counted(figure, len(sides[0]), len(sides[1]), _by_parts(days, spans, parts)))
    return found


Cell = frozenset[int]  # which of the facts are counted in a number
Sides = tuple[Cell, Cell]  # before and after


def _by_kind(told: Sequence[Told]) -> Mapping[str, list[tuple[int, int]]]:
    """The day and the place of each fact, by day: many tables look at a few days of them each."""
    rows: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, one in enumerate(told):
        rows[one.kind].append((one.day, place))
    return {kind: sorted(own) for kind, own in rows.items()}


def _cells(
    figure: Figure, told: Sequence[Told], rows: Mapping[str, list[tuple[int, int]]], within: Within, spans: Spans
) -> Sides:
    own = rows.get(figure.kind, [])
    first, since, until = (bisect_left(own, (one.toordinal(),)) for one in (spans.first, spans.since, spans.until))
    before, after = (
        frozenset(place for _day, place in side if belongs(told[place], figure, within))
        for side in (own[first:since], own[since:until])
    )
    return before, after


def parts_of_span(spans: Spans) -> int:
    """Into how many equal parts each span is cut for drawing: about a month each, and never more than a year of them."""
    return min(max(round(spans.days / 30.4), 1), max(MONTHS))


def belongs(told: Told, figure: Figure, within: Within) -> bool:
    if any(getattr(told, column) not in codes for column, codes in figure.where.items()):
        return False
    if figure.theme and within.theme and getattr(told, figure.theme) != within.theme:
        return False
    place = getattr(told, figure.place) if figure.place else None
    if figure.scope is Scope.PLACE and within.places:
        return place in within.places
    if within.areas:
        return told.area in within.areas or (not told.area and place is not None and place in within.in_areas)
    return True


def _by_parts(days: Iterable[int], spans: Spans, parts: int) -> tuple[int, ...]:
    """`days`: within the spans."""
    first, length = spans.first.toordinal(), 2 * spans.days
    found = [0] * (2 * parts)
    for day in days:
        found[(day - first) * 2 * parts // length] += 1
    return tuple(found)


def _told(
    shorter: Sequence[Sides], sides: Sides, known: Sequence[Cell], few: int, tiny: bool
) -> tuple[int | None, int | None]:
    """Of spans one in the other, the shortest first, what is told of the last: nothing few, and nothing that with the shorter ones, with its
    own other side and with what is `known` of other tables leaves a few."""
    own = [cell for side in (0, 1) for cell in _one_in_the_other([one[side] for one in shorter], few)]
    found: list[int | None] = []
    for cell in sides:
        told = not tiny and not gives_away(cell, [*known, *own], few)
        found.append(len(cell) if told else None)
        own += [cell] if told else []
    return found[0], found[1]


def _one_in_the_other(cells: Sequence[Cell], few: int) -> list[Cell]:
    """Those with enough more than the one before them; of the others nothing is told, or nothing new."""
    told: list[Cell] = []
    last = 0
    for cell in cells:
        if len(cell) - last >= few:
            told.append(cell)
            last = len(cell)
    return told


def gives_away(own: Cell, known: Sequence[Cell], few: int) -> bool:
    """Whether a number that is known, less such as lie in it side by side, leaves a few: either this one less what lies in it, or one in
    which this one lies. What is few itself is not known."""
    cells = [one for one in dict.fromkeys(known) if len(one) >= few]
    return _leaves_few(len(own), [one for one in cells if one < own], few, PARTS) or any(
        _leaves_few(len(whole) - len(own), [one for one in cells if one < whole and not one & own], few, PARTS)
        for whole in cells
        if own < whole
    )


def _leaves_few(rest: int, parts: Sequence[Cell], few: int, many: int) -> bool:
    """Less up to so many of the parts, side by side."""
    if 0 < rest < few:
        return True
    return many > 0 and any(
        _leaves_few(rest - len(one), [other for other in parts[place:] if not other & one], few, many - 1)
        for place, one in enumerate(parts, start=1)
        if len(one) < rest
    )


def _months_on(day: date, months: int) -> date:
    """The same day of a later month, or its last where it has none of that number."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
