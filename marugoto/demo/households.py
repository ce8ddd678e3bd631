"""Households that do not exist: shapes of living together with ages, kinship and occupation, as pure sketches."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marugoto.demo.family import Family
from marugoto.demo.kin import DescentSketch, PersonSketch, UnionSketch
from marugoto.demo.names import invent_family, read_parts
from marugoto.people.codes import Sex, UnionKind, UnionState


class Shape(StrEnum):
    ALONE_OLD = "alone_old"  # 単身高齢
    OLD_COUPLE = "old_couple"  # 老老
    EIGHTY_FIFTY = "eighty_fifty"  # 8050
    SINGLE_PARENT = "single_parent"  # ひとり親
    THREE_GENERATIONS = "three_generations"  # 三世代
    FROM_ABROAD = "from_abroad"  # 外国籍
    COUPLE_WITH_CHILDREN = "couple_with_children"  # 夫婦と子
    SIBLINGS = "siblings"  # 兄弟同居
    ALONE_WORKING = "alone_working"  # 単身・働く年代
    GRANDPARENT = "grandparent"  # 祖父母と孫
    REMARRIED = "remarried"  # 再婚・連れ子
    COUPLE = "couple"  # 夫婦のみ


SEXES = (Sex.FEMALE, Sex.MALE)


@dataclass(frozen=True)
class HouseholdSketch:
    """Who lives together, who belongs to them and lives elsewhere or has died, and how they are kin. The first person is the head."""

    shape: Shape
    people: tuple[PersonSketch, ...]
    unions: tuple[UnionSketch, ...]
    descents: tuple[DescentSketch, ...]

    @property
    def head(self) -> PersonSketch:
        return self.people[0]

    @property
    def members(self) -> tuple[PersonSketch, ...]:
        """Those who live here now."""
        return tuple(person for person in self.people if person.here and person.died is None)

    def by_key(self, key: str) -> PersonSketch:
        return next(person for person in self.people if person.key == key)


def invent_household(rng: random.Random, shape: Shape, *, day: date, family_name: str = "") -> HouseholdSketch:
    """A household of that shape as it is on `day`; `family_name` in parts with readings, or left to chance."""
    name = read_parts(family_name) if family_name else invent_family(rng)
    family = Family(rng, name, day)
    _SHAPES[shape](family)
    return HouseholdSketch(shape, tuple(family.people), tuple(family.unions), tuple(family.descents))


def invent_shape(rng: random.Random) -> Shape:
    return rng.choices(list(SHARES), weights=list(SHARES.values()))[0]


def _alone_old(family: Family) -> None:
    rng = family.rng
    sex = rng.choice((Sex.FEMALE, Sex.FEMALE, Sex.MALE))
    head = family.add("head", sex, family.age(73, 93), "本人", work="年金生活")
    if rng.random() < 0.7:
        partner = family.spouse_of(head, died=True)
        if rng.random() < 0.6:
            family.children(("child_away",), (40, 60), parents=(head, partner), here=False)
        family.union(head, partner, UnionKind.MARRIAGE)


def _old_couple(family: Family) -> None:
    head = family.add("head", Sex.MALE, family.age(74, 92), "本人", work="年金生活")
    wife = family.spouse_of(head)
    if family.rng.random() < 0.5:
        family.children(("child_away",), (42, 62), parents=(head, wife), here=False)
    family.union(head, wife, UnionKind.MARRIAGE)


def _eighty_fifty(family: Family) -> None:
    mother = family.add("head", Sex.FEMALE, family.age(76, 90), "本人", work="年金生活")
    father = family.spouse_of(mother, died=True)
    keys = ("child",) if family.rng.random() < 0.7 else ("child", "second_child")
    family.children(keys, (46, 58), parents=(mother, father), work=("無職", "休職中", "家の手伝い"))
    family.union(mother, father, UnionKind.MARRIAGE)


def _single_parent(family: Family) -> None:
    rng = family.rng
    sex = rng.choice((Sex.FEMALE, Sex.FEMALE, Sex.FEMALE, Sex.MALE))
    parent = family.add(
        "head", sex, family.age(27, 47), "本人", work=rng.choice(("パート", "派遣", "正社員", "求職中"))
    )
    former = family.spouse_of(parent, here=False, own_name=True, word="元配偶者")
    family.children(("child", "second_child", "third_child")[: rng.randint(1, 3)], (3, 16), parents=(parent, former))
    family.union(parent, former, UnionKind.MARRIAGE, UnionState.DIVORCED)


def _three_generations(family: Family) -> None:
    old = family.add("head", Sex.MALE, family.age(70, 84), "本人", work="年金生活")
    wife = family.spouse_of(old, died=family.rng.random() < 0.4)
    (son,) = family.children(
        ("child",), (40, 52), parents=(old, wife), sexes=(Sex.MALE,), work=("会社員", "自営", "農業")
    )
    family.union(old, wife, UnionKind.MARRIAGE)
    in_law = family.spouse_of(son, key="child_in_law", word="子の妻", work="パート")
    family.children(("grandchild", "second_grandchild"), (6, 17), parents=(son, in_law), generation="孫")
    family.union(son, in_law, UnionKind.MARRIAGE)


def _from_abroad(family: Family) -> None:
    rng = family.rng
    country = family.come_from_abroad()
    head = family.add(
        "head", Sex.MALE, family.age(25, 42), "本人", work=rng.choice(("工場勤務", "介護職", "建設", "農業"))
    )
    if rng.random() < 0.75:
        wife = family.spouse_of(head, work=rng.choice(("パート", "無職")), own_name=country in {"ベトナム", "中国"})
        family.children(("child", "second_child")[: rng.randint(1, 2)], (1, 12), parents=(head, wife))
        family.union(head, wife, UnionKind.MARRIAGE)


def _couple_with_children(family: Family) -> None:
    rng = family.rng
    head = family.add(
        "head", Sex.MALE, family.age(30, 48), "本人", work=rng.choice(("会社員", "運送", "自営", "求職中"))
    )
    wife = family.spouse_of(head, work=rng.choice(("パート", "休職中", "正社員")))
    family.children(("child", "second_child", "third_child")[: rng.randint(1, 3)], (0, 15), parents=(head, wife))
    family.union(head, wife, UnionKind.MARRIAGE)


def _siblings(family: Family) -> None:
    rng = family.rng
    eldest = family.age(52, 74)
    head = family.add("head", rng.choice(SEXES), eldest, "本人", work=rng.choice(("無職", "アルバイト", "年金生活")))
    second = family.add("sibling", rng.choice(SEXES), eldest - rng.randint(2, 9), "", work="無職")
    family.say(second, "弟" if second.sex is Sex.MALE else "妹")
    father = family.add("father", Sex.MALE, eldest + rng.randint(26, 34), "父", died=True)
    mother = family.add("mother", Sex.FEMALE, eldest + rng.randint(23, 26), "母", died=True)
    for child in (head, second):
        family.descent(child, father)
        family.descent(child, mother)
    family.union(father, mother, UnionKind.MARRIAGE)


def _alone_working(family: Family) -> None:
    work = family.rng.choice(("派遣", "休職中", "求職中", "アルバイト", "無職"))
    family.add("head", family.rng.choice((Sex.MALE, Sex.MALE, Sex.FEMALE)), family.age(22, 61), "本人", work=work)


def _grandparent(family: Family) -> None:
    old = family.add("head", Sex.FEMALE, family.age(66, 78), "本人", work="年金生活")
    (daughter,) = family.children(("child_away",), (36, 45), parents=(old,), sexes=(Sex.FEMALE,), here=False)
    family.children(
        ("grandchild", "second_grandchild")[: family.rng.randint(1, 2)], (5, 16), parents=(daughter,), generation="孫"
    )


def _remarried(family: Family) -> None:
    rng = family.rng
    head = family.add("head", Sex.MALE, family.age(33, 49), "本人", work=rng.choice(("会社員", "運送", "建設")))
    kind = rng.choice((UnionKind.MARRIAGE, UnionKind.COMMON_LAW))
    wife = _wife(family, head, kind, work="パート")
    former = family.spouse_of(wife, key="former", here=False, own_name=True, word="妻の元配偶者")
    family.children(("stepchild",), (8, 15), parents=(wife, former), word="妻の子")
    family.children(("child",), (0, 5), parents=(head, wife))
    family.union(wife, former, UnionKind.MARRIAGE, UnionState.DIVORCED)
    family.union(head, wife, kind)


def _couple(family: Family) -> None:
    head = family.add(
        "head", Sex.MALE, family.age(34, 68), "本人", work=family.rng.choice(("会社員", "自営", "求職中", "休職中"))
    )
    kind = family.rng.choice((UnionKind.MARRIAGE, UnionKind.MARRIAGE, UnionKind.COMMON_LAW))
    wife = _wife(family, head, kind, work=family.rng.choice(("パート", "無職", "正社員")))
    family.union(head, wife, kind)


def _wife(family: Family, head: PersonSketch, kind: UnionKind, *, work: str) -> PersonSketch:
    """Whoever is not married by register keeps her own name."""
    if kind is UnionKind.COMMON_LAW:
        return family.spouse_of(head, work=work, word="事実婚の妻", own_name=True)
    return family.spouse_of(head, work=work)


_SHAPES: dict[Shape, Callable[[Family], None]] = {
    Shape.ALONE_OLD: _alone_old,
    Shape.OLD_COUPLE: _old_couple,
    Shape.EIGHTY_FIFTY: _eighty_fifty,
    Shape.SINGLE_PARENT: _single_parent,
    Shape.THREE_GENERATIONS: _three_generations,
    Shape.FROM_ABROAD: _from_abroad,
    Shape.COUPLE_WITH_CHILDREN: _couple_with_children,
    Shape.SIBLINGS: _siblings,
    Shape.ALONE_WORKING: _alone_working,
    Shape.GRANDPARENT: _grandparent,
    Shape.REMARRIED: _remarried,
    Shape.COUPLE: _couple,
}

# How often each shape comes to a window, in percent.
SHARES: dict[Shape, int] = {
    Shape.ALONE_OLD: 20,
    Shape.OLD_COUPLE: 11,
    Shape.EIGHTY_FIFTY: 12,
    Shape.SINGLE_PARENT: 14,
    Shape.THREE_GENERATIONS: 6,
    Shape.FROM_ABROAD: 6,
    Shape.COUPLE_WITH_CHILDREN: 9,
    Shape.SIBLINGS: 4,
    Shape.ALONE_WORKING: 10,
    Shape.GRANDPARENT: 2,
    Shape.REMARRIED: 3,
    Shape.COUPLE: 3,
}
