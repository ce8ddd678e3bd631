"""What a municipality tells, table after table: nothing small can be found by subtracting one number, one half-year or one edition from
another.

Figures of twelve months are told every half-year, so two of them share a half-year: whoever knows one half finds the other. An edition
that differs by a few from the one before would tell the few that came late.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.half_year import ending_before
from marugoto.evaluation.rules.sheets import unsafe_beside
from marugoto.evaluation.rules.subtraction import Bounds, Sum, told_of
from marugoto.evaluation.rules.suppression import Hidden, Told, few_of, nothing_told, part_of, tell

# Figures whose n and running are, together, the same people or things, looked at after different times.
SAME_PEOPLE = (("I01", "I02", "I35"), ("I31", "I31-180", "I26"), ("I32", "F3.6"), ("I28", "F3.1"), ("I30", "F1.6"))
PARTS = ("n", "k", "left")


@dataclass(frozen=True)
class Value:
    """A figure as it was held fast. `part`: k is a part of n and counts the same things; `weak`: too few answered for it to say anything."""

    code: str
    version: str
    anchor: date
    edition: int
    share: Share
    level: int | None
    made_at: datetime
    part: bool = True
    weak: bool = False


Tables = dict[tuple[date, str, str], tuple[Value, Told]]


def tell_all(
    values: Iterable[Value],
    *,
    population: int | None,
    twins: Mapping[str, str] = MappingProxyType({}),
    sheets: Mapping[date, Mapping[str, int]] = MappingProxyType({}),
) -> Tables:
    """By anchor, code and version: the edition that is told, and what of it. Small ones of an earlier table are not told by a later one.

    `twins`: figures made of the same measure as another one, which say what that one says and no more. `sheets`: the counts
    of half-years held fast, by their last day, which are told as well.
    """
    few = few_of(population)
    editions: defaultdict[tuple[date, str, str], list[Value]] = defaultdict(list)
    for one in values:
        editions[one.anchor, one.code, one.version].append(one)
    settled = {key: _settled(sorted(rows, key=lambda one: one.edition), few) for key, rows in editions.items()}
    if nothing_told(population):
        return {key: (one, tell(one.share, one.level, population=population)) for key, one in settled.items()}
    found: Tables = {}
    for anchor in sorted({anchor for anchor, _, _ in settled}):
        table = [one for key, one in settled.items() if key[0] == anchor]
        found |= {(anchor, one.code, one.version): (one, told) for one, told in _of_table(table, few, population)}
    return _without_weak(_as_their_twins(_beside(_in_time(found, few), sheets, population), twins))


def _without_weak(found: Tables) -> Tables:
    """Answers to a survey that too few gave are not told, nor how many did not answer."""
    return {
        key: (one, replace(told, n=None, k=None, running=None, hidden=Hidden.FEW) if one.weak and one.share.n else told)
        for key, (one, told) in found.items()
    }


def _beside(found: Tables, sheets: Mapping[date, Mapping[str, int]], population: int | None) -> Tables:
    """What the sheets of the half-years leave safe of it."""
    hidden = set[tuple[date, str, str]]()
    for version in {version for _, _, version in found}:
        figures = {(key[0], key[1]): _counts(one) for key, (one, _) in found.items() if key[2] == version}
        hidden.update(unsafe_beside(figures, sheets, population=population))
    for (anchor, code, version), (one, told) in found.items():
        if (anchor, code, "n") in hidden and told.n is not None:
            found[anchor, code, version] = (one, replace(told, n=None, k=None, hidden=Hidden.BETWEEN))
        elif (anchor, code, "k") in hidden and told.k is not None:
            found[anchor, code, version] = (one, replace(told, k=None, hidden=Hidden.BETWEEN))
    return found


def _as_their_twins(found: Tables, twins: Mapping[str, str]) -> Tables:
    """A level is its own; the numbers are those of the other."""
    by_code = {(anchor, code): told for (anchor, code, _), (_one, told) in found.items()}
    for (anchor, code, version), (one, told) in found.items():
        twin = by_code.get((anchor, twins.get(code, "")))
        if twin is not None:
            found[anchor, code, version] = (one, replace(twin, level=told.level))
    return found


def _settled(editions: Sequence[Value], few: int) -> Value:
    """The last edition that does not tell, by what it adds to the one before, a few that came late."""
    told = editions[0]
    for one in editions[1:]:
        then, now = _counts(told), _counts(one)
        if all(not 0 < abs(now[part] - then[part]) < few for part in (*PARTS, "running") if not 0 < then[part] < few):
            told = one
    return told


def _of_table(table: Sequence[Value], few: int, population: int | None) -> Iterable[tuple[Value, Told]]:
    group_of = {code: group for group in SAME_PEOPLE for code in group}
    groups: defaultdict[object, list[Value]] = defaultdict(list)
    for one in table:
        groups[group_of.get(one.code, (one.code, one.version))].append(one)
    for group in groups.values():
        yield from _of_group(group, few, population)


def _of_group(group: Sequence[Value], few: int, population: int | None) -> Iterable[tuple[Value, Told]]:
    """With the sums that hold within a figure and between those of the same people."""
    counts: dict[str, int] = {}
    sums: list[Sum] = []
    for one in group:
        own = _counts(one)
        counts |= {f"{one.code}.{name}": own[name] for name in (*PARTS, "running")}
        if one.part:
            sums.append(Sum(f"{one.code}.n", (f"{one.code}.k", f"{one.code}.left")))
        if len(group) > 1:
            counts["all"] = own["n"] + own["running"]
            sums.append(Sum("all", (f"{one.code}.n", f"{one.code}.running")))
    silent = {"all"} | {f"{one.code}.{name}" for one in group if not one.part for name in ("k", "left")}
    told = told_of(counts, sums, few=few, silent=silent)
    for one in group:
        yield one, _told(one, told, few, population)


def _told(one: Value, told: Mapping[str, int | None], few: int, population: int | None) -> Told:
    plain = tell(one.share, one.level, population=population, part=one.part)
    n, running = told[f"{one.code}.n"], told[f"{one.code}.running"]
    plain = replace(plain, running=running)
    if n is None:
        return replace(plain, n=None, k=None, hidden=plain.hidden if plain.n is None else Hidden.BETWEEN)
    if one.part and (told[f"{one.code}.k"] is None or told[f"{one.code}.left"] is None):
        return replace(plain, k=None, hidden=part_of(one.share, few) or Hidden.BETWEEN)
    return plain


def _in_time(found: Tables, few: int) -> Tables:
    """From the first table on: a number is told only if those before it and this one leave no half-year with a few. What is defined
    otherwise since may still count the same, so an earlier version is remembered, too."""
    earlier: defaultdict[tuple[str, str], dict[date, int]] = defaultdict(dict)
    for key in sorted(found):
        anchor, code, _ = key
        one, told = found[key]
        if told.n is not None and not safe(earlier[code, "n"], anchor, told.n, few):
            told = replace(told, n=None, k=None, hidden=Hidden.BETWEEN)
        elif told.n is not None and told.k is not None and one.part:
            parts = (("k", told.k), ("left", told.n - told.k))
            if not all(safe(earlier[code, name], anchor, count, few) for name, count in parts):
                told = replace(told, k=None, hidden=Hidden.BETWEEN)
        found[key] = (one, told)
        printed = {"n": told.n, "k": told.k, "left": None if told.n is None or told.k is None else told.n - told.k}
        for name, count in printed.items():
            if count is not None:
                earlier[code, name][anchor] = count
    return found


def safe(earlier: Mapping[date, int], anchor: date, count: int, few: int) -> bool:
    """Whether whoever knows the earlier numbers of twelve months finds no half-year with a few, also when he knows that nothing was
    written down before the first of them."""
    told, run = {**earlier, anchor: count}, [anchor]
    while ending_before(run[0]) in told:
        run.insert(0, ending_before(run[0]))
    found = _halves([told[one] for one in run])
    begun = _halves([told[one] for one in run], before=0) if run[0] == min(told) else []
    return not any(one.under(few) for one in (*found, *begun))


def _halves(years: Sequence[int], before: int | None = None) -> list[Bounds]:
    """Between which numbers each half-year lies, of neighbouring years that share one: each is so much more or less than the first.

    `before`: the first half-year, where it is known. Where no half-years make these years, the least is more than the most.
    """
    halves = [(0, 1)]  # so much, and the first one added to it or taken off it
    for year in years:
        known, sign = halves[-1]
        halves.append((year - known, -sign))
    least = max(-known for known, sign in halves if sign > 0)
    most = min(known for known, sign in halves if sign < 0)
    if before is not None:
        least, most = (before, before) if least <= before <= most else (1, 0)
    return [
        Bounds(known + least, known + most) if sign > 0 else Bounds(known - most, known - least)
        for known, sign in halves
    ]


def _counts(one: Value) -> dict[str, int]:
    share = one.share
    return {"n": share.n, "k": share.k, "left": max(share.n - share.k, 0), "running": share.running}
