"""What was typed into the search box: parts of a name, a telephone number, or a day of birth; it may be read in several ways."""

from dataclasses import dataclass
from datetime import date

from marugoto.kernel import era
from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import bigrams, clean, fold
from marugoto.people.rules.name import NAME_LIMIT
from marugoto.people.rules.phone import digits_of

SHORTEST_DIGITS = 4  # the last four digits are what people read from a note


@dataclass(frozen=True)
class Wanted:
    """`words`: folded, all of them must be in a name or its reading; `grams` are some of theirs; `digits` ends a number; `day` is a birthday."""

    words: tuple[str, ...] = ()
    grams: frozenset[str] = frozenset()
    digits: str = ""
    day: date | None = None

    def __bool__(self) -> bool:
        return bool(self.words or self.digits or self.day)


def read_search(text: str) -> Wanted:
    """Raises `Refused` for what no record can hold (NUL, control characters, more than a name can be long)."""
    clean_search(text)
    words = tuple(dict.fromkeys(word for part in text.split() if (word := fold(part))))
    digits = digits_of(text)
    return Wanted(
        words=words,
        grams=_sought(words),
        digits=digits if len(digits) >= SHORTEST_DIGITS else "",
        day=_day(text),
    )


def clean_search(text: str) -> str:
    """Raises `Refused` for what no record can hold."""
    return clean(text, limit=NAME_LIMIT)


def _sought(words: tuple[str, ...]) -> frozenset[str]:
    """Two are enough to find few: how a word begins, and how the next one begins or the only one ends. To ask for all of them
    would be to read, in a city, everybody of whom one of them is true."""
    if not words:
        return frozenset()
    first = list(bigrams(words[0]))
    return frozenset([first[0], next(iter(bigrams(words[1]))) if len(words) > 1 else first[-1]])


def _day(text: str) -> date | None:
    try:
        return era.read_day(text)
    except Refused:
        return None
