"""Towns made by chance print everything they may for years, and somebody subtracts: whole less told parts, table less table, this
half-year less the last, edition less edition. He knows nothing of how we hide, only what is the sum of what.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import pairwise
from random import Random
from typing import Any

from marugoto.evaluation.rules import heads
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.half_year import ending_before, next_after
from marugoto.evaluation.rules.suppression import Told, few_of, tell
from marugoto.evaluation.rules.telling import Value, tell_all

FIRST, HALF_YEARS = date(2024, 9, 30), 6
AT = datetime(2027, 10, 5, tzinfo=UTC)
SIZES = (180_000, 31_000, 12_000, 4_000)
FIGURES = ("I01", "I04", "I06", "I34")
STAYS = ("I31", "I31-180", "I26")
TWINS = {"F2.2": "I06"}
BROUGHT = ("channel.outreach", "channel.other_agency", "channel.porch")
MADE_OF: dict[str, tuple[tuple[str, ...], ...]] = {  # n and k, in the names of the sheets
    "I01": ((heads.INTAKES,),),
    "I04": ((heads.INTAKES,), BROUGHT),
    "I34": (("close.achieved", "close.handed_to_agency", "close.own_wish"),),
}
Printed = dict[str, int]


@dataclass
class Town:
    """`counts`: of each half-year; `values`: what was held fast, edition by edition."""

    population: int
    counts: dict[date, dict[str, int]] = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)

    @property
    def few(self) -> int:
        return few_of(self.population)


def attack(seed: int, towns: int, *, protected: bool) -> dict[str, Any]:
    """How many small numbers were found in all that these towns printed."""
    found = [one for number in range(towns) for one in found_in(town_of(seed + number), protected=protected)]
    told = sum(_told(town_of(seed + number), protected=protected) for number in range(min(towns, 50)))
    return {
        "hidden": "with what would give them away" if protected else "small numbers alone",
        "towns": towns,
        "half-years each": HALF_YEARS,
        "numbers told in 50 towns": told,
        "small numbers found": len(found),
        "of these singletons": sum(count == 1 for _, count in found),
    }


def found_in(town: Town, *, protected: bool) -> list[tuple[str, int]]:
    """What somebody finds who subtracts, with the number he finds: under the limit, and of somebody."""
    found: list[tuple[str, int]] = []
    for last, counts in town.counts.items():
        printed = _sheet(counts, town, protected=protected)
        found += [(f"{last} {name}", count) for name, count in _by_parts(printed, town.few)]
    tables = _tables(town, protected=protected)
    found += list(_by_figures(tables, town.few))
    found += list(_by_half_years(tables, town.few))
    found += list(_by_sheets(tables, town, protected=protected))
    return found


def town_of(seed: int) -> Town:
    chance = Random(seed)
    town = Town(chance.choice(SIZES))
    busy = chance.choice((3, 12, 40, 150))
    halves: list[date] = []
    last = FIRST
    for _ in range(HALF_YEARS):
        halves.append(last)
        town.counts[last] = _counts(chance, busy)
        last = next_after(last)
    town.values += _series(chance, "I06", halves, busy)
    for code in ("I01", "I04", "I34"):
        town.values += _of_sheets(chance, code, town.counts, busy)
    town.values += [replace(one, code="F2.2", level=3) for one in town.values if one.code == "I06"]
    town.values += [value for last in halves for value in _same_people(chance, last, busy)]
    return town


def _counts(chance: Random, busy: int) -> dict[str, int]:
    """Of one half-year, record by record."""
    counts = dict.fromkeys(heads.PRINTED, 0)
    channels, ends = chance.sample(heads.CHANNELS, 3), chance.sample(heads.ENDS, 3)
    kinds = chance.sample(heads.TROUBLES, chance.choice((1, 2, 5)))
    for _ in range(chance.randrange(busy * 2)):
        marks = {kind for kind in kinds if chance.random() < 0.4}
        named = heads.NAMED if chance.random() < 0.9 else heads.UNNAMED
        lot = chance.choices(channels, (30, 5, 1))[0], chance.choices(ends, (20, 8, 1))[0]
        for name in (heads.INTAKES, named, *lot, *(marks or {"trouble.none"})):
            counts[name] += 1
    for family in (heads.PERSONS, heads.HOMES):
        new, again = chance.randrange(busy), chance.choice((0, 1, 2, busy))
        counts |= {family: new + again, f"{family}.new": new, f"{family}.again": again}
    for name in chance.sample(heads.CLOSES, 4):
        counts[name] = chance.choice((0, 1, 2, busy))
    counts["close.all"] = sum(counts[name] for name in heads.CLOSES)
    counts[heads.RECORDS] = chance.randrange(busy * 9)
    return counts


def _series(chance: Random, code: str, halves: list[date], busy: int) -> Iterator[Value]:
    """Of twelve months each, so that two neighbours share a half-year; some are told late, and make another edition."""
    before = Share(0, 0)
    for last in halves:
        n = chance.choice((0, 1, 3, busy, busy + chance.randrange(busy)))
        now = Share(n, chance.choice((0, n, n // 2, max(n - 1, 0))))
        share = Share(before.n + now.n, before.k + now.k, chance.choice((0, 2, busy)))
        yield Value(code, "1", last, 1, share, 2, AT)
        if chance.random() < 0.3:
            yield Value(code, "1", last, 2, Share(share.n + 1, share.k, share.running), 2, AT)
        before = now


def _of_sheets(chance: Random, code: str, sheets: Mapping[date, Mapping[str, int]], busy: int) -> Iterator[Value]:
    """Of twelve months, out of the records that the sheets count; I34 of those a year before."""
    notices = {last: chance.choice((0, 1, 4, busy)) for last in sheets}
    for last in sheets:
        halves = [half for half in _halves_of(code, last) if half in sheets]
        parts = [sum(sheets[half][name] for half in halves for name in names) for names in MADE_OF[code]]
        n, k = (*parts, 0)[:2]
        running = 0
        if code == "I01":
            whole = n + sum(notices[half] for half in halves)
            running = min(chance.choice((0, 2, busy)), whole)
            n, k = whole - running, (whole - running) // 2
        if code == "I34":
            k = chance.choice((0, n // 2, n))
        yield Value(code, "1", last, 1, Share(n, k, running), 2, AT)


def _halves_of(code: str, last: date) -> tuple[date, date]:
    for _ in range(2 if code == "I34" else 0):
        last = ending_before(last)
    return ending_before(last), last


def _same_people(chance: Random, last: date, busy: int) -> Iterator[Value]:
    """Of all who began, some are far enough; after which time differs, who they are does not."""
    everybody = chance.randrange(busy * 3)
    for code in STAYS:
        n = chance.choice((0, 1, everybody // 2, everybody)) if everybody else 0
        yield Value(code, "1", last, 1, Share(n, n // 2, everybody - n), None, AT)


def _sheet(counts: Mapping[str, int], town: Town, *, protected: bool) -> Printed:
    if protected:
        told = heads.outside(counts, population=town.population).counts
        return {name: count for name, count in told.items() if count is not None}
    return {name: count for name, count in counts.items() if not 0 < count < town.few}


def _tables(town: Town, *, protected: bool) -> dict[tuple[date, str], list[Told]]:
    """Every edition a town sent: the later one beside the former."""
    if not protected:
        return {
            (one.anchor, one.code): [
                tell(other.share, other.level, population=town.population)
                for other in town.values
                if (other.anchor, other.code) == (one.anchor, one.code)
            ]
            for one in town.values
        }
    sent: dict[tuple[date, str], list[Told]] = {}
    for edition in (1, 2):
        known = [one for one in town.values if one.edition <= edition]
        tables = tell_all(known, population=town.population, twins=TWINS, sheets=town.counts)
        for (anchor, code, _), (_one, told) in tables.items():
            sent.setdefault((anchor, code), []).append(told)
    return sent


def _by_parts(printed: Printed, few: int) -> Iterator[tuple[str, int]]:
    """The whole, less the parts that are told."""
    marked = None
    if heads.INTAKES in printed and "trouble.none" in printed:
        marked = printed[heads.INTAKES] - printed["trouble.none"]
        if 0 < marked < few:
            yield "marked", marked
    sums = [(one.whole, [part for part in one.parts if part not in heads.SILENT]) for one in heads.SUMS]
    hidden = [name for name in heads.TROUBLES if name not in printed]
    shown = [name for name in heads.TROUBLES if printed.get(name)]
    if marked is not None and len(hidden) == 1 and not shown and 0 < marked < few:
        yield hidden[0], marked
    for whole, parts in sums:
        if whole == heads.INTAKES and "trouble.none" in parts:
            continue
        missing = [part for part in parts if part not in printed]
        rest = sum(printed.get(part, 0) for part in parts)
        if whole in printed and missing and 0 < printed[whole] - rest < few:
            yield " + ".join(missing), printed[whole] - rest
        if whole not in printed and not missing and 0 < rest < few:
            yield whole, rest


def _by_figures(tables: Mapping[tuple[date, str], list[Told]], few: int) -> Iterator[tuple[str, int]]:
    """n less k; one edition less the other; of the same people the ones less the others."""
    for (anchor, code), editions in tables.items():
        for told in editions:
            if told.n is not None and told.k is not None and 0 < told.n - told.k < few:
                yield f"{anchor} {code} left", told.n - told.k
        for one, other in pairwise(editions):
            for name in ("n", "k"):
                then, now = getattr(one, name), getattr(other, name)
                if then is not None and now is not None and 0 < abs(now - then) < few:
                    yield f"{anchor} {code} {name} late", abs(now - then)
    for anchor in {anchor for anchor, _ in tables}:
        told_here = {code: tables[anchor, code][-1] for code in STAYS if (anchor, code) in tables}
        yield from _of_the_same(anchor, told_here, few)


def _of_the_same(anchor: date, told: Mapping[str, Told], few: int) -> Iterator[tuple[str, int]]:
    wholes = {one.n + one.running for one in told.values() if one.n is not None and one.running is not None}
    for whole in wholes:
        for code, one in told.items():
            for here, there in ((one.n, one.running), (one.running, one.n)):
                if here is not None and there is None and 0 < whole - here < few:
                    yield f"{anchor} {code} rest", whole - here


def _by_half_years(tables: Mapping[tuple[date, str], list[Told]], few: int) -> Iterator[tuple[str, int]]:
    """Twelve months less the half-year that is known of them, from a beginning before which nothing was written down."""
    for code in (*FIGURES, *TWINS):
        for part in ("n", "k", "left"):
            known: dict[date, int] = {ending_before(FIRST): 0}
            told = {anchor: _part(editions[-1], part) for (anchor, one), editions in tables.items() if one == code}
            for anchor in sorted(told):
                count, before = told[anchor], known.get(ending_before(anchor))
                if count is not None and before is not None:
                    known[anchor] = count - before
            for anchor in sorted(told, reverse=True):  # and backwards, from a half-year known otherwise
                count, now = told[anchor], known.get(anchor)
                if count is not None and now is not None:
                    known.setdefault(ending_before(anchor), count - now)
            yield from ((f"{anchor} {code} {part}", count) for anchor, count in known.items() if 0 < count < few)


def _by_sheets(
    tables: Mapping[tuple[date, str], list[Told]], town: Town, *, protected: bool
) -> Iterator[tuple[str, int]]:
    """The figure of twelve months, less what the sheets of its two half-years tell."""
    sheets = {last: _sheet(counts, town, protected=protected) for last, counts in town.counts.items()}
    for (anchor, code), editions in tables.items():
        told, halves = editions[-1], [half for half in _halves_of(code, anchor) if half in sheets]
        if code == "I01" and told.n is not None and told.running is not None:
            known = [sheets[half].get(heads.INTAKES) for half in halves]
            rest = told.n + told.running - sum(one or 0 for one in known)
            if None not in known and 0 < rest < town.few:
                yield f"{anchor} notices", rest
        for whole, names in zip((told.n, told.k), MADE_OF.get(code, ()) if code != "I01" else (), strict=False):
            missing = [f"{half} {name}" for half in halves for name in names if name not in sheets[half]]
            rest = (whole or 0) - sum(sheets[half].get(name, 0) for half in halves for name in names)
            if whole is not None and missing and 0 < rest < town.few:
                yield f"{anchor} {code}: {' + '.join(missing)}", rest


def _part(told: Told, part: str) -> int | None:
    if part == "left":
        return None if told.n is None or told.k is None else told.n - told.k
    count: int | None = getattr(told, part)
    return count


def _told(town: Town, *, protected: bool) -> int:
    """How many numbers are there to be read, without the zeros."""
    sheets = [_sheet(counts, town, protected=protected) for counts in town.counts.values()]
    last = [editions[-1] for editions in _tables(town, protected=protected).values()]
    numbers = [count for sheet in sheets for count in sheet.values()] + [
        one for told in last for one in (told.n, told.k)
    ]
    return sum(bool(count) for count in numbers)
