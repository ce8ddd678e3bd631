"""Where few begins, and which parts of a known sum are hidden together."""

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.suppression import Hidden, few_of, nothing_told, part_of, parts_of, tell


@pytest.mark.parametrize(
    ("population", "few", "nothing"),
    [(1_999, 20, True), (2_000, 20, False), (24_999, 20, False), (25_000, 10, False), (None, 20, False), (0, 20, True)],
)
def test_how_few_is_few(population: int | None, few: int, nothing: bool) -> None:
    assert (few_of(population), nothing_told(population)) == (few, nothing)


@pytest.mark.parametrize(
    ("share", "hidden"),
    [
        (Share(0, 0), Hidden.NOTHING),
        (Share(9, 9), Hidden.FEW),
        (Share(10, 10), Hidden.NOTHING),
        (Share(10, 0), Hidden.NOTHING),
        (Share(20, 10), Hidden.NOTHING),
        (Share(20, 11), Hidden.FEW_LEFT),
        (Share(20, 9), Hidden.FEW_DONE),
        (Share(12, 5), Hidden.FEW_LEFT),  # both are few: what is left is said first
        (Share(20, 1), Hidden.FEW_DONE),
        (Share(20, 19), Hidden.FEW_LEFT),
    ],
)
def test_why_a_part_is_not_told(share: Share, hidden: Hidden) -> None:
    assert part_of(share, 10) is hidden
    told = tell(share, 1, population=30_000)
    assert told.hidden is hidden
    assert (told.k is None) is (hidden is not Hidden.NOTHING)
    assert (told.n is None) is (hidden is Hidden.FEW)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([], []),
        ([10], [10]),
        ([9], None),
        ([1, 0], None),
        ([9, 1], [None, None]),  # ten together, each of them hidden
        ([8, 1], None),
        ([10, 1], [None, None]),
        ([1, 10, 30], [None, None, 30]),
        ([5, 5, 30], [None, None, 30]),  # ten together
        ([5, 4, 30], [None, None, None]),  # nine together
        ([5, 4, 11, 30], [None, None, None, 30]),
        ([0, 9, 20, 0], [0, None, None, 0]),
        ([10, 10, 10], [10, 10, 10]),
        ([9, 9, 9], [None, None, None]),
    ],
)
def test_the_parts_of_a_known_sum(counts: list[int], told: list[int | None] | None) -> None:
    assert parts_of(counts, 10) == told
