"""A decision beside the answer of today: what is said when it is the same, and which change is named when it is not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from marugoto.evaluation.rules.necessity import Answer, Given, Signal
from marugoto.evaluation.rules.necessity_since import Since

N1, N2, N3, N5 = Signal.N1, Signal.N2, Signal.N3, Signal.N5
NOW = Given(looked_into=2, unknown=1, stages=(3, 2, 3), on=frozenset({N1}), unread=frozenset({N5}))
THEN: dict[str, Any] = {"looked_into": 2, "unknown": 1, "stages": [3, 2, 3], "on": ["N1"], "unread": ["N5"]}


def since(counted: dict[str, Any], now: Given = NOW, answer: Answer = Answer.E) -> Since:
    return Since(1, date(2026, 4, 1), date(2028, 4, 1), Answer.E, counted, answer, now)


def test_the_same_answer_is_said_to_be_the_same() -> None:
    assert since(THEN).same
    assert "きょうの記録でも、答えは同じです。" in since(THEN).words
    assert "変わったのは" not in since(THEN | {"unknown": 4}).words


def test_another_answer_names_what_moved() -> None:
    other = since(THEN | {"unknown": 4}, answer=Answer.J)
    assert not other.same
    assert "変わったのは: 判定できない大事な基準が4から1。" in other.words
    assert "町が書いたことや、試したこと" not in other.words
    assert "変わったのは: 町が書いたことや、試したこと。" in since(THEN, answer=Answer.J).words


@pytest.mark.parametrize(
    ("counted", "now", "moved"),
    [
        (THEN, NOW, ()),
        ({}, replace(NOW, on=frozenset(), unread=frozenset()), ()),  # of an old paper nothing is known
        (THEN | {"looked_into": 0}, NOW, ("「調べて話し合ってから決める」(P.1)の段階が0から2",)),
        (THEN | {"stages": [3, 1, 3]}, NOW, ("「支援機関どうしが支え合う」の段階が1から2",)),
        (THEN | {"on": []}, NOW, ("「狭間・複合が拾えない」(N1)が点いた",)),
        (THEN | {"on": ["N1", "N2"]}, NOW, ("「ボールが落ちる」(N2)が消えた",)),
        (THEN | {"unread": []}, NOW, ("「情報が渡せない」(N5)が分からなくなった",)),
        (THEN | {"unread": ["N3", "N5"]}, NOW, ("「出口がない」(N3)が分かって消えていた",)),
        ({"on": ["N1", "N5"]}, NOW, ("「情報が渡せない」(N5)が分からなくなった",)),  # it was lit, and nobody knows now
        ({"on": ["N1"]}, NOW, ()),  # whether it was read then is not written
    ],
)
def test_each_thing_that_is_otherwise(counted: dict[str, Any], now: Given, moved: tuple[str, ...]) -> None:
    assert since(counted, now).moved == moved
