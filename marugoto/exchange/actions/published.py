"""What of a place goes to the porch: named field by field, so that nothing new in the house is told outside by itself."""

from typing import Any

from marugoto.community.codes import Access, HostCondition
from marugoto.community.queries.place import WholePlace
from marugoto.community.rules.opening import Single, Times

SHOWN = (
    "kind_text",
    "services",
    "address",
    "building",
    "phone",
    "organisation",
    "target",
    "fee",
    "conditions",
    "access",
    "parking",
    "accessibility",
    "hours_note",
    "room_now",
    "description",
)  # fmt: skip — the public words of a place
TRAITS = frozenset({*Access, *HostCondition})  # whom the host has welcomed before is for those who support somebody
MOST_DAYS = 60


def told(one: WholePlace) -> dict[str, Any]:
    """Of a `publishable` place only: its row carries no more of the position than the host wishes."""
    place = one.place
    shown = {name: getattr(place, name) for name in SHOWN if getattr(place, name)}
    return {
        "id": str(place.pk),
        "name": place.name,
        "kana": place.name_kana,
        "kind": place.kind,
        "district": place.district.name if place.district else "",
        "days": place.days,
        "hours": place.hours,
        "opening": _opening(one),
        "welcome": sorted(one.welcomes),
        "since": {code: day.isoformat() for code, day in sorted(one.welcomes.items())},
        "interests": sorted(one.interests),
        "traits": sorted(code for code, yes in one.traits.items() if yes and code in TRAITS),
        "fee_yen": place.fee_yen,
        "point": _point(one),
        "confirmed_on": one.confirmed_on.isoformat() if one.confirmed_on else "",
        "shown": shown,
    }


def _opening(one: WholePlace) -> dict[str, Any]:
    days = sorted(one.days.values(), key=lambda single: single.day)[:MOST_DAYS]
    return {
        "times": [_line(line) for line in sorted(one.times, key=_first)],
        "days": [_single(day) for day in days],
        "holidays": one.place.on_holidays,
    }


def _first(line: Times) -> tuple[int, int, str]:
    return line.weekday, line.nth or 0, _clock(line.opens)


def _line(line: Times) -> list[Any]:
    return [line.weekday, line.nth, _clock(line.opens), _clock(line.closes), line.first_month, line.last_month]


def _single(day: Single) -> list[Any]:
    return [day.day.isoformat(), day.is_open, _clock(day.opens), _clock(day.closes), day.words]


def _clock(moment: Any) -> str:
    return moment.isoformat("minutes") if moment else ""


def _point(one: WholePlace) -> list[str]:
    """Latitude, longitude and how exact they are; empty where the host wishes none told."""
    row = one.place
    if row.latitude is None or row.longitude is None:
        return []
    return [str(row.latitude), str(row.longitude), row.precision]
