"""The number by which a ball is said on the telephone: says nothing about its matter, cannot be counted through.

Letters and figures that sound or look alike are left out.
"""

from hashlib import sha256
from uuid import UUID

ALPHABET = "2345679ACDEFHJKMNPRTWXY"
LENGTH, SPLIT = 6, 3


def number_of(ball: UUID, attempt: int = 0) -> str:
    """Six signs as "M4A-7K2"; another `attempt` gives another number, for the rare case that the first is taken."""
    left = int.from_bytes(sha256(ball.bytes + bytes([attempt])).digest()[:8], "big")
    signs = ""
    for _ in range(LENGTH):
        left, place = divmod(left, len(ALPHABET))
        signs += ALPHABET[place]
    return f"{signs[:SPLIT]}-{signs[SPLIT:]}"
