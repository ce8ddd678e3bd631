"""What a municipality tells, by hand: within a figure, beside figures of the same people, edition after edition, half-year after half-year."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.heads import INTAKES, PRINTED
from marugoto.evaluation.rules.suppression import Hidden, Told
from marugoto.evaluation.rules.telling import Value, safe, tell_all

BEFORE, LAST = date(2026, 3, 31), date(2026, 9, 30)
AT = datetime(2026, 10, 5, tzinfo=UTC)
NOTHING, FEW, BETWEEN = Hidden.NOTHING, Hidden.FEW, Hidden.BETWEEN
Key = tuple[str, date]


def value(code: str, n: int, k: int, running: int = 0, **more: Any) -> Value:
    known: dict[str, Any] = {"version": "1", "anchor": LAST, "edition": 1, "level": 2, "made_at": AT}
    return Value(code=code, share=Share(n, k, running), **known | more)


def told(*values: Value, population: int | None = 180_000, **more: Any) -> dict[Key, Told]:
    tables = tell_all(values, population=population, **more)
    return {(code, anchor): what for (anchor, code, _version), (_value, what) in tables.items()}


def at_last(*values: Value, **more: Any) -> dict[str, tuple[int | None, int | None, int | None, Hidden]]:
    found = told(*values, **more)
    return {code: (one.n, one.k, one.running, one.hidden) for (code, anchor), one in found.items() if anchor == LAST}


@pytest.mark.parametrize(
    ("one", "printed"),
    [
        (value("I06", 41, 17), (41, 17, 0, NOTHING)),
        (value("I06", 41, 35), (41, None, 0, Hidden.FEW_LEFT)),
        (value("I06", 41, 6), (41, None, 0, Hidden.FEW_DONE)),
        (value("I06", 9, 6), (None, None, 0, FEW)),
        (value("I06", 41, 17, 3), (41, 17, None, NOTHING)),
        (value("I06", 0, 0), (0, 0, 0, NOTHING)),
        (value("I40", 40, 20, 300, weak=True), (None, None, None, FEW)),  # a survey that too few answered
        (value("I40", 40, 20, 300), (40, 20, 300, NOTHING)),
        (value("I40", 0, 0, weak=True), (0, 0, 0, NOTHING)),  # nobody was asked
        (value("I30", 12, 340, part=False), (12, 340, 0, NOTHING)),  # hours are nobody
        (value("I30", 40, 35, part=False), (40, 35, 0, NOTHING)),
        (value("I30", 9, 340, part=False), (None, None, 0, FEW)),
    ],
)
def test_one_figure(one: Value, printed: tuple[Any, ...]) -> None:
    assert at_last(one)[one.code] == printed


def test_of_the_same_people_one_does_not_tell_the_other() -> None:
    """Forty began: twenty are far enough for the one, thirty-nine for the other; forty less thirty-nine is the one who is not."""
    found = at_last(value("I31", 20, 10, 20), value("I31-180", 39, 20, 1))
    assert found == {"I31": (20, None, 20, BETWEEN), "I31-180": (None, None, None, BETWEEN)}
    other = at_last(value("I31", 20, 10, 20), value("I34", 39, 20, 1))  # of other people: forty is nowhere told
    assert other["I34"] == (39, 20, None, NOTHING)
    alone = at_last(value("I31-180", 39, 20, 1))
    assert alone["I31-180"] == (39, 20, None, NOTHING)


@pytest.mark.parametrize(
    ("first", "then", "printed"),
    [
        ((41, 17), (42, 17), 41),  # one came late
        ((41, 17), (41, 17), 41),
        ((41, 17), (50, 17), 41),
        ((41, 17), (61, 27), 61),
        ((41, 17), (51, 17), 51),  # ten came late, and none of them was done
        ((41, 17), (51, 18), 41),
        ((41, 17), (40, 17), 41),
        ((41, 17), (31, 17), 31),
        ((41, 17, 12), (61, 27, 13), 41),  # one more runs
        ((41, 17, 12), (61, 27, 22), 61),
        ((41, 17, 3), (61, 27, 4), 61),  # neither of which is told
        ((5, 2), (40, 20), 40),  # of what was hidden nothing can be subtracted
        ((10, 10), (11, 11), 10),  # ten were told
        ((41, 1), (61, 3), 61),  # the one was not
        ((0, 0), (5, 2), 0),
        ((0, 0), (40, 20), 40),
    ],
)
def test_a_later_edition(first: tuple[int, ...], then: tuple[int, ...], printed: int) -> None:
    found = at_last(value("I06", *then, edition=2), value("I06", *first))
    assert found["I06"][0] == printed


def test_the_third_edition_is_held_beside_the_one_that_was_told() -> None:
    editions = [value("I06", n, 17, edition=at) for at, n in enumerate((41, 46, 51), 1)]
    assert at_last(*editions)["I06"][0] == 51


@pytest.mark.parametrize(
    ("before", "last", "printed"),
    [
        ((41, 20), (80, 40), (80, 40, NOTHING)),
        ((41, 20), (42, 21), (None, None, BETWEEN)),  # the half-year that is new has but one
        ((41, 20), (80, 21), (80, None, BETWEEN)),
        ((41, 20), (61, 39), (61, None, BETWEEN)),  # of twenty that are new one was not done
        ((41, 20), (41, 20), (41, 20, NOTHING)),
        ((41, 4), (80, 21), (80, 21, NOTHING)),  # the four were not told
        ((9, 4), (12, 12), (12, 12, NOTHING)),
    ],
)
def test_a_half_year_less_the_last(before: tuple[int, int], last: tuple[int, int], printed: tuple[Any, ...]) -> None:
    found = told(value("I06", *before, anchor=BEFORE), value("I06", *last))["I06", LAST]
    assert (found.n, found.k, found.hidden) == printed


def test_another_version_may_count_the_same() -> None:
    found = told(value("I06", 41, 20, anchor=BEFORE), value("I06", 42, 21, version="2"))["I06", LAST]
    assert found.n is None


def test_hours_are_no_part_of_what_they_are_divided_by() -> None:
    found = told(value("I30", 41, 20, anchor=BEFORE, part=False), value("I30", 80, 21, part=False))["I30", LAST]
    assert (found.n, found.k) == (80, 21)


def test_a_twin_says_what_the_other_says() -> None:
    values = value("I06", 41, 35), value("F2.2", 41, 17, level=3)
    found = told(*values, twins={"F2.2": "I06"})
    assert found["F2.2", LAST] == Told(41, None, 0, 3, Hidden.FEW_LEFT)
    assert told(*values)["F2.2", LAST].k == 17
    assert told(values[1], twins={"F2.2": "I06"})["F2.2", LAST].k == 17  # the other is not there


def sheet(intakes: int, outreach: int) -> Mapping[str, int]:
    counts = dict.fromkeys(PRINTED, 0) | {INTAKES: intakes, "named": intakes, "trouble.none": intakes}
    return counts | {"end.answered": intakes, "channel.phone": intakes - outreach, "channel.outreach": outreach}


@pytest.mark.parametrize(
    ("n", "k", "printed"),
    [
        (100, 40, (100, 40, NOTHING)),
        (101, 40, (None, None, BETWEEN)),
        (100, 41, (100, None, BETWEEN)),
        (101, 41, (None, None, BETWEEN)),
        (100, 4, (100, None, Hidden.FEW_DONE)),
        (9, 4, (None, None, FEW)),
    ],
)
def test_beside_the_sheets_all_of_which_tell_it(n: int, k: int, printed: tuple[Any, ...]) -> None:
    found = told(value("I04", n, k), sheets={BEFORE: sheet(40, 20), LAST: sheet(60, 20)})["I04", LAST]
    assert (found.n, found.k, found.hidden) == printed


def test_what_was_few_is_said_to_be_few_whatever_the_sheets_hide() -> None:
    few = told(value("I04", 8, 0), sheets={BEFORE: sheet(5, 0), LAST: sheet(3, 0)})["I04", LAST]
    assert (few.n, few.hidden) == (None, FEW)
    done = told(value("I04", 60, 4), sheets={LAST: sheet(60, 4)})["I04", LAST]
    assert (done.n, done.k, done.hidden) == (60, None, Hidden.FEW_DONE)


@pytest.mark.parametrize(
    ("population", "n", "hidden"), [(1_999, None, Hidden.TINY), (2_000, 41, NOTHING), (None, 41, NOTHING)]
)
def test_where_few_live(population: int | None, n: int | None, hidden: Hidden) -> None:
    found = told(value("I06", 41, 20), population=population)["I06", LAST]
    assert (found.n, found.hidden) == (n, hidden)
    assert found.running == (None if hidden is Hidden.TINY else 0)


@pytest.mark.parametrize(
    ("years", "new", "kept"),
    [
        ([20, 30], 30, True),
        ([0, 12], 12, True),
        ([12, 24], 24, True),
        ([12], 21, False),
        ([12], 22, True),
        ([9], 12, False),  # before it nothing was written: nine, and then three
        ([30], 39, False),
        ([30], 40, True),
        ([36], 40, False),
        ([18, 10, 10], 25, True),
        ([30], 21, True),  # no half-years make these: somebody put a record right
    ],
)
def test_half_years_that_can_be_known(years: list[int], new: int, kept: bool) -> None:
    anchors = [date(2025, 3, 31), date(2025, 9, 30), BEFORE, LAST]
    assert safe(dict(zip(anchors, years, strict=False)), anchors[len(years)], new, 10) is kept


LONG_AGO, RUN = date(2020, 3, 31), [date(2024, 3, 31), date(2024, 9, 30), date(2025, 3, 31), date(2025, 9, 30), BEFORE]


@pytest.mark.parametrize(
    ("years", "new", "kept"),
    [
        ([20], 23, True),  # nobody knows the half-year before these
        ([10, 40, 36, 12], 10, False),  # the fourth half-year lies between two and six
        ([10, 40, 36, 12], 12, True),
        ([12, 10, 40, 36], 16, True),
        ([40, 36, 12], 10, True),
        ([30, 12, 12, 40], 31, True),
        ([10, 12, 36, 40], 10, False),
        ([12, 25, 15, 15], 20, False),
        ([10, 18], 10, True),
        ([10, 18, 28, 15], 12, True),
    ],
)
def test_after_a_gap_only_bounds_are_known(years: list[int], new: int, kept: bool) -> None:
    """Something was told long before, so that nothing is known of the half-year before the first."""
    told_before = {LONG_AGO: 50} | dict(zip(RUN, years, strict=False))
    assert safe(told_before, RUN[len(years)], new, 10) is kept
