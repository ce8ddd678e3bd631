"""Names of people who do not exist: every part of a name carries its reading, so that kanji and kana always agree.

A name is written in its parts with their readings, 佐(さ)藤(とう); kanji, kana and furigana are all read from that one line.
The same seed gives the same people on every machine.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from marugoto.demo.given_names import FAMILY_NAMES_FROM_ABROAD, GIVEN_NAMES, GIVEN_NAMES_FROM_ABROAD
from marugoto.demo.surnames import SURNAMES
from marugoto.people.codes import Sex

_PART = re.compile(r"([^()]+)\(([^()]+)\)")


@dataclass(frozen=True)
class Reading:
    """A written name in parts, each with its kana: ((佐, さ), (藤, とう))."""

    parts: tuple[tuple[str, str], ...]

    @property
    def written(self) -> str:
        return "".join(part for part, _ in self.parts)

    @property
    def kana(self) -> str:
        return "".join(kana for _, kana in self.parts)


@dataclass(frozen=True)
class InventedName:
    """Family name first. `foreign` names have no kanji; their kana are the same sounds in hiragana."""

    family: Reading
    given: Reading
    foreign: bool = False

    @property
    def full(self) -> str:
        return f"{self.family.written} {self.given.written}"

    @property
    def kana(self) -> str:
        return f"{self.family.kana} {self.given.kana}"


@cache
def read_parts(line: str) -> Reading:
    """佐(さ)藤(とう) → Reading. A line with anything outside the parts is a mistake in the table."""
    parts = tuple((found[1], found[2]) for found in _PART.finditer(line))
    if "".join(f"{part}({kana})" for part, kana in parts) != line or not parts:
        raise ValueError(f"not a name in parts with readings: {line}")
    return Reading(parts)


def invent_family(rng: random.Random) -> Reading:
    """A Japanese family name, as common here as its weight says."""
    lines = list(SURNAMES)
    return read_parts(rng.choices(lines, weights=[SURNAMES[line] for line in lines])[0])


def invent_given(rng: random.Random, *, born: int, sex: Sex, taken: Sequence[str] = ()) -> Reading:
    """A given name of the decade of birth; `taken` are given names (as written) already used in the household."""
    lines = [line for line in given_names_of(born, sex) if read_parts(line).written not in taken]
    return read_parts(rng.choice(lines))


def invent_name(
    rng: random.Random, *, born: int, sex: Sex, family: Reading | None = None, taken: Sequence[str] = ()
) -> InventedName:
    """Somebody born in the year `born`; with `family` a member of that family."""
    return InventedName(family or invent_family(rng), invent_given(rng, born=born, sex=sex, taken=taken))


def invent_foreign_name(
    rng: random.Random, *, country: str, sex: Sex, family: Reading | None = None, taken: Sequence[str] = ()
) -> InventedName:
    """Somebody from `country` (a key of FAMILY_NAMES_FROM_ABROAD), as the residence card's kana would be written here."""
    given = [line for line in GIVEN_NAMES_FROM_ABROAD[country][sex.value] if read_parts(line).written not in taken]
    return InventedName(
        family or read_parts(rng.choice(FAMILY_NAMES_FROM_ABROAD[country])), read_parts(rng.choice(given)), foreign=True
    )


def given_names_of(born: int, sex: Sex) -> tuple[str, ...]:
    """The names of that decade; before the first decade of the table, the first, and after the last, the last."""
    decades = sorted(GIVEN_NAMES)
    decade = max((first for first in decades if first <= born), default=decades[0])
    return GIVEN_NAMES[decade][sex.value]
