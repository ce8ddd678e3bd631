"""What else is printed of a town is put in the attacker's hands: the ways between fields beside the figures of the whole town, and the
tables of what was begun, one laid in the other. He knows which number is the sum of which, and which days and districts lie in which.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any

from marugoto.evaluation.rules.before_after import Figure, Scope, Within, count, spans
from marugoto.evaluation.rules.before_after import Spans as SpansOf
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.route import Key, Said, Way, WayTold, told_ways
from marugoto.evaluation.rules.suppression import Hidden, few_of, part_of

SIZES = (180_000, 31_000, 12_000)
FIELDS = ("aged", "child", "disability", "poverty", "health")
# By hand, and not from where it is hidden: what stands in a row, and what the figures of the town tell of a column.
ROW = (
    ("offered", ("ended", "open")),
    ("ended", ("declined", "taken")),
    ("offered", ("bounced", "straight")),
    ("offered", ("due", "coming")),
    ("due", ("late", "answered")),
)
OF_THE_TOWN = ("due", "late", "answered", "coming", "offered")
Name = tuple[str, str]
Equation = tuple[Name, tuple[Name, ...]]


def attack_ways(seed: int, towns: int, *, protected: bool) -> dict[str, Any]:
    found = [one for number in range(towns) for one in found_in_ways(seed + number, protected=protected)]
    told = sum(len(_known(*_printed(seed + number, protected=protected))) for number in range(towns))
    return _row("ways between fields", towns, found, told, protected=protected)


def attack_begun(seed: int, towns: int, *, protected: bool) -> dict[str, Any]:
    found = [one for number in range(towns) for one in found_in_begun(seed + number, protected=protected)]
    told = sum(len(_tables(seed + number, protected=protected)[0]) for number in range(towns))
    return _row("before and after", towns, found, told, protected=protected)


def _row(what: str, towns: int, found: Sequence[tuple[str, int]], told: int, *, protected: bool) -> dict[str, Any]:
    return {
        "printed": what,
        "hidden": "with what would give them away" if protected else "small numbers alone",
        "towns": towns,
        "numbers told": told,
        "small numbers found": len(found),
        "of these singletons": sum(count == 1 for _, count in found),
    }


# ---------------------------------------------------------------- ways between fields


def found_in_ways(seed: int, *, protected: bool) -> list[tuple[str, int]]:
    told, ways, few = _printed(seed, protected=protected)
    known, found = _known(told, ways, few), list[tuple[str, int]]()
    while True:
        before = len(known)
        for whole, parts in _equations(ways, known):
            found += _read(known, whole, parts, few)
        if len(known) == before:
            return list(dict.fromkeys(found))


def _read(known: dict[Name, int], whole: Name, parts: tuple[Name, ...], few: int) -> Iterator[tuple[str, int]]:
    """What is missing in a sum; and where only one is missing it is known from now on."""
    missing = [part for part in parts if part not in known]
    rest = sum(known.get(part, 0) for part in parts)
    if whole in known and missing:
        left = known[whole] - rest
        if 0 < left < few:
            yield " + ".join(map(str, missing)), left
        if len(missing) == 1:
            known[missing[0]] = left
    if whole not in known and not missing:
        known[whole] = rest
        if 0 < rest < few:
            yield str(whole), rest


def _equations(ways: Mapping[Key, Way], known: Mapping[Name, int]) -> list[Equation]:
    names = {key: "→".join(key) for key in ways}
    rows = [((name, whole), tuple((name, part) for part in parts)) for name in names.values() for whole, parts in ROW]
    columns = [
        (("town", column), tuple((name, column) for name in names.values()))
        for column in OF_THE_TOWN
        if ("town", column) in known
    ]
    return [*rows, *columns]


def _printed(seed: int, *, protected: bool) -> tuple[dict[Key, WayTold], dict[Key, Way], int]:
    chance = Random(seed)
    few = few_of(chance.choice(SIZES))
    ways = {}
    for key in chance.sample([(one, other) for one in FIELDS for other in FIELDS], chance.choice((2, 5, 9))):
        offered = chance.choice((1, 4, few, 3 * few, 9 * few)) + chance.randrange(few)
        ended, due = (offered - chance.choice((0, 0, 1, few)) for _ in range(2))
        ended, due = max(ended, 0), max(due, 0)
        ways[key] = Way(
            Share(ended, chance.choice((0, 1, ended // 2, ended))) if ended else Share(0, 0),
            Share(offered, chance.choice((0, 3, offered // 2)) if offered > 3 else 0),
            Share(due, chance.choice((0, 1, due // 3, due))) if due else Share(0, 0),
        )
    return (told_ways(ways, few=few) if protected else {key: _alone(way, few) for key, way in ways.items()}), ways, few


def _alone(way: Way, few: int) -> WayTold:
    """The small numbers hidden, and nothing else."""

    def of(share: Share) -> Said:
        hidden = part_of(share, few)
        return Said(None if hidden is Hidden.FEW else share.n, share.k if hidden is Hidden.NOTHING else None)

    offered = way.bounced.n
    return WayTold(offered if offered >= few else None, of(way.declined), of(way.bounced), of(way.late))


def _known(told: Mapping[Key, WayTold], ways: Mapping[Key, Way], few: int) -> dict[Name, int]:
    """What stands on the page, and what the measure table tells of the whole town where it may."""
    known: dict[Name, int | None] = {}
    for key, one in told.items():
        name = "→".join(key)
        known |= {(name, "offered"): one.offered, (name, "ended"): one.declined.n, (name, "declined"): one.declined.k}
        known |= {(name, "bounced"): one.bounced.k, (name, "due"): one.late.n, (name, "late"): one.late.k}
    for column in OF_THE_TOWN:
        whole = sum(way.counts[column] for way in ways.values())
        known["town", column] = None if 0 < whole < few else whole
    return {name: count for name, count in known.items() if count is not None}


# ---------------------------------------------------------------- before and after

NEEDS = Figure("unmet", "unmet.filed", Scope.AREA, people=True)
AREAS = ("north", "south", "east", "hills")
FIRST, TODAY = date(2025, 4, 1), date(2029, 4, 1)
MONTHS = (3, 6, 12)


@dataclass(frozen=True)
class Fact:
    kind: str
    area: str
    day: int


@dataclass(frozen=True)
class Told:
    """A printed number with the days and the districts that it is about."""

    name: str
    first: date
    until: date
    areas: frozenset[str]
    count: int

    def within(self, other: "Told") -> bool:
        return other.first <= self.first and self.until <= other.until and self.areas <= other.areas

    def beside(self, other: "Told") -> bool:
        return self.until <= other.first or other.until <= self.first or not self.areas & other.areas


def found_in_begun(seed: int, *, protected: bool) -> list[tuple[str, int]]:
    """A number less one, two or three that lie in it side by side."""
    told, few = _tables(seed, protected=protected)
    found = []
    for whole in told:
        parts = [one for one in told if one is not whole and one.within(whole)]
        for many in (1, 2, 3):
            for some in combinations(parts, many):
                rest = whole.count - sum(one.count for one in some)
                if 0 < rest < few and all(one.beside(other) for one, other in combinations(some, 2)):
                    found.append((f"{whole.name} less {' less '.join(one.name for one in some)}", rest))
    return found


def _tables(seed: int, *, protected: bool) -> tuple[list[Told], int]:
    """Each initiative in the order in which its tables come to be told."""
    chance = Random(seed)
    few = few_of(chance.choice(SIZES))
    facts = _facts(chance, few)
    tables: list[tuple[date, int, Within, SpansOf, str]] = []
    begun = [(chance.choice((0, 0, 30, 90)), chance.choice(((), AREAS[:1], AREAS[1:2], AREAS[:2]))) for _ in range(3)]
    for number, (later, areas) in enumerate(begun):
        since = FIRST + timedelta(days=365 + later)
        for months in MONTHS:
            span = spans(since=since, months=months, today=TODAY, recorded=FIRST)
            tables.append((span.asked, number, Within(areas=frozenset(areas)), span, f"{number} {months}"))
    told = list[Told]()
    for asked, number, within, span, name in sorted(tables, key=lambda one: one[:2]):
        own = [other for _, one, _, other, _ in tables if one == number and other is not span]
        before = [
            (where, other) for on, one, where, other, _ in tables if one != number and (on, one) < (asked, number)
        ]
        population = 180_000 if few < 20 else 12_000
        more = {"earlier": before, "others": own} if protected else {}
        [row] = count([NEEDS], facts, within, span, parts=1, population=population, **more)  # type: ignore[arg-type]
        where = within.areas or frozenset((*AREAS, ""))
        for side, count_of, first, until in (
            ("before", row.before, span.first, span.since),
            ("after", row.after, span.since, span.until),
        ):
            told += [] if count_of is None else [Told(f"{name} {side}", first, until, where, count_of)]
    return told, few


def _facts(chance: Random, few: int) -> list[Fact]:
    return [
        Fact("unmet.filed", area, FIRST.toordinal() + chance.randrange(900))
        for area in (*AREAS, "")
        for _ in range(chance.choice((0, 1, 3, 2 * few, 8 * few)))
    ]
