"""Opening and closing time as one text: 7:00–19:00. What is not a time is kept as written."""

import re
import unicodedata
from dataclasses import dataclass

CLOCK = re.compile(r"(\d{1,2})(?::|時)(\d{2})?(?:分|:00)?")
SERIAL = re.compile(r"0?\.\d{1,17}")  # 0.375 is what a spreadsheet leaves of 9:00
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    text: str
    is_clock: bool = False
    from_serial: bool = False


def read_hours(opens: str, closes: str) -> tuple[str, str]:
    """The text for the page and a sentence, each may be ""."""
    first, last = read_clock(opens), read_clock(closes)
    said = f"{first.text}–{last.text}" if last.text or first.is_clock else first.text
    if first.from_serial or last.from_serial:
        return said, "表計算の数値で書かれた時刻を、時刻に直しました。"
    return said, ""


def read_clock(text: str) -> Clock:
    plain = unicodedata.normalize("NFKC", text).strip()
    found = CLOCK.fullmatch(plain)
    if found and int(found.group(1)) <= 30 and int(found.group(2) or 0) < 60:  # 25:00 is said of bars and shelters
        return Clock(f"{int(found.group(1))}:{found.group(2) or '00'}", is_clock=True)
    if SERIAL.fullmatch(plain):
        minutes = round(float(plain) * MINUTES_A_DAY)
        return Clock(f"{minutes // 60}:{minutes % 60:02d}", is_clock=True, from_serial=True)
    return Clock(text)


def write_hours(said: str) -> tuple[str, str]:
    """The two cells of a published layout; what is not from one clock to another goes to the first as it stands."""
    opens, between, closes = said.partition("–")
    if between and read_hours(opens.strip(), closes.strip())[0] == said:
        return opens, closes
    return said, ""
