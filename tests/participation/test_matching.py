"""Which places fit a wish: a gate says why it is shut, every point has its sentence, and nothing may fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.participation.codes import Company, Grade
from marugoto.participation.rules.matching import Offered, Wished, match
from marugoto.participation.rules.weekdays import weekdays_in

LABELS = {"games": "将棋・囲碁", "garden": "畑", "anybody": "だれでも", "aged": "高齢の方", "young": "若い人"}
SHOGI = Offered("a", "木曜の将棋", frozenset({"games"}), frozenset({"anybody"}), frozenset({3}), "north", 10)


def one(wished: Wished, place: Offered = SHOGI) -> str:
    """Why the place is left out, or nothing."""
    found = match(wished, [place], LABELS)
    return found.left_out[0].why if found.left_out else ""


@pytest.mark.parametrize(
    ("wished", "place", "why"),
    [
        (Wished(), SHOGI, ""),
        (Wished(interests=frozenset({"garden"})), SHOGI, "好きなことと重なりません。"),
        (Wished(days=frozenset({0})), SHOGI, "開いているのは木曜で、行ける日と合いません。"),
        (Wished(days=frozenset({0})), Offered("b", "いつか", frozenset({"games"})), ""),  # unknown shuts no gate
        (Wished(welcome="young"), Offered("c", "会", welcomes=frozenset({"aged"})), "「高齢の方」の場所です。"),
        (Wished(welcome="young"), SHOGI, ""),  # anybody is welcome
        (Wished(), Offered("d", "会", no_room=True), "いまは空きがありません。"),
        (Wished(), Offered("e", "会", refused_before=True), "本人が、ここは行きたくないと話しています。"),
    ],
)
def test_a_shut_gate_says_why(wished: Wished, place: Offered, why: str) -> None:
    assert one(wished, place) == why


def test_the_best_stands_first_and_says_what_to_know() -> None:
    wished = Wished(frozenset({"games"}), frozenset({3}), "north", Company.WITH_SOMEBODY)
    far = Offered("b", "遠い将棋", frozenset({"games"}), area="south", confirmed_days_ago=400)
    found = match(wished, [far, SHOGI], LABELS)
    assert [fit.place.name for fit in found.fits] == ["木曜の将棋", "遠い将棋"]
    best, second = ([reason.sentence for reason in fit.reasons] for fit in found.fits)
    assert "好きなこと(将棋・囲碁)ができます。" in best
    assert "はじめは、だれかがいっしょに行きます。" in best
    assert "確かめたのが1年より前です。変わっているかもしれません。" in second
    assert "ほかの圏域にあります。行き方を確かめてください。" in second


def test_of_equals_the_one_with_fewer_people_stands_first() -> None:
    full = Offered("a", "あ", frozenset({"games"}), going_there=2)
    free = Offered("b", "い", frozenset({"games"}))
    assert [fit.place.key for fit in match(Wished(), [full, free], LABELS).fits] == ["b", "a"]


CODES = st.frozensets(st.sampled_from(["games", "garden"]))
DAYS = st.frozensets(st.integers(0, 6))
PLACES = st.lists(
    st.builds(
        Offered,
        key=st.uuids().map(str),
        name=st.just("会"),
        interests=CODES,
        welcomes=st.frozensets(st.sampled_from(["anybody", "aged"])),
        days=DAYS,
        area=st.sampled_from(["", "north", "south"]),
        confirmed_days_ago=st.none() | st.integers(0, 2_000),
        going_there=st.integers(0, 9),
        no_room=st.booleans(),
        refused_before=st.booleans(),
    ),
    max_size=8,
)


@given(
    wished=st.builds(
        Wished,
        interests=CODES,
        days=DAYS,
        area=st.sampled_from(["", "north"]),
        company=st.sampled_from(Company),
        welcome=st.sampled_from(["", "aged"]),
    ),
    places=PLACES,
)
def test_every_place_is_either_offered_with_reasons_or_left_out_with_one(wished: Wished, places: list[Offered]) -> None:
    found = match(wished, places, LABELS)
    assert len(found.fits) + len(found.left_out) == len(places)
    assert all(one.why for one in found.left_out)
    assert [fit.points for fit in found.fits] == sorted((fit.points for fit in found.fits), reverse=True)
    for fit in found.fits:
        assert fit.points == sum(reason.points for reason in fit.reasons)
        assert -4 <= fit.points <= 9
        assert all(reason.sentence for reason in fit.reasons)
        assert not any(reason.points > 0 and reason.grade is Grade.KNOW for reason in fit.reasons)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("毎週木曜", {3}),
        ("第2・第4水曜", {2}),
        ("月・水・金", {0, 2, 4}),
        ("月〜金", {0, 1, 2, 3, 4}),
        ("平日", {0, 1, 2, 3, 4}),
        ("毎日", {0, 1, 2, 3, 4, 5, 6}),
        ("毎日(日曜休み)", {0, 1, 2, 3, 4, 5}),
        ("お問い合わせください", set()),
        ("", set()),
    ],
)
def test_weekdays_are_read_from_words(words: str, days: set[int]) -> None:
    assert weekdays_in(words) == days
