"""青嶺県: an invented prefecture with three municipalities, in the order in which they are settled.

Prefecture 99 does not exist, so that no code, postcode or telephone number of the town can be mistaken for a real one.
"""

from marugoto.demo.bodies.aomine import AOMINE
from marugoto.demo.bodies.hotakazawa import HOTAKAZAWA
from marugoto.demo.bodies.minamo import MINAMO
from marugoto.demo.bodies.shiomi import SHIOMI
from marugoto.demo.sketches import BodySketch

TOWN: tuple[BodySketch, ...] = (AOMINE, MINAMO, SHIOMI, HOTAKAZAWA)
MUNICIPALITIES: tuple[BodySketch, ...] = (MINAMO, SHIOMI, HOTAKAZAWA)
BY_CODE: dict[str, BodySketch] = {body.code: body for body in TOWN}


def check_digit(five: str) -> str:
    """The sixth digit of a 団体コード: weights 6 to 2, eleven minus the rest, last digit."""
    total = sum(int(digit) * weight for digit, weight in zip(five, (6, 5, 4, 3, 2), strict=True))
    return str((11 - total % 11) % 10)
