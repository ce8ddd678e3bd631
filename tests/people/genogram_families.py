"""Families for the tests of the genogram: the household of the Satos, and any family that chance can make."""

from datetime import date

from hypothesis import strategies as st

from marugoto.people.rules.genogram import Carer, Descent, DescentKind, Figure, Sex, Union, UnionKind

Rows = tuple[list[Figure], list[Union], list[Descent]]


def man(key: str, name: str, age: int | None = None, **more) -> Figure:
    return Figure(key, name, Sex.MAN, age, **more)


def woman(key: str, name: str, age: int | None = None, **more) -> Figure:
    return Figure(key, name, Sex.WOMAN, age, **more)


def sato() -> Rows:
    figures = [
        man("akio", "昭雄", 79, deceased=True, died_year=2019),
        woman("kiyo", "キヨ", 82, in_household=True, number=2),
        man("makoto", "誠", 54, in_household=True, centre=True, number=1),
        woman("yoko", "陽子", 51, in_household=True, number=4),
        man("former", "元夫", 53),
        man("ren", "蓮", 14, in_household=True, number=3),
    ]
    unions = [Union("akio", "kiyo"), Union("yoko", "former", UnionKind.DIVORCED)]
    descents = [
        Descent(("akio", "kiyo"), "makoto"),
        Descent(("akio", "kiyo"), "yoko"),
        Descent(("yoko", "former"), "ren"),
    ]
    return figures, unions, descents


def without(rows: Rows, key: str) -> Rows:
    """The same family as if this person had never been written down."""
    figures, unions, descents = rows
    left = [Descent(tuple(one for one in it.parents if one != key), it.child, it.kind) for it in descents]
    return (
        [one for one in figures if one.key != key],
        [one for one in unions if key not in {one.a, one.b}],
        [one for one in left if one.parents and one.child != key],
    )


_NAMES = st.sampled_from(
    [
        "誠",
        "佐藤 キヨ",
        "𠮷田\U000e0100 𠮟太郎",
        "渡邉\U000e0101邊邊齋藤髙橋﨑彌之助右衛門",
        "<b>&\"'",
        "",
        "Dos Santos Oliveira Maria",
        "a\x00b",
    ]
)


@st.composite
def any_families(draw: st.DrawFn, most: int = 25) -> Rows:
    """Up to 25 people with whatever ties: circles of descent, marriages of cousins, several marriages, nobody at all."""
    count = draw(st.integers(0, most))
    keys = [f"k{number}" for number in range(count)]
    figures = [
        Figure(
            key,
            draw(_NAMES),
            draw(st.sampled_from(Sex)),
            draw(st.none() | st.integers(0, 105)),
            deceased=draw(st.booleans()),
            died_year=draw(st.none() | st.integers(1950, 2026)),
            in_household=draw(st.booleans()),
            centre=number == 0,
            number=draw(st.none() | st.integers(1, 15)),
            born=draw(st.none() | st.sampled_from([date(1990, 1, 1), date(2016, 3, 3)])),
            key_person=draw(st.booleans()),
            carer=draw(st.none() | st.sampled_from(Carer)),
        )
        for number, key in enumerate(keys)
    ]
    if not keys:
        return figures, [], []
    key = st.sampled_from(keys)
    unions = draw(st.lists(st.builds(Union, key, key, st.sampled_from(UnionKind)), max_size=count // 2))
    parents = st.lists(key, min_size=1, max_size=2, unique=True).map(tuple)
    descents = draw(st.lists(st.builds(Descent, parents, key, st.sampled_from(DescentKind)), max_size=count))
    return figures, unions, descents


@st.composite
def plain_families(draw: st.DrawFn) -> Rows:
    """One couple, their children, whom some of them marry, and grandchildren: what is met nearly every day."""
    figures = [man("h", "祖父", 85), woman("w", "祖母", 83, centre=True, in_household=True)]
    unions, descents = [Union("h", "w")], []
    for number in range(draw(st.integers(1, 5))):
        child = f"c{number}"
        figures.append(Figure(child, child, draw(st.sampled_from(Sex)), 60 - number, in_household=draw(st.booleans())))
        descents.append(Descent(("h", "w"), child))
        partner = draw(st.none() | st.sampled_from(UnionKind))
        if partner:
            figures.append(Figure(f"p{number}", "配偶者", draw(st.sampled_from(Sex)), 50))
            unions.append(Union(child, f"p{number}", partner))
        parents = (child, f"p{number}") if partner and draw(st.booleans()) else (child,)
        for grandchild in range(draw(st.integers(0, 3))):
            figures.append(man(f"g{number}{grandchild}", "孫", 30 - grandchild))
            descents.append(Descent(parents, f"g{number}{grandchild}"))
    return figures, unions, descents
