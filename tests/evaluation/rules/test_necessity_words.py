"""The answer in words: each question, why it was answered so, and each change that would turn it."""

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.gap_signal import State, read
from marugoto.evaluation.rules.necessity import V0, Answer, Given, Signal
from marugoto.evaluation.rules.necessity_flip import Change, Flip, Sure
from marugoto.evaluation.rules.necessity_words import (
    flip_words,
    next_words,
    read_words,
    state_words,
    steps,
    sure_words,
    to_read,
)
from tests.evaluation.test_gap_signals import GAUGE
from tests.evaluation.test_necessity import CARRIED, WHOLE, town

N1, N3, N5, N6 = Signal.N1, Signal.N3, Signal.N5, Signal.N6


def because(given: Given) -> dict[Answer, str]:
    return {one.answer: one.because for one in steps(given)}


@pytest.mark.parametrize(
    ("given", "answer", "words"),
    [
        (town(stages=WHOLE), Answer.N, "点いているすき間はありません。三つの機能の段階は"),
        (town(on=[N3]), Answer.N, "点いているすき間: 「出口がない」(N3)。三つの機能の段階は"),
        (town(on=[N3], own_conference=True), Answer.NT, "開けます。"),
        (town(on=[N3]), Answer.NT, "開けるとは確かめられていません。"),
        (town(on=[N3], small=True), Answer.C, "小さく、職員も少ない町です。窓口は一つになっていません。"),
        (town(on=[N3], one_desk=True), Answer.C, "小さい町のめやすに入りません。窓口はもう一つです。"),
        (town(on=[N3]), Answer.E, "6か月試して残ったすき間: ありません。"),
        (town(on=[N3], tried=[N3]), Answer.E, "6か月試して残ったすき間: 「出口がない」(N3)。"),
        (town(on=[N6], tried=[N6]), Answer.S, "試しても残るのは 「財源・人の縦割り」(N6)。"),
        (
            town(on=[N3], tried=[N3], capacity=True),
            Answer.J,
            "調整する人はあります、後ろだてはまだです、小さくする約束はまだです。",
        ),
        (
            town(on=[N3], tried=[N3], sponsor=True, sunset=True),
            Answer.J,
            "調整する人はまだです、後ろだてはあります、小さくする約束はあります。",
        ),
        (town(on=[N3], tried=[N3]), Answer.W1, "ここまでのどれにも当てはまりません。"),
    ],
)
def test_why_a_question_was_answered_so(given: Given, answer: Answer, words: str) -> None:
    assert words in because(given)[answer]


def test_the_questions_end_with_the_answer() -> None:
    assert [one.answer for one in steps(town(on=[N3]))] == [Answer.W0, Answer.N, Answer.NT, Answer.C, Answer.E]
    assert [one.holds for one in steps(town(stages=WHOLE))] == [False, True]
    assert len(steps(town(on=[N3], tried=[N3], **CARRIED))) == 7


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (town(), "すき間のしるし7つのうち7つが分かり、点いているのは0、消えているのは7です。"),
        (town(on=[N1]), "すき間のしるし7つのうち7つが分かり、点いているのは1、消えているのは6です。"),
        (
            town(unread=[N6]),
            "すき間のしるし7つのうち6つが分かり、点いているのは0、消えているのは6です。"
            "分からない1つ(「財源・人の縦割り」(N6))は、消えているとは数えません。",
        ),
    ],
)
def test_how_many_could_be_read(given: Given, words: str) -> None:
    assert read_words(given) == words


def test_all_unread() -> None:
    assert read_words(town(unread=Signal)).startswith("すき間のしるし7つは、どれもまだ分かりません。")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("on:N3", 0, 1), "「出口がない」(N3)が点くと"),
        (Change("on:N3", 1, 0), "「出口がない」(N3)が消えると"),
        (Change("tried:N3", 0, 1), "「出口がない」(N3)が、いまある制度を試しても残ると"),
        (Change("tried:N3", 1, 0), "「出口がない」(N3)を、まだ試していないなら"),
        (Change("unread", 1, 0), "いま分からないしるし1つが、消えていると分かると"),
        (Change("unread", 2, 0), "いま分からないしるし2つが、どれも消えていると分かると"),
        (Change("looked_into", 1, 2), "「調べて話し合ってから決める」(P.1)が段階1から2になると"),
        (Change("unknown", 3, 2), "判定できない大事な基準が3から2になると"),
        (Change("F3", 2, 3), "の段階が2から3になると"),
        (Change("sunset", 0, 1), "小さくする約束ができると"),
        (Change("sunset", 1, 0), "小さくする約束がなくなると"),
    ],
)
def test_what_would_turn_it(change: Change, words: str) -> None:
    said = flip_words(Flip((change,), Answer.N))
    assert said.endswith(f"{words} → 重層は要りません。いまの体制で整っています")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            (Change("on:N3", 0, 1), Change("tried:N3", 0, 1)),
            "「出口がない」(N3)が点き、いまある制度を試しても残ると",
        ),
        (
            (Change("on:N3", 0, 1), Change("tried:N3", 1, 0)),
            "「出口がない」(N3)が点くと、「出口がない」(N3)を、まだ試していないなら",
        ),
        (
            (Change("on:N3", 1, 0), Change("tried:N3", 0, 1)),
            "「出口がない」(N3)が消えると、「出口がない」(N3)が、いまある制度を試しても残ると",
        ),
        (
            (Change("on:N1", 0, 1), Change("tried:N3", 0, 1)),
            "「狭間・複合が拾えない」(N1)が点くと、「出口がない」(N3)が、いまある制度を試しても残ると",
        ),
    ],
)
def test_two_changes_of_one_signal_are_one(changes: tuple[Change, ...], words: str) -> None:
    assert flip_words(Flip(changes, Answer.N)).partition(" → ")[0] == words


@pytest.mark.parametrize(
    ("sure", "words"),
    [
        (Sure("", ()), "まだ言えません(判断していないため)"),
        (Sure("確か", ()), "確か"),
        (Sure("仮", (N1,)), "仮(ここにかかっています: 「狭間・複合が拾えない」(N1))"),
        (Sure("おおむね", (), 7), "おおむね(大事な基準10のうち7は、前の半期に残した判定によっています)"),
    ],
)
def test_how_sure_in_words(sure: Sure, words: str) -> None:
    assert sure_words(sure) == words


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State(N6, None, "", ()), "わからない"),
        (State(N6, True, "確か", ()), "点いている"),
        (State(N6, False, "確か", ()), "消えている"),
        (State(N6, False, "仮", (), "財政課"), "消えている(記録からでなく、町のことば: 財政課)"),
    ],
)
def test_a_state_in_words(state: State, words: str) -> None:
    assert state_words(state) == words


def test_what_is_told_of_low_stages() -> None:
    assert "段階が3に届かない「" in next_words(Answer.E, town(stages=(3, 3, 2)))
    assert next_words(Answer.E, town(stages=(3, 3, 2))).count("「") == 1
    assert next_words(Answer.E, town(stages=(3, 3, 2), on=[N3])).startswith("点いているすき間に、")
    assert next_words(Answer.N, town(stages=(3, 3, 2))).startswith("整っていることを示す数")


def test_what_an_unread_signal_lacks() -> None:
    few, enough, none = (read(GAUGE["N1a"], Share(n, n), V0) for n in (4, 40, 0))
    assert to_read(State(N1, None, "", (few, enough))).count("あと") == 1
    assert "は4件。あと6件たまると読める" in to_read(State(N1, None, "", (few,)))
    assert "は0件。あと10件たまると読める" in to_read(State(N1, None, "", (none,)))
    times = read(GAUGE["N5"], Share(0, 0), V0)
    assert "1件記録されると読める" in to_read(State(N5, None, "", (times,)))
    assert to_read(State(N6, None, "", ())).endswith("按分の事務の量(なければ0)を書く")
