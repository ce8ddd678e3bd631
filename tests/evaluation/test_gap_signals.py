"""Gap signals: each gauge on both sides of its bar, what is too few to read, what the town may say then, and what would turn it."""

import re

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.gap_signal import Gauge, Reading, read, state
from marugoto.evaluation.rules.necessity import V0, Signal
from marugoto.evaluation.standards.gap_signals import GAUGES

GAUGE = {one.gauge.code: one.gauge for one in GAUGES}
BY_HAND = [
    # gauge, n, k as counted, on
    ("N1a", 20, 18, False),  # two of twenty are 10 %, which is not over it
    ("N1a", 20, 17, True),
    ("N1b", 20, 8, False),  # 40 % is not under it
    ("N1b", 20, 7, True),
    ("N2a", 20, 1, False),
    ("N2a", 20, 2, True),
    ("N2b", 10, 9, False),
    ("N2b", 10, 8, True),
    ("N3", 10, 4, False),
    ("N3", 10, 3, True),
    ("N4a", 20, 2, False),
    ("N4a", 20, 1, True),
    ("N4b", 10, 8, False),
    ("N4b", 10, 7, True),
    ("N5", 5, 4, False),
    ("N5", 5, 3, True),
    ("N5", 0, 0, None),
    ("N7", 10, 3, False),
    ("N7", 10, 4, True),
    ("N2a", 9, 9, None),
    ("N3", 0, 0, None),
]


@pytest.mark.parametrize(("code", "n", "k", "on"), BY_HAND)
def test_each_gauge_on_both_sides_of_its_bar(code: str, n: int, k: int, on: bool | None) -> None:
    assert read(GAUGE[code], Share(n, k), V0).on is on


@pytest.mark.parametrize("code", [code for code in GAUGE if code != "N5"])
@pytest.mark.parametrize("n", [10, 23, 41])
def test_what_is_said_to_turn_it_turns_it_and_one_less_does_not(code: str, n: int) -> None:
    gauge = GAUGE[code]
    for k in range(n + 1):
        found = read(gauge, Share(n, k), V0)
        turned, before = _turned(gauge, found)
        assert read(gauge, _as_counted(gauge, n, turned), V0).on is not found.on
        assert read(gauge, _as_counted(gauge, n, before), V0).on is found.on


def _turned(gauge: Gauge, found: Reading) -> tuple[int, int]:
    """The k that the words name, and the one before it on the way."""
    number = int(re.findall(r"\d+", found.turn)[-1])
    if "件中" in found.turn:
        return (number, number + 1) if gauge.above else (number, number - 1)
    k = found.share.k
    return (k + number, k + number - 1) if gauge.above else (k - number, k - number + 1)


def _as_counted(gauge: Gauge, n: int, k: int) -> Share:
    return Share(n, n - k if gauge.rest else k)


def readings(**shares: Share) -> list[Reading]:
    return [read(GAUGE[code], share, V0) for code, share in shares.items()]


def test_one_gauge_lights_a_signal_and_all_have_to_be_read_to_put_it_out() -> None:
    lit, out, unread = Share(100, 60), Share(100, 99), Share(3, 3)
    assert state(Signal.N1, readings(N1a=lit, N1b=unread), {}).on is True
    assert state(Signal.N1, readings(N1a=out, N1b=unread), {}).on is None
    assert state(Signal.N1, readings(N1a=out, N1b=Share(100, 99)), {}).on is False


def test_what_a_town_says_of_itself_stands_only_where_records_cannot_tell() -> None:
    said = {Signal.N3: (True, "社協に聞いた")}
    unread = state(Signal.N3, readings(N3=Share(4, 1)), said)
    assert (unread.on, unread.sure, unread.said) == (True, "仮", "社協に聞いた")
    told = state(Signal.N3, readings(N3=Share(100, 99)), said)
    assert (told.on, told.said) == (False, "")
    assert state(Signal.N6, [], {}, None).on is None
    assert state(Signal.N6, [], {}, True).on is True


def test_every_signal_but_money_has_a_gauge() -> None:
    assert {one.gauge.signal for one in GAUGES} == set(Signal) - {Signal.N6}
    assert len(GAUGE) == len(GAUGES)
