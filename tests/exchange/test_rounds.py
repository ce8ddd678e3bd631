"""The courier's rounds: what is refused, what must wait, and what breaks hold up nobody and lose nothing."""

from pathlib import Path

import pytest

from marugoto.exchange import rounds
from marugoto.exchange.post import ASIDE, Post
from marugoto.kernel.decision import NotNow, Refused


@pytest.fixture
def post(tmp_path: Path) -> Post:
    rounds._tries.clear()
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.json").write_text("{}")
    return Post(tmp_path, b"k" * 32)


def lying(post: Post) -> list[str]:
    return sorted(path.stem for path in post.folder.glob("*.json"))


def aside(post: Post) -> list[str]:
    return sorted(path.stem for path in (post.folder / ASIDE).glob("*.json"))


def test_a_refused_letter_is_set_aside_and_the_others_are_taken(post: Post) -> None:
    def take(letter: Path) -> None:
        if letter.stem == "b":
            raise Refused("読めません。")

    assert rounds.each_letter(post, take) == 2
    assert lying(post) == []
    assert aside(post) == ["b"]


def test_a_letter_that_met_another_hand_waits_for_the_next_round(post: Post) -> None:
    met = ["b"]

    def take(letter: Path) -> None:
        if letter.stem in met:
            met.clear()
            raise NotNow("ほかの人が同じときに動かしていました。")

    assert rounds.each_letter(post, take) == 2
    assert lying(post) == ["b"]
    assert rounds.each_letter(post, take) == 1
    assert lying(post) == []


def test_a_poisoned_letter_is_set_aside_in_the_end(post: Post) -> None:
    def take(letter: Path) -> None:
        if letter.stem == "b":
            raise ZeroDivisionError

    assert rounds.each_letter(post, take) == 2
    for _ in range(rounds.MOST_TRIES - 2):
        assert rounds.each_letter(post, take) == 0
    assert lying(post) == ["b"]
    rounds.each_letter(post, take)
    assert lying(post) == []
    assert aside(post) == ["b"]


def test_a_courier_goes_on_after_any_number_of_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "close_old_connections", lambda: None)
    waits: list[float] = []

    class Enough(BaseException):
        """Ends the rounds as a signal would."""

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 100:
            raise Enough

    def errand(number: int) -> None:
        raise RuntimeError(f"round {number}")

    with pytest.raises(Enough):
        rounds.go_rounds(errand, wait=wait)
    assert waits[0] < waits[1]
    assert max(waits) == rounds.LONGEST_WAIT
