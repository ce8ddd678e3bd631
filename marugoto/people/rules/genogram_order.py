"""Who stands left of whom. Siblings by age, couples side by side, the man on the left, an earlier partner before a later one,
the household together, and as few crossing lines as can be: each a cost, the cheapest order wins. No chance is involved."""

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from marugoto.people.rules.genogram_family import Bond, Family, Sex, UnionKind
from marugoto.people.rules.genogram_fan import Fan, Web
from marugoto.people.rules.genogram_rank import Ranking, Tree

Block = tuple[int, ...]
Rows = list[list[Block]]
Wish = Callable[[int, dict[int, int]], list[tuple[int, int]]]

_AGE, _CROSSING, _APART, _APART_ONCE, _MAN_RIGHT, _BETWEEN, _HOME, _LATER_FIRST, _MAN_RIGHT_ONCE = (
    40,
    24,
    20,
    16,
    8,
    6,
    4,
    3,
    2,
)
_SWEEPS, _ROUNDS = 4, 4
_SMALL_BLOCK, _WHOLE_SEARCH = 4, 6
_PARTED = {UnionKind.DIVORCED, UnionKind.SEPARATED}


def order(family: Family, ranks: Ranking, web: Web, tree: Tree) -> Rows:
    """The blocks of every row of one tree from left to right; rows that the tree does not use stay empty."""
    ladder = _Ladder(family, web, tree)
    rows: Rows = [[] for _ in range(1 + max([*ranks.rows, *web.passages.values()]))]
    for block in tree.blocks:
        rows[ranks.rows[block[0]]].append(ladder.arranged(block))
    for passage, row in web.passages.items():
        if passage in ladder.nodes:
            rows[row].append((passage,))
    return ladder.improved(ladder.swept(rows))


class _Ladder:
    """One tree with its fans and couples, and what an order of it costs."""

    def __init__(self, family: Family, web: Web, tree: Tree) -> None:
        self.family = family
        self.fans = _fans_of(web, tree)
        self.nodes = {*tree.members, *(leaf.node for fan in self.fans for leaf in fan.leaves)}
        self.bonds = [bond for bond in web.arcs if bond.a in self.nodes]
        self.into: dict[int, list[Fan]] = {}
        for fan in self.fans:
            for leaf in fan.leaves:
                self.into.setdefault(leaf.node, []).append(fan)

    def arranged(self, block: Block) -> Block:
        """The couples of one block as they stand best when nothing else is looked at."""
        if len(block) > _WHOLE_SEARCH:
            return self._chained(block)
        own = [bond for bond in self.bonds if bond.a in block and bond.b in block]
        return min(permutations(block), key=lambda line: self._couples(own, _places([line])))

    def _chained(self, block: Block) -> Block:
        """A long chain of marriages: from the one with most partners outwards, left and right in turn."""
        partners = {person: [bond for bond in self.bonds if person in bond[:2]] for person in block}
        line: list[int] = []
        ahead = [max(block, key=lambda person: (len(partners[person]), -person))]
        while ahead:
            person = ahead.pop(0)
            if person not in line:
                line.insert(0 if len(line) % 2 else len(line), person)
                ahead.extend(bond.a if bond.b == person else bond.b for bond in partners[person])
        return tuple(line)

    def swept(self, rows: Rows) -> Rows:
        """Each row sorted by where its lines come from, then by where they go, back and forth; the best state is kept."""
        best, cheapest = rows, self.cost(rows)
        for _ in range(_SWEEPS):
            for downwards in (True, False):
                rows = self._sorted(rows, downwards)
                cost = self.cost(rows)
                if cost < cheapest:
                    best, cheapest = rows, cost
        return best

    def _sorted(self, rows: Rows, downwards: bool) -> Rows:
        rows = [list(row) for row in rows]
        for row in range(len(rows)) if downwards else reversed(range(len(rows))):
            place = {
                node: (2 * at + 1) * 1000 // (2 * len(line))
                for line in map(_flat, rows)
                for at, node in enumerate(line)
            }
            wish = self._wish_from_above if downwards else self._wish_from_below
            rows[row].sort(key=lambda block, wish=wish, place=place: _wish_of(block, wish, place))  # type: ignore[misc]
        return rows

    def _wish_from_above(self, node: int, place: dict[int, int]) -> list[tuple[int, int]]:
        """Below the parents, the siblings among themselves by age."""
        return [
            (_source(fan, place) // 2, [leaf.node for leaf in fan.leaves].index(node))
            for fan in self.into.get(node, [])
        ]

    def _wish_from_below(self, node: int, place: dict[int, int]) -> list[tuple[int, int]]:
        return [
            (place[leaf.node], 0)
            for fan in self.fans
            if fan.node == node or (fan.bond and node in fan.bond[:2])
            for leaf in fan.leaves
        ]

    def improved(self, rows: Rows) -> Rows:
        """One change after the other, as long as one makes it cheaper."""
        cheapest = self.cost(rows)
        for _ in range(_ROUNDS):
            before = cheapest
            for number in range(len(rows)):
                for change in _changes(len(rows[number]), max((len(block) for block in rows[number]), default=0)):
                    other = change(rows[number])
                    if other != rows[number]:
                        tried = [*rows[:number], other, *rows[number + 1 :]]
                        cost = self.cost(tried)
                        if cost < cheapest:
                            rows, cheapest = tried, cost
            if cheapest == before:
                break
        return rows

    def cost(self, rows: Rows) -> int:
        place = _places(*rows)
        total = self._couples(self.bonds, place) + sum(self._home(row) for row in rows)
        for row in range(len(rows)):
            fans = [fan for fan in self.fans if fan.row == row]
            total += _CROSSING * _crossings(fans, place) + sum(self._siblings(fan, place) for fan in fans)
        return total

    def _siblings(self, fan: Fan, place: dict[int, int]) -> int:
        """Out of the order of age, or with others standing between them."""
        at = [place[leaf.node] for leaf in fan.leaves if leaf.node < len(self.family.figures)]
        swapped = sum(1 for number, here in enumerate(at) for other in at[number + 1 :] if other < here)
        between = max(at) - min(at) + 1 - len(at) if at else 0
        return _AGE * swapped + _BETWEEN * between

    def _couples(self, bonds: Sequence[Bond], place: dict[int, int]) -> int:
        total = 0
        for number, bond in enumerate(bonds):
            apart = _APART_ONCE if bond.kind in _PARTED else _APART
            total += apart * (abs(place[bond.a] - place[bond.b]) - 1) + self._man_right(bond, place)
            for other in bonds[number + 1 :]:
                total += _LATER_FIRST * _later_stands_first(bond, other, place)
        return total

    def _man_right(self, bond: Bond, place: dict[int, int]) -> int:
        man, woman = sorted((bond.a, bond.b), key=lambda person: self.family.figures[person].sex != Sex.MAN)
        sexes = (self.family.figures[man].sex, self.family.figures[woman].sex)
        if sexes != (Sex.MAN, Sex.WOMAN) or place[man] < place[woman]:
            return 0
        return _MAN_RIGHT_ONCE if bond.kind in _PARTED else _MAN_RIGHT

    def _home(self, row: Sequence[Block]) -> int:
        """Others between the people of the household."""
        line = [self._at_home(node) for node in _flat(row)]
        if True not in line:
            return 0
        inside = line[line.index(True) : len(line) - line[::-1].index(True)]
        return _HOME * inside.count(False)

    def _at_home(self, node: int) -> bool:
        return node < len(self.family.figures) and self.family.figures[node].in_household


def _fans_of(web: Web, tree: Tree) -> list[Fan]:
    """The fans that start in this tree, also by way of a passage."""
    nodes = set(tree.members)
    found: list[Fan] = []
    for fan in web.fans:
        if (fan.bond and fan.bond.a in nodes) or fan.node in nodes:
            found.append(fan)
            nodes.update(leaf.node for leaf in fan.leaves)
    return found


def _later_stands_first(one: Bond, other: Bond, place: dict[int, int]) -> bool:
    """Two couples of one person, the parted before the present, the earlier before the later."""
    shared = {one.a, one.b} & {other.a, other.b}
    if len(shared) != 1:
        return False
    person = shared.pop()
    early, late = sorted((one, other), key=lambda bond: (bond.kind not in _PARTED, str(bond.since or "")))
    if (early.kind not in _PARTED) == (late.kind not in _PARTED) and early.since == late.since:
        return False
    return place[sum(early[:2]) - person] > place[sum(late[:2]) - person]


def _changes(blocks: int, longest: int) -> Iterator[Callable[[list[Block]], list[Block]]]:
    """Ways to change a row: turn a block round (or arrange a small one anew), or set it at another place."""
    for at in range(blocks if longest > 1 else 0):
        yield lambda row, at=at: [*row[:at], row[at][::-1], *row[at + 1 :]]  # type: ignore[misc]
        for number in range(24 if 2 < longest <= _SMALL_BLOCK else 0):
            yield lambda row, at=at, number=number: [*row[:at], _rearranged(row[at], number), *row[at + 1 :]]  # type: ignore[misc]
    for start in range(blocks):
        for end in range(blocks):
            if start != end:
                yield lambda row, start=start, end=end: _moved(row, start, end)  # type: ignore[misc]


def _rearranged(block: Block, number: int) -> Block:
    ways = list(permutations(block)) if len(block) <= _SMALL_BLOCK else [block]
    return ways[number % len(ways)]


def _moved(row: list[Block], start: int, end: int) -> list[Block]:
    rest = [*row[:start], *row[start + 1 :]]
    return [*rest[:end], row[start], *rest[end:]]


def _crossings(fans: Sequence[Fan], place: dict[int, int]) -> int:
    edges = [(number, _source(fan, place), place[leaf.node]) for number, fan in enumerate(fans) for leaf in fan.leaves]
    return sum(
        1
        for at, (fan, start, end) in enumerate(edges)
        for other_fan, other_start, other_end in edges[at + 1 :]
        if fan != other_fan and (start - other_start) * (end - other_end) < 0
    )


def _source(fan: Fan, place: dict[int, int]) -> int:
    """Twice the place, so that the middle of a couple is a whole number too."""
    if fan.bond:
        return place[fan.bond.a] + place[fan.bond.b]
    return 2 * place[fan.node or 0]


def _places(*rows: Sequence[Block]) -> dict[int, int]:
    return {node: at for row in rows for at, node in enumerate(_flat(row))}


def _flat(row: Sequence[Block]) -> list[int]:
    return [node for block in row for node in block]


def _wish_of(block: Block, wish: Wish, place: dict[int, int]) -> tuple[int, int]:
    """The middle of what those wish who wish anything; who wishes nothing stays."""
    wishes = [one for node in block for one in wish(node, place)]
    if not wishes:
        return _mean([place[node] for node in block]), 0
    return _mean([at for at, _ in wishes]), _mean([number for _, number in wishes])


def _mean(numbers: Sequence[int]) -> int:
    return sum(numbers) // len(numbers)
