"""How one gets from one district to another: minutes by each way, and when it runs. What nobody wrote down is unknown, not "no"."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from marugoto.participation.codes import Travel
from marugoto.participation.rules import slot

ANYWHERE = "anywhere"  # the area of what comes into the house: a gathering by screen or telephone
ALWAYS = slot.whole(range(7))
CHANGING = 10  # minutes from one bus to the next
USUAL_MINUTES = {Travel.FOOT: 20, Travel.BICYCLE: 30}  # where nobody asked how long
NO_ROAD = frozenset({Travel.PICKUP, Travel.HOME})
WHEELS = {Travel.CAR: Travel.CAR, Travel.DRIVEN: Travel.CAR}  # one road for both


ALL_NIGHT = 7 * 24 * 60  # minutes: nobody waits for the last one


@dataclass(frozen=True, slots=True)
class Road:
    """`last`: the minute of the day at which the last one leaves; None: one goes when one likes, or nobody wrote it down."""

    start: str
    end: str
    way: Travel
    minutes: int
    times: frozenset[int] = ALWAYS
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """`when`: by district, the slots in which a way leads there and home again; no entry: unknown. `minutes`: the least, with its way.
    `home_by`: by district and slot, the minute of the day at which the last way home leaves, where there is such."""

    when: Mapping[str, frozenset[int]] = field(default_factory=dict)
    minutes: Mapping[str, tuple[int, Travel]] = field(default_factory=dict)
    home_by: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


def reached(home: str, ways: Collection[Travel], limit: int | None, roads: Iterable[Road]) -> Reached:
    """From this district. Of a district that no road of the person's ways leads to, nothing is known unless every way is written down."""
    roads, own = list(roads), [way for way in Travel if way in ways and way not in NO_ROAD]
    by_way = {way: _there_and_back(home, [road for road in roads if road.way is WHEELS.get(way, way)]) for way in own}
    if not home or not own or not all(by_way.values()):
        return Reached()
    minutes: dict[str, tuple[int, Travel]] = {}
    leaves: dict[str, dict[int, int]] = {home: dict.fromkeys(ALWAYS, ALL_NIGHT)}
    for way, found in by_way.items():
        longest = limit or USUAL_MINUTES.get(way) or ALL_NIGHT
        for end, trips in found.items():
            slots = leaves.setdefault(end, {})
            for one, (how_long, last) in trips.items():
                if how_long <= longest:
                    slots[one] = max(slots.get(one, 0), last)
                    minutes[end] = min(minutes.get(end, (how_long, way)), (how_long, way), key=_how_long)
    return Reached({end: frozenset(slots) for end, slots in leaves.items()}, minutes, _waiting(leaves))


def _waiting(leaves: Mapping[str, Mapping[int, int]]) -> dict[str, dict[int, int]]:
    by = {end: {one: last for one, last in slots.items() if last < ALL_NIGHT} for end, slots in leaves.items()}
    return {end: slots for end, slots in by.items() if slots}


def _how_long(one: tuple[int, Travel]) -> int:
    return one[0]


def _there_and_back(home: str, roads: list[Road]) -> dict[str, dict[int, tuple[int, int]]]:
    """By district and slot, how long it takes and when the last way home leaves. Where no way home is written, one comes home."""
    found: dict[str, dict[int, tuple[int, int]]] = {end: {} for end in _shortest(home, roads) if end != home}
    backwards = _latest(home, roads)
    there: dict[int, dict[str, int]] = {}
    back: dict[int, dict[str, int]] = {}
    for slots, running in _alike(roads):
        there |= dict.fromkeys(slots, _shortest(home, running))
        back |= dict.fromkeys(slots, _latest(home, running))
    for one, ends in there.items():
        for end in ends.keys() & found.keys():
            later = [back[other][end] for other in slot.rest_of_day(one) if end in back[other]]
            if later or end not in backwards:
                found[end][one] = (ends[end], max(later, default=ALL_NIGHT))
    return found


def _alike(roads: Sequence[Road]) -> Iterator[tuple[list[int], list[Road]]]:
    """Slots in which the same roads run, with these."""
    alike: dict[tuple[int, ...], list[int]] = {}
    for one in sorted(ALWAYS):
        alike.setdefault(tuple(n for n, road in enumerate(roads) if one in road.times), []).append(one)
    for numbers, slots in alike.items():
        yield slots, [roads[number] for number in numbers]


def _shortest(home: str, roads: Sequence[Road]) -> dict[str, int]:
    """Minutes to each district, over others where need be."""
    found: dict[str, int] = {}
    left = {home: 0}
    while left:
        here = min(left, key=lambda one: (left[one], one))
        found[here] = so_far = left.pop(here)
        for road in roads:
            if road.start == here and road.end not in found:
                how_long = so_far + road.minutes + _change(road, changes=here != home)
                left[road.end] = min(how_long, left.get(road.end, how_long))
    return found


def _latest(home: str, roads: Sequence[Road]) -> dict[str, int]:
    """When one has to leave each district to come home."""
    found: dict[str, int] = {}
    left = {home: ALL_NIGHT}
    while left:
        here = max(left, key=lambda one: (left[one], one))
        found[here] = latest = left.pop(here)
        for road in roads:
            if road.end == here and road.start not in found:
                on = latest if latest == ALL_NIGHT else latest - road.minutes - _change(road, changes=here != home)
                leaves = on if road.last is None else min(on, road.last)
                left[road.start] = max(leaves, left.get(road.start, 0))
    return found


def _change(road: Road, *, changes: bool) -> int:
    return CHANGING if changes and road.way is Travel.BUS else 0
