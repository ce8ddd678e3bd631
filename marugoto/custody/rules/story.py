"""The story of a ball, folded: from its facts alone follows who holds it, who is asked, and whether it is over.

The tables must say the same at every instant (checked by `queries.check` every night, and by the tests after every step).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Told:
    """One fact of a ball in plain words: its kind, and by the names of the event's fields what it refers to."""

    kind: str
    refs: dict[str, UUID]


@dataclass(frozen=True)
class State:
    """Where the ball is. `holder` is None before it was placed; `offer` is the open one."""

    holder: UUID | None = None
    offer: UUID | None = None
    settled: bool = False


@dataclass(frozen=True)
class Stretch:
    turn: int
    team: UUID
    since: datetime
    until: datetime | None
    reopened: bool = False


class Broken(ValueError):
    """A fact that can not follow the ones before it."""


COMES_TO = frozenset({"ball.placed", "ball.caught", "ball.taken_in", "ball.handed_back", "ball.reopened"})
OFFER_OVER = frozenset({"ball.caught", "ball.declined", "ball.withdrawn", "ball.lapsed", "ball.taken_on"})


def fold(facts: Iterable[Told]) -> State:
    """The state after all facts, in their order; raises `Broken` at the first one that contradicts the story."""
    state = State()
    for fact in facts:
        state = _after(state, fact)
    return state


def unbroken(stretches: Iterable[Stretch], *, settled: bool) -> Decision:
    """Every instant from the first on has one holder: no gap but that between a settlement and a reopening, no overlap."""
    rows = sorted(stretches, key=lambda row: row.turn)
    if [row.turn for row in rows] != list(range(1, len(rows) + 1)):
        return no("手元の記録の順番がとんでいます。")
    for before, after in pairwise(rows):
        if before.until is None or after.since < before.until:
            return no("手元の記録が重なっています。")
        if after.since > before.until and not after.reopened:
            return no("だれも持っていなかった時間があります。")
    still_open = sum(row.until is None for row in rows)
    if still_open != (0 if settled else 1):
        return no("終わったボールに持ち手がいます。" if settled else "持ち手が一人ではありません。")
    return YES


def _after(state: State, fact: Told) -> State:
    if fact.kind in OFFER_OVER:
        if state.offer is None or fact.refs["offer"] != state.offer:
            raise Broken(f"{fact.kind} without an open offer")
        state = replace(state, offer=None)
    if fact.kind in COMES_TO:
        if state.settled != (fact.kind == "ball.reopened"):
            raise Broken(f"{fact.kind} while settled is {state.settled}")
        return replace(state, holder=fact.refs["to"], settled=False)
    if fact.kind == "ball.offered":
        if state.offer is not None or state.settled:
            raise Broken("offered twice, or after the end")
        return replace(state, offer=fact.refs["offer"])
    if fact.kind == "ball.settled":
        if state.settled or state.offer is not None:
            raise Broken("settled twice, or while somebody was asked")
        return replace(state, settled=True)
    return state
