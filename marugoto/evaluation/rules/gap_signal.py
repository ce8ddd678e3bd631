"""Gap signals: what says that something falls through in this town, read from its own twelve months (evaluation.md 7.2, ours, v0).

A gauge is one share with its bar. A signal is on where one of its gauges is, off where all are read and none is; where too little is
written down it is unread, and only then does what the town says of itself stand, with its source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from marugoto.evaluation.rules.certainty import certainty
from marugoto.evaluation.rules.figures import Share, percent, said_of
from marugoto.evaluation.rules.necessity import Limits, Signal

SURE = "確か"
ROUGHLY = "仮"


@dataclass(frozen=True)
class Gauge:
    """On where the share is over (`above`) or under the bar, which is named in the limits. `rest`: what counts is n − k."""

    code: str
    signal: Signal
    name: str
    bar: str
    above: bool = True
    rest: bool = False
    counted: bool = False  # the bar is a number of times, not a share


@dataclass(frozen=True)
class Reading:
    """`on` None: too little is written down. `turn`: what would turn it, in words."""

    gauge: Gauge
    share: Share
    on: bool | None
    sure: str
    bar: str
    turn: str

    @property
    def stands(self) -> str:
        return f"{self.share.k}件" if self.gauge.counted else said_of(self.share)


@dataclass(frozen=True)
class State:
    """What is known of one signal; `on` None is neither. `said`: it rests on what the town says of itself, not on its records."""

    signal: Signal
    on: bool | None
    sure: str
    readings: tuple[Reading, ...]
    said: str = ""


def read(gauge: Gauge, found: Share, limits: Limits) -> Reading:
    share = Share(found.n, found.n - found.k, found.running) if gauge.rest else found
    bar = getattr(limits, gauge.bar)
    if gauge.counted:
        return _times(gauge, share, bar)
    words = f"{percent(bar)}%{'を超える' if gauge.above else '未満'}"
    if not share.enough:
        return Reading(gauge, share, None, "", words, "")
    below = not share.at_least(bar)
    on = not share.at_most(bar) if gauge.above else below
    return Reading(gauge, share, on, certainty(share, bar), words, _turn(gauge, share, bar, on=on))


def state(
    signal: Signal,
    readings: Iterable[Reading],
    said: Mapping[Signal, tuple[bool, str]],
    told: bool | None = None,
    numbers: str = "",
) -> State:
    """`said`: what the town says, with its source. `told`: for a signal that has no gauge, what its numbers say, and these in words."""
    found = tuple(one for one in readings if one.gauge.signal is signal)
    alight = [one for one in found if one.on]
    if alight:
        return State(signal, True, SURE if any(one.sure == SURE for one in alight) else alight[0].sure, found)
    if found and all(one.on is False for one in found):
        weakest = next((word for word in (ROUGHLY, "おおむね") if any(one.sure == word for one in found)), SURE)
        return State(signal, False, weakest, found)
    if told is not None:
        return State(signal, told, SURE, found, numbers)
    if signal in said:
        on, source = said[signal]
        return State(signal, on, ROUGHLY, found, source)
    return State(signal, None, "", found)


def _times(gauge: Gauge, share: Share, bar: int) -> Reading:
    """So many times are on, however few there were; none where nothing was ever asked."""
    on = share.k >= bar if share.n else None
    turn = "" if on is None else f"あと{bar - share.k}件で点きます。" if not on else f"{bar - 1}件までなら消えます。"
    return Reading(gauge, share, on, SURE if on is not None else "", f"{bar}件以上", turn)


def _turn(gauge: Gauge, share: Share, bar: Fraction, *, on: bool) -> str:
    """How many cases of the same n lie between here and the other side."""
    most = int(share.n * bar)  # so many of n are not over the bar
    edge = most if gauge.above else share.needed(bar)
    if gauge.above:
        words = f"{share.n}件中{edge}件までなら消えます。" if on else f"あと{edge + 1 - share.k}件で点きます。"
    else:
        words = f"{share.n}件中{edge}件からは消えます。" if on else f"あと{share.k - edge + 1}件少ないと点きます。"
    return words
