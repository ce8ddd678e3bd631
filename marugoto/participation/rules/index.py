"""The places of a body, held so that a wish is compared with all of them at once: each feature of a place is one set of places.

The order is that of `matching.match`, place by place; a test holds the two together in worlds made by chance.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import nsmallest
from itertools import count
from typing import Any

from marugoto.participation.codes import Sex
from marugoto.participation.rules.gate import come_by, leave_from, one_session
from marugoto.participation.rules.offered import Offered, Point, reach_of, row_of
from marugoto.participation.rules.tally import Mask, mask_of, positions_in
from marugoto.participation.rules.weigh import FRESH, LONG_AGO, NEAR_BUS

OFTEN = 200  # a word at so many places is kept as a set, not as a list
TURNS = 1 << 32


class Index:
    """`places` in the order of their rows of latitude, so that what lies within a circle is a few runs of numbers."""

    def __init__(self, places: Iterable[Offered]) -> None:
        self.places: Sequence[Offered] = sorted(places, key=_by_row)
        self.size = len(self.places)
        self.all: Mask = (1 << self.size) - 1
        self._sets: dict[Hashable, Mask] = {}
        self._words: dict[str, list[int]] = {}
        self._values: dict[str, list[int]] = {}
        self._codes: dict[str, set[str]] = {}
        self._ranks = [rank(place.key) for place in self.places]
        self._numbers = {place.key: number for number, place in enumerate(self.places)}
        self._take_in()
        self._rows = self._lay_out()

    def having(self, *feature: Hashable) -> Mask:
        return self._sets.get(feature, 0)

    def any_of(self, family: str, codes: Iterable[Hashable]) -> Mask:
        found = 0
        for code in codes:
            found |= self.having(family, code)
        return found

    def values(self, family: str) -> list[int]:
        """The numbers (fees, ages, minutes) that occur."""
        return self._values.get(family, [])

    def codes(self, family: str) -> set[str]:
        """The codes of a family that occur."""
        return self._codes.get(family, set())

    def saying(self, word: str) -> Mask:
        if word in self._words:
            return mask_of(self._words[word], self.size)
        return self.having("word", word)

    def keyed(self, keys: Iterable[str]) -> Mask:
        return sum(1 << self._numbers[key] for key in set(keys) if key in self._numbers)

    def place(self, key: str) -> Offered | None:
        return self.places[self._numbers[key]] if key in self._numbers else None

    def near(self, point: Point, metres: int) -> Mask:
        """Places within so many metres, of those whose point is known."""
        row, found = row_of(point[0]), 0
        for rows in count():
            reach = reach_of(metres, rows, row)
            if reach is None:
                return found
            for other in {row - rows, row + rows}:
                start, easts = self._rows.get(other, (0, []))
                first, last = bisect_left(easts, point[1] - reach), bisect_right(easts, point[1] + reach)
                found |= ((1 << (last - first)) - 1) << (start + first)
        raise AssertionError  # pragma: no cover — counting does not end

    def in_turn(self, some: Mask, turn: str, going: Mapping[str, int], most: int) -> list[int]:
        """Of equals, those to whom fewer go, then whose turn it is."""
        shift = rank(turn)

        def order(one: int) -> tuple[int, int]:
            return going.get(self.places[one].key, 0), (self._ranks[one] - shift) % TURNS

        return nsmallest(most, positions_in(some), key=order)

    def _take_in(self) -> None:
        where: dict[tuple[Any, ...], list[int]] = {}
        for number, place in enumerate(self.places):
            for feature in _features(place):
                where.setdefault(feature, []).append(number)
            for word in place.words:
                self._words.setdefault(word, []).append(number)
        self._sets = {feature: mask_of(numbers, self.size) for feature, numbers in where.items()}
        for word in [word for word, numbers in self._words.items() if len(numbers) > OFTEN]:
            self._sets[("word", word)] = mask_of(self._words.pop(word), self.size)
        for family, *values in where:
            for value in values:
                if family in NUMBERS:
                    self._values.setdefault(family, []).append(value)
                else:
                    self._codes.setdefault(family, set()).add(value)

    def _lay_out(self) -> dict[int, tuple[int, list[float]]]:
        rows: dict[int, tuple[int, list[float]]] = {}
        for number, place in enumerate(self.places):
            if place.point:
                rows.setdefault(row_of(place.point[0]), (number, []))[1].append(place.point[1])
        return rows


OF_PLACE = ("fee", "fee_month", "fee_year", "steps", "age_from", "age_to", "session", "opens", "closes")
NUMBERS = (*OF_PLACE, "come_by", "leave_from")


def turn_of(key: str, turn: str) -> int:
    """Where a place stands among equals."""
    return (rank(key) - rank(turn)) % TURNS


def rank(text: str) -> int:
    """A number that has nothing to do with what the text says."""
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big")


def _by_row(place: Offered) -> tuple[int, float]:
    return (row_of(place.point[0]), place.point[1]) if place.point else (TURNS, 0.0)


def _features(place: Offered) -> Iterator[tuple[Any, ...]]:
    for family, codes in (
        ("interest", place.interests),
        ("welcome", place.welcomes),
        ("experience", place.experience),
        ("time", place.times),
        ("support", place.accessible),
        ("no_support", place.not_accessible),
        ("tongue", place.tongues),
        ("trait", place.traits),
        ("no_trait", place.not_traits),
        ("doing", place.doings),
        ("week", place.weeks),
        ("turn", place.turns),
        ("free_for", place.free_for),
        ("topic", place.topics),
    ):
        for code in codes:
            yield family, code
    for number in OF_PLACE:
        value = getattr(place, number)
        if value is not None:
            yield number, value
    for clock, minute in (("come_by", come_by(place)), ("leave_from", leave_from(place))):
        if minute is not None:
            yield clock, minute
    yield from _plain(place)


def _plain(place: Offered) -> Iterator[tuple[Any, ...]]:
    """One set each."""
    days = place.confirmed_days_ago
    is_so = {
        "no_interests": not place.interests,
        "no_welcomes": not place.welcomes,
        "no_times": not place.times,
        "no_doings": not place.doings,
        "no_weeks": not place.weeks,
        "no_turns": not place.turns,
        "topics": bool(place.topics),
        "one_session": one_session(place),
        "residents": place.residents and bool(place.area),
        "point": place.point is not None,
        "fetched": place.pickup is True,
        "not_fetched": place.pickup is False,
        "near_bus": place.bus_minutes is not None and place.bus_minutes <= NEAR_BUS,
        "parking": place.parking is True,
        "room": place.room is True,
        "no_room": place.room is False,
        "closed": place.closed,
        "not_to_ask": place.not_to_ask,
        "not_reached": place.not_reached,
        "costs": bool(place.fee),
        "never_checked": days is None,
        "long_ago": days is not None and days > LONG_AGO,
        "doubted": place.doubted,
        "lately": days is not None and days <= FRESH,
    }
    for name, holds in is_so.items():
        if holds:
            yield (name,)
    if place.area:
        yield "area", place.area
    if place.only is not None:
        yield "only", Sex(place.only)
