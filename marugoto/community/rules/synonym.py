"""Words that mean the same to whoever looks for a place: they are data, a proposal of ours that a town may change.

Texts are kept as they are written; only the question is widened, so a new list needs nothing laid out anew.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

from marugoto.kernel.words import EDGE, Way, findable, typed

LIST = "synonyms.toml"
MOST_WORDS, MOST_WAYS = 10, 24


class GroupKind(StrEnum):
    """What binds the words of a group: a way of writing, the same thing, a short or a former name."""

    SPELLING = "spelling"
    SAME = "same"
    SHORT = "short"
    FORMER = "former"


class GroupSource(StrEnum):
    """Where the words were met."""

    LAW = "law"
    COLUMNS = "columns"
    FILES = "files"
    USE = "use"


@dataclass(frozen=True)
class Group:
    words: tuple[str, ...]
    kind: GroupKind
    source: GroupSource
    reason: str


@dataclass(frozen=True)
class Apart:
    """`word` does not count within `longer`: another thing of the same letters."""

    word: str
    longer: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Synonyms:
    """Both kinds of groups folded, each word with all that may stand for it."""

    version: int
    groups: tuple[Group, ...]
    apart: tuple[Apart, ...]
    spellings: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]


def read(text: str) -> Synonyms:
    """Raises KeyError or ValueError when something of the list is missing or unknown."""
    said = tomllib.loads(text)
    groups = tuple(_group(one) for one in said["group"])
    apart = tuple(Apart(one["word"], tuple(one["longer"]), one["reason"]) for one in said.get("apart", ()))
    spellings = _folded(one.words for one in groups if one.kind is GroupKind.SPELLING)
    names = _folded(
        [_plain(findable(word), spellings) for word in one.words]
        for one in groups
        if one.kind is not GroupKind.SPELLING
    )
    return Synonyms(int(said["version"]), groups, apart, spellings, names)


@lru_cache(maxsize=1)
def ours() -> Synonyms:
    return read((files("marugoto.community") / LIST).read_text(encoding="utf-8"))


def wanted(text: str, synonyms: Synonyms | None = None) -> tuple[tuple[Way, ...], ...]:
    """Of each word that was typed, the ways in which it may be written; the first is as it was typed."""
    words = text.split()[:MOST_WORDS]
    return tuple(_ways(word, synonyms or ours()) for word in words if findable(word))


def held_apart(text: str, synonyms: Synonyms | None = None) -> tuple[str, ...]:
    """What the words were not taken for, to be asked about: 食堂 → 子ども食堂."""
    found = [
        longer
        for word in text.split()[:MOST_WORDS]
        for one in (synonyms or ours()).apart
        if findable(word) == findable(one.word)
        for longer in one.longer
    ]
    return tuple(dict.fromkeys(found))


def _ways(word: str, synonyms: Synonyms) -> tuple[Way, ...]:
    first = typed(word)
    said = [first]
    for name in _written(_plain(findable(word), synonyms.spellings), synonyms.names):
        said += _written(name, synonyms.spellings)
    kept = [one for one in dict.fromkeys(said) if one != first and not _holds_another(one, said)]
    return tuple(Way(one, _outside(one, synonyms)) for one in [first, *kept][:MOST_WAYS])


def _holds_another(one: str, said: Sequence[str]) -> bool:
    """児童センター is found by センター already, where both are ways of one word."""
    return any(other != one and other in one for other in said)


def _written(text: str, groups: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The text with each word of a group in it written in every way of its group."""
    parts = [groups.get(part, (part,)) for part in _parts(text, groups)]
    return ["".join(one) for one, _ in zip(product(*parts), range(MOST_WAYS), strict=False)]


def _plain(text: str, groups: Mapping[str, tuple[str, ...]]) -> str:
    """The text with each word in the first way of its group, so that 障がい and 障害 meet in the names."""
    return "".join(groups[part][0] if part in groups else part for part in _parts(text, groups))


def _parts(text: str, groups: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Cut where words of groups begin and end, the longest first."""
    parts, place = [""], 0
    while place < len(text):
        found = max((word for word in groups if text.startswith(word, place)), key=len, default="")
        if found:
            parts += [found, ""]
        else:
            parts[-1] += text[place]
        place += len(found) or 1
    return [part for part in parts if part]


def _outside(word: str, synonyms: Synonyms) -> tuple[str, ...]:
    """Only what could lie over the word where it stands: 子ども食堂 over 食堂, never over 地域食堂."""
    longer = [
        way
        for one in synonyms.apart
        for words in one.longer
        for way in _written(_plain(findable(words), synonyms.spellings), synonyms.spellings)
        if way not in word and _lies_over(way, word, findable(one.word))
    ]
    return tuple(dict.fromkeys(longer))


def _lies_over(longer: str, word: str, short: str) -> bool:
    at, within = word.find(short), longer.find(short)
    if min(at, within) < 0:
        return False
    shift = at - within
    both = range(max(0, shift), min(len(word), shift + len(longer)))
    return all(word[place] == longer[place - shift] for place in both)


def _group(said: Mapping[str, Any]) -> Group:
    words = tuple(said["words"])
    if len(words) < 2 or not said["reason"]:
        raise ValueError(f"a group has at least two words and a reason: {words}")
    return Group(words, GroupKind(said["kind"]), GroupSource(said["source"]), said["reason"])


def _folded(groups: Iterable[Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Each word with its whole group. Raises ValueError for a word in two groups: it would mean two things."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        words = tuple(dict.fromkeys(word if EDGE in word else findable(word) for word in group))
        for word in words:
            if found.setdefault(word, words) != words:
                raise ValueError(f"{word} stands in two groups")
    return found
