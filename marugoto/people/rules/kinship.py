"""What one person is to another (続柄), said from unions and descents as they are recorded: 母, 長男, 元夫, 義母, いとこ.

Sons and daughters are counted within one couple, as the family register counts them (戸籍法13条4号). Where the order of birth or
the sex is not known, the word does not pretend to know it. A hidden person is nobody's kin and joins nobody.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from marugoto.people.rules.genogram_family import (
    Bond,
    Descent,
    DescentKind,
    Family,
    Figure,
    Sex,
    Sibship,
    Union,
    UnionKind,
    birth_year,
    family,
    present_year,
)

_Words = tuple[str, str, str]  # of a man, of a woman, where the sex is not stated

_LINE: dict[tuple[int, int], _Words] = {
    (1, 0): ("父", "母", "親"),
    (2, 0): ("祖父", "祖母", "祖父母"),
    (3, 0): ("曾祖父", "曾祖母", "曾祖父母"),
    (4, 0): ("高祖父", "高祖母", "高祖父母"),
    (0, 2): ("孫", "孫", "孫"),
    (0, 3): ("ひ孫", "ひ孫", "ひ孫"),
    (0, 4): ("やしゃご", "やしゃご", "やしゃご"),
    (2, 1): ("おじ", "おば", "おじ・おば"),
    (3, 1): ("大おじ", "大おば", "大おじ・大おば"),
    (1, 2): ("おい", "めい", "おい・めい"),
    (1, 3): ("おい・めいの子", "おい・めいの子", "おい・めいの子"),
    (2, 2): ("いとこ", "いとこ", "いとこ"),
    (2, 3): ("いとこの子", "いとこの子", "いとこの子"),
    (3, 2): ("親のいとこ", "親のいとこ", "親のいとこ"),
    (3, 3): ("はとこ", "はとこ", "はとこ"),
}
_OTHER_PARENTS: dict[DescentKind, _Words] = {
    DescentKind.ADOPTED: ("養父", "養母", "養親"),
    DescentKind.FOSTER: ("里親", "里親", "里親"),
}
_OTHER_CHILDREN: dict[DescentKind, _Words] = {
    DescentKind.ADOPTED: ("養子", "養女", "養子"),
    DescentKind.FOSTER: ("里子", "里子", "里子"),
}
_IN_LAWS = {
    "父": "義父",
    "母": "義母",
    "養父": "義父",
    "養母": "義母",
    "兄": "義兄",
    "姉": "義姉",
    "弟": "義弟",
    "妹": "義妹",
}
_NUMERALS = ("長", "二", "三", "四", "五", "六", "七", "八", "九", "十")


def relation(
    seen_from: str, other: str, figures: Iterable[Figure], unions: Iterable[Union], descents: Iterable[Descent]
) -> str | None:
    """What `other` is to `seen_from` (both keys of figures); None where no tie is recorded that has a word."""
    kin = Kin(family(figures, unions, descents))
    numbers = {figure.key: number for number, figure in enumerate(kin.family.figures)}
    if seen_from not in numbers or other not in numbers:
        return None
    return kin.word(numbers[seen_from], numbers[other])


class _Step(NamedTuple):
    """A way from one person to another: how near, and how it is said."""

    rank: int
    person: int
    word: str


class Kin:
    """A family asked many times; people by their number in it."""

    def __init__(self, known: Family) -> None:
        self.family = known
        self.year = present_year(known.figures)
        self.up: dict[int, dict[int, int]] = {}

    def word(self, seen_from: int, other: int) -> str | None:
        if seen_from == other:
            return "本人"
        direct = self.blood(seen_from, other) or self.partner(seen_from, other)
        return direct or self._by_marriage(seen_from, other)

    def blood(self, one: int, other: int) -> str | None:
        """By descent alone, adoption included."""
        distance = self._distance(one, other)
        if distance is None:
            return None
        match distance:
            case (1, 0):
                kind = self._descent(one, other)
                return self._said(other, _OTHER_PARENTS.get(kind, _LINE[1, 0]))
            case (0, 1):
                return self._child(one, other)
            case (1, 1):
                return self._sibling(one, other)
        return self._said(other, _LINE.get(distance, ("親族", "親族", "親族")))

    def partner(self, one: int, other: int) -> str | None:
        pair = tuple(sorted((one, other)))
        bond = next((bond for bond in self.family.bonds if bond[:2] == pair), None)
        return self._partner_word(bond, other) if bond else None

    def _partner_word(self, bond: Bond, other: int) -> str:
        match bond.kind:
            case None:
                return self._said(other, ("子の父", "子の母", "子の親"))
            case UnionKind.DIVORCED:
                return self._said(other, ("元夫", "元妻", "元配偶者"))
            case UnionKind.UNREGISTERED:
                return self._said(other, ("事実婚の夫", "事実婚の妻", "事実婚の相手"))
        return self._said(other, ("夫", "妻", "配偶者"))

    def _by_marriage(self, one: int, other: int) -> str | None:
        """Through one couple or two; the nearest way is said, one through a present couple before one through a parted one."""
        ways = [*self._through_own_partner(one, other), *self._through_kins_partner(one, other)]
        ways = ways or list(self._through_two(one, other))
        return min(ways).word if ways else None

    def _through_own_partner(self, one: int, other: int) -> Iterator[_Step]:
        for rank, partner, said in self._partners(one):
            blood = self.blood(partner, other)
            if blood:
                in_law = _IN_LAWS.get(blood) if said in {"夫", "妻", "配偶者"} else None
                yield _Step(rank + self._far(partner, other), other, in_law or f"{said}の{blood}")

    def _through_kins_partner(self, one: int, other: int) -> Iterator[_Step]:
        for rank, kin, said in self._partners(other):
            blood = self.blood(one, kin)
            if blood:
                word = self.partner(kin, other) or said
                step = {"夫": "継父", "妻": "継母"}.get(word) if self._distance(one, kin) == (1, 0) else None
                yield _Step(rank + self._far(one, kin), other, step or f"{blood}の{word}")

    def _through_two(self, one: int, other: int) -> Iterator[_Step]:
        """長男の妻の母, or 夫の兄の妻."""
        for kin in range(len(self.family.figures)):
            first = self.blood(one, kin)
            if kin in {one, other} or not first:
                continue
            for rank, partner, said in self._partners(kin):
                last = self.blood(partner, other)
                if last and partner != one:
                    yield _Step(
                        rank + self._far(one, kin) + self._far(partner, other), other, f"{first}の{said}の{last}"
                    )
        for rank, partner, said in self._partners(one):
            for step in self._through_kins_partner(partner, other):
                yield _Step(rank + step.rank, other, f"{said}の{step.word}")

    def _partners(self, person: int) -> list[_Step]:
        found: list[_Step] = []
        for bond in self.family.bonds:
            if person in bond[:2]:
                other = bond.a + bond.b - person
                rank = {None: 60, UnionKind.DIVORCED: 50}.get(bond.kind, 0)
                found.append(_Step(rank, other, self._partner_word(bond, other)))
        return found

    def _ancestors(self, person: int) -> dict[int, int]:
        """Himself and everybody above, with the number of generations."""
        if person not in self.up:
            found, ahead = {person: 0}, [person]
            while ahead:
                child = ahead.pop(0)
                for parent in self._parents(child):
                    if parent not in found:
                        found[parent] = found[child] + 1
                        ahead.append(parent)
            self.up[person] = found
        return self.up[person]

    def _parents(self, child: int) -> list[int]:
        return [parent for one in self._sibships(child) for parent in one.parents]

    def _sibships(self, child: int) -> list[Sibship]:
        return [one for one in self.family.sibships if any(it.number == child for it in one.children)]

    def _distance(self, one: int, other: int) -> tuple[int, int] | None:
        """Generations up from one to the nearest common ancestor, and down to the other."""
        mine, theirs = self._ancestors(one), self._ancestors(other)
        shared = [(mine[person] + theirs[person], mine[person], theirs[person]) for person in mine if person in theirs]
        return min(shared)[1:] if shared else None

    def _far(self, one: int, other: int) -> int:
        return sum(self._distance(one, other) or (9, 9))

    def _descent(self, child: int, parent: int) -> DescentKind:
        kinds = [
            it.kind
            for one in self.family.sibships
            if parent in one.parents
            for it in one.children
            if it.number == child
        ]
        return min(kinds, key=list(DescentKind).index)

    def _child(self, parent: int, child: int) -> str:
        kind = self._descent(child, parent)
        if kind in _OTHER_CHILDREN:
            return self._said(child, _OTHER_CHILDREN[kind])
        sex = self.family.figures[child].sex
        sibship = next(one for one in self._sibships(child) if parent in one.parents)
        same = [it.number for it in sibship.children if it.kind is DescentKind.BIRTH and self._sex(it.number) is sex]
        if sex is Sex.UNSTATED:
            return "子"
        if any(self._older(one, other) is None for one, other in pairwise(same)):
            return self._said(child, ("息子", "娘", "子"))
        at = same.index(child)
        numeral = _NUMERALS[at] if at < len(_NUMERALS) else str(at + 1)
        return f"{numeral}{self._said(child, ('男', '女', '子'))}"

    def _sibling(self, one: int, other: int) -> str:
        older = self._older(other, one)
        if older is None:
            twins = self._born_together(one, other)
            word = ("ふたごの" if twins else "") + self._said(other, ("兄弟", "姉妹", "きょうだい"))
        elif older:
            word = self._said(other, ("兄", "姉", "年上のきょうだい"))
        else:
            word = self._said(other, ("弟", "妹", "年下のきょうだい"))
        return self._half(one, other) + word

    def _half(self, one: int, other: int) -> str:
        """Only where both parents of both are recorded can it be said that one of them is not shared."""
        mine, theirs = set(self._parents(one)), set(self._parents(other))
        shared = mine & theirs
        if len(mine) != 2 or len(theirs) != 2 or len(shared) != 1:
            return ""
        return {Sex.MAN: "異母", Sex.WOMAN: "異父"}.get(self._sex(shared.pop()), "")

    def _older(self, one: int, other: int) -> bool | None:
        """None where it is not known, and for twins."""
        first, second = self.family.figures[one], self.family.figures[other]
        if first.born and second.born:
            return None if first.born == second.born else first.born < second.born
        years = birth_year(first, self.year), birth_year(second, self.year)
        if years[0] is None or years[1] is None or years[0] == years[1]:
            return None
        return years[0] < years[1]

    def _born_together(self, one: int, other: int) -> bool:
        return bool(self.family.figures[one].born) and set(self._sibships(one)) == set(self._sibships(other))

    def _sex(self, person: int) -> Sex:
        return self.family.figures[person].sex

    def _said(self, person: int, forms: _Words) -> str:
        return forms[(Sex.MAN, Sex.WOMAN, Sex.UNSTATED).index(self._sex(person))]
