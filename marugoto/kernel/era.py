"""Era dates: said as papers say them, read as people write them, and refused by name when no such day existed.

An era begins on the day named when it was proclaimed (詔書, since 平成 a 政令 under 元号法); the day before is the last of
the former. A wrong date is told which day it was, never moved there.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from marugoto.kernel.decision import YES, Decision, Refused, no
from marugoto.kernel.jst import JST

WEEK = "月火水木金土日"
ERAS = (  # name, letter, first day; newest first
    ("令和", "R", date(2019, 5, 1)),
    ("平成", "H", date(1989, 1, 8)),
    ("昭和", "S", date(1926, 12, 25)),
    ("大正", "T", date(1912, 7, 30)),
    ("明治", "M", date(1868, 10, 23)),
)
FIRST, LAST = date(1873, 1, 1), date(2099, 12, 31)  # the calendar of today came with 明治6年1月1日
OLDEST, FURTHEST = 125, 60  # years: nobody alive was born earlier, no plan reaches further
EXAMPLES = "令和8年11月24日、R8.11.24、2026/11/24 のように書いてください。"

ERA = r"(?P<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHR])"
YEAR = r"(?P<year>元|[0-9]{1,4}|[〇一二三四五六七八九十]{1,4})"
MONTH, DAY = (rf"(?P<{part}>[0-9]{{1,2}}|[〇一二三四五六七八九十]{{1,3}})" for part in ("month", "day"))
WEEKDAY = rf"(?:\((?P<week>[{WEEK}])(?:曜日?)?\)|(?P<weekday>[{WEEK}])曜日?)?"
KANJI = {kanji: value for value, kanji in enumerate("〇一二三四五六七八九")}
SHAPES = (
    re.compile(rf"(?:西暦|{ERA})?{YEAR}年{MONTH}月{DAY}日{WEEKDAY}"),
    re.compile(rf"{ERA}?{YEAR}(?P<mark>[-/.]){MONTH}(?P=mark){DAY}{WEEKDAY}"),
    re.compile(rf"{ERA}(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"),
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
)
WITHOUT_YEAR = re.compile(rf"{MONTH}(?:月|[-/.]){DAY}日?{WEEKDAY}")
STROKES = str.maketrans("‐‑‒–—―−ー・", "--------.")
NEAR = {"一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "今日": 0, "本日": 0, "きょう": 0, "明日": 1, "あす": 1}

HALF_A_YEAR = 183


def say_day(day: date) -> str:
    """11月24日(火)"""
    return f"{day.month}月{day.day}日({WEEK[day.weekday()]})"


def say_moment(moment: datetime) -> str:
    """「11月28日(土) 19:25」, as the clock says in Japan."""
    there = moment.astimezone(JST)
    return f"{say_day(there.date())} {there:%H:%M}"


def say_whole_moment(moment: datetime) -> str:
    """「令和8年11月28日(土) 19:25」, for what is kept over the years."""
    there = moment.astimezone(JST)
    return f"{say_whole_day(there.date())} {there:%H:%M}"


def say_near(day: date, today: date) -> str:
    """As `say_day` while nobody could mistake the year; else with its year."""
    return say_day(day) if abs((day - today).days) < HALF_A_YEAR else say_era(day)


def say_era(day: date) -> str:
    """令和8年11月24日; before 明治6年 the year is said as 西暦, since the calendar was another."""
    for name, _, first in ERAS:
        if day >= max(first, FIRST):
            return f"{name}{_ordinal(day.year - first.year + 1)}年{day.month}月{day.day}日"
    return f"西暦{day.year}年{day.month}月{day.day}日"


def say_whole_day(day: date) -> str:
    """令和8年11月24日(火)"""
    return f"{say_era(day)}({WEEK[day.weekday()]})"


def say_month(day: date) -> str:
    """令和8年11月"""
    return f"{say_era(day).partition('月')[0]}月"


def era_year(day: date) -> str:
    """R8, for numbers of files; before 明治6年 the year itself."""
    for _, letter, first in ERAS:
        if day >= max(first, FIRST):
            return f"{letter}{day.year - first.year + 1}"
    return str(day.year)


def read_day(text: str, today: date | None = None) -> date:
    """The day written in `text`, in any of the usual ways; `Refused` when it is none, or could be two.

    With `today` given, 今日 and 昨日 are read too, and a day that nobody alive or no plan can need is refused.
    """
    words = _plain(text)
    if today and words in NEAR:
        return today + timedelta(days=NEAR[words])
    found = next((match for shape in SHAPES if (match := shape.fullmatch(words))), None)
    if found is None:
        raise _unreadable(words, today)
    day = _day_of(found.groupdict())
    if today:
        plausible(day, today).require()
    return day


def plausible(day: date, today: date) -> Decision:
    """A no for a day that exists but is probably a slip: born over 125 years ago, or more than 60 years ahead."""
    if day.year < today.year - OLDEST:
        return no(f"{say_era(day)}は{today.year - day.year}年前です。", "年を確かめてください。")
    if day.year > today.year + FURTHEST:
        return no(f"{say_era(day)}は{day.year - today.year}年先です。", "年を確かめてください。")
    return YES


def _day_of(parts: Mapping[str, str | None]) -> date:
    year, month, number = (_figure(parts[part] or "") for part in ("year", "month", "day"))
    era = next((one for one in ERAS if parts.get("era") in {one[0], one[0][0], one[1]}), None)
    said = f"{era[0] if era else ''}{parts['year']}年{month}月{number}日"
    if era is None and len(str(year)) < 4:
        raise Refused(f"「{said}」の年が、どの元号の年か西暦か決まりません。", EXAMPLES)
    if year == 0:
        raise Refused(f"{said}という日はありません。", f"{era[0] if era else '西暦'}は1年(元年)から数えます。")
    day = _existing(era[2].year + year - 1 if era else year, month, number, said)
    if era and not say_era(day).startswith(era[0]):
        raise Refused(f"{said}という日はありません。その日は{say_era(day)}です。", f"{say_era(day)}と書いてください。")
    weekday = parts.get("week") or parts.get("weekday")
    if weekday and weekday != WEEK[day.weekday()]:
        raise Refused(f"{say_era(day)}は{WEEK[day.weekday()]}曜日です。", "日付か曜日を確かめてください。")
    return day


def _existing(year: int, month: int, number: int, said: str) -> date:
    if not 1 <= month <= 12:
        raise Refused(f"{said}という日はありません。", "月は1月から12月までです。")
    if year < FIRST.year:
        raise Refused(
            f"{said}は、暦が今と違うため読み取れません。", "明治6年(1873年)1月1日からの日付を書いてください。"
        )
    if year > LAST.year:
        raise Refused(
            f"{said}は先すぎて扱えません。", f"{LAST.year}年までの日付を書くか、期限がなければ空けてください。"
        )
    last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if not 1 <= number <= last.day:
        its_month = said.partition("月")[0]
        raise Refused(f"{said}という日はありません。", f"{its_month}月は{last.day}日までです。")
    return last.replace(day=number)


def _unreadable(words: str, today: date | None) -> Refused:
    if not words:
        return Refused("日付が書かれていません。", EXAMPLES)
    if found := WITHOUT_YEAR.fullmatch(words):
        month, number = _figure(found["month"]), _figure(found["day"])
        this = f"今年なら{say_era(today).split('年')[0]}年{month}月{number}日と書いてください。" if today else EXAMPLES
        return Refused("年が書かれていません。", this)
    return Refused("日付として読み取れません。", EXAMPLES)


def _plain(text: str) -> str:
    """Width, spaces, invisible characters and the many strokes made one; era letters large."""
    kept = (char for char in unicodedata.normalize("NFKC", text) if not char.isspace())
    return "".join(char for char in kept if unicodedata.category(char) != "Cf").translate(STROKES).upper()


def _figure(word: str) -> int:
    """元 is 1; 8; 八; 二十四; 二〇二六."""
    if word == "元":
        return 1
    if word.isdecimal():
        return int(word)
    if "十" not in word:
        return int("".join(str(KANJI[kanji]) for kanji in word))
    tens, _, ones = word.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "〇" in word or tens == "一" or "十" in ones:
        raise Refused("日付として読み取れません。", EXAMPLES)
    return 10 * KANJI.get(tens, 1) + KANJI.get(ones, 0)


def _ordinal(year: int) -> str:
    return "元" if year == 1 else str(year)
