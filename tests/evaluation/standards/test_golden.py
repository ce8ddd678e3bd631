"""Every criterion at every level, by hand: on the bar it holds, one case under it does not."""

from collections.abc import Iterator

import pytest

from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.ask import AtLeast, AtMost
from marugoto.evaluation.standards import BY_CODE, CRITERIA
from tests.evaluation.standards.golden import GOLDEN, WHOLE
from tests.evaluation.standards.golden_case import Change, Golden, number, of
from tests.evaluation.standards.invented import evidence, said

ONE_OF_TWO = {"none_ended", "silent", "tree", "review", "invited"}  # the other is enough


def level(code: str, golden: Golden, change: Change, words: dict[str, Word], path: Path | None = None) -> int | None:
    attested = {key: said(word) for key, word in words.items()}
    told = evidence(code, {**golden.shares, **change}, attested, path=path or golden.path)
    return BY_CODE[code].judge(told).level


def words_of(golden: Golden) -> dict[str, Word]:
    return dict.fromkeys(golden.said, Word.YES)


def cases() -> Iterator[tuple[str, Change, dict[str, Word], int | None]]:
    """All lines of the tables."""
    for code, golden in GOLDEN.items():
        words = words_of(golden)
        yield code, {}, words, golden.level
        for expected, change in golden.worse:
            yield code, change, words, expected
        for key, expected in golden.unsaid.items():
            yield code, {}, {one: word for one, word in words.items() if one != key}, expected
        for key, expected in golden.not_yet.items():
            yield code, {}, words | {key: Word.NOT_YET}, expected


@pytest.mark.parametrize(("code", "change", "words", "expected"), list(cases()))
def test_a_level_holds_on_its_bar_and_not_one_case_under_it(
    code: str, change: Change, words: dict[str, Word], expected: int | None
) -> None:
    assert level(code, GOLDEN[code], change, words) == expected


def test_every_criterion_is_in_the_tables() -> None:
    assert list(GOLDEN) == [one.code for one in CRITERIA]
    assert len(CRITERIA) == 32


def test_every_statement_is_left_out_once_and_denied_once() -> None:
    for one in CRITERIA:
        golden, keys = GOLDEN[one.code], {ask.key for ask in one.statements}
        assert set(golden.said) == set(golden.unsaid) == set(golden.not_yet), one.code
        assert keys - set(golden.said) <= ONE_OF_TWO, one.code


def test_every_criterion_asks_something_at_each_level() -> None:
    for one in CRITERIA:
        assert [*dict.fromkeys(ask.level for ask in one.asks)] == [1, 2, 3], one.code
        assert set(one.steps) == {1, 2, 3}, one.code


def test_of_what_all_there_are_is_counted() -> None:
    found = {
        (one.code, ask.piece, ask.whole) for one in CRITERIA for ask in one.asks if isinstance(ask, AtLeast | AtMost)
    }
    assert {(code, piece) for code, piece, whole in found if whole} == WHOLE
    assert not {(code, piece) for code, piece, whole in found if not whole} & WHOLE


def test_what_stands_behind_a_test_that_cannot_be_judged_yet() -> None:
    """The numbers are right already for the day on which the last of them is recorded."""

    def met(code: str, shares: Change) -> list[bool | None]:
        told = evidence(code, shares, {key: said() for key in GOLDEN[code].said})
        return [one.met for one in BY_CODE[code].judge(told).answers if one.level == 3]

    assert met("F2.8", {"fields": number(5)}) == [True, None]
    assert met("F2.8", {"fields": number(4)}) == [False, None]
    assert met("P.5", {"begun": number(2), "changed": number(1)}) == [True, True, None]
    assert met("P.5", {"begun": number(1), "changed": number(1)}) == [False, True, None]


def test_one_of_two_ways_is_enough() -> None:
    words = words_of(GOLDEN["F1.1"])
    none_ended = {"ended": number(0)}
    assert level("F1.1", GOLDEN["F1.1"], none_ended, words) == 2
    assert level("F1.1", GOLDEN["F1.1"], none_ended, words | {"none_ended": Word.YES}) == 3
    assert level("F1.1", GOLDEN["F1.1"], none_ended, words | {"none_ended": Word.NOT_YET}) == 2
    silent = {"silent": of(5, 1)}
    assert level("F1.2", GOLDEN["F1.2"], silent, {}) == 2
    assert level("F1.2", GOLDEN["F1.2"], silent, {"silent": Word.YES}) == 3


@pytest.mark.parametrize(
    ("code", "piece", "key"),
    [
        ("P.2", "linked", "tree"),
        ("P.4", "closed", "review"),
        ("P.6", "invited", "invited"),
    ],
)
def test_what_the_record_does_not_tell_yet_may_be_said(code: str, piece: str, key: str) -> None:
    nothing: Change = {piece: number(0)}
    assert level(code, GOLDEN[code], nothing, {}) is None
    assert level(code, GOLDEN[code], nothing, {key: Word.YES}) == (1 if code == "P.2" else 3)
    assert level(code, GOLDEN[code], {one: number(0) for one in GOLDEN[code].shares}, {key: Word.YES}) == 1
    assert level(code, GOLDEN[code], nothing, {key: Word.NOT_YET}) is None


def test_a_small_town_needs_two_sorts_of_partners() -> None:
    two, words = {"partners": number(2)}, words_of(GOLDEN["P.1"])
    assert level("P.1", GOLDEN["P.1"], two, words) == 1
    assert level("P.1", GOLDEN["P.1"], two, words, Path.MULTILAYERED) == 1
    assert level("P.1", GOLDEN["P.1"], two, words, Path.SMALL) == 3
    assert level("P.1", GOLDEN["P.1"], {"partners": number(1)}, words, Path.SMALL) == 1


def test_nothing_is_a_level_without_records_or_words() -> None:
    """0/0 is never a level, and missing is never 0."""
    for one in CRITERIA:
        assert BY_CODE[one.code].judge(evidence(one.code, {}, {})).level is None, one.code
