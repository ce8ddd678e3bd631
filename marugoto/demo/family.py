"""The table at which a household is put together: one family name, one day, one chain of chance."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from marugoto.demo.given_names import FAMILY_NAMES_FROM_ABROAD
from marugoto.demo.kin import DescentSketch, PersonSketch, UnionSketch
from marugoto.demo.names import InventedName, Reading, invent_family, invent_foreign_name, invent_name
from marugoto.people.codes import Sex, UnionKind, UnionState

_FIRST, _SECOND, _THIRD = "長", "二", "三"


class Family:
    """Adds persons who fit each other: parents are old enough, siblings share parents, nobody bears a name twice."""

    def __init__(self, rng: random.Random, name: Reading, day: date) -> None:
        self.rng, self.name, self.day = rng, name, day
        self.country = ""
        self.people: list[PersonSketch] = []
        self.unions: list[UnionSketch] = []
        self.descents: list[DescentSketch] = []

    def come_from_abroad(self) -> str:
        """From here on the family is one that came from another country. Answers which."""
        self.country = self.rng.choice(list(FAMILY_NAMES_FROM_ABROAD))
        self.name = invent_foreign_name(self.rng, country=self.country, sex=Sex.MALE).family
        return self.country

    def age(self, least: int, most: int) -> int:
        return self.rng.randint(least, most)

    def add(
        self,
        key: str,
        sex: Sex,
        age: int,
        relation: str,
        *,
        work: str = "",
        here: bool = True,
        died: bool = False,
        own_name: bool = False,
    ) -> PersonSketch:
        """Somebody of this age, or who would be of this age had they not died."""
        born = self._birthday(age)
        person = PersonSketch(
            key=key,
            name=self._name(born, sex, own_name=own_name),
            sex=sex,
            born=born,
            relation=relation,
            here=here and not died,
            died=self._day_of_death(born) if died else None,
            work="" if died else work,
            country=self.country,
        )
        self.people.append(person)
        return person

    def spouse_of(
        self,
        person: PersonSketch,
        *,
        key: str = "spouse",
        word: str = "",
        work: str = "",
        here: bool = True,
        died: bool = False,
        own_name: bool = False,
    ) -> PersonSketch:
        sex = Sex.MALE if person.sex is Sex.FEMALE else Sex.FEMALE
        older = self.rng.randint(0, 6) * (1 if sex is Sex.MALE else -1)
        age = max(20, self.day.year - person.born.year + older)
        relation = word or ("夫" if sex is Sex.MALE else "妻")
        pensioner = "年金生活" if age >= 68 and here else ""
        return self.add(key, sex, age, relation, work=work or pensioner, here=here, died=died, own_name=own_name)

    def children(
        self,
        keys: Sequence[str],
        ages: tuple[int, int],
        *,
        parents: Sequence[PersonSketch],
        sexes: Sequence[Sex] = (),
        here: bool = True,
        work: Sequence[str] = (),
        generation: str = "",
        word: str = "",
    ) -> tuple[PersonSketch, ...]:
        """Children of these parents, the eldest first, at least a year apart and never born to a parent under twenty; as many as fit."""
        oldest = min(ages[1], min(self.day.year - parent.born.year for parent in parents) - 21)
        youngest = max(0, min(ages[0], oldest - len(keys) + 1))
        keys = keys[: oldest - youngest + 1]
        span = sorted(self.rng.sample(range(youngest, oldest + 1), len(keys)), reverse=True)
        born: list[PersonSketch] = []
        for index, (key, age) in enumerate(zip(keys, span, strict=True)):
            sex = sexes[index] if sexes else self.rng.choice((Sex.FEMALE, Sex.MALE))
            relation = word or generation or _place_among(born, sex)
            does = self.rng.choice(list(work)) if work else _school(age)
            child = self.add(key, sex, age, relation, here=here, work=does)
            born.append(child)
            for parent in parents:
                self.descent(child, parent)
        return tuple(born)

    def union(
        self, first: PersonSketch, second: PersonSketch, kind: UnionKind, state: UnionState = UnionState.TOGETHER
    ) -> None:
        """Two people are or were together. Told after their children, and a former union before the present one."""
        births = [child.born.year for child in self._children_of(first, second)]
        former = [
            each.until for each in self.unions if each.until and {each.first, each.second} & {first.key, second.key}
        ]
        grown = max(first.born.year, second.born.year) + 20
        earliest = max([grown, *former])
        since = min([earliest + self.rng.randint(0, 5), self.day.year - 1, *(year - 1 for year in births[:1])])
        until = min((person.died.year for person in (first, second) if person.died), default=None)
        if state is UnionState.DIVORCED:
            until = min(max([since, *births]) + self.rng.randint(1, 2), self.day.year)
        self.unions.append(
            UnionSketch(first.key, second.key, kind, state, max(since, min(earliest, self.day.year - 1)), until)
        )

    def descent(self, child: PersonSketch, parent: PersonSketch) -> None:
        self.descents.append(DescentSketch(child.key, parent.key))

    def say(self, person: PersonSketch, relation: str) -> None:
        self.people[self.people.index(person)] = replace(person, relation=relation)

    def _children_of(self, first: PersonSketch, second: PersonSketch) -> list[PersonSketch]:
        """Of both, the eldest first."""
        of = {key: {each.child for each in self.descents if each.parent == key} for key in (first.key, second.key)}
        both = of[first.key] & of[second.key]
        return sorted((person for person in self.people if person.key in both), key=lambda child: child.born)

    def _birthday(self, age: int) -> date:
        """A day on which somebody of this age was born, counted back from the day of the sketch."""
        latest = date(self.day.year - age, self.day.month, min(self.day.day, 28))
        return latest - timedelta(days=self.rng.randint(0, 364))

    def _day_of_death(self, born: date) -> date:
        """In the last twelve years but not in this one, and between sixty and ninety-five where that is possible."""
        latest = min(self.day - timedelta(days=300), born + timedelta(days=95 * 365))
        day = latest - timedelta(days=self.rng.randint(0, 12 * 365))
        return min(latest, max(day, born + timedelta(days=60 * 365)))

    def _name(self, born: date, sex: Sex, *, own_name: bool) -> InventedName:
        taken = [person.name.given.written for person in self.people]
        if self.country:
            family = None if own_name else self.name
            return invent_foreign_name(self.rng, country=self.country, sex=sex, family=family, taken=taken)
        family = invent_family(self.rng) if own_name else self.name
        return invent_name(self.rng, born=born.year, sex=sex, family=family, taken=taken)


def _place_among(siblings: Sequence[PersonSketch], sex: Sex) -> str:
    """長男, 二女 …, counted among those of the same sex as the family register does."""
    before = sum(1 for sibling in siblings if sibling.sex is sex)
    return (_FIRST, _SECOND, _THIRD)[before] + ("男" if sex is Sex.MALE else "女")


def _school(age: int) -> str:
    """What somebody of this age does on weekdays, where nothing else is said."""
    for until, word in ((3, "家で過ごす"), (6, "保育所"), (12, "小学生"), (15, "中学生"), (18, "高校生")):
        if age < until:
            return word
    return "会社員" if age < 65 else "年金生活"
