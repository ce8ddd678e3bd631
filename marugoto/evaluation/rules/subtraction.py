"""What can be found out of printed tables by subtraction, and which further numbers are hidden so that nothing small can.

Whoever reads the tables knows which number is the sum of which others, sees what is printed, and knows that a hidden number is not zero,
for a zero is printed. From that he shuts in what was hidden: by bounds, and by solving the sums for what they fix.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

ROUNDS = 60


@dataclass(frozen=True)
class Sum:
    """`whole` is what the parts make together."""

    whole: str
    parts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.whole, *self.parts)


@dataclass(frozen=True)
class Bounds:
    """`most` None: no end is known."""

    least: int
    most: int | None = None

    def under(self, few: int) -> bool:
        """Whether it is known to be somebody, and fewer than may be told."""
        return self.least > 0 and self.most is not None and self.least <= self.most < few


def told_of(
    counts: Mapping[str, int], sums: Sequence[Sum], *, few: int, silent: Collection[str] = ()
) -> dict[str, int | None]:
    """What may be printed; None where a number is hidden. `silent`: numbers that are printed nowhere, and only tie others together."""
    hidden = {name for name, count in counts.items() if name not in silent and 0 < count < few}
    while True:
        told = {name: count for name, count in counts.items() if name not in hidden and name not in silent}
        leaks = leaking(counts, told, sums, few=few, silent=silent)
        more = _next(counts, told, sums, leaks)
        if more is None:
            return {name: told.get(name) for name in counts if name not in silent}
        hidden.add(more)


def leaking(
    counts: Mapping[str, int],
    told: Mapping[str, int],
    sums: Sequence[Sum],
    *,
    few: int,
    silent: Collection[str] = (),
) -> list[str]:
    """The small numbers that are hidden, and known from what is told: exactly, or to be small."""
    small = [name for name, count in counts.items() if name not in told and 0 < count < few]
    if not small:
        return []
    known = shut_in(told, [name for name in counts if name not in told], sums, silent=silent)
    return [name for name in small if name not in silent and known[name].under(few)]


def shut_in(
    told: Mapping[str, int], hidden: Collection[str], sums: Sequence[Sum], *, silent: Collection[str] = ()
) -> dict[str, Bounds]:
    """Between which numbers each hidden one must lie."""
    known = {name: Bounds(count, count) for name, count in told.items()}
    known |= {name: Bounds(0 if name in silent else 1) for name in hidden}
    for _ in range(ROUNDS):
        before = dict(known)
        for one in sums:
            _narrow(known, one)
        for name, count in _solved(known, sums).items():
            known[name] = Bounds(count, count)
        if known == before:
            break
    return {name: known[name] for name in hidden}


def _narrow(known: dict[str, Bounds], one: Sum) -> None:
    """The whole by its parts, each part by the whole and the others."""
    parts = [known[name] for name in one.parts]
    most = None if any(part.most is None for part in parts) else sum(part.most or 0 for part in parts)
    known[one.whole] = _within(known[one.whole], sum(part.least for part in parts), most)
    whole = known[one.whole]
    for name in one.parts:
        others = [known[other] for other in one.parts if other != name]
        ends = [other.most for other in others]
        least = 0 if None in ends else whole.least - sum(end or 0 for end in ends)
        most = None if whole.most is None else whole.most - sum(other.least for other in others)
        known[name] = _within(known[name], least, most)


def _within(bounds: Bounds, least: int, most: int | None) -> Bounds:
    if least > bounds.least:
        bounds = replace(bounds, least=least)
    if most is not None and (bounds.most is None or most < bounds.most):
        bounds = replace(bounds, most=most)
    return bounds


def _solved(known: Mapping[str, Bounds], sums: Sequence[Sum]) -> dict[str, int]:
    """What the sums together fix, although none of them does alone."""
    told, open_names = _telling(known, sums)
    place = {name: number for number, name in enumerate(open_names)}
    rows = [_equation(known, one, place) for one in told]
    used = 0
    for column in range(len(place)):
        pivot = next((row for row in range(used, len(rows)) if rows[row][column]), None)
        if pivot is None:
            continue
        rows[used], rows[pivot] = rows[pivot], rows[used]
        head = rows[used][column]
        rows[used] = [value / head for value in rows[used]]
        for row in range(len(rows)):
            if row != used and rows[row][column]:
                times = rows[row][column]
                rows[row] = [value - times * of for value, of in zip(rows[row], rows[used], strict=True)]
        used += 1
    return {
        open_names[alone[0]]: int(row[-1])
        for row in rows[:used]
        if len(alone := [number for number in range(len(place)) if row[number]]) == 1
    }


def _telling(known: Mapping[str, Bounds], sums: Sequence[Sum]) -> tuple[list[Sum], list[str]]:
    """The sums that tell something of one another, and what is open in them: one with a number that stands in no other tells only
    of that number, and only when all the rest is known."""
    left = list(sums)
    while True:
        times = Counter(name for one in left for name in one.names if known[name].least != known[name].most)
        kept = [
            one
            for one in left
            if (open_here := [n for n in one.names if n in times]) and min(times[n] for n in open_here) > 1
        ]
        if len(kept) == len(left):
            return kept, sorted(times)
        left = kept


def _equation(known: Mapping[str, Bounds], one: Sum, place: Mapping[str, int]) -> list[Fraction]:
    """whole − parts = 0, what is known on the other side."""
    row = [Fraction(0)] * (len(place) + 1)
    for name, sign in ((one.whole, 1), *((part, -1) for part in one.parts)):
        if name in place:
            row[place[name]] += sign
        else:
            row[-1] -= sign * known[name].least
    return row


def _next(counts: Mapping[str, int], told: Mapping[str, int], sums: Sequence[Sum], leaks: Sequence[str]) -> str | None:
    """Which number is hidden next: the smallest that stands in a sum with what leaks, a part before a whole."""
    if not leaks:
        return None
    wholes = {one.whole for one in sums}
    beside = {name for one in sums if set(leaks) & set(one.names) for name in one.names}
    near = [name for name in beside if told.get(name)] or [name for one in sums for name in one.names if told.get(name)]
    return min(near, key=lambda name: (name in wholes, counts[name], name), default=None)
