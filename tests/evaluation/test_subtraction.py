"""Printed tables are attacked by subtraction: by hand, by trying every town that could stand behind them, and on random towns."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from random import Random

import pytest

from marugoto.evaluation.rules.subtraction import Bounds, Sum, leaking, shut_in, told_of

FEW = 5
TABLE = (Sum("all", ("new", "again")),)
CROSS = (
    Sum("a", ("a1", "a2")),
    Sum("b", ("b1", "b2")),
    Sum("one", ("a1", "b1")),
    Sum("two", ("a2", "b2")),
    Sum("all", ("a", "b")),
    Sum("all", ("one", "two")),
)


def cross(a1: int, a2: int, b1: int, b2: int) -> dict[str, int]:
    return {
        "a1": a1,
        "a2": a2,
        "b1": b1,
        "b2": b2,
        "a": a1 + a2,
        "b": b1 + b2,
        "one": a1 + b1,
        "two": a2 + b2,
        "all": a1 + a2 + b1 + b2,
    }


@pytest.mark.parametrize(
    ("counts", "printed"),
    [
        ({"all": 40, "new": 25, "again": 15}, {"all": 40, "new": 25, "again": 15}),
        ({"all": 40, "new": 39, "again": 1}, {"all": 40, "new": None, "again": None}),  # 40 − 39 would be the one
        ({"all": 40, "new": 40, "again": 0}, {"all": 40, "new": 40, "again": 0}),  # nobody is nobody's secret
        ({"all": 3, "new": 3, "again": 0}, {"all": None, "new": None, "again": 0}),
        ({"all": 2, "new": 1, "again": 1}, {"all": None, "new": None, "again": None}),
        ({"all": 0, "new": 0, "again": 0}, {"all": 0, "new": 0, "again": 0}),
    ],
)
def test_what_a_total_would_give_away_is_hidden_too(counts: dict[str, int], printed: dict[str, int | None]) -> None:
    assert told_of(counts, TABLE, few=FEW) == printed


def test_two_small_parts_of_a_small_rest_are_not_left_alone() -> None:
    """20 − 18 = 2 for two that are not zero: each would be the one."""
    sums = (Sum("all", ("a", "b", "c")),)
    printed = told_of({"all": 20, "a": 18, "b": 1, "c": 1}, sums, few=FEW)
    assert printed == {"all": 20, "a": None, "b": None, "c": None}


def test_a_cross_of_sums_is_solved_and_closed() -> None:
    counts = cross(1, 30, 20, 40)
    open_table = {name: count for name, count in counts.items() if name != "a1"}
    assert leaking(counts, open_table, CROSS, few=FEW) == ["a1"]
    one_more = {name: count for name, count in open_table.items() if name != "a2"}
    assert leaking(counts, one_more, CROSS, few=FEW) == ["a1"]  # by the other direction
    printed = told_of(counts, CROSS, few=FEW)
    assert sum(value is None for value in printed.values()) >= 4
    told = {name: value for name, value in printed.items() if value is not None}
    assert leaking(counts, told, CROSS, few=FEW) == []


def test_what_no_sum_fixes_alone_all_fix_together() -> None:
    sums = (Sum("p", ("x", "y")), Sum("q", ("y", "z")), Sum("r", ("x", "z")))
    counts = {"x": 7, "y": 9, "z": 1, "p": 16, "q": 10, "r": 8}
    told = {"p": 16, "q": 10, "r": 8}
    assert shut_in(told, ["x", "y", "z"], sums)["z"] == Bounds(1, 1)
    assert leaking(counts, told, sums, few=FEW) == ["z"]


def test_what_is_printed_nowhere_ties_others_together() -> None:
    """Of 30 who were heard 12 had a name, of whom 11 are different people: one came twice, and that is not a small table."""
    sums = (Sum("heard", ("named", "unnamed")), Sum("named", ("people", "again")))
    counts = {"heard": 30, "named": 12, "unnamed": 18, "people": 11, "again": 1}
    printed = told_of(counts, sums, few=FEW, silent={"again"})
    assert printed == {"heard": 30, "named": 12, "unnamed": 18, "people": 11}


def towns(
    printed: Mapping[str, int | None], sums: Sequence[Sum], atoms: Sequence[str], most: int
) -> Iterator[dict[str, int]]:
    """Every town whose tables print like this: an attack that knows nothing of ours. Hidden is not zero."""
    for values in product(range(most + 1), repeat=len(atoms)):
        town = dict(zip(atoms, values, strict=True))
        while len(town) < len(printed):
            for one in sums:
                if one.whole not in town and all(part in town for part in one.parts):
                    town[one.whole] = sum(town[part] for part in one.parts)
        if all(town[name] == count if count is not None else town[name] > 0 for name, count in printed.items()):
            yield town


@pytest.mark.parametrize("seed", range(16))
def test_no_town_that_could_stand_behind_it_is_the_only_one(seed: int) -> None:
    """All towns that print the same are put side by side: no small hidden number is the same in all of them."""
    chance = Random(seed)
    counts = cross(*(chance.choice((0, 0, 1, 1, 2, 3, 4, 6)) for _ in range(4)))
    printed = told_of(counts, CROSS, few=3)
    possible = list(towns(printed, CROSS, ("a1", "a2", "b1", "b2"), 12))
    assert counts in possible
    for name, count in counts.items():
        if printed[name] is None and 0 < count < 3:
            assert len({town[name] for town in possible}) > 1, (name, counts, printed)


def test_without_hiding_more_the_same_attack_finds_them() -> None:
    """The control: small numbers alone hidden, the attack that knows nothing of ours finds singletons."""
    found = 0
    for seed in range(16):
        chance = Random(seed)
        counts = cross(*(chance.choice((0, 0, 1, 1, 2, 3, 4, 6)) for _ in range(4)))
        printed = {name: None if 0 < count < 3 else count for name, count in counts.items()}
        possible = list(towns(printed, CROSS, ("a1", "a2", "b1", "b2"), 12))
        found += any(printed[name] is None and len({town[name] for town in possible}) == 1 for name in counts)
    assert found > 2
