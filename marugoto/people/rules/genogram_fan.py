"""Fans: lines that leave one place on a row and end on the row below. A line over several rows passes each of them at a place of its own."""

from dataclasses import dataclass
from typing import NamedTuple

from marugoto.people.rules.genogram_family import Bond, Child, DescentKind, Family, Sibship


class Leaf(NamedTuple):
    node: int
    kind: DescentKind | None  # None: the line goes on downwards, or joins a couple


class Fan(NamedTuple):
    """Leaves `bond` (a couple on one row) or `node` (one person, or a place of passage). `couple`: the line itself is the couple's."""

    row: int
    bond: Bond | None
    node: int | None
    leaves: tuple[Leaf, ...]
    couple: Bond | None = None
    sibship: int | None = None


@dataclass(frozen=True)
class Web:
    """All fans, and the row of each place of passage; these are numbered on from the last person."""

    fans: tuple[Fan, ...]
    passages: dict[int, int]
    arcs: tuple[Bond, ...]  # couples on one row, whether they stand side by side or not


def web(family: Family, rows: tuple[int, ...]) -> Web:
    weaver = _Weaver(family, rows)
    for bond in family.bonds:
        upper, lower = sorted((bond.a, bond.b), key=lambda person: (rows[person], person))
        if rows[upper] < rows[lower]:
            weaver.weave(Fan(rows[upper], None, upper, (), bond), {rows[lower]: (Leaf(lower, None),)})
    for number, sibship in enumerate(family.sibships):
        weaver.weave(_start(family, rows, number, sibship), _by_row(rows, sibship.children))
    level = tuple(bond for bond in family.bonds if rows[bond.a] == rows[bond.b])
    return Web(tuple(weaver.fans), weaver.passages, level)


def _start(family: Family, rows: tuple[int, ...], number: int, sibship: Sibship) -> Fan:
    """Children of a couple across rows hang from the one who stands lower; the couple's own line tells of the other."""
    lower = max(sibship.parents, key=lambda person: (rows[person], person))
    bond = family.bond_of(sibship)
    if bond and rows[bond.a] == rows[bond.b]:
        return Fan(rows[lower], bond, None, (), sibship=number)
    return Fan(rows[lower], None, lower, (), sibship=number)


def _by_row(rows: tuple[int, ...], children: tuple[Child, ...]) -> dict[int, tuple[Leaf, ...]]:
    found: dict[int, tuple[Leaf, ...]] = {}
    for child in children:
        row = rows[child.number]
        found[row] = (*found.get(row, ()), Leaf(child.number, child.kind))
    return found


class _Weaver:
    def __init__(self, family: Family, rows: tuple[int, ...]) -> None:
        self.next = len(family.figures)
        self.rows = rows
        self.fans: list[Fan] = []
        self.passages: dict[int, int] = {}

    def weave(self, start: Fan, ends: dict[int, tuple[Leaf, ...]]) -> None:
        """One fan for each row that the line crosses, down to the lowest end."""
        fan = start
        for row in range(start.row + 1, max(ends) + 1):
            leaves = ends.get(row, ())
            if row == max(ends):
                self.fans.append(fan._replace(leaves=leaves))
                return
            passage = self.next
            self.next += 1
            self.passages[passage] = row
            self.fans.append(fan._replace(leaves=(*leaves, Leaf(passage, None))))
            fan = Fan(row, None, passage, (), start.couple, start.sibship)
