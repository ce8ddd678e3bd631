"""Whatever a town prints for years, subtraction finds nobody; and without hiding more than the small numbers it does."""

from datetime import date

import pytest

from marugoto.evaluation.indicators import INDICATORS
from marugoto.evaluation.rules.telling import SAME_PEOPLE, safe
from marugoto.evaluation.standards import CRITERIA
from tests.evaluation.engines import of_plain_python
from tests.evaluation.published_towns import attack, found_in, town_of
from tests.evaluation.world import World, windows

TOWNS, WORLDS = 60, 8


def test_nobody_is_found_by_subtraction() -> None:
    found = [(seed, one) for seed in range(TOWNS) for one in found_in(town_of(seed), protected=True)]
    assert found == []


def test_the_same_subtraction_finds_them_where_small_numbers_alone_are_hidden() -> None:
    control = attack(0, TOWNS, protected=False)
    assert int(control["small numbers found"]) > TOWNS
    assert int(control["of these singletons"]) > 0


def test_much_is_still_told() -> None:
    """Hiding all would be safe, too."""
    ours, all_of_them = attack(0, TOWNS, protected=True), attack(0, TOWNS, protected=False)
    assert int(ours["numbers told in 50 towns"]) > int(all_of_them["numbers told in 50 towns"]) * 0.6


def test_every_sum_that_always_holds_between_published_figures_is_known_to_those_who_hide() -> None:
    """Mined from worlds made by chance: which two numbers of one figure make the same as two of another."""
    own = {one.measure: one.code for one in INDICATORS}
    first = [(one.code, next(iter(one.evidence.values())).measure) for one in CRITERIA if one.evidence]
    asked = [(one.code, one.measure) for one in INDICATORS]
    asked += [
        (code, measure) for code, measure in first if measure not in own
    ]  # the others are told as their indicator
    rows = []
    for seed in range(WORLDS):
        facts = World(seed, [measure for _, measure in asked]).body("990019", 1_500)
        shares = of_plain_python(facts, [(measure, windows()[0]) for _, measure in asked])
        rows.append({code: share for (code, _), share in zip(asked, shares, strict=True)})
    whole = {code: tuple(row[code].n + row[code].running for row in rows) for code in rows[0]}
    alike = {
        frozenset(other for other, counts in whole.items() if counts == whole[code])
        for code in whole
        if any(whole[code]) and any(row[code].running for row in rows)
    }
    together = {group for group in alike if len(group) > 1}
    assert together == {frozenset(group) for group in SAME_PEOPLE}


@pytest.mark.parametrize(
    ("years", "new", "kept"),
    [
        ([], 41, True),
        ([41], 80, True),  # 41, then 39
        ([41], 42, False),  # 41, then the one
        ([41], 41, True),  # and nobody
        ([0], 12, True),
        ([0, 12], 15, False),  # nobody, twelve, and three
        ([30, 50], 55, True),  # 30, 20, 35
    ],
)
def test_this_half_year_less_the_last(years: list[int], new: int, kept: bool) -> None:
    anchors = [date(2025, 3, 31), date(2025, 9, 30), date(2026, 3, 31)]
    earlier = dict(zip(anchors, years, strict=False))
    assert safe(earlier, anchors[len(years)], new, 10) is kept


def test_a_gap_is_a_gap() -> None:
    """Nothing was told for a half-year in between: what lies before tells nothing of what lies behind."""
    assert safe({date(2025, 3, 31): 41}, date(2026, 3, 31), 42, 10)
