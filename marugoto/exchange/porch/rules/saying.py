"""Days and hours in easy Japanese, with readings in brackets: きょう 夕方[ゆうがた]5時[じ]から."""

import re
import unicodedata
from datetime import date, time

WEEK = ("月[げつ]", "火[か]", "水[すい]", "木[もく]", "金[きん]", "土[ど]", "日[にち]")
PARTS_OF_DAY = (
    (5, "夜中[よなか]の"),
    (10, "朝[あさ]"),
    (12, "午前[ごぜん]"),
    (13, "昼[ひる]の"),
    (16, "午後[ごご]"),
    (19, "夕方[ゆうがた]"),
    (24, "夜[よる]"),
)  # fmt: skip — the first hour that is no more of this part
CLOCK = re.compile(r"([01]?\d|2[0-3])(?::|時)(?:([0-5]\d)分?|半)?")
SPAN = re.compile(rf"^\s*{CLOCK.pattern}\s*(?:[~〜～\-–—ー−]|から)\s*{CLOCK.pattern}\s*(?:まで)?\s*$")
HARD_MINUTES = frozenset("013468")  # last figure whose minute is read ぷん


def say_when(day: date | None, hours: str, today: date) -> str:
    """「あした 朝10時から 昼の12時まで」; without a day, only the hours; without either, ""."""
    said = [say_near(day, today)] if day else []
    times = say_hours(hours)
    return " ".join([*said, *([times] if times else [])])


def say_near(day: date, today: date) -> str:
    near = {0: "きょう", 1: "あした"}.get((day - today).days)
    return near or f"{day.month}月[がつ]{day.day}日[にち] {WEEK[day.weekday()]}曜日[ようび]"


def say_hours(hours: str) -> str:
    """What is no span of two times is said as it was written."""
    plain = unicodedata.normalize("NFKC", hours)
    found = SPAN.match(plain)
    if not found:
        return hours.strip()
    opens, closes = (
        _read(found.group(1), found.group(2), found.group(0)),
        _read(found.group(3), found.group(4), found.group(0)[found.start(3) :]),
    )
    same = _part(opens[0]) == _part(closes[0])
    return f"{_part(opens[0])}{_time(*opens)}から {'' if same else _part(closes[0])}{_time(*closes)}まで"


def is_over(hours: str, now: time) -> bool:
    """Whether the last hour of the day has gone by; hours that are no span of two times say nothing about it."""
    opens, closes = span_of(hours)
    return bool(opens and closes and closes > opens and now >= closes)  # what closes after midnight is open all evening


def span_of(hours: str) -> tuple[time | None, time | None]:
    """From when to when, where the words are a span of two times."""
    found = SPAN.match(unicodedata.normalize("NFKC", hours))
    if not found:
        return None, None
    opens = _read(found.group(1), found.group(2), found.group(0))
    closes = _read(found.group(3), found.group(4), found.group(0)[found.start(3) :])
    return time(*opens), time(*closes)


def say_span(opens: time | None, closes: time | None) -> str:
    """午後[ごご]1時[じ]から 4時[じ]まで; one of the two alone where the other is not known."""
    if opens and closes:
        return say_hours(f"{opens:%H:%M}〜{closes:%H:%M}")
    if opens:
        return f"{_part(opens.hour)}{_time(opens.hour, opens.minute)}から"
    return f"{_part(closes.hour)}{_time(closes.hour, closes.minute)}まで" if closes else ""


def say_since(day: date, today: date) -> str:
    """How long ago, as one says it; in months from two months on, in years from two years on."""
    days = (today - day).days
    if days <= 0:
        return "きょう"
    if days < 60:
        return f"{days}日[にち]まえ"
    return f"{days // 30}か月[げつ]まえ" if days < 730 else f"{days // 365}年[ねん]まえ"


def _read(hour: str, minute: str | None, text: str) -> tuple[int, int]:
    half = re.match(rf"^\s*{hour}時半", text) is not None
    return int(hour), 30 if half else int(minute or 0)


def _part(hour: int) -> str:
    return next(words for end, words in PARTS_OF_DAY if hour < end)


def _time(hour: int, minute: int) -> str:
    """17:30 → 5時[じ]30分[ぷん]; noon stays 12."""
    shown = hour if hour <= 12 else hour - 12
    if not minute:
        return f"{shown}時[じ]"
    return f"{shown}時[じ]{minute}分[{'ぷん' if str(minute)[-1] in HARD_MINUTES else 'ふん'}]"
