"""Who may answer an opinion, and when somebody may be told: every reason for a no, and that the rest is a yes."""

import pytest

from marugoto.evaluation.codes import OpinionSaid
from marugoto.evaluation.rules.opinion import ANSWERED_IN, may_answer_opinion, may_give, may_tell
from tests.evaluation.rules.answers import says


def test_an_opinion_has_words() -> None:
    assert says(may_give("夜は電話がつながらない。"), "")
    assert says(may_give(" "), "声が書かれていません。")
    assert ANSWERED_IN == 20


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"said": OpinionSaid.TAKEN_UP}, ""),
        ({"review": False}, ""),  # only what is taken up goes into a review
        ({"said": OpinionSaid.TAKEN_UP, "review": False}, "どの見直しの提案にするか"),
        ({"holds": False}, "答えるのは、ボールを持っている係です。"),
        ({"answered": True}, "もう返事をしています。"),
        ({"words": " "}, "返事が書かれていません。"),
    ],
)
def test_who_answers_and_with_what(values: dict[str, object], reason: str) -> None:
    known = {"said": OpinionSaid.DONE, "words": "直しました。", "holds": True, "answered": False, "review": True}
    said = known | values
    answer = may_answer_opinion(said.pop("said"), said.pop("words"), **said)  # type: ignore[arg-type]
    assert says(answer, reason)


@pytest.mark.parametrize(
    ("there", "told", "reason"),
    [(True, False, ""), (False, False, "まだそこまで"), (True, True, "もう伝えて"), (False, True, "まだそこまで")],
)
def test_what_is_so_is_told_once(there: bool, told: bool, reason: str) -> None:
    assert says(may_tell(there=there, told=told), reason)
