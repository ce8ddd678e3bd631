"""A calendar as other programs read it (RFC 5545). Whole days and instants; times in UTC, so that no table of zones is needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//Marugoto//Marugoto//JA"
OCTETS = 75  # of a line, without its end (section 3.1)
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\r\n": "\\n", "\n": "\\n", "\r": "\\n"}


@dataclass(frozen=True)
class Occasion:
    """`begins` a day, or an instant with `ends`. `uid` is the same as long as the occasion is the same. `remind`: how long after its
    beginning a reminder is shown, before it where negative; of a whole day counted from midnight where the calendar is read."""

    uid: str
    summary: str
    begins: date | datetime
    ends: datetime | None = None
    description: str = ""
    url: str = ""
    where: str = ""
    private: bool = True
    remind: timedelta | None = None


def written(name: str, occasions: Iterable[Occasion], *, at: datetime, every: str = "PT6H") -> bytes:
    """`every`: how often a subscriber should come again, for those that ask."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{every}",
        *(line for one in occasions for line in _event(one, at)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def escaped(text: str) -> str:
    """Section 3.3.11; what can neither be seen nor written is left out."""
    for char, instead in ESCAPED.items():
        text = text.replace(char, instead)
    return "".join(char for char in text if char == "\t" or (ord(char) >= 32 and ord(char) != 127))


def folded(line: str) -> str:
    """Never longer than 75 octets, and never cut within a character."""
    parts, room = [""], OCTETS
    for char in line:
        size = len(char.encode())
        if size > room:
            parts.append("")
            room = OCTETS - 1  # the space that begins a continued line
        parts[-1] += char
        room -= size
    return "\r\n ".join(parts)


def _event(one: Occasion, at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(one.uid)}"
    yield f"DTSTAMP:{_instant(at)}"
    if isinstance(one.begins, datetime):
        yield f"DTSTART:{_instant(one.begins)}"
        yield f"DTEND:{_instant(one.ends or one.begins)}"
    else:
        yield f"DTSTART;VALUE=DATE:{one.begins:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.begins + timedelta(days=1):%Y%m%d}"  # exclusive
        yield "TRANSP:TRANSPARENT"  # a whole day that leaves the day free
    yield f"SUMMARY:{escaped(one.summary)}"
    if one.description:
        yield f"DESCRIPTION:{escaped(one.description)}"
    if one.where:
        yield f"LOCATION:{escaped(one.where)}"
    if one.url:
        yield f"URL:{one.url}"
    yield f"CLASS:{'PRIVATE' if one.private else 'PUBLIC'}"
    if one.remind is not None:
        yield from _alarm(one.summary, one.remind)
    yield "END:VEVENT"


def _alarm(words: str, after: timedelta) -> Iterator[str]:
    """Section 3.6.6: shown, with the summary alone; section 3.3.6: how long is said without days, so that no hour is lost in summer."""
    minutes = abs(after) // timedelta(minutes=1)
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"TRIGGER:{'-' if after < timedelta(0) else ''}PT{minutes // 60}H{minutes % 60}M"
    yield f"DESCRIPTION:{escaped(words)}"
    yield "END:VALARM"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
