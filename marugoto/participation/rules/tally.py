"""Sums for very many places at once. A set of places is one whole number, place n being its bit n; a sum is a stack of such
numbers, the bits of equal worth of all sums in one of them. Adding a term for a hundred thousand places is a few operations."""

from collections.abc import Iterator

Mask = int


class Tally:
    """Sums that begin at 0; what is taken away from some is given to all others instead, which leaves the order."""

    def __init__(self, everybody: Mask) -> None:
        self._all = everybody
        self._planes: list[Mask] = []

    def add(self, some: Mask, points: int) -> None:
        if points < 0:
            some, points = self._all & ~some, -points
        place = 0
        while points:
            if points & 1:
                self._carry(some, place)
            points >>= 1
            place += 1

    def best(self, among: Mask) -> Iterator[Mask]:
        """Classes of equal sums, the highest first, of these places."""
        yield from self._halve(among, len(self._planes) - 1)

    def _carry(self, carried: Mask, place: int) -> None:
        while carried:
            while place >= len(self._planes):
                self._planes.append(0)
            held = self._planes[place]
            self._planes[place] = held ^ carried
            carried &= held
            place += 1

    def _halve(self, among: Mask, place: int) -> Iterator[Mask]:
        if not among:
            return
        if place < 0:
            yield among
            return
        high = among & self._planes[place]
        yield from self._halve(high, place - 1)
        yield from self._halve(among & ~high, place - 1)


class Counted:
    """Which places were named at least once, twice … up to `most` times."""

    def __init__(self, most: int) -> None:
        self.at_least: list[Mask] = [0] * most

    def see(self, some: Mask) -> None:
        for place in range(len(self.at_least) - 1, 0, -1):
            self.at_least[place] |= self.at_least[place - 1] & some
        if self.at_least:
            self.at_least[0] |= some


def mask_of(positions: list[int], size: int) -> Mask:
    """The set of these places."""
    held = bytearray(size // 8 + 1)
    for one in positions:
        held[one >> 3] |= 1 << (one & 7)
    return int.from_bytes(held, "little")


def positions_in(some: Mask) -> Iterator[int]:
    """Ascending."""
    written = bin(some)[:1:-1]
    at = written.find("1")
    while at >= 0:
        yield at
        at = written.find("1", at + 1)
