"""Who may say it, for how long it may hold, how many cases are walked through: both sides of each bar, every no with its reason."""

from datetime import date

import pytest

from marugoto.agencies.codes import Role
from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.attestation import is_word_of, may_attest, may_tend, may_walk
from tests.evaluation.rules.answers import says


@pytest.mark.parametrize(
    ("roles", "reason"),
    [
        ({Role.PLANNER}, ""),
        ({Role.COORDINATOR, Role.COUNSELLOR}, ""),
        ({Role.CHIEF}, ""),
        ({Role.COUNSELLOR}, "言明を書けるのは"),
        (set(), "言明を書けるのは"),
    ],
)
def test_who_attests(roles: set[Role], reason: str) -> None:
    assert says(may_tend(frozenset(roles)), reason)


@pytest.mark.parametrize(
    ("words", "until", "reason"),
    [
        ("決めた", date(2026, 10, 6), ""),
        ("決めた", date(2026, 10, 5), "いつまで言えるかの日が過ぎています。"),
        ("決めた", date(2028, 10, 5), ""),
        ("決めた", date(2028, 10, 6), "2年より先までは言えません。"),
        ("決めた", date(2028, 11, 5), "2年より先までは言えません。"),
        ("決めた", date(2028, 11, 4), "2年より先までは言えません。"),
        (" ", date(2027, 9, 30), "ことばが書かれていません。"),
    ],
)
def test_for_how_long_it_holds(words: str, until: date, reason: str) -> None:
    assert says(may_attest(words, today=date(2026, 10, 5), until=until), reason)


@pytest.mark.parametrize(
    ("cases", "passed", "path", "reason"),
    [
        (5, 5, Path.EXISTING, ""),
        (5, 0, Path.MULTILAYERED, ""),
        (4, 4, Path.EXISTING, "直近の5件をたどります。"),
        (4, 4, Path.SMALL, ""),
        (1, 1, Path.SMALL, ""),
        (0, 0, Path.SMALL, "たどるのは、直近の1件から5件です。"),
        (6, 6, Path.SMALL, "たどるのは、直近の1件から5件です。"),
        (5, 6, Path.EXISTING, "「はい」の数が"),
    ],
)
def test_how_many_cases_are_walked(cases: int, passed: int, path: Path, reason: str) -> None:
    assert says(may_walk(cases, passed, path), reason)


def test_which_word_answers_what() -> None:
    assert [is_word_of(word, "rule") for word in Word] == [True, True, False, False]
    assert [is_word_of(word, "") for word in Word] == [False, False, True, True]
