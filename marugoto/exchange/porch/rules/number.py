"""The number a notice is asked by: twelve figures, said in fours, so that it can be written down and dictated."""

import secrets
import unicodedata

from marugoto.kernel.decision import Refused

FIGURES = 12


def draw_number() -> str:
    """By lot: nobody can guess another's, and no order shows how many notices there are."""
    return f"{secrets.randbelow(10**FIGURES):0{FIGURES}d}"


def say_number(number: str) -> str:
    """4821-0937-5526"""
    return "-".join(number[place : place + 4] for place in range(0, FIGURES, 4))


def read_number(text: str) -> str:
    """In any width, with or without strokes and spaces. Raises Refused with a sentence in easy words."""
    plain = unicodedata.normalize("NFKC", text[:200])
    figures = "".join(char for char in plain if char in "0123456789")
    if len(figures) != FIGURES:
        raise Refused("番号[ばんごう]は 12この 数字[すうじ]です。", "紙[かみ]を 見[み]て 書[か]いて ください。")
    return figures
