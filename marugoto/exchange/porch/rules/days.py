"""On which day a place is open next, as far as its own words say it: 毎週 木曜, 第1・第3 水曜, 平日."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from marugoto.community.rules.weekdays import weekdays_in
from marugoto.kernel.holiday import holidays

LOOK_AHEAD = 35  # days: a month and a little, so that every 第1 and 第4 is met
ORDINALS = re.compile(r"第([1-5一二三四五](?:[・、,]第?[1-5一二三四五](?![0-9]))*)")
KANJI = "〇一二三四五"
UNCERTAIN = ("隔週", "不定", "月末", "最終", "最後", "要予約", "お問", "問い合わせ")
CLOSED_ON_HOLIDAYS = re.compile(r"平日|祝[日休]*[^。、]*(?:休|除)")


def next_open(words: str, today: date) -> date | None:
    """The next day, today included; None when the words do not say it for certain."""
    return next(open_days(words, today), None)


def open_days(words: str, today: date, ahead: int = LOOK_AHEAD) -> Iterator[date]:
    weekdays, turns, works_on_holidays = _read(unicodedata.normalize("NFKC", words))
    for more in range(ahead if weekdays else 0):
        day = today + timedelta(days=more)
        in_turn = not turns or (day.day - 1) // 7 + 1 in turns
        if day.weekday() in weekdays and in_turn and (works_on_holidays or day not in holidays(day.year)):
            yield day


@lru_cache(maxsize=4096)
def _read(words: str) -> tuple[frozenset[int], frozenset[int], bool]:
    """Weekdays, which of the month (empty: every), and whether holidays are open days too."""
    if any(sign in words for sign in UNCERTAIN):
        return frozenset(), frozenset(), True
    turns = frozenset(
        int(char) if char.isdecimal() else KANJI.index(char)
        for run in ORDINALS.findall(words)
        for char in run
        if char.isdecimal() or char in KANJI
    )
    weekdays = weekdays_in(ORDINALS.sub("", words).strip())
    if len(weekdays) > 1 and _each_of_its_own(words):
        return frozenset(), frozenset(), True
    return weekdays, turns, not CLOSED_ON_HOLIDAYS.search(words)


def _each_of_its_own(words: str) -> bool:
    """第1水曜・第3金曜, 木曜と第2土曜: which week belongs to which weekday is not read."""
    runs = list(ORDINALS.finditer(words))
    named = re.search("[月火水木金土日]曜|毎週", words)
    return len(runs) > 1 or bool(runs and named and named.start() < runs[0].start())
