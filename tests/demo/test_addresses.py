"""Addresses lie in the body, and letters and calls to them reach nobody."""

import random
import re

import pytest

from marugoto.demo.addresses import invent_address, invent_mobile, invent_phone
from marugoto.demo.sketches import BodySketch
from marugoto.demo.town import MUNICIPALITIES


@pytest.mark.parametrize("body", MUNICIPALITIES, ids=lambda body: body.name)
def test_an_address_lies_in_a_district_of_the_body(body: BodySketch):
    rng = random.Random(5)
    parts = {part.name: (district.code, part.postcode) for district in body.districts for part in district.parts}
    for _ in range(200):
        address = invent_address(rng, body, prefecture="青嶺県", flat=rng.random() < 0.4)
        assert parts[address.part] == (address.district, address.postcode)
        assert address.line.startswith(f"青嶺県{body.name}{address.part}")
        assert re.search(r"号|番地", address.line)


def test_residents_never_share_a_number_with_an_office():
    rng = random.Random(9)
    for body in MUNICIPALITIES:
        offices = {team.phone[:12] for team in body.teams}
        numbers = {invent_phone(rng, body) for _ in range(500)}
        assert not numbers & offices
        assert all(re.fullmatch(r"0000-\d\d-\d{4}", number) for number in numbers | {invent_mobile(rng)})
