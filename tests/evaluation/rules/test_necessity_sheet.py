"""The answer as it is printed: which part stands there when, and what stands where there is nothing to say."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.gap_signal import State, read
from marugoto.evaluation.rules.necessity import V0, Answer, Given, Signal, answer_of
from marugoto.evaluation.rules.necessity_flip import Change, Flip, Sure, how_sure
from marugoto.evaluation.rules.necessity_sheet import (
    FIRM,
    MONEY,
    Weighed,
    counted,
    reading_words,
    sheet,
    signal_line,
    untried,
)
from tests.evaluation.test_gap_signals import GAUGE
from tests.evaluation.test_necessity import CARRIED, WHOLE, town

N1, N3, N6 = Signal.N1, Signal.N3, Signal.N6
LIT, OUT, FEW = Share(100, 60), Share(100, 99), Share(4, 1)
FLIP = Flip((Change("on:N3", 0, 1),), Answer.E)


def states(given: Given) -> dict[Signal, State]:
    found = {}
    for one in Signal:
        on = None if one in given.unread else one in given.on
        gauges = () if one is N6 else (read(GAUGE["N1a"], FEW if on is None else LIT if on else OUT, V0),)
        found[one] = State(one, on, "" if on is None else "確か", gauges)
    return found


def weighed(given: Given, **more: Any) -> Weighed:
    known: dict[str, Any] = {
        "given": given,
        "limits": V0,
        "answer": answer_of(given),
        "sure": how_sure(given, {}),
        "flips": (FLIP,),
        "states": states(given),
        "unknown": (),
        "steps": (),
        "town": (),
        "tried": (),
        "as_of": datetime(2026, 11, 30, 1, 0, tzinfo=UTC),
        "until": date(2026, 11, 30),
    }
    return Weighed(**known | more)


def parts(found: Weighed) -> dict[str, tuple[str, ...]]:
    return dict(sheet(found))


NOT_NEEDED, TRY = weighed(town(stages=WHOLE)), weighed(town(on=[N3]))
NEEDED = weighed(town(on=[N1], tried=[N1], **CARRIED))


@pytest.mark.parametrize(
    ("found", "part", "there"),
    [
        (replace(NOT_NEEDED, stands=("「あ」2",)), "三つの機能の、大事な基準", True),
        (NOT_NEEDED, "三つの機能の、大事な基準", False),
        (replace(TRY, stands=("「あ」2",)), "三つの機能の、大事な基準", False),
        (NOT_NEEDED, "判定できるようになるには", False),
        (weighed(town(on=[N3], unread=[N6])), "判定できるようになるには", True),
        (weighed(town(unknown=3), steps=("書く",)), "判定できるようになるには", True),
        (TRY, "先に試せる、いまある制度", True),
        (weighed(town(stages=(3, 2, 2))), "先に試せる、いまある制度", False),
        (NEEDED, "先に試せる、いまある制度", False),
        (NEEDED, "どの部分で応えるか", True),
        (TRY, "どの部分で応えるか", False),
    ],
)
def test_which_part_stands_there(found: Weighed, part: str, there: bool) -> None:
    assert (part in parts(found)) is there


def test_what_stands_where_nothing_was_written() -> None:
    found = parts(replace(TRY, flips=()))
    assert found["いまある制度"] == ("棚おろしには、まだ書かれていません。",)
    assert found["町が自分で書いたこと"] == ("まだ書かれていません。",)
    assert found["答えが変わる、いちばん小さな変化"] == (FIRM,)
    assert found["試したこと"] == ("まだありません。",)


def test_what_was_written_stands_alone() -> None:
    more = {"schemes": ("自立相談",), "town": ("職員6人",), "tried": ((UUID(int=1), "当番を置いた"),)}
    found = parts(weighed(town(on=[N3]), **more))
    assert found["いまある制度"] == ("自立相談",)
    assert found["町が自分で書いたこと"] == ("職員6人",)
    assert found["試したこと"] == ("当番を置いた",)
    assert found["答えが変わる、いちばん小さな変化"] == ("「出口がない」(N3)が点くと → まず、いまある制度で試します",)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (town(on=[N3]), "まだありません。"),
        (town(stages=WHOLE, unread=[N6]), "まだありません。"),
        (town(stages=WHOLE), "点いているすき間がないので、試すことはありませんでした。"),
    ],
)
def test_why_nothing_was_tried(given: Given, words: str) -> None:
    assert untried(weighed(given)) == words


@pytest.mark.parametrize(
    ("given", "steps", "wanted"),
    [
        (town(stages=WHOLE), ("書く",), ()),  # the criteria keep no answer away
        (town(unknown=2, stages=WHOLE), ("書く",), ()),
        (town(unknown=3, stages=WHOLE), ("書く",), ("書く",)),
        (town(looked_into=1, stages=WHOLE), ("書く",), ("書く",)),
        (town(looked_into=2, stages=WHOLE), ("書く",), ()),
        (
            town(on=[N3], unread=[N6]),
            (),
            ("「財源・人の縦割り」(N6): 「町のことを書く」に、按分の事務の量(なければ0)を書く",),
        ),
    ],
)
def test_what_would_have_to_be_recorded(given: Given, steps: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    assert weighed(given, steps=steps).wanted == wanted


TALK = "住民や本人と話し合い、地域の日誌の「対話」に残します。"
MONEY_FIRST = "「町のことを書く」に、財源の按分などの事務の量を書きます(なければ0)。"


@pytest.mark.parametrize(
    ("given", "unknown", "steps", "first"),
    [
        (town(stages=WHOLE), (), (), ""),
        (town(on=[N3]), (), (), ""),
        (town(looked_into=1), (), (), TALK),
        (town(looked_into=1, unknown=2), ("F", "F"), ("P.1: 書く", "一", "二"), "P.1: 書く"),
        (town(looked_into=2, unknown=3), ("F", "F", "F"), ("一", "二", "三"), "一"),
        (town(looked_into=1, unknown=2), ("F", "F"), ("一", "二"), TALK),
        (town(unread=[N6]), (), (), MONEY_FIRST),
        (
            town(unread=[N3, N6]),
            (),
            (),
            "「町のことを書く」に、分からないしるし2つの「ある・ない」を、確かめた先といっしょに書きます。",
        ),
    ],
)
def test_the_first_step(given: Given, unknown: tuple[str, ...], steps: tuple[str, ...], first: str) -> None:
    head = weighed(given, unknown=unknown, steps=steps).headline
    assert head.first == first
    assert any(line.startswith("いちばん手間のない次の一歩") for line in head.lines) is bool(first)


def test_each_question_with_its_answer() -> None:
    lines = parts(NOT_NEEDED)["この答えになったわけ"]
    assert [line.partition("→ ")[2].partition("。")[0] for line in lines] == ["いいえ", "はい"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State(N6, None, "", ()), f"「財源・人の縦割り」(N6): わからない。{MONEY}"),
        (
            State(N6, True, "仮", (), "財政課"),
            "「財源・人の縦割り」(N6): 点いている(記録からでなく、町のことば: 財政課)。",
        ),
        (
            State(N3, False, "確か", (read(GAUGE["N3"], Share(100, 99), V0),)),
            "「出口がない」(N3): 消えている。足りないものに応えられていない",
        ),
    ],
)
def test_a_signal_on_its_line(state: State, words: str) -> None:
    line = signal_line(state)
    assert line.startswith(words.partition("。")[0])
    assert (MONEY in line) is (MONEY in words)
    assert bool(line.partition("。")[2]) is (not state.said)


def test_a_gauge_that_is_too_few_to_be_read_says_so() -> None:
    assert "(まだ少なくて読めません)" in reading_words(read(GAUGE["N1a"], FEW, V0))
    assert "(まだ少なくて読めません)" not in reading_words(read(GAUGE["N1a"], OUT, V0))


def test_the_numbers_behind_it_are_kept() -> None:
    found = counted(NEEDED)
    assert (found["on"], found["tried"], found["unread"]) == (["N1"], ["N1"], [])
    assert found["readings"] == {"N1a": [100, 1, 0]}
    assert NEEDED.sure == Sure("確か", ())
