"""Addresses and telephone numbers that reach nobody: postcodes begin with 000, and so do all numbers."""

import random
from dataclasses import dataclass

from marugoto.demo.sketches import BodySketch, DistrictSketch, TownPart

_BUILDINGS = (
    "コーポみずうみ",
    "メゾン辛夷",
    "ひばり荘",
    "第二ひばり荘",
    "市営住宅",
    "サンハイツ",
    "ハイム欅",
    "青葉アパート",
)


@dataclass(frozen=True)
class InventedAddress:
    postcode: str
    body: str
    prefecture: str
    municipality: str
    district: str
    part: str
    part_kana: str
    rest: str

    @property
    def line(self) -> str:
        """青嶺県みなも市若葉台2丁目4番11号 …: as it is written on an envelope."""
        return f"{self.prefecture}{self.municipality}{self.part}{self.rest}"


def invent_address(rng: random.Random, body: BodySketch, *, prefecture: str, flat: bool = False) -> InventedAddress:
    """Somewhere in the body, districts by their share of residents; `flat` is a dwelling in a house of several."""
    district: DistrictSketch = rng.choices(body.districts, weights=[each.share for each in body.districts])[0]
    part = rng.choice(district.parts)
    return InventedAddress(
        postcode=part.postcode,
        body=body.code,
        prefecture=prefecture,
        municipality=body.name,
        district=district.code,
        part=part.name,
        part_kana=part.kana,
        rest=_house(rng, part) + (_flat(rng) if flat else ""),
    )


def invent_phone(rng: random.Random, body: BodySketch) -> str:
    """A line at home; the thousands above 7000 belong to residents, those below to offices."""
    return f"0000-{body.exchange}-{rng.randint(7000, 9999)}"


def invent_mobile(rng: random.Random) -> str:
    return f"0000-80-{rng.randint(1000, 9999)}"


def _house(rng: random.Random, part: TownPart) -> str:
    if part.blocks:
        return f"{rng.randint(1, part.blocks)}丁目{rng.randint(1, 28)}番{rng.randint(1, 22)}号"
    return f"{rng.randint(3, 2400)}番地" + (f"の{rng.randint(1, 9)}" if rng.random() < 0.4 else "")


def _flat(rng: random.Random) -> str:
    return f" {rng.choice(_BUILDINGS)}{rng.randint(1, 4)}0{rng.randint(1, 8)}号室"
