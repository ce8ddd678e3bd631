"""Places are plenty, of many kinds, in every district, and most of them are run by residents."""

import random
import re
from datetime import date

import pytest

from marugoto.community.codes import Interest, PlaceKind, Welcome
from marugoto.community.rules.weekdays import weekdays_in
from marugoto.demo.names import read_parts
from marugoto.demo.places import HALLS, KNOWN, SHOPS, SORTS, invent_places, say_time
from marugoto.demo.sketches import BodySketch
from marugoto.demo.town import MUNICIPALITIES

TODAY = date(2026, 11, 24)

each_body = pytest.mark.parametrize("body", MUNICIPALITIES, ids=lambda body: body.name)


def test_there_are_forty_sorts_and_more_and_every_kind_is_among_them():
    assert len(SORTS) >= 40
    assert {sort.kind for sort in SORTS} == set(PlaceKind)
    assert {code for sort in SORTS for code in sort.welcome} == set(Welcome)
    assert {code for sort in SORTS for code in sort.interests} == set(Interest)


@pytest.mark.parametrize(
    "line", [*(sort.name for sort in SORTS), *HALLS, *SHOPS, *(spot.hall for spot in KNOWN.values())]
)
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
        assert weekdays_in(place.days) == frozenset(place.sort.weekdays)
        assert body.name in place.address
        assert place.host
        assert 0 < (TODAY - place.confirmed).days <= 420
        assert place.phone.startswith(f"0000-{body.exchange}-6")


def test_most_places_are_run_by_residents_and_some_have_not_been_checked_for_long():
    places = invent_places(random.Random(2), MUNICIPALITIES[0], day=TODAY)
    assert sum("さん" in place.host for place in places) > len(places) / 2
    assert any((TODAY - place.confirmed).days > 180 for place in places)


def test_the_places_of_which_the_cast_speaks_are_where_they_say():
    minamo = MUNICIPALITIES[0]
    for seed in range(5):
        places = {place.name: place for place in invent_places(random.Random(seed), minamo, day=TODAY)}
        shogi = places["木曜の将棋(北部公民館)"]
        assert (shogi.district, shogi.host, shogi.days, shogi.hours) == (
            *("north", "世話人 栗原さん(住民)", "毎週 木曜", "10時〜12時"),
        )
        assert "読書のテーブル(こぶし書店)" in places


def test_what_is_written_down_of_a_place_has_a_name_and_says_what_is_unknown_by_silence():
    for place in invent_places(random.Random(6), MUNICIPALITIES[1], day=TODAY):
        assert place.values["name"] == place.name
        assert place.values["fee"].endswith(("円", "無料"))
        assert all(isinstance(value, str) and "None" not in value for value in place.values.values())
