"""Addresses compared: 大手町２丁目５番１８号 and 大手町2-5-18 are one place, 大手町25-18 may be another."""

import re
import unicodedata
from functools import lru_cache

DASHES = re.compile(r"[‐‑‒–—―−ー－](?=\d)|(?<=\d)[‐‑‒–—―−ー－]")
CHOME = re.compile(r"(?<=\d)(?:丁目|番地の|番地|番|号|の)(?=\d|$|[^\d])")
KANJI_CHOME = re.compile(r"([一二三四五六七八九十]{1,3})丁目")
OLD_UNITS = re.compile(r"大字|字(?=[^\d])")
ENDING = re.compile(r"[(（].*?[)）]$")
KANJI_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}


def address_key(*parts: str) -> str:
    """Equal for the usual spellings of one address; never shown to anybody."""
    return _key("".join(parts))


@lru_cache(maxsize=100_000)  # a list asks for each of its addresses four times
def _key(address: str) -> str:
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", address))
    plain = KANJI_CHOME.sub(lambda found: f"{_number(found.group(1))}丁目", plain)
    plain = DASHES.sub("-", plain)
    plain = OLD_UNITS.sub("", plain)
    return re.sub(r"-+", "-", CHOME.sub("-", plain)).rstrip("-")


def same_address(joined: str, *parts: str) -> bool:
    """Whether one spelling in one cell and the same address in parts agree, as far as both go.

    A sheet writes the building in one of the two only, and 大手町2 + 5-18 for 大手町2-5-18: a sign between digits may lack.
    """
    one, other = address_key(joined), _dashed(parts)
    bare = ENDING.sub("", one)
    return not one or not other or other.startswith((one, bare)) or bare.startswith(other) or one.startswith(other)


def _dashed(parts: tuple[str, ...]) -> str:
    """Parts put together with a dash where digits would run into each other."""
    said = [part for part in parts if part.strip()]
    text = said[0] if said else ""
    for part in said[1:]:
        between = "-" if text[-1:].isdigit() and part[:1].isdigit() else ""
        text += between + part
    return address_key(text)


def _number(kanji: str) -> int:
    """一 to 九十九; the number of a chome is never larger."""
    tens, has_ten, ones = kanji.rpartition("十")
    if not has_ten:
        return int("".join(str(KANJI_DIGITS[digit]) for digit in kanji))
    return (KANJI_DIGITS[tens[-1]] if tens and tens[-1] in KANJI_DIGITS else 1) * 10 + (KANJI_DIGITS.get(ones[-1:], 0))
