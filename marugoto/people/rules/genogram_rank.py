"""Which generation everybody stands on: couples side by side, children one row below; a row is skipped only where cousins of
different generations marry. Families that are not tied to each other are ranked one by one and set level by age."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marugoto.people.rules.genogram_family import Bond, Family

_SINGLES_IN_A_ROW = 6


@dataclass(frozen=True)
class Tree:
    """People who are tied to each other, and those who share a row because they are couples."""

    members: tuple[int, ...]
    blocks: tuple[tuple[int, ...], ...]
    bonds: tuple[Bond, ...]  # those within a block


@dataclass(frozen=True)
class Ranking:
    rows: tuple[int, ...]  # row of each person, 0 at the top
    trees: tuple[Tree, ...]  # from left to right


def ranking(family: Family) -> Ranking:
    blocks, level = _blocks(family)
    rows = [0] * len(family.figures)
    trees: list[Tree] = []
    for members in _components(family):
        own = tuple(block for block in blocks if block[0] in members)
        for person, row in _ranked(family, own).items():
            rows[person] = row
        trees.append(Tree(members, own, tuple(bond for bond in level if bond.a in members)))
    trees.sort(key=lambda tree: _importance(family, tree))
    return Ranking(tuple(_in_lines(trees, _level(family, trees, rows))), tuple(trees))


def _components(family: Family) -> list[tuple[int, ...]]:
    ties = [(bond.a, bond.b) for bond in family.bonds]
    ties += [(parent, child.number) for one in family.sibships for parent in one.parents for child in one.children]
    return _united(range(len(family.figures)), ties)


def _united(people: Iterable[int], ties: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Everybody once, together with those he is tied to."""
    head = {person: person for person in people}
    for one, other in ties:
        first, second = sorted((head[one], head[other]))
        head = {person: first if top == second else top for person, top in head.items()}
    groups: dict[int, list[int]] = {}
    for person, top in head.items():
        groups.setdefault(top, []).append(person)
    return [tuple(group) for group in groups.values()]


def _blocks(family: Family) -> tuple[list[tuple[int, ...]], list[Bond]]:
    """Couples share a row unless one descends from the other, or two such couples would each have to stand below the other."""
    ties: list[tuple[int, int]] = []
    level: list[Bond] = []
    for bond in family.bonds:
        wanted = [*ties, (bond.a, bond.b)]
        if _layered(family, _united(range(len(family.figures)), wanted)) is not None:
            ties = wanted
            level.append(bond)
    return _united(range(len(family.figures)), ties), level


def _edges(family: Family, block_of: dict[int, int]) -> set[tuple[int, int]]:
    """From each block of parents to each block of their children."""
    return {
        (block_of[parent], block_of[child.number])
        for one in family.sibships
        for parent in one.parents
        for child in one.children
        if parent in block_of and child.number in block_of
    }


def _layered(family: Family, blocks: Sequence[tuple[int, ...]]) -> list[int] | None:
    """The blocks so ordered that parents come before children; None where that cannot be."""
    edges = _edges(family, _numbered(blocks))
    order: list[int] = []
    left = set(range(len(blocks)))
    while left:
        free = sorted(block for block in left if not any(child == block and parent in left for parent, child in edges))
        if not free:
            return None
        order.extend(free)
        left.difference_update(free)
    return order


def _numbered(blocks: Sequence[tuple[int, ...]]) -> dict[int, int]:
    return {person: number for number, block in enumerate(blocks) for person in block}


def _ranked(family: Family, blocks: Sequence[tuple[int, ...]]) -> dict[int, int]:
    """Rows from 0 within one tree: by walking from block to block, then pushed down where a child would not stand below."""
    edges = _edges(family, _numbered(blocks))
    row = {0: 0}
    ahead = [0]
    while ahead:
        here = ahead.pop(0)
        near = [(child, 1) for parent, child in sorted(edges) if parent == here]
        near += [(parent, -1) for parent, child in sorted(edges) if child == here]
        for other, step in near:
            if other not in row:
                row[other] = row[here] + step
                ahead.append(other)
    for number in range(len(blocks)):
        row.setdefault(number, 0)  # tied only by a couple across rows
    order = _layered(family, blocks) or []
    for block in order:
        row[block] = max([row[block], *(row[parent] + 1 for parent, child in edges if child == block)])
    for block in reversed(order):
        children = [row[child] for parent, child in edges if parent == block]
        row[block] = max(row[block], min(children) - 1) if children else row[block]
    top = min(row.values())
    return {person: row[number] - top for number, block in enumerate(blocks) for person in block}


def _importance(family: Family, tree: Tree) -> tuple[bool, bool, int, int]:
    """The one at the centre first, then the household, then the larger tree."""
    people = [family.figures[person] for person in tree.members]
    return (
        not any(one.centre for one in people),
        not any(one.in_household for one in people),
        -len(people),
        tree.members[0],
    )


def _level(family: Family, trees: Sequence[Tree], rows: list[int]) -> list[int]:
    """Later trees moved down so that people of an age stand on one row with the first; all rows from 0."""
    first = trees[0] if trees else None
    heights = _mean_ages(family, first, rows) if first else {}
    for tree in trees[1:]:
        shift = _shift(heights, _mean_ages(family, tree, rows), max(heights, default=0))
        for person in tree.members:
            rows[person] += shift
    top = min(rows, default=0)
    return [row - top for row in rows]


def _mean_ages(family: Family, tree: Tree, rows: Sequence[int]) -> dict[int, int | None]:
    ages: dict[int, list[int]] = {}
    for person in tree.members:
        age = family.figures[person].age
        ages.setdefault(rows[person], []).extend([] if age is None else [age])
    return {row: sum(known) // len(known) if known else None for row, known in ages.items()}


def _shift(heights: dict[int, int | None], other: dict[int, int | None], lowest: int) -> int:
    def distance(shift: int) -> tuple[int, int, int]:
        gaps = [
            abs(age - mine)
            for row, age in other.items()
            if age is not None and (mine := heights.get(row + shift)) is not None
        ]
        outside = sum(1 for row in other if row + shift not in heights)
        return outside, sum(gaps) // len(gaps) if gaps else 0, abs(shift)

    return min(range(-max(other), lowest + 1), key=distance)


def _in_lines(trees: Sequence[Tree], rows: list[int]) -> list[int]:
    """Many people without any tie (a group home) stand in several rows rather than in one endless one."""
    alone = [tree.members[0] for tree in trees if len(tree.members) == 1]
    if len(alone) > _SINGLES_IN_A_ROW:
        wide = max(_SINGLES_IN_A_ROW, math.isqrt(2 * len(alone)))
        for number, person in enumerate(alone):
            rows[person] = number // wide
    return rows
