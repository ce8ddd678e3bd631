"""Which places of an index lie too far for somebody, or let nobody home again: `gate.too_far` and `gate.too_late_home` for all at once."""

from collections.abc import Hashable
from typing import TypeVar

from marugoto.participation.codes import Trait, Travel
from marugoto.participation.rules.gate import A_WHILE, INTO_THE_HOUSE, WORLD, reaches
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.offered import Wished
from marugoto.participation.rules.roads import ALWAYS, ANYWHERE
from marugoto.participation.rules.tally import Mask

T = TypeVar("T", bound=Hashable)


def too_far(index: Index, wished: Wished) -> Mask:
    if not wished.ways:
        return 0
    left = _by_own_ways(index, wished)
    reach = reaches(wished)
    if not reach:
        return left
    apart = _apart(index, wished)
    if wished.point is None:
        return left & apart
    known = index.having("point")
    farthest = max(metres or WORLD for metres in reach.values())
    return left & ((known & ~index.near(wished.point, farthest)) | (apart & ~known))


def too_late_home(index: Index, wished: Wished) -> Mask:
    found, home_by = 0, wished.reached.home_by if wished.ways else {}
    for waits, areas in _alike({area: _waits(wished, area) for area in home_by}).items():
        there = fine = 0
        for last, slots in waits:
            here = index.any_of("time", slots) | index.having("no_times")
            there |= here
            fine |= here if last is None else here & _home_in_time(index, last)
        found |= index.any_of("area", areas) & there & ~fine
    found &= index.having("one_session") & _by_own_ways(index, wished)
    return found & ~index.having("point") if wished.point else found


def into_the_house(index: Index) -> Mask:
    return index.having("area", ANYWHERE) | index.any_of("trait", INTO_THE_HOUSE)


def _by_own_ways(index: Index, wished: Wished) -> Mask:
    left = index.all & ~into_the_house(index)
    if wished.ways != {Travel.HOME}:
        left &= ~index.having("fetched")
    if Travel.PICKUP in wished.ways:
        left &= index.having("not_fetched")
    return left


def _apart(index: Index, wished: Wished) -> Mask:
    """In districts of which it is known when one gets there, at other times than then."""
    apart = 0
    for usable, areas in _alike(
        {area: runs & (wished.times or ALWAYS) for area, runs in wished.reached.when.items()}
    ).items():
        there = index.any_of("time", usable) | (index.having("no_times") if usable else 0)
        apart |= index.any_of("area", areas) & ~there
    return apart


def _waits(wished: Wished, area: str) -> frozenset[tuple[int | None, frozenset[int]]]:
    """When the last way home leaves, with the slots of which that is so."""
    usable, by = wished.reached.when.get(area, ALWAYS) & (wished.times or ALWAYS), wished.reached.home_by[area]
    lasts = {by.get(one) for one in usable}
    return frozenset((last, frozenset(one for one in usable if by.get(one) == last)) for last in lasts)


def _home_in_time(index: Index, last: int) -> Mask:
    over = index.any_of("closes", (one for one in index.values("closes") if one <= last))
    worth_it = index.any_of("opens", (one for one in index.values("opens") if one + A_WHILE <= last))
    return over | (index.having("trait", Trait.COME_AND_GO) & worth_it)


def _alike(by_area: dict[str, T]) -> dict[T, list[str]]:
    """Districts of which the same is known, to be asked once."""
    found: dict[T, list[str]] = {}
    for area, known in by_area.items():
        found.setdefault(known, []).append(area)
    return found
