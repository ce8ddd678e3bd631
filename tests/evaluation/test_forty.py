"""All forty indicators are there, and each says what it must say of itself: counted, or at U with the reason and the cheapest way on."""

import re
from fractions import Fraction

import pytest

from marugoto.evaluation.indicators import FORTY, INDICATORS, SURVEYS, Described, Indicator, Suppression, Surveyed
from marugoto.evaluation.measures import Operator
from marugoto.evaluation.measures.net import lost
from marugoto.evaluation.rules.figures import ENOUGH, Share, pairs_of, two_places
from marugoto.evaluation.rules.gap import Gap, gap
from marugoto.evaluation.rules.survey import QUESTION_OF
from tests.evaluation.samples import SAMPLES

KINDS = {"構造", "過程", "成果", "成果(体制)"}
ASKED = {"I19", "I36", "I37", "I38", "I39", "I40"}
INTERNAL = re.compile(r"\.md\b|\bH[①-⑨]|\bS\d|^\d号")
NUMBERED = re.compile(r"I\d{2}")


def test_all_forty_are_there_once() -> None:
    codes = [one.code for one in FORTY]
    assert sorted({code[:3] for code in codes}) == [f"I{number:02d}" for number in range(1, 41)]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not NUMBERED.fullmatch(code)] == ["I31-180"], "a longer time of I31"
    assert {one.code for one in SURVEYS} == ASKED
    assert len(INDICATORS) == len(FORTY)


@pytest.mark.parametrize("one", FORTY, ids=lambda one: one.code)
def test_each_says_what_it_says_and_what_it_could_change(one: Described) -> None:
    for words in (one.name, one.says, one.does_not_say, one.cohort, one.missing, one.decision, one.source):
        assert len(words) >= 4 or words == one.name, words
    assert one.kind in KINDS
    assert one.direction in {"up", "down", "none"}
    assert one.version >= 1
    assert one.least >= ENOUGH
    assert "判定不能" in one.missing or "判定しません" in one.missing
    assert one.says != one.does_not_say


@pytest.mark.parametrize("one", FORTY, ids=lambda one: one.code)
def test_each_names_its_source_so_that_whoever_reads_the_page_knows_it(one: Described) -> None:
    assert INTERNAL.search(one.source) is None, one.source


@pytest.mark.parametrize("source", ["H⑦-3(evaluation.md I06)", "S55の考え", "1号", "GAS(S62)"])
def test_a_number_of_our_own_papers_is_caught(source: str) -> None:
    assert INTERNAL.search(source)


@pytest.mark.parametrize("one", SURVEYS, ids=lambda one: one.code)
def test_what_only_those_asked_can_say_says_why_it_is_not_there_and_the_cheapest_way(one: Surveyed) -> None:
    assert "記録" in one.why
    assert len(one.record) > 20
    assert QUESTION_OF[one.asks].indicator == one.code
    if one.suppression is Suppression.SURVEY:
        assert one.least == 30


@pytest.mark.parametrize("one", INDICATORS, ids=lambda one: one.code)
def test_what_is_counted_says_what_of_what(one: Indicator) -> None:
    assert one.numerator
    assert one.denominator
    assert all(code in {other.code for other in FORTY} for code in one.beside)


def test_the_words_are_each_indicator_s_own() -> None:
    for words in ("says", "decision"):
        told = [getattr(one, words) for one in FORTY if NUMBERED.fullmatch(one.code)]
        assert len(set(told)) == len(told)


def test_all_ten_operators_are_asked() -> None:
    assert {measure.operator for measure in SAMPLES.values()} == set(Operator)
    assert len({one.measure.operator for one in INDICATORS}) >= 8


@pytest.mark.parametrize(
    ("ties", "found"),
    [
        ([], (0, 0)),
        ([("a", "b")], (1, 1)),
        ([("a", "b"), ("b", "c"), ("b", "d")], (6, 6)),  # a star: without its middle nobody reaches anybody
        ([("a", "b"), ("b", "c"), ("c", "a")], (3, 2)),  # a ring of three: two are left
        ([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")], (6, 3)),
        ([("a", "b"), ("c", "d")], (2, 1)),  # two pairs apart
        (
            [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")],
            (10, 8),
        ),  # a row: its middle costs most among those with two ties
    ],
)
def test_what_is_lost_without_the_busiest(ties: list[tuple[str, str]], found: tuple[int, int]) -> None:
    assert lost(ties) == found
    assert lost([(other, one) for one, other in reversed(ties)]) == found, "neither order nor direction matters"


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({}, None),
        ({("x",): Share(40, 20)}, None),  # one part alone
        ({("x",): Share(40, 20), ("y",): Share(9, 0)}, None),  # the other has too few
        ({("x",): Share(10, 0), ("y",): Share(10, 0)}, None),  # nothing at all was done
        (
            {("x",): Share(10, 4), ("y",): Share(30, 24), ("z",): Share(2, 0)},
            Gap(("x",), Share(10, 4), Share(42, 28), Fraction(3, 5)),  # 4/10 ÷ 28/42
        ),
        ({("x",): Share(10, 5), ("y",): Share(20, 10)}, Gap(("x",), Share(10, 5), Share(30, 15), Fraction(1))),
    ],
)
def test_the_gap_is_the_worst_beside_the_whole(parts: dict[tuple[str, ...], Share], found: Gap | None) -> None:
    assert gap(parts) == found


@pytest.mark.parametrize(
    ("ends", "pairs", "ratio", "said"),
    [(0, 0, Fraction(0), "0.00"), (2, 1, Fraction(1), "1.00"), (12, 66, Fraction(1, 8), "0.13")],
)
def test_pairs_and_their_density(ends: int, pairs: int, ratio: Fraction, said: str) -> None:
    assert pairs_of(ends) == pairs
    assert two_places(ratio) == said
