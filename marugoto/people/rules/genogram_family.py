"""The family as a genogram knows it: who is seen, who is a couple, who descends from whom.

A hidden person is taken out here, before anything is counted or measured, so that no gap, line or word can betray him.
People are numbered from the eldest to the youngest; everything behind this page speaks in these numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Sex(StrEnum):
    MAN = "man"
    WOMAN = "woman"
    UNSTATED = "unstated"


class UnionKind(StrEnum):
    MARRIED = "married"
    UNREGISTERED = "unregistered"
    DIVORCED = "divorced"
    SEPARATED = "separated"


class Carer(StrEnum):
    MAIN = "main"
    SECOND = "second"


class DescentKind(StrEnum):
    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"


@dataclass(frozen=True)
class Figure:
    """A person as drawn. `age` of somebody deceased is the age at death; `number` ties him to a need of the case."""

    key: str
    name: str
    sex: Sex = Sex.UNSTATED
    age: int | None = None
    deceased: bool = False
    died_year: int | None = None
    in_household: bool = False
    centre: bool = False
    hidden: bool = False
    number: int | None = None
    born: date | None = None  # same parents and same day: twins
    key_person: bool = False  # whom one turns to
    carer: Carer | None = None  # who cares mainly, or helps


@dataclass(frozen=True)
class Union:
    a: str
    b: str
    kind: UnionKind = UnionKind.MARRIED
    since: date | None = None
    until: date | None = None


class FeelingKind(StrEnum):
    CLOSE = "close"
    STRAINED = "strained"
    BROKEN = "broken"


@dataclass(frozen=True)
class Feeling:
    """How two people stand to each other, whatever blood and law say."""

    a: str
    b: str
    kind: FeelingKind


@dataclass(frozen=True)
class Descent:
    """One or both parents of a child; two rows of one parent each say the same as one row of two."""

    parents: tuple[str, ...]
    child: str
    kind: DescentKind = DescentKind.BIRTH


class Bond(NamedTuple):
    """Two people, the elder first; without a kind they have a child together and nothing else is recorded."""

    a: int
    b: int
    kind: UnionKind | None
    since: date | None


class Child(NamedTuple):
    number: int
    kind: DescentKind


class Sibship(NamedTuple):
    """The children of the same one or two parents, the eldest first."""

    parents: tuple[int, ...]
    children: tuple[Child, ...]


@dataclass(frozen=True)
class Family:
    figures: tuple[Figure, ...]
    bonds: tuple[Bond, ...]
    sibships: tuple[Sibship, ...]

    def bond_of(self, sibship: Sibship) -> Bond | None:
        return next((bond for bond in self.bonds if (bond.a, bond.b) == sibship.parents), None)

    def twins(self, sibship: Sibship) -> list[tuple[int, ...]]:
        """Children of the same birth, two or more together."""
        days: dict[date, list[int]] = {}
        for child in sibship.children:
            born = self.figures[child.number].born
            if born and child.kind is DescentKind.BIRTH:
                days.setdefault(born, []).append(child.number)
        return [tuple(same) for same in days.values() if len(same) > 1]


def family(figures: Iterable[Figure], unions: Iterable[Union], descents: Iterable[Descent]) -> Family:
    """What can be seen, in one order whatever the order of the rows. Ties to people not given are left out, as are circles of descent."""
    seen = _by_age({one.key: one for one in figures if not one.hidden})
    numbers = {one.key: number for number, one in enumerate(seen)}
    sibships = _sibships(_acyclic(_merged(descents, numbers)))
    return Family(seen, _bonds(unions, sibships, numbers), sibships)


def birth_year(one: Figure, this_year: int) -> int | None:
    """As exactly as it can be known; the age at death counts from the year of death."""
    if one.born:
        return one.born.year
    if one.age is None:
        return None
    return (one.died_year if one.deceased and one.died_year else this_year) - one.age


def present_year(figures: Iterable[Figure]) -> int:
    """The latest year the figures speak of; no clock is asked."""
    spoken = [0]
    for one in figures:
        if one.died_year:
            spoken.append(one.died_year)
        if one.born and one.age is not None and not one.deceased:
            spoken.append(one.born.year + one.age)
    return max(spoken)


def _by_age(figures: dict[str, Figure]) -> tuple[Figure, ...]:
    year = present_year(figures.values())

    def place(one: Figure) -> tuple[bool, int, date, str]:
        born = birth_year(one, year)
        return born is None, born or 0, one.born or date.min, one.key

    return tuple(sorted(figures.values(), key=place))


_Parents = dict[tuple[int, DescentKind], set[tuple[int, ...]]]


def _merged(descents: Iterable[Descent], numbers: dict[str, int]) -> _Parents:
    """The parents of each child by kind. Single parents of the same kind become a couple when there are just two of them."""
    found: _Parents = {}
    for row in descents:
        parents = tuple(sorted({numbers[key] for key in row.parents if key in numbers and key != row.child}))
        if row.child in numbers and parents:
            found.setdefault((numbers[row.child], row.kind), set()).add(parents[:2])
    for key, sets in found.items():
        everyone = tuple(sorted({parent for parents in sets for parent in parents}))
        if len(everyone) <= 2:
            found[key] = {everyone}
    return found


def _acyclic(parents: _Parents) -> list[tuple[tuple[int, ...], Child]]:
    """Nobody becomes his own ancestor: the row that would close a circle is left out."""
    below: dict[int, set[int]] = {}
    kept: list[tuple[tuple[int, ...], Child]] = []
    for (child, kind), sets in sorted(parents.items()):
        for couple in sorted(sets):
            open_ones = tuple(parent for parent in couple if parent not in _under(child, below))
            for parent in open_ones:
                below.setdefault(parent, set()).add(child)
            if open_ones and not any(open_ones == other and child == one.number for other, one in kept):
                kept.append((open_ones, Child(child, kind)))
    return kept


def _under(person: int, below: dict[int, set[int]]) -> set[int]:
    found, ahead = {person}, [person]
    while ahead:
        new = below.get(ahead.pop(), set()) - found
        found |= new
        ahead.extend(new)
    return found


def _sibships(rows: Sequence[tuple[tuple[int, ...], Child]]) -> tuple[Sibship, ...]:
    together: dict[tuple[int, ...], list[Child]] = {}
    for parents, child in rows:
        together.setdefault(parents, []).append(child)
    return tuple(Sibship(parents, tuple(sorted(children))) for parents, children in sorted(together.items()))


def _bonds(unions: Iterable[Union], sibships: Sequence[Sibship], numbers: dict[str, int]) -> tuple[Bond, ...]:
    """One bond for each couple: what was recorded last, and where nothing is recorded the bare fact of being parents."""
    last: dict[tuple[int, int], tuple[date, date, str, UnionKind, date | None]] = {}
    for union in unions:
        if union.a in numbers and union.b in numbers and union.a != union.b:
            one, other = sorted((numbers[union.a], numbers[union.b]))
            row = (union.since or date.min, union.until or date.max, union.kind.value, union.kind, union.since)
            last[one, other] = max(row, last.get((one, other), row), key=lambda it: it[:3])
    bonds = {pair: Bond(*pair, kind, since) for pair, (_, _, _, kind, since) in last.items()}
    for sibship in sibships:
        if len(sibship.parents) == 2:
            pair = (sibship.parents[0], sibship.parents[1])
            bonds.setdefault(pair, Bond(*pair, None, None))
    return tuple(bonds[pair] for pair in sorted(bonds))
