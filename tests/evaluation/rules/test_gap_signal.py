"""How a signal is read aloud: where a gauge stands, what turns it, and how sure it is when several speak."""

from dataclasses import replace

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.gap_signal import Reading, read, state
from marugoto.evaluation.rules.necessity import V0, Signal
from tests.evaluation.test_gap_signals import GAUGE


@pytest.mark.parametrize(
    ("code", "share", "stands", "bar", "turn"),
    [
        ("N1a", Share(20, 18), "20件中2件(10%)", "10%を超える", "あと1件で点きます。"),
        ("N1a", Share(20, 17), "20件中3件(15%)", "10%を超える", "20件中2件までなら消えます。"),
        ("N1b", Share(20, 8), "20件中8件(40%)", "40%未満", "あと1件少ないと点きます。"),
        ("N1b", Share(20, 7), "20件中7件(35%)", "40%未満", "20件中8件からは消えます。"),
        ("N5", Share(5, 4), "1件", "2件以上", "あと1件で点きます。"),
        ("N5", Share(5, 3), "2件", "2件以上", "1件までなら消えます。"),
        ("N5", Share(0, 0), "0件", "2件以上", ""),
        ("N3", Share(9, 3), "9件中6件(少ないので割合は出しません)", "60%を超える", ""),
    ],
)
def test_a_gauge_is_read_aloud(code: str, share: Share, stands: str, bar: str, turn: str) -> None:
    found = read(GAUGE[code], share, V0)
    assert (found.stands, found.bar, found.turn) == (stands, bar, turn)
    assert found.sure == ("" if found.on is None else found.sure)
    assert bool(found.sure) is (found.on is not None)


def test_what_is_counted_by_the_time_is_sure() -> None:
    assert read(GAUGE["N5"], Share(5, 3), V0).sure == read(GAUGE["N5"], Share(5, 4), V0).sure == "確か"


def told(on: bool | None, *sure: str) -> list[Reading]:
    one = read(GAUGE["N1a"], Share(100, 60), V0)
    return [replace(one, on=on, sure=word) for word in sure]


@pytest.mark.parametrize(
    ("readings", "on", "sure"),
    [
        (told(True, "確か"), True, "確か"),
        (told(True, "仮", "確か"), True, "確か"),  # one that is sure is enough
        (told(True, "仮"), True, "仮"),
        (told(True, "おおむね", "仮"), True, "おおむね"),
        (told(True, "おおむね") + told(False, "確か"), True, "おおむね"),
        (told(False, "確か", "確か"), False, "確か"),
        (told(False, "確か", "仮"), False, "仮"),  # all have to be out: the weakest says how sure
        (told(False, "仮", "おおむね"), False, "仮"),
        (told(False, "確か", "おおむね"), False, "おおむね"),
        (told(False, "確か") + told(None, ""), None, ""),
        ([], None, ""),
    ],
)
def test_how_sure_a_signal_is(readings: list[Reading], on: bool | None, sure: str) -> None:
    found = state(Signal.N1, readings, {})
    assert (found.on, found.sure, found.said) == (on, sure, "")


def test_only_the_gauges_of_a_signal_speak_for_it() -> None:
    assert state(Signal.N2, told(True, "確か"), {}).on is None
    assert state(Signal.N2, told(True, "確か"), {}).readings == ()


@pytest.mark.parametrize(("told", "said"), [(True, (False, "財政課")), (False, (True, "財政課"))])
def test_numbers_go_before_words(told: bool, said: tuple[bool, str]) -> None:
    found = state(Signal.N6, [], {Signal.N6: said}, told, "0.3人分")
    assert (found.on, found.sure, found.said) == (told, "確か", "0.3人分")
