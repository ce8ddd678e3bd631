"""Texts made findable by any word in them, on every database alike: folded, laid out by field, with marks of their bigrams.

A word of two kanji is found like any other. Figures and Latin words keep their edges, so that DV is not found in DVD and
2丁目 not in 12丁目; a Latin word of four letters and more is found by its beginning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from marugoto.kernel.fold import BOUNDARIES, fold

LAYOUT = 1  # counted up when the same text would be laid out in another way: then all is laid out anew
EDGE, FIELD, GAP = "\x1e", "\x1f", "\x1d"  # control characters fall away in folding, so no text holds them
COLUMNS, BITS = 8, 63  # marks are kept in whole numbers of 64 bits with a sign
PREFIX = 4
FAR = 9  # a rank that no field has


@dataclass(frozen=True)
class Way:
    """One way of writing a word; it counts only where it stands outside of these longer words (京都 in 東京都)."""

    word: str
    outside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Laid:
    """`starts`: where each field begins, counted from 1, the first left out."""

    folded: str
    starts: tuple[int, ...]
    marks: tuple[int, ...]


def lay_out(*fields: str) -> Laid:
    """The fields in the order of their weight: what is found in the first comes first."""
    texts = [findable(field) for field in fields]
    starts, position = [], 1
    for text in texts[:-1]:
        position += len(text) + len(FIELD)
        starts.append(position)
    folded = FIELD.join(texts)
    return Laid(folded, tuple(starts), marks_of(folded))


def findable(text: str) -> str:
    """Folded, with an edge around every run of figures and of Latin letters."""
    for sign in BOUNDARIES:
        text = text.replace(sign, " ")
    return "".join(_edged(fold(part)) for part in text.split())


def typed(word: str) -> str:
    """A word as somebody types it: the last Latin letters may go on."""
    text = findable(word)
    last = text[:-1].rpartition(EDGE)[2] if text.endswith(EDGE) else ""
    return text[:-1] if len(last) >= PREFIX and last.isalpha() else text


def marks_of(folded: str) -> tuple[int, ...]:
    """Which bigrams are in it, as bits: where one bit is missing, the word is not there."""
    marks = [0] * COLUMNS
    for one, two in pairwise(folded):
        if FIELD not in {one, two}:
            bit = (ord(one) * 1_000_003 + ord(two) * 31) % (COLUMNS * BITS)
            marks[bit // BITS] |= 1 << (bit % BITS)
    return tuple(marks)


def rank_of(positions: Sequence[int], starts: Sequence[int]) -> int:
    """The field of the best hit, from 0; each position counted from 1, 0 where that way of writing is not there."""
    found = min((one for one in positions if one), default=0)
    return sum(found >= start for start in starts) if found else FAR


def position_in(laid: Laid, way: Way) -> int:
    """What the database answers, in Python: for proofs and for texts that are in memory."""
    text = laid.folded
    for longer in way.outside:
        text = text.replace(longer, GAP * len(longer))
    return text.find(way.word) + 1


def _edged(folded: str) -> str:
    parts, before = [], ""
    for char in folded:
        kind = _kind(char)
        if kind != before:
            parts.append(EDGE)
        parts.append(char)
        before = kind
    return "".join(parts) + (EDGE if before else "")


def _kind(char: str) -> str:
    if char in "0123456789":
        return "figure"
    return "latin" if char.isascii() and char.isalpha() else ""
