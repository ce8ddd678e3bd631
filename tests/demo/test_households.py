"""Households are possible ones: parents are older than children, the dead do not live here, nobody bears two names."""

import random
from datetime import date
from itertools import pairwise

import pytest

from marugoto.demo.households import SHARES, HouseholdSketch, Shape, invent_household, invent_shape
from marugoto.people.codes import UnionState

TODAY = date(2026, 11, 24)


def _many(shape: Shape) -> list[HouseholdSketch]:
    return [invent_household(random.Random(seed), shape, day=TODAY) for seed in range(150)]


each_shape = pytest.mark.parametrize("shape", list(Shape))


@each_shape
def test_the_same_seed_gives_the_same_household(shape: Shape):
    assert _many(shape) == _many(shape)


@each_shape
def test_every_parent_is_grown_up_and_alive_at_the_birth(shape: Shape):
    for household in _many(shape):
        for descent in household.descents:
            child, parent = household.by_key(descent.child), household.by_key(descent.parent)
            assert child.born.year - parent.born.year >= 18
            assert parent.died is None or parent.died > child.born


@each_shape
def test_everybody_has_a_key_and_a_name_of_their_own_and_was_born_before_today(shape: Shape):
    for household in _many(shape):
        assert len({person.key for person in household.people}) == len(household.people)
        assert len({person.name.full for person in household.people}) == len(household.people)
        assert all(person.born <= TODAY and person.age_on(TODAY) < 100 for person in household.people)
        assert all(person.relation for person in household.people)


@each_shape
def test_the_head_lives_here_and_the_dead_do_not(shape: Shape):
    for household in _many(shape):
        assert household.head in household.members
        assert not [person for person in household.members if person.died]
        assert household.head.relation == "本人"


@each_shape
def test_nobody_is_in_two_unions_at_once(shape: Shape):
    for household in _many(shape):
        for person in household.people:
            spans = sorted(
                (union.since, union.until or 9999)
                for union in household.unions
                if person.key in {union.first, union.second}
            )
            assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
        assert all(union.until is not None for union in household.unions if union.state is UnionState.DIVORCED)


def test_the_shapes_are_what_they_are_called():
    for household in _many(Shape.ALONE_OLD):
        assert len(household.members) == 1
    for household in _many(Shape.EIGHTY_FIFTY):
        assert household.head.age_on(TODAY) >= 75
        assert all(45 <= child.age_on(TODAY) <= 58 for child in household.members[1:])
    for household in _many(Shape.SINGLE_PARENT):
        assert len(household.members) >= 2
        assert [union.state for union in household.unions] == [UnionState.DIVORCED]
    assert all(person.country for household in _many(Shape.FROM_ABROAD) for person in household.people)


def test_shapes_come_as_often_as_their_share():
    rng = random.Random(11)
    seen = [invent_shape(rng) for _ in range(4000)]
    assert sum(SHARES.values()) == 100
    for shape, share in SHARES.items():
        assert abs(seen.count(shape) / 40 - share) < 2
