"""Whether a place is open on a day, and how its times are said: weekday, weeks of the month, season, holidays, single days."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from marugoto.community.codes import Answer
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.holiday import holidays as holidays_of

WEEKDAYS = "月火水木金土日"
LAST = -1
WEEK = 7
WEEKS_AHEAD, TWICE, A_YEAR = 5 * WEEK, 2, 366  # days ahead: five weeks, so that every week of a month is met
Span = tuple[time | None, time | None, int | None, int | None]  # opens, closes, first and last month


@dataclass(frozen=True, order=True)
class Times:
    """One line of the times of a place; see `PlaceTime`."""

    weekday: int
    nth: int | None = None
    opens: time | None = None
    closes: time | None = None
    first_month: int | None = None
    last_month: int | None = None


@dataclass(frozen=True)
class Single:
    """One day that differs."""

    day: date
    is_open: bool = False
    opens: time | None = None
    closes: time | None = None
    words: str = ""


@dataclass(frozen=True)
class Rest:
    """Closed for weeks; `until` the day on which it opens again, empty where that lies more than a year ahead."""

    until: date | None = None


def may_open(lines: Collection[Times]) -> Decision:
    for line in lines:
        if not 0 <= line.weekday < WEEK or line.nth not in {None, LAST, 1, 2, 3, 4, 5}:
            return no("曜日か第何週かが読み取れません。", "一覧から選び直してください。")
        if line.opens and line.closes and line.closes <= line.opens:
            return no("終わりの時刻が、始まりの時刻より前です。", "時刻を直してください。")
        months = (line.first_month, line.last_month)
        if (months[0] is None) != (months[1] is None) or any(month and not 1 <= month <= 12 for month in months):
            return no(
                "季節は、何月から何月までの両方を書いてください。", "一年じゅうなら、両方を空けておいてください。"
            )
    return YES


def open_on(
    day: date,
    lines: Iterable[Times],
    singles: Mapping[date, Single],
    *,
    on_holidays: str = "",
    holidays: Collection[date] = frozenset(),
) -> tuple[Times, ...]:
    """What is open that day. A single day is stronger than the weekly times, and than a holiday."""
    single = singles.get(day)
    if single is not None:
        return (Times(day.weekday(), opens=single.opens, closes=single.closes),) if single.is_open else ()
    if day in holidays and on_holidays == Answer.NO:
        return ()
    return tuple(sorted((line for line in lines if _falls_on(line, day)), key=lambda line: line.opens or time()))


def resting(
    first: date, lines: Collection[Times], singles: Mapping[date, Single], *, on_holidays: str = ""
) -> Rest | None:
    """By season or day by day it is closed on every day of the coming five weeks on which it else would open, and two such days at
    least: what meets once a month and leaves out once does not rest. Where nobody said its weekdays, each day is one of them."""
    if not singles and not any(line.first_month for line in lines):
        return None
    known = tuple(lines) or tuple(Times(weekday) for weekday in range(WEEK))
    all_year = [replace(line, first_month=None, last_month=None) for line in known]
    left_out = 0
    for ahead in range(A_YEAR):
        day = first + timedelta(days=ahead)
        if open_on(day, known, singles, on_holidays=on_holidays, holidays=holidays_of(day.year)):
            return Rest(day) if ahead >= WEEKS_AHEAD and left_out >= TWICE else None
        left_out += any(_falls_on(line, day) for line in all_year)
    return Rest()


def times_words(lines: Iterable[Times]) -> str:
    """「第2・第4木曜 13:00〜15:00」; several of them with 、 between."""
    weeks: dict[tuple[int, Span], list[int | None]] = {}
    for line in sorted(lines, key=_by_day):
        span = (line.opens, line.closes, line.first_month, line.last_month)
        weeks.setdefault((line.weekday, span), []).append(line.nth)
    days: dict[tuple[tuple[int | None, ...], Span], list[str]] = {}
    for (weekday, span), nths in weeks.items():
        days.setdefault((tuple(nths), span), []).append(WEEKDAYS[weekday])
    return "、".join(_said(nths, found, span) for (nths, span), found in days.items())


def weekdays_of(lines: Iterable[Times]) -> frozenset[int]:
    return frozenset(line.weekday for line in lines)


def _by_day(line: Times) -> tuple[int, int, time]:
    return (line.weekday, (line.nth or 0) % 10, line.opens or time())


def _said(nths: Iterable[int | None], days: Iterable[str], span: Span) -> str:
    opens, closes, first, last = span
    weeks = "・".join("最後の" if nth == LAST else f"第{nth}" for nth in nths if nth is not None)
    hours = f"{_clock(opens)}〜{_clock(closes)}" if opens or closes else ""
    season = f"（{first}月〜{last}月）" if first else ""
    return " ".join(part for part in (f"{weeks}{'・'.join(days)}曜", hours) if part) + season


def _clock(moment: time | None) -> str:
    return f"{moment.hour}:{moment.minute:02}" if moment else ""


def _falls_on(line: Times, day: date) -> bool:
    return line.weekday == day.weekday() and in_season(line, day.month) and _in_week(line.nth, day)


def in_season(line: Times, month: int) -> bool:
    if line.first_month is None or line.last_month is None:
        return True
    if line.first_month <= line.last_month:
        return line.first_month <= month <= line.last_month
    return month >= line.first_month or month <= line.last_month


def _in_week(nth: int | None, day: date) -> bool:
    if nth is None:
        return True
    if nth == LAST:
        return (day + timedelta(days=WEEK)).month != day.month
    return (day.day - 1) // WEEK + 1 == nth
