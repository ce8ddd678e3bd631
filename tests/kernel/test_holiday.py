"""Holidays are those of the law, day for day."""

from datetime import date

import jpholiday
import pytest

from marugoto.kernel.holiday import holidays

SUNDAY = 6


@pytest.mark.parametrize("year", range(1986, 2100, 3))
def test_since_1986_every_day_agrees_with_jpholiday(year: int) -> None:
    """Sundays apart: by law a Sunday between two holidays is not a 国民の休日, and jpholiday follows."""
    assert holidays(year) == dict(jpholiday.year_holidays(year))


@pytest.mark.parametrize("year", [1949, 1958, 1967, 1973, 1980, 1985])
def test_before_1986_only_the_days_that_the_law_did_not_know_yet_are_missing(year: int) -> None:
    other = dict(jpholiday.year_holidays(year))
    too_early = {day for day, name in other.items() if name == "国民の休日"} | {date(1973, 2, 12)}
    assert set(holidays(year)) == set(other) - too_early


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2019, 4, 30), "国民の休日"),
        (date(2019, 5, 1), "天皇の即位の日"),
        (date(2019, 5, 6), "こどもの日 振替休日"),
        (date(2020, 7, 24), "スポーツの日"),
        (date(2021, 8, 9), "山の日 振替休日"),
        (date(2026, 5, 6), "憲法記念日 振替休日"),
        (date(2026, 9, 22), "国民の休日"),
        (date(1973, 4, 30), "天皇誕生日 振替休日"),
        (date(1948, 11, 3), "文化の日"),
    ],
)
def test_days_that_only_the_law_explains(day: date, name: str) -> None:
    assert holidays(day.year)[day] == name


@pytest.mark.parametrize(
    "day",
    [date(2019, 12, 23), date(2020, 10, 12), date(2021, 8, 11), date(1985, 5, 4), date(1973, 2, 12), date(1986, 5, 4)],
)
def test_days_that_look_like_holidays_but_were_none(day: date) -> None:
    assert day not in holidays(day.year)


def test_before_the_law_there_are_none() -> None:
    assert holidays(1947) == {}
    assert min(holidays(1948)) == date(1948, 9, 23)
