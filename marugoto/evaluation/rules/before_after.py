"""Before and after a day: equal spans, what is told of each, what is not known yet. It says what differs, never that one thing made the other.

The month before and the month after also differ by season, by how much is written down, and by whatever else began; so the page says.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from marugoto.evaluation.rules.suppression import few_of, nothing_told

MONTHS = (3, 6, 12)
USUAL = 6


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
) -> list[Counted]:
    """Each figure on both sides of the day, and by equal parts of the two spans. `others`: the spans that can be chosen, too; of which
    a reader takes the shorter from the longer. Of people nothing is told before the span is over: of today's page less yesterday's, one
    of them would be found."""
    few, tiny = few_of(population), nothing_told(population)
    found = []
    for figure in figures:
        days = [one.day for one in told if one.kind == figure.kind and belongs(one, figure, within)]
        before, after = _sides(days, spans)
        if figure.people and not spans.whole:
            found.append(Counted(figure, None, None, waits=not tiny))
        elif figure.people:
            shorter = [_sides(days, one) for one in others if one.days < spans.days]
            befores, afters = ([side[place] for side in shorter] + [own] for place, own in enumerate((before, after)))
            found.append(Counted(figure, _told(befores, few, tiny), _told(afters, few, tiny)))
        else:
            inside = [day for day in days if spans.first.toordinal() <= day < spans.until.toordinal()]
            found.append(Counted(figure, before, after, _by_parts(inside, spans, parts)))
    return found


def _sides(days: Iterable[int], spans: Spans) -> tuple[int, int]:
    first, since, until = (one.toordinal() for one in (spans.first, spans.since, spans.until))
    inside = [day for day in days if first <= day < until]
    return sum(day < since for day in inside), sum(day >= since for day in inside)


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


def _told(counts: Sequence[int], few: int, tiny: bool) -> int | None:
    """Of spans one in the other, the shortest first, what is told of the last: nothing few, and nothing few more than of one before it."""
    told: int | None = None
    last = 0
    for count in counts:
        told = count if not tiny and (count == last or count - last >= few) else None
        last = last if told is None else count
    return told


def _months_on(day: date, months: int) -> date:
    """The same day of a later month, or its last where it has none of that number."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
