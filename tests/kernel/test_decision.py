"""A no always says why; an action that asks stops there."""

import copy

import pytest

from marugoto.kernel.decision import YES, Decision, Refused, no


def test_a_yes_is_true_and_lets_pass() -> None:
    assert YES
    assert Decision(allowed=True) == YES
    assert YES.require() is None


def test_a_no_is_false_and_stops_with_its_words() -> None:
    decision = no("ボールを持っていない機関からは渡せません。", "受け取ってから渡してください。")
    assert not decision
    with pytest.raises(Refused, match=r"持っていない機関からは渡せません。$") as refused:
        decision.require()
    assert refused.value.sentence == decision.reason
    assert refused.value.way_on == "受け取ってから渡してください。"


def test_a_no_may_know_no_way_on() -> None:
    assert no("理由。").way_on == ""


@pytest.mark.parametrize("reason", ["", " ", "　"])
def test_a_no_without_a_reason_is_a_fault_of_the_rule(reason: str) -> None:
    with pytest.raises(ValueError, match="always says why"):
        no(reason)


def test_a_refusal_travels_between_processes_whole() -> None:
    refused = copy.copy(Refused("理由。", "次。"))  # a copy is made as pickle makes it
    assert (refused.sentence, refused.way_on, str(refused)) == ("理由。", "次。", "理由。")
