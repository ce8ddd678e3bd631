"""Between two rows every fan has a rail, a height of its own for its horizontal bar; rails are dealt so that few lines cross
and no two lines ever run in one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from marugoto.people.rules.genogram_family import Family
from marugoto.people.rules.genogram_fan import Fan, Web
from marugoto.people.rules.genogram_place import Places, leaving

_CLOSE, _STEP, _STRAIGHT = 5, 6, 20
_ALL_ORDERS = 5


@dataclass(frozen=True)
class Rail:
    """A fan with the places of its trunk and of its ends; `level` counts from the top, None where it falls straight down."""

    fan: Fan
    trunk: int
    ends: tuple[int, ...]  # one for each leaf
    joints: tuple[int, ...]  # where its bar is touched from below; twins share one
    level: int | None

    @property
    def span(self) -> tuple[int, int]:
        touched = (self.trunk, *self.joints)
        return min(touched), max(touched)


def rails(family: Family, web: Web, places: Places) -> tuple[Rail, ...]:
    arrivals = _arrivals(web, places.x)
    found: list[Rail] = []
    for row in range(len(places.rows)):
        channel = [fan for fan in web.fans if fan.row == row]
        ends = [tuple(arrivals[leaf.node, fan] for leaf in fan.leaves) for fan in channel]
        joints = [_joints(family, fan, end) for fan, end in zip(channel, ends, strict=True)]
        trunks = _trunks(family, places, channel, joints)
        bare = [Rail(*parts, None) for parts in zip(channel, trunks, ends, joints, strict=True)]
        found.extend(_dealt(bare))
    return tuple(found)


def _arrivals(web: Web, x: Mapping[int, int]) -> dict[tuple[int, Fan], int]:
    """Several lines that end at one person (born to some, adopted by others) end beside each other."""
    into: dict[int, list[Fan]] = {}
    for fan in web.fans:
        for leaf in fan.leaves:
            into.setdefault(leaf.node, []).append(fan)
    found: dict[tuple[int, Fan], int] = {}
    for node, fans in into.items():
        fans.sort(key=lambda fan: x[fan.bond.a] + x[fan.bond.b] if fan.bond else 2 * x[fan.node or 0])
        for number, fan in enumerate(fans):
            found[node, fan] = x[node] + (16 * number) // max(1, len(fans) - 1) - (8 if len(fans) > 1 else 0)
    return found


def twins_of(family: Family, fan: Fan) -> list[tuple[int, ...]]:
    """The twins among the leaves of a fan."""
    if fan.sibship is None:
        return []
    nodes = {leaf.node for leaf in fan.leaves}
    return [same for same in family.twins(family.sibships[fan.sibship]) if nodes.issuperset(same)]


def _joints(family: Family, fan: Fan, ends: tuple[int, ...]) -> tuple[int, ...]:
    at = {leaf.node: end for leaf, end in zip(fan.leaves, ends, strict=True)}
    found: list[int] = []
    for same in twins_of(family, fan):
        twins = [at.pop(node) for node in same]
        found.append((min(twins) + max(twins)) // 2)
    return tuple(sorted([*found, *at.values()]))


def _trunks(family: Family, places: Places, channel: Sequence[Fan], joints: Sequence[tuple[int, ...]]) -> list[int]:
    """Moved a little where two would run in one another, or where a small move makes a straight line."""
    taken: list[int] = []
    for number, fan in enumerate(channel):
        here = leaving(family, fan, places.x, places.rows[fan.row])
        others = [at for other, points in enumerate(joints) if other != number for at in points] + taken
        wishes = [here.x]
        if len(joints[number]) == 1 and abs(joints[number][0] - here.x) <= _STRAIGHT:
            wishes.insert(0, joints[number][0])
        wishes += [here.x + sign * _STEP * step for step in range(1, 12) for sign in (1, -1)]
        free = (at for at in wishes if here.low <= at <= here.high and all(abs(at - one) >= _CLOSE for one in others))
        taken.append(next(free, here.x))
    return taken


def _dealt(bare: Sequence[Rail]) -> list[Rail]:
    """Levels for those that need a bar: all orders tried while they are few, else from the left."""
    straight = [rail for rail in bare if rail.joints == (rail.trunk,)]
    barred = sorted((rail for rail in bare if rail.joints != (rail.trunk,)), key=lambda rail: rail.span)
    if not barred:
        return straight
    orders = permutations(barred) if len(barred) <= _ALL_ORDERS else iter([barred])
    return straight + min((_stacked(order) for order in orders), key=_cost)


def _stacked(order: Sequence[Rail]) -> list[Rail]:
    """Each below all earlier ones that it would touch."""
    done: list[Rail] = []
    for rail in order:
        over = [one.level or 0 for one in done if _touch(one, rail)]
        done.append(Rail(rail.fan, rail.trunk, rail.ends, rail.joints, 1 + max(over, default=-1)))
    return done


def _touch(one: Rail, other: Rail) -> bool:
    return one.span[0] - 8 <= other.span[1] and other.span[0] - 8 <= one.span[1]


def _cost(stack: Sequence[Rail]) -> tuple[int, int]:
    crossings = 0
    for upper in stack:
        for lower in stack:
            if (upper.level or 0) < (lower.level or 0):
                crossings += upper.span[0] < lower.trunk < upper.span[1]
                crossings += sum(1 for at in upper.joints if lower.span[0] < at < lower.span[1])
    return crossings, max(rail.level or 0 for rail in stack)
