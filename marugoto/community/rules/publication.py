"""How exactly the position of a place is told outside the house: as the host wishes, and never closer by another way.

The middle of a fixed square of about 500 metres stands for all that lies in it: asked a hundred times, it is the same point.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from marugoto.community.codes import Precision

SQUARE = (Decimal("0.0045"), Decimal("0.0055"))  # degrees of latitude and longitude that are about 500 m in Japan
PLACES = Decimal("0.000001")
LOT = re.compile(
    r"(?:[0-9０-９]|[一二三四五六七八九十百]+(?:番|号|の)).*$"
)  # the lot, the house, the room, and all after it
CHOME = re.compile(r"^(.*?[0-9０-９一二三四五六七八九十]+丁目)")


@dataclass(frozen=True)
class Position:
    """What of a position is told; "" and None: nothing."""

    district: str = ""
    address: str = ""
    building: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    access: str = ""
    parking: str = ""
    at: str = ""  # the name of the place where it is held


def published(whole: Position, precision: str) -> Position:
    """An unknown word for the precision tells nothing."""
    if precision == Precision.EXACT:
        return whole
    if precision == Precision.NEARBY:
        near = _near(whole.latitude, SQUARE[0]), _near(whole.longitude, SQUARE[1])
        return Position(whole.district, neighbourhood(whole.address), latitude=near[0], longitude=near[1])
    return Position(whole.district) if precision == Precision.DISTRICT else Position()


def neighbourhood(address: str) -> str:
    """「本町2丁目3-4」 is told as 「本町2丁目」, 「大字中12-3」 as 「大字中」."""
    told = CHOME.match(address)
    return told.group(1) if told else LOT.sub("", address).strip()


def _near(degrees: Decimal | None, side: Decimal) -> Decimal | None:
    if degrees is None:
        return None
    return ((degrees // side) * side + side / 2).quantize(PLACES)
