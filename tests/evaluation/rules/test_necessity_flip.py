"""One change at a time: which turns an answer, which of several is told, what it does to what is given; and on what an answer hangs."""

from typing import Any
from unittest.mock import patch

import pytest

from marugoto.evaluation.rules import necessity_flip
from marugoto.evaluation.rules.necessity import Answer, Given, Signal
from marugoto.evaluation.rules.necessity_flip import MOST, WORDS, Change, Sure, changed, how_sure, smallest_flips
from tests.evaluation.test_necessity import CARRIED, WHOLE, town

N1, N2, N3, N6 = Signal.N1, Signal.N2, Signal.N3, Signal.N6


def by_one(given: Given) -> dict[Answer, tuple[Change, ...]]:
    """Of single changes alone: all that up to three could do takes its time."""
    with patch.object(necessity_flip, "MOST", 1):
        return {one.answer: one.changes for one in smallest_flips(given)}


def test_up_to_three_things_at_once() -> None:
    assert MOST == 3
    assert WORDS == ("仮", "おおむね", "確か")


@pytest.mark.parametrize(
    ("given", "answer", "change"),
    [
        (town(stages=WHOLE), Answer.E, Change("on:N1", 0, 1)),  # of several that are as small the first
        (town(stages=WHOLE, looked_into=4, unknown=2), Answer.W0, Change("unknown", 2, 3)),  # not from 4 to 1
        (town(stages=WHOLE, on=[N3]), Answer.N, Change("on:N3", 1, 0)),
        (town(stages=WHOLE, on=[N2], tried=[N2], **CARRIED), Answer.E, Change("tried:N2", 1, 0)),
        (town(stages=WHOLE, on=[N2], tried=[N2], **CARRIED), Answer.W1, Change("capacity", 1, 0)),
        (town(on=[N3], small=True), Answer.C, Change("one_desk", 0, 1)),
        (town(stages=(3, 3, 1)), Answer.N, Change("F3", 1, 3)),
        (town(stages=WHOLE, unread=[N3, N6]), Answer.N, Change("unread", 2, 0)),
        (town(stages=WHOLE, looked_into=0), Answer.N, Change("looked_into", 0, 2)),
    ],
)
def test_the_smallest_single_change(given: Given, answer: Answer, change: Change) -> None:
    assert by_one(given)[answer] == (change,)


def test_no_flip_leads_to_the_answer_there_is() -> None:
    assert Answer.E not in by_one(town(on=[N3]))


@pytest.mark.parametrize(
    ("given", "change", "name", "becomes"),
    [
        (town(), Change("on:N3", 0, 1), "on", {N3}),
        (town(on=[N3]), Change("on:N3", 1, 0), "on", set()),
        (town(), Change("tried:N3", 0, 1), "tried", {N3}),
        (town(), Change("tried:N3", 0, 1), "on", set()),
        (town(tried=[N3]), Change("tried:N3", 1, 0), "tried", set()),
        (town(unread=[N3, N6]), Change("unread", 2, 0), "unread", frozenset()),
        (town(unread=[N3, N6]), Change("on:N3", 0, 1), "unread", {N6}),  # what is lit was read
        (town(), Change("F2", 2, 3), "stages", (2, 3, 2)),
        (town(), Change("unknown", 0, 3), "unknown", 3),
        (town(), Change("looked_into", 2, 1), "looked_into", 1),
    ],
)
def test_what_a_change_does(given: Given, change: Change, name: str, becomes: Any) -> None:
    assert getattr(changed(given, [change]), name) == becomes


def test_a_yes_is_a_yes() -> None:
    assert changed(town(), [Change("sunset", 0, 1)]).sunset is True
    assert changed(town(**CARRIED), [Change("sunset", 1, 0)]).sunset is False


@pytest.mark.parametrize(
    ("given", "doubtful", "earlier", "sure"),
    [
        (town(looked_into=0), {N1: "確か"}, 0, Sure("", ())),
        (town(stages=WHOLE), {N1: "確か"}, 0, Sure("確か", ())),
        (town(stages=WHOLE), {N1: "仮"}, 0, Sure("仮", (N1,))),
        (town(stages=WHOLE), {N1: "おおむね", N2: "仮", N3: "仮"}, 0, Sure("仮", (N2, N3))),
        (town(on=[N1, N3]), {N1: "仮"}, 0, Sure("確か", ())),  # were N1 out, N3 would say the same
        (town(on=[N1, N3]), {N1: "確か"}, 0, Sure("確か", ())),
        (town(stages=WHOLE), {}, 7, Sure("おおむね", (), 7)),
        (town(stages=WHOLE), {N1: "仮"}, 7, Sure("仮", (N1,))),
        (town(stages=WHOLE), {N1: "おおむね"}, 7, Sure("おおむね", (N1,))),
        (town(on=[N3]), {N3: "確か"}, 7, Sure("確か", ())),  # only a no rests on the levels
        (town(on=[N3], unread=[N1]), {}, 0, Sure("確か", ())),
        (town(on=[N2], tried=[N2, N1], unread=[N6]), {}, 0, Sure("確か", ())),
        (town(on=[N6], tried=[N6, N1], unread=[N1, N3]), {}, 0, Sure("仮", (N1,))),
    ],
)
def test_on_what_an_answer_hangs(given: Given, doubtful: dict[Signal, str], earlier: int, sure: Sure) -> None:
    assert how_sure(given, doubtful, earlier=earlier) == sure
