"""Where a place is on the map: degrees inside Japan, or no point at all. A wrong point is worse than none."""

import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

SOUTH, NORTH = Decimal(20), Decimal(46)
WEST, EAST = Decimal(122), Decimal(154)
STEP = Decimal("0.000001")  # six decimals are ten centimetres


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees as text with at most six decimals, or both "" and a sentence why."""

    latitude: str = ""
    longitude: str = ""
    sentence: str = ""


def read_point(latitude: str, longitude: str) -> Point:
    """Never raises; an unusable point is left out and says so."""
    if not latitude and not longitude:
        return Point()
    if not latitude or not longitude:
        return Point(sentence="緯度と経度の片方しかないため、地図の点を置きませんでした。")
    north, east = _degrees(latitude), _degrees(longitude)
    if north is None or east is None:
        return Point(sentence="度の小数で書かれていないため、地図の点を置きませんでした。")
    if SOUTH <= north <= NORTH and WEST <= east <= EAST:
        return Point(said_degrees(north), said_degrees(east))
    if SOUTH <= east <= NORTH and WEST <= north <= EAST:
        return Point(sentence="緯度と経度が入れ替わっているようです。直さずに、地図の点を置きませんでした。")
    return Point(sentence="日本の外を指しているため、地図の点を置きませんでした。")


def _degrees(text: str) -> Decimal | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) > 30:
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < 1000 else None


def said_degrees(value: Decimal) -> str:
    """35.8 and 35.800000 are said alike, so that a kept point compares with a read one."""
    text = f"{value.quantize(STEP):f}"
    return text.rstrip("0").rstrip(".")
