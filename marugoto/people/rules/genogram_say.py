"""The genogram in sentences, for whoever cannot see it or would rather read."""

from collections.abc import Iterable, Sequence

from marugoto.people.rules.genogram_family import (
    Bond,
    Carer,
    Descent,
    DescentKind,
    Family,
    Feeling,
    FeelingKind,
    Figure,
    Sex,
    Sibship,
    Union,
    UnionKind,
    family,
)
from marugoto.people.rules.genogram_place import UNNAMED
from marugoto.people.rules.kinship import Kin

_SEXES = {Sex.MAN: "男性", Sex.WOMAN: "女性", Sex.UNSTATED: "性別は聞いていません"}
_PARENTS = {
    DescentKind.BIRTH: ("父", "母", "親"),
    DescentKind.ADOPTED: ("養父", "養母", "養親"),
    DescentKind.FOSTER: ("里親", "里親", "里親"),
}
_CHILDREN = {DescentKind.BIRTH: "子", DescentKind.ADOPTED: "養子", DescentKind.FOSTER: "里子"}
_FELT = {
    FeelingKind.CLOSE: "親しい間柄です",
    FeelingKind.STRAINED: "こじれています",
    FeelingKind.BROKEN: "縁が切れています",
}
_CARING = {Carer.MAIN: "主に介護しています。", Carer.SECOND: "介護を手伝っています。"}
_AS_THEY_ARE = (
    "さん",
    "様",
    "ちゃん",
    "くん",
    "君",
    "方",
    "夫",
    "妻",
    "父",
    "母",
    "祖父",
    "祖母",
    "兄",
    "姉",
    "弟",
    "妹",
    "子ども",
)


def among(feelings: Iterable[Feeling], figures: Iterable[Figure]) -> tuple[Feeling, ...]:
    """Those of which both are seen, each pair once, in one order whatever the order of the rows."""
    seen = {one.key for one in figures}
    pairs = {tuple(sorted((one.a, one.b))): one.kind for one in feelings if {one.a, one.b} <= seen and one.a != one.b}
    return tuple(Feeling(a, b, kind) for (a, b), kind in sorted(pairs.items()))


def describe(
    figures: Iterable[Figure],
    unions: Iterable[Union],
    descents: Iterable[Descent],
    feelings: Iterable[Feeling] = (),
) -> list[str]:
    """A summary, then a paragraph for each person: the one at the centre first, the others from the eldest."""
    known = family(figures, unions, descents)
    teller = _Teller(known, among(feelings, known.figures))
    people = sorted(range(len(known.figures)), key=lambda person: (not known.figures[person].centre, person))
    return [summary(known), *(teller.paragraph(person) for person in people)]


def summary(known: Family) -> str:
    if not known.figures:
        return "まだ、だれも記録されていません。"
    centre = [called(one) for one in known.figures if one.centre]
    home = [called(one) for one in known.figures if one.in_household]
    dead = [called(one) for one in known.figures if one.deceased]
    parts = [f"{len(known.figures)}人の家族図です。"]
    parts += [f"中心は{'、'.join(centre)}です。"] if centre else []
    parts += [f"同居は{'、'.join(home)}の{len(home)}人です。"] if len(home) > 1 else []
    parts += [f"亡くなった人は{'、'.join(dead)}です。"] if dead else []
    return "".join(parts)


def called(figure: Figure) -> str:
    """A name with さん, unless the name already says how the person is called (元夫)."""
    name = figure.name.strip()
    if not name:
        return UNNAMED
    return name if name.endswith(_AS_THEY_ARE) else f"{name}さん"


class _Teller:
    def __init__(self, known: Family, feelings: Sequence[Feeling] = ()) -> None:
        self.family, self.feelings = known, feelings
        self.kin = Kin(known)
        self.centre = next((number for number, one in enumerate(known.figures) if one.centre), None)

    def paragraph(self, person: int) -> str:
        figure = self.family.figures[person]
        parts = [self._head(figure), self._seen_from_centre(person)]
        parts += [self._partner(bond, person) for bond in self.family.bonds if person in bond[:2]]
        parts += self._parents(person) + self._children(person)
        parts += self._feelings(figure.key)
        parts.append("キーパーソンです。" if figure.key_person else "")
        parts.append(_CARING[figure.carer] if figure.carer else "")
        parts.append("この世帯の人です。" if figure.in_household else "")
        parts.append(f"必要{figure.number}の人です。" if figure.number is not None else "")
        return "".join(parts)

    def _head(self, figure: Figure) -> str:
        sex = _SEXES[figure.sex]
        if not figure.deceased:
            age = "" if figure.age is None else f"{figure.age}歳、"
            return f"{called(figure)}({age}{sex})。"
        year = f"{figure.died_year}年に" if figure.died_year else ""
        age = "" if figure.age is None else f"{figure.age}歳で"
        return f"{called(figure)}({sex}、{year}{age}亡くなりました)。"

    def _seen_from_centre(self, person: int) -> str:
        if person == self.centre:
            return "この図の中心の人です。"
        word = self.kin.word(self.centre, person) if self.centre is not None else None
        return f"{self._called(self.centre or 0)}から見て{word}です。" if word else ""

    def _partner(self, bond: Bond, person: int) -> str:
        other = bond.a + bond.b - person
        name = self._called(other)
        word = self.kin.partner(person, other) or ""
        partner = self.family.figures[other]
        if bond.kind is UnionKind.DIVORCED:
            return f"{name}とは離婚しています。"
        if bond.kind is UnionKind.SEPARATED:
            return f"{word} {name}とは別居しています。"
        if bond.kind is None:
            return f"{name}との間に子がいます。"
        if partner.deceased:
            year = f"{partner.died_year}年に" if partner.died_year else ""
            return f"{word} {name}は{year}亡くなりました。"
        return f"{word}は{name}です。"

    def _parents(self, person: int) -> list[str]:
        found: list[str] = []
        for sibship, kind in self._sibships(person):
            forms = _PARENTS[kind]
            said = [
                f"{forms[_form(self.family.figures[one].sex)]} {self._called(one)}"
                for one in self._father_first(sibship)
            ]
            found.append(
                f"{'、'.join(said)}の子です。" if kind is DescentKind.BIRTH else f"{'、'.join(said)}がいます。"
            )
        return found

    def _father_first(self, sibship: Sibship) -> list[int]:
        return sorted(sibship.parents, key=lambda one: _form(self.family.figures[one].sex))

    def _sibships(self, child: int) -> Sequence[tuple[Sibship, DescentKind]]:
        return [(one, it.kind) for one in self.family.sibships for it in one.children if it.number == child]

    def _children(self, person: int) -> list[str]:
        found: list[str] = []
        for kind, word in _CHILDREN.items():
            names = [
                self._called(it.number)
                for one in self.family.sibships
                if person in one.parents
                for it in one.children
                if it.kind is kind
            ]
            found += [f"{word}は{'、'.join(names)}です。"] if names else []
        return found

    def _feelings(self, key: str) -> list[str]:
        names = {one.key: called(one) for one in self.family.figures}
        others = [(one.b if one.a == key else one.a, one.kind) for one in self.feelings if key in {one.a, one.b}]
        return [f"{names[other]}とは{_FELT[kind]}。" for other, kind in others]

    def _called(self, person: int) -> str:
        return called(self.family.figures[person])


def _form(sex: Sex) -> int:
    return (Sex.MAN, Sex.WOMAN, Sex.UNSTATED).index(sex)
