"""What of a place goes to the porch: named field by field, so that nothing new in the house is told outside by itself."""

from typing import Any

from marugoto.community.codes import Access, HostCondition
from marugoto.community.queries.place import WholePlace
from marugoto.community.rules.opening import Single, Times
from marugoto.exchange.rules.hsds import EMAIL, OpenPlace, link_of

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
OPEN = ("fax", "extension")
TRAITS = frozenset({*Access, *HostCondition})  # whom the host has welcomed before is for those who support somebody
MOST_DAYS = 60


def told(one: WholePlace, outside: OpenPlace) -> dict[str, Any]:
    """Of a `publishable` place only: its row carries no more of the position than the host wishes. `outside`: as HSDS tells it."""
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
        "open": _open(outside),
    }


def _open(outside: OpenPlace) -> dict[str, Any]:
    """What only the list for other programs tells, beyond what residents are shown."""
    said = {name: outside.values[name] for name in OPEN if outside.values.get(name)}
    email = outside.values.get("email", "")
    known = {
        "url": link_of(outside.values.get("url", "")),
        "email": email if EMAIL.fullmatch(email) else "",
        "changed_at": outside.changed_at.isoformat(),
        "run_by": outside.run_by,
        "held_at": outside.held_at,
        "denied": sorted(code for code, yes in outside.traits.items() if not yes and code in TRAITS),
        "people": outside.capacity_people,
        "room": outside.room_people,
        "room_on": outside.room_on.isoformat() if outside.room_on else "",
    }
    return said | {name: value for name, value in known.items() if value not in (None, "", [])}


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
