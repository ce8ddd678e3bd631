"""How far to the right everybody stands, in whole pixels: nothing touches, children stand below the middle of their parents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from marugoto.people.rules.drawing import breadth, folded_lines
from marugoto.people.rules.genogram_family import Family, Figure, UnionKind
from marugoto.people.rules.genogram_fan import Fan, Web
from marugoto.people.rules.genogram_order import Block, Rows, order
from marugoto.people.rules.genogram_rank import Ranking

HALF = 18  # half a square; the circle and the diamond reach a little further
REACH = 22  # half of the widest symbol
NUMBER_REACH = 34  # how far to the right the number of a need stands out, and to the left the star of a key person
CARER_ASIDE, CARER_PAST_STAR = 27, 40  # the middle of the letter of a carer
_PAST_STAR_REACH = CARER_PAST_STAR + 7
UNNAMED = "お名前を聞けていない方"
_NAME_WIDE, _NAME_LINES = 92, 3
_COUPLE, _PARTED_COUPLE, _NEIGHBOURS = 100, 112, 86
_COUPLE_GAP, _GAP, _PASSAGE, _TREE_GAP = 44, 24, 20, 40
_SWEEPS = 10
CUSTODY = 32  # how far from the parent they live with the children of a parted couple hang


@dataclass(frozen=True)
class Places:
    x: dict[int, int]
    rows: tuple[tuple[int, ...], ...]  # nodes of each row from left to right
    width: int


def label(figure: Figure) -> tuple[str, ...]:
    """What stands under the symbol."""
    lines = folded_lines(figure.name, _NAME_WIDE, _NAME_LINES) or folded_lines(UNNAMED, _NAME_WIDE, _NAME_LINES)
    died = (f"{figure.died_year}年没",) if figure.deceased and figure.died_year else ()
    return lines + died


def half_width(family: Family, node: int) -> int:
    """Of the symbol with its words and, on both sides alike, number, star and letter; a passage has none."""
    if node >= len(family.figures):
        return 0
    figure = family.figures[node]
    marked = figure.number is not None or figure.key_person or figure.carer
    return max(words_half(family, node), NUMBER_REACH if marked else 0, past_star(figure))


def carer_aside(figure: Figure) -> int:
    """Where the letter of a carer stands beside the axis: on the right, with a number there on the left, past a star."""
    if figure.number is None:
        return CARER_ASIDE
    return -CARER_PAST_STAR if figure.key_person else -CARER_ASIDE


def past_star(figure: Figure) -> int:
    """How far to the left a letter past the star stands out; 0 where none does."""
    crowded = figure.carer and figure.key_person and figure.number is not None
    return _PAST_STAR_REACH if crowded else 0


def words_half(family: Family, person: int) -> int:
    widest = max(breadth(line) for line in label(family.figures[person]))
    return max(REACH + 2, (widest + 1) // 2 + 2)


class Leaving(NamedTuple):
    """Where a line to the children leaves, and how far it may be moved without leaving its gap."""

    x: int
    low: int
    high: int


def leaving(family: Family, fan: Fan, x: Mapping[int, float], line: Sequence[int]) -> Leaving:
    """`line`: the nodes of the fan's row from left to right."""
    if fan.bond is None:
        at = round(x[fan.node or 0])
        room = 12 if fan.node is not None and fan.node < len(family.figures) else 0
        return Leaving(at, at - room, at + room)
    left, right = sorted(fan.bond[:2], key=line.index)
    first, last = line.index(left), line.index(right)
    outer_right = last - first > 1 and _partners(family, right) < _partners(family, left)
    here, there = (line[last - 1], right) if outer_right else (left, line[first + 1])
    low = round(x[here]) + half_width(family, here) + 6
    high = round(x[there]) - half_width(family, there) - 6
    if last - first == 1:
        wish = _hang(family, fan, (left, right), x)
    else:
        wish = high - 6 if outer_right else low + 6
    return Leaving(min(max(wish, low), high), low, high)


def _partners(family: Family, person: int) -> int:
    return sum(1 for bond in family.bonds if person in bond[:2])


def _hang(family: Family, fan: Fan, couple: tuple[int, int], x: Mapping[int, float]) -> int:
    near = custodian(family, fan)
    if near is None:
        return round(x[couple[0]] + x[couple[1]]) // 2
    return round(x[near]) + (CUSTODY if near == couple[0] else -CUSTODY)


def custodian(family: Family, fan: Fan) -> int | None:
    """The one of a parted couple in whose household the children are."""
    bond = fan.bond
    if bond is None or bond.kind not in {UnionKind.DIVORCED, UnionKind.SEPARATED}:
        return None
    people = family.figures
    children = [leaf.node for leaf in fan.leaves if leaf.node < len(people)]
    here = [person for person in bond[:2] if people[person].in_household]
    if len(here) == 1 and any(people[child].in_household for child in children):
        return here[0]
    return None


def place(family: Family, ranks: Ranking, web: Web) -> Places:
    """Trees side by side; one that uses other rows than its neighbour may stand under or over it."""
    depth = 1 + max([*ranks.rows, *web.passages.values()], default=-1)
    edges = [0] * depth
    x: dict[int, int] = {}
    lines: list[list[int]] = [[] for _ in range(depth)]
    for tree in ranks.trees:
        rows = order(family, ranks, web, tree)
        own = _Sheet(family, web, rows).settled()
        used = [number for number, row in enumerate(rows) if row]
        left = min(own[node] - half_width(family, node) for node in own)
        shift = max(edges[row] for row in range(used[0], used[-1] + 1)) - left
        for node, at in own.items():
            x[node] = at + shift
        right = max(x[node] + half_width(family, node) for node in own) + _TREE_GAP
        for row in range(used[0], used[-1] + 1):
            edges[row] = right
            lines[row].extend(node for block in rows[row] for node in block)
    return Places(x, tuple(map(tuple, lines)), max(edges, default=_TREE_GAP) - _TREE_GAP)


class _Sheet:
    """One tree: rigid blocks that wish to stand under their parents and over their children."""

    def __init__(self, family: Family, web: Web, rows: Rows) -> None:
        self.family = family
        self.rows = [list(row) for row in rows]
        nodes = {node for row in rows for block in row for node in block}
        self.fans = [fan for fan in web.fans if (fan.bond.a if fan.bond else fan.node) in nodes]
        self.bonds = {frozenset(bond[:2]): bond for bond in web.arcs}
        self.parents = {bond for fan in self.fans if (bond := fan.bond)}
        self.x: dict[int, float] = {}
        for row in self.rows:
            at = 0
            for before, node in _pairs(row):
                at += self._apart(before, node) if before is not None else 0
                self.x[node] = at

    def settled(self) -> dict[int, int]:
        for _ in range(_SWEEPS):
            self._sweep(downwards=False)
            self._sweep(downwards=True)
        self._sweep(downwards=False)
        return self._whole()

    def _apart(self, left: int, right: int) -> int:
        """The least distance between two neighbours."""
        halves = half_width(self.family, left) + half_width(self.family, right)
        if max(left, right) >= len(self.family.figures):
            return halves + _PASSAGE
        bond = self.bonds.get(frozenset((left, right)))
        if bond is None:
            return max(_NEIGHBOURS, halves + _GAP)
        parted = bond.kind in {UnionKind.DIVORCED, UnionKind.SEPARATED} and bond in self.parents
        return max(_PARTED_COUPLE if parted else _COUPLE, halves + _COUPLE_GAP)

    def _sweep(self, downwards: bool) -> None:
        wishes = self._wishes_from_above if downwards else self._wishes_from_below
        for number in range(len(self.rows)) if downwards else reversed(range(len(self.rows))):
            wished = wishes(number)
            row = self.rows[number]
            if row:
                self._set(row, [self._wish_of(block, wished) for block in row])

    def _wish_of(self, block: Block, wished: dict[int, list[float]]) -> tuple[float, float]:
        """Where the first of the block would stand, and how strongly."""
        moves = [move for node in block for move in wished.get(node, [])]
        if not moves:
            return self.x[block[0]], 0.05
        return self.x[block[0]] + sum(moves) / len(moves), float(len(moves))

    def _wishes_from_above(self, row: int) -> dict[int, list[float]]:
        moves: dict[int, list[float]] = {}
        for fan in self.fans:
            if fan.row == row - 1:
                move = self._off(fan)
                for leaf in fan.leaves:
                    moves.setdefault(leaf.node, []).append(-move)
        return moves

    def _wishes_from_below(self, row: int) -> dict[int, list[float]]:
        moves: dict[int, list[float]] = {}
        for fan in self.fans:
            if fan.row == row:
                for node in fan.bond[:2] if fan.bond else (fan.node or 0,):
                    moves.setdefault(node, []).append(self._off(fan))
        return moves

    def _off(self, fan: Fan) -> float:
        """How far the middle of the children lies to the right of where their line leaves."""
        ends = [self.x[leaf.node] for leaf in fan.leaves]
        line = [node for block in self.rows[fan.row] for node in block]
        return (min(ends) + max(ends)) / 2 - leaving(self.family, fan, self.x, line).x

    def _set(self, row: Sequence[Block], wishes: Sequence[tuple[float, float]]) -> None:
        """The nearest places to the wishes that keep the distances (least squares, neighbours that push each other move as one)."""
        starts: list[float] = [0.0]
        for block, following in pairwise(row):
            inner = self.x[block[-1]] - self.x[block[0]]
            starts.append(starts[-1] + inner + self._apart(block[-1], following[0]))
        groups: list[tuple[float, float, int]] = []  # place, weight, blocks
        for start, (wish, weight) in zip(starts, wishes, strict=True):
            groups.append((wish - start, weight, 1))
            while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
                (one, heavy, some), (other, light, more) = groups[-2:]
                groups[-2:] = [((one * heavy + other * light) / (heavy + light), heavy + light, some + more)]
        places = [place for place, _, blocks in groups for _ in range(blocks)]
        for block, start, at in zip(row, starts, places, strict=True):
            shift = at + start - self.x[block[0]]
            for node in block:
                self.x[node] += shift

    def _whole(self) -> dict[int, int]:
        """Whole pixels, no distance lost by rounding."""
        found: dict[int, int] = {}
        for row in self.rows:
            for before, node in _pairs(row):
                least = found[before] + self._apart(before, node) if before is not None else round(self.x[node])
                found[node] = max(round(self.x[node]), least)
        return found


def _pairs(row: Sequence[Block]) -> list[tuple[int | None, int]]:
    """Each node of a row with the one left of it."""
    line = [node for block in row for node in block]
    return list(zip([None, *line][: len(line)], line, strict=True))
