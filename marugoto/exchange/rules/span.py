"""From which day to which, as one text: 2026年11月3日～2026年11月5日. What is not a day is kept as written, with the reason.

An era year is put into the western calendar and a spreadsheet's figure into its day, each with a sentence; nothing else is moved.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from marugoto.kernel.decision import Refused
from marugoto.kernel.era import FIRST, LAST, read_day

SERIAL = re.compile(r"[2-7]\d{4}(?:\.0+)?")
FIRST_DAY = date(1899, 12, 30)
WESTERN = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
SAID = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
BETWEEN = "～"


@dataclass(frozen=True, slots=True)
class Day:
    """`text` for the page; `sentence` when something was moved or could not be read."""

    text: str
    sentence: str = ""


def read_span(begins: str, ends: str) -> tuple[str, tuple[str, ...]]:
    """The text for the page and what the worker should know."""
    first, last = read_one(begins), read_one(ends)
    sentences = tuple(dict.fromkeys(one.sentence for one in (first, last) if one.sentence))
    if first.text == last.text or not last.text:
        return first.text, sentences
    return f"{first.text}{BETWEEN}{last.text}", sentences


def read_one(text: str) -> Day:
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return Day("")
    if SERIAL.fullmatch(plain):
        day = FIRST_DAY + timedelta(days=int(float(plain)))
        if day > LAST:
            return Day(text, f"表計算の数値「{plain}」は、先すぎて日付として扱えません。書かれたまま残しました。")
        return Day(_said(day), f"表計算の数値「{plain}」を、{_said(day)}に直しました。確かめてください。")
    try:
        day = read_day(plain)
    except Refused as refused:
        return Day(text, f"「{text}」は、{refused.sentence}書かれたまま残しました。")
    if WESTERN.fullmatch(plain):
        return Day(_said(day))
    return Day(_said(day), f"「{plain}」を、{_said(day)}に直しました。")


def write_span(days: str) -> tuple[str, str]:
    """The two cells of a published layout; what is no span goes to the first as it stands."""
    first, between, last = days.partition(BETWEEN)
    if not between and _iso(first):
        return _iso(first), _iso(first)
    if (_iso(first) and _iso(last)) or (not first and _iso(last)):
        return _iso(first), _iso(last)
    return days, ""


def ends_before(days: str, today: date) -> bool:
    """Whether the last day said is over; False for what is no span."""
    last = SAID.fullmatch(days.rpartition(BETWEEN)[2])
    iso = _iso(last.group()) if last else ""
    return bool(iso) and date.fromisoformat(iso) < today


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _iso(text: str) -> str:
    found = SAID.fullmatch(text)
    if not found:
        return ""
    year, month, number = map(int, found.groups())
    try:
        day = date(year, month, number)
    except ValueError:
        return ""
    # What could not be read again as a day stays as it is said.
    return day.isoformat() if FIRST <= day <= LAST else ""
