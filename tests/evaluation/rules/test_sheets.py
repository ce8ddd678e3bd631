"""A figure of twelve months beside the two sheets that count the same: told only where they tell all of it, and differ by nobody or enough."""

from datetime import date

import pytest

from marugoto.evaluation.rules.heads import CLOSES, INTAKES, PRINTED
from marugoto.evaluation.rules.sheets import Tie, unsafe_beside

BEFORE, LAST = date(2026, 3, 31), date(2026, 9, 30)
OLDER, OLDEST = date(2025, 9, 30), date(2025, 3, 31)


def sheet(intakes: int, outreach: int = 0, achieved: int = 0) -> dict[str, int]:
    """All consultations came in by telephone or were gone out to, were marked for nothing and are ended."""
    counts = dict.fromkeys(PRINTED, 0)
    counts |= {INTAKES: intakes, "named": intakes, "trouble.none": intakes, "end.answered": intakes}
    counts |= {"channel.phone": intakes - outreach, "channel.outreach": outreach}
    return counts | {"close.achieved": achieved, "close.all": achieved}


def unsafe(
    code: str, counts: dict[str, int], sheets: dict[date, dict[str, int]], population: int = 180_000
) -> list[str]:
    known = {"n": 0, "k": 0, "running": 0} | counts
    return [part for _day, _code, part in unsafe_beside({(LAST, code): known}, sheets, population=population)]


TWO = {BEFORE: sheet(40, 20), LAST: sheet(60, 20)}


@pytest.mark.parametrize(
    ("code", "counts", "parts"),
    [
        ("I04", {"n": 100, "k": 40}, []),
        ("I04", {"n": 101, "k": 40}, ["n"]),  # the one that is in no sheet
        ("I04", {"n": 99, "k": 40}, ["n"]),
        ("I04", {"n": 109, "k": 40}, ["n"]),
        ("I04", {"n": 110, "k": 40}, []),
        ("I04", {"n": 100, "k": 41}, ["k"]),
        ("I04", {"n": 100, "k": 49}, ["k"]),
        ("I04", {"n": 100, "k": 50}, []),
        ("I04", {"n": 101, "k": 41}, ["n"]),
        ("I01", {"n": 90, "running": 10}, []),
        ("I01", {"n": 90, "running": 15}, ["n"]),
        ("I01", {"n": 100, "running": 9}, []),  # nine that run are hidden, and are added by nobody
        ("I01", {"n": 90, "running": 20}, []),
        ("I01", {"n": 89, "running": 10}, ["n"]),
        ("I01", {"n": 100, "k": 3}, []),  # its k is in no sheet
        ("I02", {"n": 101}, ["n"]),
        ("I35", {"n": 101}, ["n"]),
        ("I06", {"n": 101}, []),  # the sheets count something else
    ],
)
def test_beside_the_two_sheets_of_its_months(code: str, counts: dict[str, int], parts: list[str]) -> None:
    assert unsafe(code, counts, TWO) == parts


def test_a_sheet_that_hides_its_number_hides_the_figure() -> None:
    assert unsafe("I04", {"n": 65, "k": 20}, {BEFORE: sheet(5), LAST: sheet(60, 20)}) == ["n"]
    assert unsafe("I01", {"n": 11}, {BEFORE: sheet(5), LAST: sheet(6)}) == ["n"]
    assert unsafe("I04", {"n": 100, "k": 25}, {BEFORE: sheet(40, 5), LAST: sheet(60, 20)}) in (["k"], ["n"])


def test_one_sheet_alone_is_no_less_known() -> None:
    assert unsafe("I04", {"n": 61, "k": 20}, {LAST: sheet(60, 20)}) == ["n"]
    assert unsafe("I04", {"n": 60, "k": 20}, {LAST: sheet(60, 20)}) == []
    assert unsafe("I04", {"n": 61, "k": 20}, {}) == []
    assert unsafe("I04", {"n": 5}, {}) == []


def test_what_came_back_is_of_the_sheets_of_a_year_before() -> None:
    tie = next(one for one in (Tie(("x",), ("y",)), Tie(("x",), ("y",), back=2)) if one.back)
    assert tie.halves(LAST) == (OLDEST, OLDER)
    assert Tie(("x",), ("y",)).halves(LAST) == (BEFORE, LAST)
    sheets = {OLDEST: sheet(40, achieved=20), OLDER: sheet(40, achieved=30)}
    assert unsafe("I34", {"n": 50}, sheets) == []
    assert unsafe("I34", {"n": 51}, sheets) == ["n"]
    assert unsafe("I34", {"n": 51}, {BEFORE: sheet(40, achieved=20), LAST: sheet(40, achieved=30)}) == []


def test_where_few_live_few_is_twenty() -> None:
    assert unsafe("I04", {"n": 110, "k": 40}, TWO, population=12_000) == ["n"]
    assert unsafe("I04", {"n": 120, "k": 40}, TWO, population=12_000) == []
    assert set(CLOSES) <= set(PRINTED)
