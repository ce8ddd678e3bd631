"""Everybody once, nothing on top of anything, every line from whom to whom it belongs, and the household in one outline."""

from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marugoto.people.rules.genogram import (
    Descent,
    DescentKind,
    Figure,
    Genogram,
    Placed,
    Sex,
    Union,
    UnionKind,
    lay_out,
)
from marugoto.people.rules.genogram_route import Stroke, StrokeKind
from tests.people.genogram_families import Rows, any_families, man, plain_families, sato, without, woman

MANY = settings(max_examples=150, deadline=None)
COUPLES = {StrokeKind.MARRIED, StrokeKind.UNREGISTERED, StrokeKind.PARENTS}


def at(genogram: Genogram, key: str) -> Placed:
    return next(one for one in genogram.placed if one.figure.key == key)


def people(genogram: Genogram, stroke: Stroke) -> set[str]:
    return {genogram.placed[number].figure.key for number in stroke.people}


def touches(one: Placed, other: Placed) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def passes_through(stroke: Stroke, one: Placed) -> bool:
    """A right-angled line through the box of symbol and words; slanted ones are those of twins and of partings."""
    for (x, y), (to_x, to_y) in zip(stroke.points, stroke.points[1:], strict=False):
        within_x = min(x, to_x) < one.right and max(x, to_x) > one.left
        if within_x and min(y, to_y) < one.bottom and max(y, to_y) > one.top:
            return True
    return False


def encloses(genogram: Genogram, x: int, y: int) -> bool:
    """Inside the outline of the household, by the even-odd rule."""
    crossed = 0
    for ring in genogram.home.rings if genogram.home else ():
        for (start_x, start_y), (_, end_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
            crossed += start_x > x and min(start_y, end_y) <= y < max(start_y, end_y)
    return crossed % 2 == 1


def ends(genogram: Genogram, key: str) -> list[Stroke]:
    """Strokes that end on the upper edge of somebody's symbol or on its sides."""
    one = at(genogram, key)
    return [
        it
        for it in genogram.strokes
        if any(abs(x - one.x) <= 22 and abs(y - one.y) <= 22 for x, y in (it.points[0], it.points[-1]))
    ]


def test_the_satos_stand_as_they_are_drawn_by_hand() -> None:
    picture = lay_out(*sato())
    rows = {
        y: [one.figure.name for one in sorted(picture.placed, key=lambda it: it.x) if one.y == y]
        for y in sorted({it.y for it in picture.placed})
    }
    assert list(rows.values()) == [["昭雄", "キヨ"], ["誠", "陽子", "元夫"], ["蓮"]]


def test_the_child_of_parted_parents_hangs_from_the_one_he_lives_with() -> None:
    picture = lay_out(*sato())
    parting = [one for one in picture.strokes if one.kind is StrokeKind.DIVORCED]
    assert len(parting) == 2
    assert all(at(picture, "ren").x < x < at(picture, "former").x for one in parting for x, _ in one.points)
    assert at(picture, "ren").x - at(picture, "yoko").x < at(picture, "former").x - at(picture, "ren").x


def everybody_appears_exactly_once(rows: Rows, picture: Genogram) -> None:
    assert sorted(one.figure.key for one in picture.placed) == sorted(one.key for one in rows[0])


def nothing_stands_on_anything(rows: Rows, picture: Genogram) -> None:
    assert [
        (one.figure.key, other.figure.key) for one, other in combinations(picture.placed, 2) if touches(one, other)
    ] == []


def no_line_runs_through_somebody_it_does_not_belong_to(rows: Rows, picture: Genogram) -> None:
    through = [
        (stroke.kind, stroke.points, one.figure.key)
        for stroke in picture.strokes
        for number, one in enumerate(picture.placed)
        if number not in stroke.people and passes_through(stroke, one)
    ]
    assert through == []


def every_line_of_a_couple_reaches_both(rows: Rows, picture: Genogram) -> None:
    known = {one.key for one in rows[0]}
    for union in rows[1]:
        if union.a != union.b and {union.a, union.b} <= known:
            reached = [
                set(map(tuple, [people(picture, one)]))
                for one in picture.strokes
                if one.kind in COUPLES and people(picture, one) == {union.a, union.b}
            ]
            assert reached
            for key in (union.a, union.b):
                mine = [
                    one for one in picture.strokes if one.kind in COUPLES and people(picture, one) == {union.a, union.b}
                ]
                box = at(picture, key)
                assert any(
                    abs(x - box.x) <= 26 and box.y - 26 <= y <= box.bottom for one in mine for x, y in one.points
                )


def every_child_hangs_from_its_own_parents(rows: Rows, picture: Genogram) -> None:
    descents = {StrokeKind.BIRTH, StrokeKind.ADOPTED, StrokeKind.FOSTER}
    hanging = {
        key
        for one in picture.placed
        for key in [one.figure.key]
        if any(
            stroke.kind in descents
            and stroke.points[-1][1] < one.y
            and abs(stroke.points[-1][0] - one.x) <= 9
            and one.y - stroke.points[-1][1] <= 24
            for stroke in picture.strokes
        )
    }
    named = {it.child for it in rows[2] if set(it.parents) - {it.child}}
    assert hanging <= named
    single = {key for key in named if len([it for it in rows[2] if it.child == key]) == 1}
    acyclic = {it.child for it in rows[2]} - {parent for it in rows[2] for parent in it.parents}
    assert single & acyclic <= hanging


def everything_is_inside_the_frame(rows: Rows, picture: Genogram) -> None:
    points = [point for stroke in picture.strokes for point in stroke.points]
    points += [point for ring in (picture.home.rings if picture.home else ()) for point in ring]
    points += [corner for one in picture.placed for corner in ((one.left, one.top), (one.right, one.bottom))]
    assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in points)


def the_outline_holds_those_who_live_together_and_nobody_else(rows: Rows, picture: Genogram) -> None:
    for one in picture.placed:
        corners = [(one.x, one.y), (one.x - 17, one.y - 17), (one.x + 17, one.y + 17), (one.x, one.bottom - 1)]
        assert [encloses(picture, x, y) for x, y in corners] == [one.figure.in_household] * 4, one.figure.key


ALWAYS = (
    everybody_appears_exactly_once,
    nothing_stands_on_anything,
    no_line_runs_through_somebody_it_does_not_belong_to,
    every_line_of_a_couple_reaches_both,
    every_child_hangs_from_its_own_parents,
    everything_is_inside_the_frame,
    the_outline_holds_those_who_live_together_and_nobody_else,
)


@MANY
@given(any_families())
def test_any_family_is_drawn_as_it_should_be(rows: Rows) -> None:
    """Drawn once and looked at in every respect."""
    picture = lay_out(*rows)
    for holds in ALWAYS:
        holds(rows, picture)
    assert len(picture.placed) == len(rows[0])


@MANY
@given(any_families(), st.randoms())
def test_the_same_family_gives_the_same_picture_in_whatever_order_it_is_told(rows: Rows, chance: Random) -> None:
    mixed = tuple(chance.sample(part, len(part)) for part in rows)
    assert lay_out(*mixed) == lay_out(*rows)


@MANY
@given(any_families())
def test_who_is_at_the_centre_changes_nobodys_presence(rows: Rows) -> None:
    moved = [Figure(**{**one.__dict__, "centre": number == len(rows[0]) - 1}) for number, one in enumerate(rows[0])]
    assert {one.figure.key for one in lay_out(moved, *rows[1:]).placed} == {one.key for one in rows[0]}


@MANY
@given(plain_families())
def test_siblings_stand_by_age_from_the_left_and_couples_side_by_side(rows: Rows) -> None:
    picture = lay_out(*rows)
    children = [it.child for it in rows[2] if it.parents == ("h", "w")]
    assert [at(picture, key).x for key in children] == sorted(at(picture, key).x for key in children)
    for union in rows[1]:
        low, high = sorted((at(picture, union.a).x, at(picture, union.b).x))
        assert at(picture, union.a).y == at(picture, union.b).y
        assert not any(low < one.x < high and one.y == at(picture, union.a).y for one in picture.placed)


@MANY
@given(plain_families())
def test_in_a_plain_family_no_line_crosses_another(rows: Rows) -> None:
    picture = lay_out(*rows)
    level = [
        (min(p[0], q[0]), max(p[0], q[0]), p[1])
        for one in picture.strokes
        for p, q in [(one.points[0], one.points[-1])]
        if p[1] == q[1]
    ]
    upright = [
        (p[0], min(p[1], q[1]), max(p[1], q[1]))
        for one in picture.strokes
        for p, q in [(one.points[0], one.points[-1])]
        if p[0] == q[0]
    ]
    assert [
        (x, y) for left, right, y in level for x, top, bottom in upright if left < x < right and top < y < bottom
    ] == []


@pytest.mark.parametrize("key", ["akio", "kiyo", "makoto", "yoko", "former", "ren"])
def test_who_is_hidden_leaves_no_trace(key: str) -> None:
    figures, unions, descents = sato()
    hidden = [Figure(**{**one.__dict__, "hidden": one.key == key}) for one in figures]
    assert lay_out(hidden, unions, descents) == lay_out(*without(sato(), key))


@MANY
@given(any_families(), st.sets(st.integers(0, 24), max_size=4))
def test_nobody_who_is_hidden_leaves_a_trace(rows: Rows, numbers: set[int]) -> None:
    hidden = [Figure(**{**one.__dict__, "hidden": number in numbers}) for number, one in enumerate(rows[0])]
    left = rows
    for one in hidden:
        left = without(left, one.key) if one.hidden else left
    assert lay_out(hidden, *rows[1:]) == lay_out(*left)


def test_three_marriages_keep_their_order_and_their_children_apart() -> None:
    rows = (
        [
            man("h", "義男", 66),
            woman("w1", "和子", 64),
            woman("w2", "洋子", 60),
            woman("w3", "リン", 45),
            man("a", "隆", 40),
            man("b", "直樹", 25),
            man("c", "ミナ", 9),
        ],
        [
            Union("h", "w1", UnionKind.DIVORCED, date(1983, 1, 1)),
            Union("h", "w2", UnionKind.DIVORCED, date(1997, 1, 1)),
            Union("w3", "h", since=date(2014, 1, 1)),
        ],
        [Descent(("h", "w1"), "a"), Descent(("h", "w2"), "b"), Descent(("w3", "h"), "c")],
    )
    picture = lay_out(*rows)
    assert at(picture, "w1").x < at(picture, "w2").x < at(picture, "h").x < at(picture, "w3").x
    assert at(picture, "a").x < at(picture, "b").x < at(picture, "c").x
    assert len([one for one in picture.strokes if one.kind in COUPLES]) == 3


def test_cousins_who_marry_meet_below_their_grandparents() -> None:
    rows = (
        [
            man("g", "元治", 90),
            man("c", "勇", 66),
            woman("d", "静", 63),
            man("e", "光男", 40),
            woman("f", "千春", 38),
            man("k", "悠", 6),
        ],
        [Union("e", "f")],
        [
            Descent(("g",), "c"),
            Descent(("g",), "d"),
            Descent(("c",), "e"),
            Descent(("d",), "f"),
            Descent(("e", "f"), "k"),
        ],
    )
    picture = lay_out(*rows)
    assert at(picture, "e").y == at(picture, "f").y < at(picture, "k").y
    assert [one.related for one in picture.strokes if people(picture, one) == {"e", "f"} and one.kind in COUPLES] == [
        True
    ]


def test_an_uncle_who_marries_his_niece_stands_beside_her() -> None:
    rows = (
        [man("g", "元治", 90), man("u", "勇", 60), woman("d", "静", 63), woman("n", "千春", 38)],
        [Union("u", "n")],
        [Descent(("g",), "u"), Descent(("g",), "d"), Descent(("d",), "n")],
    )
    picture = lay_out(*rows)
    assert at(picture, "u").y == at(picture, "n").y > at(picture, "d").y


def test_twins_hang_from_one_point() -> None:
    born = date(2016, 3, 3)
    rows = (
        [woman("m", "母", 40), man("a", "一", 10, born=born), man("b", "二", 10, born=born), man("c", "三", 7)],
        [],
        [Descent(("m",), key) for key in "abc"],
    )
    picture = lay_out(*rows)
    slanted = [
        one
        for one in picture.strokes
        if one.points[0][0] != one.points[-1][0] and one.points[0][1] != one.points[-1][1]
    ]
    assert len(slanted) == 2
    assert slanted[0].points[0] == slanted[1].points[0]


def test_adopted_and_foster_children_have_lines_of_their_own_and_keep_their_first_parents() -> None:
    rows = (
        [man("h", "夫", 45), woman("w", "妻", 43), woman("b", "生みの母", 25), man("a", "海", 5), man("f", "空", 2)],
        [Union("h", "w")],
        [
            Descent(("h", "w"), "a", DescentKind.ADOPTED),
            Descent(("b",), "a"),
            Descent(("h", "w"), "f", DescentKind.FOSTER),
        ],
    )
    picture = lay_out(*rows)
    kinds = {one.kind for one in ends(picture, "a")}
    assert {StrokeKind.ADOPTED, StrokeKind.BIRTH} <= kinds
    assert StrokeKind.FOSTER in {one.kind for one in ends(picture, "f")}


def test_parents_told_one_by_one_are_a_couple() -> None:
    figures = [man("h", "父", 40), woman("w", "母", 38), man("c", "子", 5)]
    apart = lay_out(figures, [], [Descent(("h",), "c"), Descent(("w",), "c")])
    assert apart == lay_out(figures, [], [Descent(("h", "w"), "c")])
    assert [one.kind for one in apart.strokes if people(apart, one) == {"h", "w"}] == [StrokeKind.PARENTS]


def test_two_families_and_a_lodger_share_one_outline() -> None:
    rows = (
        [
            woman("a", "フミ", 80, in_household=True, centre=True),
            man("b", "進", 55, in_household=True),
            man("c", "実", 77, in_household=True),
            man("d", "学", 50),
            Figure("e", "下宿の人", Sex.UNSTATED, 27, in_household=True),
        ],
        [],
        [Descent(("a",), "b"), Descent(("c",), "d")],
    )
    picture = lay_out(*rows)
    assert picture.home is not None
    assert (len(picture.home.rings), picture.home.word) == (1, "同居")


def test_a_group_home_is_not_one_endless_row() -> None:
    picture = lay_out([Figure(f"p{number}", f"入居者{number}", in_household=True) for number in range(40)], [], [])
    assert len(picture.placed) == 40
    assert picture.width < 1000
