"""Places are plenty, of many kinds, in every district, and most of them are run by residents."""

import random
import re
from datetime import date

import pytest

from marugoto.demo.names import read_parts
from marugoto.demo.places import HALLS, SHOPS, SORTS, invent_places, say_time
from marugoto.demo.sketches import BodySketch
from marugoto.demo.sorts.place_sort import PlaceKind, Welcome
from marugoto.demo.town import MUNICIPALITIES

TODAY = date(2026, 11, 24)

each_body = pytest.mark.parametrize("body", MUNICIPALITIES, ids=lambda body: body.name)


def test_there_are_forty_sorts_and_more_and_every_kind_is_among_them():
    assert len(SORTS) >= 40
    assert {sort.kind for sort in SORTS} == set(PlaceKind)
    assert {code for sort in SORTS for code in sort.welcome} == set(Welcome)


@pytest.mark.parametrize("line", [*(sort.name for sort in SORTS), *HALLS, *SHOPS])
def test_names_of_places_are_written_and_read_alike(line: str):
    name = read_parts(line)
    assert re.fullmatch(r"[ぁ-ゖー]+", name.kana)
    assert len({sort.name for sort in SORTS}) == len(SORTS)


def test_times_are_said_as_people_say_them():
    assert [say_time("10:00"), say_time("06:30"), say_time("13:05")] == ["10時", "6時30分", "13時5分"]


@each_body
def test_the_same_seed_gives_the_same_places(body: BodySketch):
    once, again = (invent_places(random.Random(4), body, day=TODAY) for _ in range(2))
    assert once == again


@each_body
def test_every_district_has_places_and_no_two_have_one_name(body: BodySketch):
    places = invent_places(random.Random(4), body, day=TODAY)
    assert len(places) >= (40 if body.population > 20_000 else 14)
    assert {place.district for place in places} == {district.code for district in body.districts}
    assert len({place.name for place in places}) == len(places)


@each_body
def test_a_place_says_when_where_who_and_since_when_this_is_known(body: BodySketch):
    for place in invent_places(random.Random(8), body, day=TODAY):
        assert re.search(r"[月火水木金土日]曜|平日", place.when)
        assert body.name in place.address
        assert place.host
        assert 0 < (TODAY - place.confirmed).days <= 420
        assert place.phone.startswith(f"0000-{body.exchange}-6")


def test_most_places_are_run_by_residents_and_some_have_not_been_checked_for_long():
    places = invent_places(random.Random(2), MUNICIPALITIES[0], day=TODAY)
    assert sum("さん" in place.host for place in places) > len(places) / 2
    assert any((TODAY - place.confirmed).days > 180 for place in places)
