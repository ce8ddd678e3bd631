"""From a hundred indicators to twelve that earn their keep (our proposal, evaluation.md 8).

What a law asks for (義務) is put aside. The rest is ranked by whether it hangs on a core criterion or an outcome, whether it is computed
with no hands, what it has earned, and whether it says something of its own.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

LIVE_AT_MOST, SEEDS_AT_MOST = 12, 3


@dataclass(frozen=True)
class Candidate:
    """`linked`: to a core criterion or an outcome; `free`: computed with no hands; `twin`: the reference of what counts the same."""

    row: UUID
    name: str
    duty: bool
    linked: bool
    free: bool
    keep: Fraction
    twin: str


@dataclass(frozen=True)
class Proposal:
    duty: tuple[UUID, ...]
    live: tuple[UUID, ...]
    seeds: tuple[UUID, ...]
    parked: tuple[UUID, ...]


def propose(found: Collection[Candidate], *, wanted: Collection[UUID] = ()) -> Proposal:
    """`wanted`: somebody wants these among the live ones, whatever their rank."""
    duty = [one for one in found if one.duty]
    ranked = ranking([one for one in found if not one.duty])
    ranked.sort(key=lambda one: one.row not in set(wanted))  # stable: those wanted first, in their order
    rows = [one.row for one in ranked]
    seeds_end = LIVE_AT_MOST + SEEDS_AT_MOST
    return Proposal(
        tuple(one.row for one in sorted(duty, key=lambda one: one.name)),
        tuple(rows[:LIVE_AT_MOST]),
        tuple(rows[LIVE_AT_MOST:seeds_end]),
        tuple(rows[seeds_end:]),
    )


def ranking(found: Sequence[Candidate]) -> list[Candidate]:
    """The best first. A second one that counts the same comes behind all that are distinct and otherwise equal."""
    best = sorted(found, key=lambda one: (not one.linked, not one.free, -one.keep, one.name))
    seen: set[str] = set()
    distinct: dict[UUID, bool] = {}
    for one in best:
        distinct[one.row] = not one.twin or one.twin not in seen
        seen.add(one.twin)
    return sorted(best, key=lambda one: (not one.linked, not one.free, -one.keep, not distinct[one.row], one.name))
