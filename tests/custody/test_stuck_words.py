"""With what one is stuck: an optional line beside the press, for whoever answers and whoever holds; nobody is named in it."""

from uuid import UUID

import pytest

from marugoto.custody.actions.care import add_to_call, answer_stuck, call_stuck
from marugoto.custody.codes import StuckOutcome
from marugoto.custody.models import Stuck, StuckWords
from marugoto.custody.queries import stuck as calls
from marugoto.custody.queries.ball import face
from marugoto.custody.rules.care import may_say_stuck
from marugoto.kernel.decision import Refused
from tests.begun import heard
from tests.database import unwalled
from tests.town import SHIOMI, Town, settle_town

pytestmark = pytest.mark.django_db
WORDS = "三回訪ねて、会えていません。"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def kept() -> tuple[int, int]:
    """Calls, and lines beside them."""
    with unwalled():
        return tuple(kind.objects.everywhere("what is kept").count() for kind in (Stuck, StuckWords))  # type: ignore[return-value]


def called(town: Town, words: str = "") -> tuple[UUID, UUID]:
    ball = heard(town).ball_id
    return ball, call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words=words).pk


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("", True),
        (WORDS, True),
        ("お母さんとしか話せません。", True),
        ("係長さんに聞いても分かりません。", True),
        ("上田さんが出てきません。", False),
        ("0120-111-222 に出ません。", False),
    ],
)
def test_nobody_is_named(words: str, allowed: bool) -> None:
    assert bool(may_say_stuck(words)) is allowed


def test_one_press_without_a_word_is_still_a_call(town: Town) -> None:
    ball, stuck = called(town)
    found = face(town("mori"), ball)
    assert found
    assert found.stuck == stuck
    assert kept() == (1, 0)
    assert calls.said(town("mori"), {stuck}) == {}


def test_the_words_are_for_whoever_answers_and_whoever_holds(town: Town) -> None:
    ball, stuck = called(town, WORDS)
    for worker in ("tanaka", "mori"):
        assert calls.said(town(worker), {stuck}) == {stuck: WORDS}, worker
        [line] = calls.of_ball(town(worker), ball).words
        assert (line.words, line.by_name, line.answered) == (WORDS, "田中 美咲", False)
    for other in (town("ogawa"), town("segawa"), town("wakui", SHIOMI)):
        assert calls.said(other, {stuck}) == {}
        assert calls.of_ball(other, ball).words == []


def test_a_name_in_it_is_refused_and_nothing_is_half_done(town: Town) -> None:
    ball = heard(town).ball_id
    with pytest.raises(Refused, match="「上田さん」は、人の名前や電話に見えます。"):
        call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words="上田さんが出てきません。")
    assert kept() == (0, 0)


def test_it_may_be_said_after_the_press_until_the_answer(town: Town) -> None:
    ball, stuck = called(town)
    with pytest.raises(Refused, match="何に困っているかが書かれていません。"):
        add_to_call(by=town("tanaka"), at=town.later(), ball=ball, words=" ")
    with pytest.raises(Refused, match="持ち手と伴走する係です。"):
        add_to_call(by=town("ogawa"), at=town.later(), ball=ball, words=WORDS)
    add_to_call(by=town("tanaka"), at=town.later(), ball=ball, words=WORDS)
    add_to_call(by=town("tanaka"), at=town.later(), ball=ball, words="あす、もう一度行きます。")
    assert calls.said(town("mori"), {stuck}) == {stuck: f"{WORDS} あす、もう一度行きます。"}
    answer_stuck(by=town("mori"), at=town.later(), stuck=stuck, outcome=StuckOutcome.SELF)
    with pytest.raises(Refused, match="もう返事があります。"):
        add_to_call(by=town("tanaka"), at=town.later(), ball=ball, words="まだ困っています。")
    assert kept() == (1, 2)
    assert [one.answered for one in calls.of_ball(town("mori"), ball).words] == [True, True], (
        "whoever took it still reads it"
    )
