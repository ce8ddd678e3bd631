"""Weekdays and parts of the day. A slot is a number, three times the weekday (0 Monday) plus the part; kept as "3" (the whole
day) or "3pm", written by hand as "thu_pm", "weekday_am", "pm"."""

import re
from collections.abc import Iterable

from marugoto.participation.codes import Part

WEEKDAYS = "月火水木金土日"
PARTS = (Part.MORNING, Part.AFTERNOON, Part.EVENING)
SAID = {Part.MORNING: "午前", Part.AFTERNOON: "午後", Part.EVENING: "夜"}
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GROUPS = {"weekday": range(5), "weekend": range(5, 7), "any": range(7)}
NOON, FIVE = 12 * 60, 17 * 60
_CLOCK = re.compile(r"(午前|午後|夜|夕方)?\s*(\d{1,2})(?:[:：](\d{2})|時(?!間)(半)?(?:(\d{1,2})分)?)")


def slot(day: int, part: Part) -> int:
    return day * 3 + PARTS.index(part)


def rest_of_day(one: int) -> range:
    """This part of the day and the later ones."""
    return range(one, one // 3 * 3 + 3)


def kept(slots: Iterable[int]) -> str:
    """Joined by commas, whole days as the day alone."""
    chosen = set(slots)
    words = []
    for day in range(7):
        parts = [part for part in PARTS if slot(day, part) in chosen]
        words += [str(day)] if len(parts) == 3 else [f"{day}{part}" for part in parts]
    return ",".join(words)


def read(text: str) -> frozenset[int]:
    """What `kept` wrote."""
    found: set[int] = set()
    for word in filter(None, text.split(",")):
        parts = PARTS if len(word) == 1 else (Part(word[1:]),)
        found |= {slot(int(word[0]), part) for part in parts}
    return frozenset(found)


def named(words: Iterable[str]) -> frozenset[int]:
    """As a clerk writes them: "thu_pm", "thu", "weekday_am", "pm", "any"."""
    found: set[int] = set()
    for word in words:
        name, _, part = word.partition("_")
        if name in set(PARTS):
            name, part = "any", name
        days = GROUPS.get(name) or (NAMES.index(name),)
        found |= {slot(day, one) for day in days for one in ((Part(part),) if part else PARTS)}
    return frozenset(found)


def whole(days: Iterable[int]) -> frozenset[int]:
    return frozenset(slot(day, part) for day in days for part in PARTS)


def parts_in(hours: str) -> frozenset[Part]:
    """The parts of the day that a text about opening hours touches; empty where it names none."""
    found = [_minute(*match) for match in _CLOCK.findall(hours)]
    if not found:
        return frozenset(part for part in PARTS if SAID[part] in hours)
    parts: set[Part] = set()
    for opens, said in zip(found[::2], found[1::2] or found[:1], strict=False):
        closes = said + NOON if said < opens < NOON else said  # 10時〜3時 is until three in the afternoon
        parts |= _between(opens, closes if closes > opens else opens + 1)
    return frozenset(parts)


def say(slots: Iterable[int]) -> str:
    """「木曜の午後」, 「月曜・火曜」, 「平日の午前」: days that are alike are said together."""
    chosen = set(slots)
    alike: dict[tuple[Part, ...], list[int]] = {}
    for day in range(7):
        parts = tuple(part for part in PARTS if slot(day, part) in chosen)
        if parts:
            alike.setdefault(parts, []).append(day)
    return "、".join(_say_days(days) + _say_parts(parts) for parts, days in alike.items())


def _say_days(days: list[int]) -> str:
    if len(days) == 7:
        return "毎日"
    if days == [0, 1, 2, 3, 4]:
        return "平日"
    return "・".join(f"{WEEKDAYS[day]}曜" for day in days)


def _say_parts(parts: tuple[Part, ...]) -> str:
    return "" if len(parts) == 3 else "の" + "と".join(SAID[part] for part in parts)


def _minute(half: str, hour: str, minutes: str, half_hour: str, more: str) -> int:
    later = 12 if half in {"午後", "夜", "夕方"} and int(hour) < 12 else 0
    return (int(hour) + later) * 60 + int(minutes or more or (30 if half_hour else 0))


def _between(opens: int, closes: int) -> set[Part]:
    """Half an hour over the border is not the next part: 10:00〜12:30 is a morning."""
    edges = ((Part.MORNING, 0, NOON), (Part.AFTERNOON, NOON, FIVE), (Part.EVENING, FIVE, 30 * 60))
    longest = max(min(closes, end) - max(opens, start) for _, start, end in edges)
    least = min(31, longest)
    return {part for part, start, end in edges if min(closes, end) - max(opens, start) >= least}
