"""What is shut in by sums, bound by bound; and which further number is hidden first."""

import pytest

from marugoto.evaluation.rules.subtraction import Bounds, Sum, leaking, shut_in, told_of

FEW = 5
ALL = (Sum("all", ("a", "b", "c")),)


@pytest.mark.parametrize(
    ("bounds", "under"),
    [
        (Bounds(1, 4), True),
        (Bounds(4, 4), True),
        (Bounds(1, 5), False),
        (Bounds(0, 4), False),  # it may be nobody
        (Bounds(0, 0), False),
        (Bounds(1), False),
        (Bounds(3, 2), False),  # nothing is so
        (Bounds(5, 5), False),
    ],
)
def test_known_to_be_few(bounds: Bounds, under: bool) -> None:
    assert bounds.under(FEW) is under


@pytest.mark.parametrize(
    ("told", "hidden", "known"),
    [
        ({"all": 20, "a": 18}, ["b", "c"], {"b": Bounds(1, 1), "c": Bounds(1, 1)}),
        ({"all": 20, "a": 10}, ["b", "c"], {"b": Bounds(1, 9), "c": Bounds(1, 9)}),
        ({"all": 20}, ["a", "b", "c"], {"a": Bounds(1, 18), "b": Bounds(1, 18), "c": Bounds(1, 18)}),
        ({"a": 10, "b": 3}, ["all", "c"], {"all": Bounds(14), "c": Bounds(1)}),
        ({"a": 10, "b": 3, "c": 2}, ["all"], {"all": Bounds(15, 15)}),
    ],
)
def test_what_one_sum_shuts_in(told: dict[str, int], hidden: list[str], known: dict[str, Bounds]) -> None:
    assert shut_in(told, hidden, ALL) == known


def test_what_is_printed_nowhere_may_be_nobody() -> None:
    assert shut_in({"all": 20, "a": 18}, ["b", "c"], ALL, silent={"c"}) == {"b": Bounds(1, 2), "c": Bounds(0, 1)}


def test_sums_shut_in_together_what_none_does_alone() -> None:
    sums = (Sum("p", ("x", "y")), Sum("q", ("y", "z")), Sum("r", ("x", "z")))
    assert shut_in({"p": 16, "q": 10, "r": 8}, ["x", "y", "z"], sums) == {
        "x": Bounds(7, 7),
        "y": Bounds(9, 9),
        "z": Bounds(1, 1),
    }
    large = shut_in({"p": 40, "q": 30, "r": 50}, ["x", "y", "z"], sums)  # bounds alone leave each of them open
    assert large == {"x": Bounds(30, 30), "y": Bounds(10, 10), "z": Bounds(20, 20)}
    two = shut_in({"p": 16, "q": 10}, ["x", "y", "z"], sums[:2])
    assert two == {"x": Bounds(7, 15), "y": Bounds(1, 9), "z": Bounds(1, 9)}


def test_only_what_is_small_and_hidden_leaks() -> None:
    counts = {"all": 20, "a": 15, "b": 3, "c": 2}
    assert leaking(counts, {"all": 20, "a": 15}, ALL, few=FEW) == ["b", "c"]  # five for two: neither has more than four
    assert leaking(counts, {"all": 20}, ALL, few=FEW) == []
    assert leaking(counts, {"all": 20, "a": 15, "b": 3}, ALL, few=FEW) == ["c"]
    assert leaking(counts, {"all": 20, "b": 3, "c": 2}, ALL, few=FEW) == []  # fifteen is not small
    assert leaking({"all": 18, "a": 15, "b": 1, "c": 2}, {"all": 18, "a": 15}, ALL, few=FEW) == ["b", "c"]
    assert leaking(counts, {"all": 20, "a": 15, "b": 3}, ALL, few=FEW, silent={"c"}) == []


@pytest.mark.parametrize(
    ("counts", "printed"),
    [
        ({"all": 20, "a": 9, "b": 9, "c": 2}, {"all": 20, "a": None, "b": 9, "c": None}),  # of two alike the first
        ({"all": 20, "a": 10, "b": 8, "c": 2}, {"all": 20, "a": 10, "b": None, "c": None}),
        ({"all": 20, "a": 15, "b": 5, "c": 0}, {"all": 20, "a": 15, "b": 5, "c": 0}),
        ({"all": 20, "a": 16, "b": 4, "c": 0}, {"all": 20, "a": None, "b": None, "c": 0}),  # zero is no cover
        ({"all": 4, "a": 4, "b": 0, "c": 0}, {"all": None, "a": None, "b": 0, "c": 0}),
        ({"all": 9, "a": 5, "b": 4, "c": 0}, {"all": 9, "a": None, "b": None, "c": 0}),
        ({"all": 8, "a": 5, "b": 3, "c": 0}, {"all": 8, "a": None, "b": None, "c": 0}),
    ],
)
def test_the_smallest_beside_it_is_hidden_and_a_part_before_a_whole(
    counts: dict[str, int], printed: dict[str, int | None]
) -> None:
    assert told_of(counts, ALL, few=FEW) == printed


def test_many_sums_are_solved_together_beside_one_that_stays_open() -> None:
    """Of five sums in a ring, of a known number in one of them, and of one that stands apart."""
    ring = (("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "a"))
    true = {"a": 30, "b": 25, "c": 41, "d": 22, "e": 37}
    sums = [Sum(f"{one}{other}", (one, other)) for one, other in ring]
    told = {one.whole: sum(true[part] for part in one.parts) for one in sums}
    assert shut_in(told, [*true], sums) == {name: Bounds(count, count) for name, count in true.items()}
    open_too = [*sums, Sum("apart", ("a", "f", "g"))]
    found = shut_in(told | {"apart": 90}, [*true, "f", "g"], open_too)
    assert (found["a"], found["f"], found["g"]) == (Bounds(30, 30), Bounds(1, 59), Bounds(1, 59))
    less = {name: count for name, count in told.items() if name != "ea"}
    assert shut_in(less, [*true, "ea"], sums)["a"].most != 30


def test_what_is_silent_shuts_nothing_in() -> None:
    sums = (Sum("all", ("a", "b", "s")),)
    counts = {"all": 26, "a": 8, "b": 3, "s": 15}
    assert told_of(counts, sums, few=FEW, silent={"s"}) == {"all": 26, "a": 8, "b": None}


def test_what_stands_in_no_sum_with_it_is_left_alone() -> None:
    sums = (Sum("all", ("a", "b")), Sum("other", ("x", "y")))
    counts = {"all": 20, "a": 18, "b": 2, "other": 16, "x": 8, "y": 8}
    assert told_of(counts, sums, few=FEW) == counts | {"a": None, "b": None}
