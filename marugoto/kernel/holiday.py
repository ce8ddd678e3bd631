"""The national holidays of Japan by law (国民の祝日に関する法律 2条・3条 and the acts that moved single days).

Written out because two hundred years of them must be known in a moment: jpholiday needs six seconds for them, and calls
4 May a holiday long before 昭和60年. The tests hold every day since then against it.
春分 and 秋分 are the approximation used by almanacs; the date itself is proclaimed in February of the year before.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

ALWAYS = 9999
BY_DATE = (  # name, first year, last year, month, day
    ("元日", 1949, ALWAYS, 1, 1),
    ("成人の日", 1949, 1999, 1, 15),
    ("建国記念の日", 1967, ALWAYS, 2, 11),
    ("天皇誕生日", 2020, ALWAYS, 2, 23),
    ("天皇誕生日", 1949, 1988, 4, 29),
    ("みどりの日", 1989, 2006, 4, 29),
    ("昭和の日", 2007, ALWAYS, 4, 29),
    ("憲法記念日", 1949, ALWAYS, 5, 3),
    ("みどりの日", 2007, ALWAYS, 5, 4),
    ("こどもの日", 1949, ALWAYS, 5, 5),
    ("海の日", 1996, 2002, 7, 20),
    ("山の日", 2016, 2019, 8, 11),
    ("山の日", 2022, ALWAYS, 8, 11),
    ("敬老の日", 1966, 2002, 9, 15),
    ("体育の日", 1966, 1999, 10, 10),
    ("文化の日", 1948, ALWAYS, 11, 3),
    ("勤労感謝の日", 1948, ALWAYS, 11, 23),
    ("天皇誕生日", 1989, 2018, 12, 23),
)
BY_MONDAY = (  # name, first year, last year, month, which Monday of it
    ("成人の日", 2000, ALWAYS, 1, 2),
    ("海の日", 2003, 2019, 7, 3),
    ("海の日", 2022, ALWAYS, 7, 3),
    ("敬老の日", 2003, ALWAYS, 9, 3),
    ("体育の日", 2000, 2019, 10, 2),
    ("スポーツの日", 2022, ALWAYS, 10, 2),
)
ONCE = (  # by acts of their own: the imperial house, and the Olympic summers
    ("皇太子明仁親王の結婚の儀", date(1959, 4, 10)),
    ("昭和天皇の大喪の礼", date(1989, 2, 24)),
    ("即位礼正殿の儀", date(1990, 11, 12)),
    ("皇太子徳仁親王の結婚の儀", date(1993, 6, 9)),
    ("天皇の即位の日", date(2019, 5, 1)),
    ("即位礼正殿の儀", date(2019, 10, 22)),
    ("海の日", date(2020, 7, 23)),
    ("スポーツの日", date(2020, 7, 24)),
    ("山の日", date(2020, 8, 10)),
    ("海の日", date(2021, 7, 22)),
    ("スポーツの日", date(2021, 7, 23)),
    ("山の日", date(2021, 8, 8)),
)
MOVED_FROM_SUNDAY = date(1973, 4, 12)  # 3条2項
BETWEEN_TWO = date(1985, 12, 27)  # 3条3項
MONDAY, SUNDAY = 0, 6


@cache
def holidays(year: int) -> dict[date, str]:
    """The holidays of a year (1900–2099) with their names; a day that two laws make free carries one name."""
    named = dict(sorted(_named(year)))
    free = dict(named)
    for day, name in named.items():
        if day.weekday() == SUNDAY and day >= MOVED_FROM_SUNDAY:
            free[_first_unnamed(day, named)] = f"{name} 振替休日"
    for day in named:
        between = day + timedelta(days=1)
        enclosed = day + timedelta(days=2) in named and between.weekday() != SUNDAY
        if enclosed and between not in free and between >= BETWEEN_TWO:
            free[between] = "国民の休日"
    return dict(sorted(free.items()))


def _named(year: int) -> Iterator[tuple[date, str]]:
    for name, first, last, month, day in BY_DATE:
        if first <= year <= last:
            yield date(year, month, day), name
    for name, first, last, month, which in BY_MONDAY:
        if first <= year <= last:
            begin = date(year, month, 1)
            yield begin + timedelta(days=(MONDAY - begin.weekday()) % 7 + 7 * (which - 1)), name
    for name, one in ONCE:
        if one.year == year:
            yield one, name
    if year >= 1949:
        yield date(year, 3, _equinox(year, 20.8357 if year < 1980 else 20.8431)), "春分の日"
    if year >= 1948:
        yield date(year, 9, _equinox(year, 23.2588 if year < 1980 else 23.2488)), "秋分の日"


def _equinox(year: int, at_1980: float) -> int:
    """The day of the month on which the sun passes: its moment in 1980, moved by the year's length and the leap days."""
    leap_days = int((year - (1983 if year < 1980 else 1980)) / 4)  # cut towards zero, as almanacs do
    return int(at_1980 + 0.242194 * (year - 1980) - leap_days)


def _first_unnamed(day: date, named: dict[date, str]) -> date:
    while day in named:
        day += timedelta(days=1)
    return day
