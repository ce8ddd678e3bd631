"""Times of a place as schedules of HSDS: rules of RFC 5545 for what recurs, words for what no rule can say."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from uuid import UUID, uuid5

from marugoto.community.codes import Answer
from marugoto.community.rules.opening import Single, Times, times_words

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
JAPAN = 9  # hours before UTC
HOLIDAYS = {Answer.NO: "祝日は休みです。", Answer.YES: "祝日も開いています。"}
Span = tuple[bool, time | None, time | None, int | None, int | None]


def schedules_of(
    ref: UUID,
    said: Mapping[str, str],
    times: Sequence[Times],
    days: Mapping[date, Single],
    *,
    on_holidays: str = "",
) -> list[dict[str, object]]:
    """One for each set of weekdays with the same hours; where nothing is said in figures, one of words."""
    words = " ".join(part for name in ("days", "hours", "hours_note") if (part := said.get(name, "")))
    if not times:
        return [{"id": str(uuid5(ref, "schedule")), "service_id": str(ref), "description": words}] if words else []
    spans: dict[Span, list[Times]] = {}
    for line in sorted(times, key=lambda one: (one.weekday, one.nth or 0)):
        spans.setdefault((line.nth is None, line.opens, line.closes, line.first_month, line.last_month), []).append(
            line
        )
    notes = _notes(days, on_holidays)
    return [_schedule(ref, number, lines, notes) for number, lines in enumerate(spans.values(), 1)]


def _schedule(ref: UUID, number: int, lines: Sequence[Times], notes: str) -> dict[str, object]:
    first = lines[0]
    season = f"{first.first_month}月から{first.last_month}月まで。" if first.first_month else ""
    schedule = {
        "id": str(uuid5(ref, f"schedule:{number}")),
        "service_id": str(ref),
        "timezone": JAPAN,
        "wkst": "MO",
        "freq": "WEEKLY" if first.nth is None else "MONTHLY",
        "interval": 1,
        "byday": ",".join(f"{line.nth or ''}{DAYS[line.weekday]}" for line in lines),
        "description": times_words(lines),
        "opens_at": _clock(first.opens),
        "closes_at": _clock(first.closes),
        "notes": season + notes,
    }
    return {name: value for name, value in schedule.items() if value != ""}


def _notes(days: Mapping[date, Single], on_holidays: str) -> str:
    """Days that differ, by date and hours only: why they do is the host's own matter."""
    said = [HOLIDAYS[Answer(on_holidays)]] if on_holidays in set(Answer) else []
    for day in sorted(days):
        one = days[day]
        hours = "–".join(_clock(moment) for moment in (one.opens, one.closes)) if one.opens or one.closes else ""
        said.append(f"{day.isoformat()}は{f'開きます {hours}'.strip() if one.is_open else '休みです'}。")
    return "".join(said)


def _clock(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""
