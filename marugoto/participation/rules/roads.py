"""How one gets from one district to another: minutes by each way, and when it runs. What nobody wrote down is unknown, not "no"."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from marugoto.participation.codes import Travel
from marugoto.participation.rules import slot

ANYWHERE = "anywhere"  # the area of what comes into the house: a gathering by screen or telephone
ALWAYS = slot.whole(range(7))
CHANGING = 10  # minutes from one bus to the next
USUAL_MINUTES = {Travel.FOOT: 20, Travel.BICYCLE: 30}  # where nobody asked how long
NO_ROAD = frozenset({Travel.PICKUP, Travel.HOME})
WHEELS = {Travel.CAR: Travel.CAR, Travel.DRIVEN: Travel.CAR}  # one road for both


@dataclass(frozen=True, slots=True)
class Road:
    start: str
    end: str
    way: Travel
    minutes: int
    times: frozenset[int] = ALWAYS


@dataclass(frozen=True, slots=True)
class Reached:
    """`when`: by district, the slots in which a way leads there; no entry: unknown. `minutes`: the least, with its way."""

    when: Mapping[str, frozenset[int]] = field(default_factory=dict)
    minutes: Mapping[str, tuple[int, Travel]] = field(default_factory=dict)


def reached(home: str, ways: Collection[Travel], limit: int | None, roads: Iterable[Road]) -> Reached:
    """From this district. Of a district that no road of the person's ways leads to, nothing is known unless every way is written down."""
    own = [way for way in Travel if way in ways and way not in NO_ROAD]
    by_way = {way: _from(home, [road for road in roads if road.way is WHEELS.get(way, way)]) for way in own}
    if not home or not own or not all(by_way.values()):
        return Reached()
    when: dict[str, frozenset[int]] = {home: ALWAYS}
    minutes: dict[str, tuple[int, Travel]] = {}
    for way, found in by_way.items():
        longest = limit or USUAL_MINUTES.get(way)
        for end, (how_long, times) in found.items():
            within = longest is None or how_long <= longest
            when[end] = when.get(end, frozenset()) | (times if within else frozenset())
            if within and (end not in minutes or how_long < minutes[end][0]):
                minutes[end] = (how_long, way)
    return Reached(when, minutes)


def _from(home: str, roads: list[Road]) -> dict[str, tuple[int, frozenset[int]]]:
    """The shortest way to each district, over others where need be; the times at which all of it runs."""
    found: dict[str, tuple[int, frozenset[int]]] = {}
    left = {home: (0, ALWAYS)}
    while left:
        here = min(left, key=lambda one: (left[one][0], one))
        so_far, times = left.pop(here)
        found[here] = (so_far, times)
        for road in roads:
            if road.start == here and road.end not in found:
                change = CHANGING if road.way is Travel.BUS and so_far else 0
                how_long, runs = so_far + change + road.minutes, times & road.times
                if road.end not in left or how_long < left[road.end][0]:
                    left[road.end] = (how_long, runs)
    del found[home]
    return found
