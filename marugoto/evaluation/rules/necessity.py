"""要否: is 重層的支援体制整備事業 (社会福祉法106条の4, which a municipality may run or not) needed here? One rule, eight answers.

A proposal of ours, v0, after evaluation.md 7.3; not official and not for distributing money. It looks at the gaps of the town itself, at
what was tried with the schemes there are, and at what the town can carry; that others run the project is no reason for it.

A gap of which nothing is known is not a gap that is not there: as long as one is unread, no answer may rest on there being none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Signal(StrEnum):
    """A gap that the town's own records show."""

    N1 = "N1"  # 狭間・複合が拾えない
    N2 = "N2"  # ボールが落ちる
    N3 = "N3"  # 出口が無い
    N4 = "N4"  # 届かない
    N5 = "N5"  # 情報が渡せない
    N6 = "N6"  # 財源・人の縦割り
    N7 = "N7"  # 看板が要る


class Answer(StrEnum):
    W0 = "W0"  # not to be judged yet
    N = "N"  # not needed
    NT = "NT"  # not needed, the conference is enough
    C = "C"  # one small desk for all
    E = "E"  # the schemes there are, first
    S = "S"  # a sign or money alone: ask the mayor
    J = "J"  # needed
    W1 = "W1"  # needed, and not to be carried yet


@dataclass(frozen=True)
class Limits:
    """The thresholds of one version, as data. Staff in tenths of a full post, bookkeeping in hundredths, times in months."""

    version: str
    looked_into: int
    unknown: int
    stage: int
    population: int
    staff: int
    headquarters: int
    bookkeeping: int
    tried: int
    again: int
    renewed: int
    dead_ends: Fraction
    second_member: Fraction
    lapsed: Fraction
    unattended: Fraction
    unmet: Fraction
    not_self: Fraction
    unanswered: Fraction
    blocked: int
    declined: Fraction


V0 = Limits(
    version="v0.1",
    looked_into=2,
    unknown=3,
    stage=3,
    population=10_000,
    staff=100,
    headquarters=10,
    bookkeeping=20,
    tried=6,
    again=6,
    renewed=24,
    dead_ends=Fraction(10, 100),
    second_member=Fraction(40, 100),
    lapsed=Fraction(5, 100),
    unattended=Fraction(10, 100),
    unmet=Fraction(60, 100),
    not_self=Fraction(10, 100),
    unanswered=Fraction(20, 100),
    blocked=2,
    declined=Fraction(30, 100),
)
VERSIONS = {V0.version: V0}
MONEY_OR_SIGN = frozenset({Signal.N6, Signal.N7})
CORE = 10  # core criteria of the three functions


@dataclass(frozen=True)
class Given:
    """What the answer hangs on. `looked_into`: level of P.1, 0 where it cannot be judged; `unknown`: so many of the core criteria of the
    three functions cannot be; `unread`: signals of which nothing is known, neither on nor off; `tried`: signals for which something was
    tried long enough and written down; `own_conference`: the law lets the town hold 支援会議 without the project; `one_desk`: the desks
    are one already."""

    looked_into: int
    unknown: int
    stages: tuple[int, int, int]
    on: frozenset[Signal] = frozenset()
    unread: frozenset[Signal] = frozenset()
    tried: frozenset[Signal] = frozenset()
    own_conference: bool = False
    small: bool = False
    one_desk: bool = False
    capacity: bool = False
    sponsor: bool = False
    sunset: bool = False

    @property
    def still(self) -> frozenset[Signal]:
        """What was tried, and the gap is there all the same."""
        return self.on & self.tried

    @property
    def off(self) -> frozenset[Signal]:
        """Read, and not on."""
        return frozenset(Signal) - self.on - self.unread


Holds = Callable[[Given, Limits], bool]


def answer_of(given: Given, limits: Limits = V0) -> Answer:
    return next(answer for answer, holds in RULES if holds(given, limits))


def is_small(*, population: int | None, depopulated: bool, staff: int | None, limits: Limits = V0) -> bool:
    """Small and shrinking: what is not known makes no town small. `staff`: at the front line of welfare, in tenths of a post."""
    few = depopulated or (population is not None and population < limits.population)
    return few and staff is not None and staff < limits.staff


def _unjudged(given: Given, limits: Limits) -> bool:
    return given.looked_into < limits.looked_into or given.unknown >= limits.unknown or _blind(given)


def _blind(given: Given) -> bool:
    """None is known to be on, and some are not known at all: whether there is a gap cannot be said."""
    return bool(given.unread) and not given.on


def _whole(given: Given, limits: Limits) -> bool:
    return not given.on and min(given.stages) >= limits.stage


def _conference_alone(given: Given, limits: Limits) -> bool:
    return given.on == {Signal.N5} and given.own_conference and not given.unread


def _one_small_desk(given: Given, limits: Limits) -> bool:
    return given.small and given.one_desk


def _untried(given: Given, limits: Limits) -> bool:
    return not given.still


def _money_or_sign(given: Given, limits: Limits) -> bool:
    return given.still <= MONEY_OR_SIGN


def _carried(given: Given, limits: Limits) -> bool:
    return given.capacity and given.sponsor and given.sunset


def _otherwise(given: Given, limits: Limits) -> bool:
    return True


RULES: tuple[tuple[Answer, Holds], ...] = (
    (Answer.W0, _unjudged),
    (Answer.N, _whole),
    (Answer.NT, _conference_alone),
    (Answer.C, _one_small_desk),
    (Answer.E, _untried),
    (Answer.S, _money_or_sign),
    (Answer.J, _carried),
    (Answer.W1, _otherwise),
)
