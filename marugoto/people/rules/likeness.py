"""Is this perhaps somebody we know already? Signs with their words; a worker looks and decides, nothing is joined by itself."""

from dataclasses import dataclass, field
from datetime import date

from marugoto.kernel.fold import bigrams

STRONG = 3  # one strong sign: enough where somebody known is looked for
ENOUGH = 4  # one strong sign alone is not enough: families share telephones, namesakes share names


@dataclass(frozen=True)
class Marks:
    """Folded name and reading, birthday, digits of telephone numbers; empty or None is unknown, and says nothing."""

    name: str = ""
    kana: str = ""
    birth: date | None = None
    digits: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True)
class Likeness:
    """`points` order a list of candidates and mean nothing else; `words` say what is alike and what differs."""

    points: int
    words: tuple[str, ...]

    @property
    def worth_a_look(self) -> bool:
        return self.points >= ENOUGH


def likeness(one: Marks, other: Marks) -> Likeness:
    """The same whichever of the two comes first."""
    signs = [*_same_words(one, other), *_same_birth(one.birth, other.birth)]
    if one.digits & other.digits:
        signs.append((3, "電話番号が同じ"))
    return Likeness(sum(points for points, _word in signs), tuple(word for _points, word in signs))


def _same_words(one: Marks, other: Marks) -> list[tuple[int, str]]:
    signs = []
    for mine, yours, called in ((one.name, other.name, "名前"), (one.kana, other.kana, "かな")):
        if mine and mine == yours:
            signs.append((3, f"{called}が同じ"))
        elif mine and yours and _overlap(mine, yours):
            signs.append((1, f"{called}が似ている"))
    return signs


def _same_birth(mine: date | None, yours: date | None) -> list[tuple[int, str]]:
    if mine is None or yours is None:
        return []
    if mine == yours:
        return [(3, "生年月日が同じ")]
    if (mine.month, mine.day) == (yours.month, yours.day):
        return [(1, "生まれた月日が同じで、年がちがう")]
    if (mine.year, mine.month, mine.day) == (yours.year, yours.day, yours.month):
        return [(1, "生まれた月と日が入れかわっている")]
    return [(-3, "生年月日がちがう")]


def _overlap(mine: str, yours: str) -> bool:
    """At least half of the neighbouring characters are the same."""
    a, b = set(bigrams(mine)), set(bigrams(yours))
    return 2 * len(a & b) >= min(len(a), len(b)) > 0
