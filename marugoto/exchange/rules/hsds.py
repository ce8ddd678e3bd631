"""Public places as services of Open Referral HSDS 3.1, one page of whole services, narrowed by our profile for Japanese municipalities.

What is unknown is left out, except where the standard asks for it: an empty postal code says that nobody knows it. Nothing is told
that the list of the porch would not tell. The profile is written down in docs/reference/hsds-jp.md.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from marugoto.community.rules.opening import Single, Times
from marugoto.exchange.rules.hsds_schedule import schedules_of
from marugoto.exchange.rules.writing import Issuer
from marugoto.kernel.jst import JST

Entry = dict[str, object]
EMAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
PREFECTURE = re.compile(r"(?:東京都|北海道|大阪府|京都府|[^\s\d都道府県]{2,3}県)")
MUNICIPALITY = re.compile(r"(?:[^\s\d]+?郡[^\s\d]+?[町村]|[^\s\d]+?[市区町村])")
DIGITS = re.compile(r"[0-9]{1,10}")
TAXONOMIES = "https://marugoto.example/taxonomy/"  # a name in a namespace, not an address
NOBODY = "運営者は登録されていません"


@dataclass(frozen=True)
class Words:
    """How the codes are said, by code; from the labels of the community."""

    kinds: Mapping[str, str]
    interests: Mapping[str, str]
    welcomes: Mapping[str, str]
    accesses: Mapping[str, str]
    conditions: Mapping[str, str]


@dataclass(frozen=True)
class OpenPlace:
    """A place as far as it may leave the house. `values`: by field of an import; `run_by`: an organisation that is public itself."""

    ref: UUID
    values: Mapping[str, str]
    changed_at: datetime
    confirmed_on: date | None = None
    kind: str = "other"
    district: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    run_by: str = ""
    held_at: str = ""
    on_holidays: str = ""
    interests: Sequence[str] = ()
    welcomes: Mapping[str, date] = field(default_factory=dict)
    times: Sequence[Times] = ()
    days: Mapping[date, Single] = field(default_factory=dict)
    traits: Mapping[str, bool] = field(default_factory=dict)
    fee_yen: int | None = None
    capacity_people: int | None = None
    room_people: int | None = None
    room_on: date | None = None


@dataclass(frozen=True)
class Part:
    """Which page of how many things: `size` on each page."""

    total: int
    page: int = 1
    size: int = 0

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size)) if self.size else 1


def page_of(places: Iterable[OpenPlace], issuer: Issuer, words: Words) -> Entry:
    """The whole list as one page, as `GET /services` answers it."""
    contents = [service_of(place, issuer, words) for place in places]
    return framed(contents, Part(len(contents)))


def framed(contents: Sequence[Entry], part: Part) -> Entry:
    """What stands on one page, and which page it is."""
    return {
        "total_items": part.total,
        "total_pages": part.pages,
        "page_number": part.page,
        "size": len(contents),
        "first_page": part.page == 1,
        "last_page": part.page == part.pages,
        "empty": not contents,
        "contents": contents,
    }


def service_of(place: OpenPlace, issuer: Issuer, words: Words) -> Entry:
    said = place.values
    organization = _organization(place, issuer)
    return _known(
        {
            "id": str(place.ref),
            "organization_id": organization["id"],
            "name": said["name"],
            "alternate_name": said.get("name_kana"),
            "description": said.get("description"),
            "url": link_of(said.get("url", "")),
            "email": said.get("email") if EMAIL.fullmatch(said.get("email", "")) else None,
            "status": "active",
            "application_process": said.get("conditions"),
            "fees_description": said.get("fee"),
            "eligibility_description": _eligibility(place, words),
            "assured_date": place.confirmed_on.isoformat() if place.confirmed_on else None,
            "last_modified": place.changed_at.astimezone(JST).isoformat(timespec="seconds"),
            "organization": organization,
            "phones": _phones(place),
            "schedules": schedules_of(place.ref, said, place.times, place.days, on_holidays=place.on_holidays),
            "service_at_locations": _locations(place, issuer, words),
            "cost_options": _cost(place),
            "capacities": _capacity(place),
            "attributes": _attributes(place, words),
        }
    )


def link_of(url: str) -> str | None:
    """A link in the letters a URI may have; Japanese in it is written in its code."""
    if not re.fullmatch(r"https?://[^\s\"'<>]+", url):
        return None
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    if not host.isascii():
        host = _in_ascii(host)
    return f"{scheme}://{host}{slash}{quote(path, safe='/?&=#%:;,+@!$()*~._-')}" if host else None


def _in_ascii(host: str) -> str:
    """As names are asked for in the net; "" for what is none, such as words glued to an address."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return ""


def split_address(address: str, issuer: Issuer) -> tuple[str, str, str]:
    """Prefecture, municipality, the rest. What names neither lies in the municipality whose list this is."""
    found = PREFECTURE.match(address)
    prefecture = issuer.prefecture if address.startswith(issuer.prefecture) else found.group() if found else ""
    rest = address.removeprefix(prefecture) if prefecture else address
    if rest.startswith(issuer.city):
        return prefecture or issuer.prefecture, issuer.city, rest.removeprefix(issuer.city).strip()
    if prefecture and (named := MUNICIPALITY.match(rest)):
        return prefecture, named.group(), rest[named.end() :].strip()
    return prefecture or issuer.prefecture, issuer.city, rest.strip()


def own_id(ref: UUID, *parts: str) -> str:
    """The same for the same thing, whenever it is written out."""
    return str(uuid5(ref, ":".join(parts)))


def _organization(place: OpenPlace, issuer: Issuer) -> Entry:
    name = place.run_by or place.values.get("organisation") or NOBODY
    description = f"{issuer.city}の地域の場所の一覧に、運営として書かれています。"
    if name == NOBODY:
        description = f"{issuer.city}は、この場所の運営者を登録していません。"
    return {
        "id": own_id(uuid5(NAMESPACE_URL, issuer.code), "organization", name),
        "name": name,
        "description": description,
    }


def _eligibility(place: OpenPlace, words: Words) -> str:
    welcomed = "・".join(words.welcomes[code] for code in sorted(place.welcomes) if code in words.welcomes)
    return "\n".join(part for part in (place.values.get("target", ""), welcomed) if part)


def _phones(place: OpenPlace) -> list[Entry]:
    said, phones = place.values, list[Entry]()
    for name, kind in (("phone", "voice"), ("fax", "fax")):
        if number := said.get(name):
            extension = said.get("extension", "") if name == "phone" else ""
            one: Entry = {"id": own_id(place.ref, name), "number": number, "type": kind}
            if DIGITS.fullmatch(extension):
                one["extension"] = int(extension)
            elif extension:
                one["description"] = f"内線 {extension}"
            phones.append(one)
    return phones


def _locations(place: OpenPlace, issuer: Issuer, words: Words) -> list[Entry]:
    location = _known(
        {
            "name": place.held_at,
            "description": _labelled("駐車場", place.values.get("parking", "")),
            "transportation": place.values.get("access"),
            "latitude": float(place.latitude) if place.latitude is not None else None,
            "longitude": float(place.longitude) if place.longitude is not None else None,
            "addresses": _addresses(place, issuer),
            "accessibility": _accessibility(place, words),
        }
    )
    if not location and not place.district:
        return []
    key = own_id(place.ref, "location")
    location |= {"id": key, "location_type": "physical"}
    location.setdefault("name", place.district or place.values["name"])
    return [
        {
            "id": own_id(place.ref, "service_at_location"),
            "service_id": str(place.ref),
            "location_id": key,
            "location": location,
        }
    ]


def _addresses(place: OpenPlace, issuer: Issuer) -> list[Entry]:
    address = place.values.get("address", "")
    if not address:
        return []
    prefecture, city, rest = split_address(address, issuer)
    return [
        _known(
            {
                "id": own_id(place.ref, "address"),
                "location_id": own_id(place.ref, "location"),
                "address_1": rest or city,
                "address_2": place.values.get("building"),
                "city": city,
                "state_province": prefecture,
                "country": "JP",
                "address_type": "physical",
            }
        )
        | {"postal_code": ""}  # our register has none, and none is invented
    ]


def _accessibility(place: OpenPlace, words: Words) -> list[Entry]:
    said: list[Entry] = [
        {
            "id": own_id(place.ref, "accessibility", code),
            "location_id": own_id(place.ref, "location"),
            "description": words.accesses[code],
            "details": "はい" if place.traits[code] else "いいえ",
        }
        for code in sorted(place.traits)
        if code in words.accesses
    ]
    if text := place.values.get("accessibility"):
        said.append(
            {
                "id": own_id(place.ref, "accessibility"),
                "location_id": own_id(place.ref, "location"),
                "description": text,
            }
        )
    return said


def _cost(place: OpenPlace) -> list[Entry]:
    if place.fee_yen is None:
        return []
    one = {"id": own_id(place.ref, "cost"), "service_id": str(place.ref), "currency": "JPY", "amount": place.fee_yen}
    return [one]


def _capacity(place: OpenPlace) -> list[Entry]:
    """Only where the room was said in figures and on a day: a capacity alone says nothing of today."""
    if place.room_people is None or place.room_on is None:
        return []
    said_on = datetime.combine(place.room_on, datetime.min.time(), JST)
    return [
        _known(
            {
                "id": own_id(place.ref, "capacity"),
                "service_id": str(place.ref),
                "unit": {"id": own_id(uuid5(NAMESPACE_URL, TAXONOMIES), "people"), "name": "人"},
                "available": place.room_people,
                "maximum": place.capacity_people,
                "updated": said_on.isoformat(timespec="seconds"),
            }
        )
    ]


def _attributes(place: OpenPlace, words: Words) -> list[Entry]:
    """Our lists as terms of taxonomies; a condition that was denied says so in its value, a welcome since when."""
    terms = [("kind", place.kind, words.kinds, "")]
    terms += [("interest", code, words.interests, "") for code in sorted(place.interests)]
    terms += [("welcome", code, words.welcomes, since.isoformat()) for code, since in sorted(place.welcomes.items())]
    terms += [
        ("condition", code, words.conditions, "はい" if yes else "いいえ") for code, yes in sorted(place.traits.items())
    ]
    return [_attribute(place, name, code, said[code], value) for name, code, said, value in terms if code in said]


def _attribute(place: OpenPlace, taxonomy: str, code: str, word: str, value: str) -> Entry:
    space = uuid5(NAMESPACE_URL, f"{TAXONOMIES}{taxonomy}")
    term = own_id(space, code)
    names = {"kind": "種別", "interest": "できること", "welcome": "迎える方", "condition": "来る人との約束"}
    detail = {"id": str(space), "name": names[taxonomy], "description": f"まるごとの「{names[taxonomy]}」の一覧"}
    return _known(
        {
            "id": own_id(place.ref, taxonomy, code),
            "link_id": str(place.ref),
            "link_entity": "service",
            "taxonomy_term_id": term,
            "label": names[taxonomy],
            "value": value,
            "taxonomy_term": {
                "id": term,
                "code": code,
                "name": word,
                "description": f"{names[taxonomy]}：{word}",
                "taxonomy": names[taxonomy],
                "taxonomy_id": str(space),
                "taxonomy_detail": detail,
                "language": "ja",
            },
        }
    )


def _labelled(label: str, words: str) -> str:
    return f"{label}：{words}" if words else ""


def _known(entry: Mapping[str, object]) -> Entry:
    """Without what nobody knows; a nought is known."""
    return {name: value for name, value in entry.items() if value not in (None, "", [])}
