"""What is told of the ways between fields, by hand: a row alone, and a column of which the figures of the town tell the sum."""

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.route import Said, Way, WayTold, told_ways

A, B, C = ("aged", "child"), ("aged", "health"), ("child", "aged")


def way(offered: int, declined: tuple[int, int], late: tuple[int, int], bounced: int = 0) -> Way:
    return Way(Share(declined[0], declined[1]), Share(offered, bounced), Share(late[0], late[1]))


def told(**ways: Way) -> dict[str, WayTold]:
    found = told_ways({(name, "x"): one for name, one in ways.items()}, few=10)
    return {name: one for (name, _to), one in found.items()}


def test_nothing_is_small_and_all_is_told() -> None:
    assert told(a=way(40, (40, 20), (40, 12), 10))["a"] == WayTold(40, Said(40, 20), Said(40, 10), Said(40, 12))


@pytest.mark.parametrize(
    ("one", "declined", "bounced", "late"),
    [
        (way(40, (40, 4), (40, 0)), Said(40, None), Said(40, 0), Said(40, 0)),  # four said no
        (way(40, (40, 36), (40, 0)), Said(40, None), Said(40, 0), Said(40, 0)),  # four said yes
        (way(40, (37, 20), (40, 0)), Said(None, None), Said(40, 0), Said(40, 0)),  # three are open: 40 less 37
        (way(40, (30, 20), (40, 0)), Said(30, 20), Said(40, 0), Said(40, 0)),
        (way(40, (40, 20), (38, 0)), Said(40, 20), Said(40, 0), Said(None, None)),  # two are not due yet
        (way(40, (40, 20), (40, 40)), Said(40, 20), Said(40, 0), Said(40, 40)),
        (way(40, (40, 40), (40, 0), 40), Said(40, 40), Said(40, 40), Said(40, 0)),
        (way(40, (0, 0), (0, 0), 36), Said(0, 0), Said(40, None), Said(0, 0)),
    ],
)
def test_a_row_alone(one: Way, declined: Said, bounced: Said, late: Said) -> None:
    found = told(a=one)["a"]
    assert (found.declined, found.bounced) == (declined, bounced)
    assert found.late == late


def test_of_a_way_that_few_took_nothing_is_told() -> None:
    found = told(a=way(9, (9, 9), (9, 0)))["a"]
    assert found == WayTold(None, Said(None, None), Said(None, None), Said(None, None))


def test_one_hidden_way_hides_the_smallest_beside_it() -> None:
    """The figures of the town tell how many were offered in all."""
    found = told(a=way(9, (9, 0), (9, 0)), b=way(20, (20, 0), (20, 0)), c=way(60, (60, 0), (60, 0)))
    assert [one.offered for one in found.values()] == [None, None, 60]
    assert found["b"] == WayTold(None, Said(None, None), Said(None, None), Said(None, None))
    assert found["c"] == WayTold(60, Said(60, 0), Said(60, 0), Said(60, 0))


def test_two_hidden_ways_that_are_few_together_hide_another() -> None:
    found = told(a=way(4, (4, 0), (4, 0)), b=way(5, (5, 0), (5, 0)), c=way(60, (60, 0), (60, 0)))
    assert [one.offered for one in found.values()] == [None, None, None]
    other = told(a=way(4, (4, 0), (4, 0)), b=way(6, (6, 0), (6, 0)), c=way(60, (60, 0), (60, 0)))
    assert [one.offered for one in other.values()] == [None, None, 60]


def test_what_came_late_on_one_way_is_not_what_the_others_leave_of_the_town() -> None:
    found = told(a=way(40, (40, 0), (40, 3)), b=way(40, (40, 0), (40, 12)), c=way(40, (40, 0), (40, 15)))
    assert [one.late for one in found.values()] == [Said(40, None), Said(40, None), Said(40, 15)]


def test_refusals_of_all_ways_are_told_nowhere_and_nothing_is_hidden_beside_them() -> None:
    found = told(a=way(40, (40, 3), (40, 0)), b=way(40, (40, 12), (40, 0)))
    assert [one.declined for one in found.values()] == [Said(40, None), Said(40, 12)]
