"""What may be told of the ways between fields, of a half-year: row by row, and beside the figures of the whole town that are told elsewhere.

Whoever has the figures of the town knows what all ways together make of some columns. So of such a column nothing is hidden, or what is
hidden is of two ways at least and together not few. Of two half-years nothing can be subtracted, for no day lies in both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.subtraction import Sum

Key = tuple[str, str]
SUMS = (  # a whole before what it is the whole of
    Sum("offered", ("ended", "open")),
    Sum("offered", ("bounced", "straight")),
    Sum("offered", ("due", "coming")),
    Sum("ended", ("declined", "taken")),
    Sum("due", ("late", "answered")),
)
KNOWN = ("offered", "due", "coming", "late", "answered")  # of the whole town: I06 with its n, k and what runs


@dataclass(frozen=True)
class Way:
    """From one field to another: offers that ended and were declined, of balls passed round, not answered in time."""

    declined: Share
    bounced: Share
    late: Share

    @property
    def counts(self) -> dict[str, int]:
        offered = self.bounced.n
        return {
            "offered": offered,
            "ended": self.declined.n,
            "open": offered - self.declined.n,
            "declined": self.declined.k,
            "taken": self.declined.n - self.declined.k,
            "bounced": self.bounced.k,
            "straight": offered - self.bounced.k,
            "due": self.late.n,
            "coming": offered - self.late.n,
            "late": self.late.k,
            "answered": self.late.n - self.late.k,
        }


@dataclass(frozen=True)
class Said:
    """k of n as it may be told; None where it may not."""

    n: int | None
    k: int | None


@dataclass(frozen=True)
class WayTold:
    """`offered` None: nothing is told of this way."""

    offered: int | None
    declined: Said
    bounced: Said
    late: Said


def told_ways(ways: Mapping[Key, Way], *, few: int) -> dict[Key, WayTold]:
    held_back: dict[Key, set[str]] = {key: set() for key in ways}
    while True:
        told = {key: _row(way.counts, few, held_back[key]) for key, way in ways.items()}
        more = _given_away(ways, told, few)
        if more is None:
            return {key: _said(row) for key, row in told.items()}
        key, name = more
        held_back[key].add(name)


def _row(counts: Mapping[str, int], few: int, held_back: set[str]) -> dict[str, int | None]:
    """One of two parts is not told without the other, nor either without the whole."""
    hidden = {name for name, count in counts.items() if 0 < count < few} | held_back
    for one in SUMS:
        if hidden & set(one.parts) or one.whole in hidden:
            hidden.update(one.parts)
    return {name: None if name in hidden else count for name, count in counts.items()}


def _given_away(
    ways: Mapping[Key, Way], told: Mapping[Key, Mapping[str, int | None]], few: int
) -> tuple[Key, str] | None:
    """Of a column of which the sum is known: which number is hidden with the one or the few that could be found."""
    for name in KNOWN:
        hidden = [key for key, row in told.items() if row[name] is None]
        together = sum(ways[key].counts[name] for key in hidden)
        if together and (len(hidden) == 1 or together < few):
            left: Sequence[Key] = [key for key, row in told.items() if row[name]]
            if left:
                return min(left, key=lambda key: (ways[key].counts[name], key)), name
    return None


def _said(row: Mapping[str, int | None]) -> WayTold:
    offered = row["offered"]
    return WayTold(
        offered,
        declined=Said(row["ended"], row["declined"]),
        bounced=Said(offered, row["bounced"]),
        late=Said(row["due"], row["late"]),
    )
