"""Kanji and kana agree, and a seed gives the same people everywhere."""

import random
import re

import jaconv
import pytest

from marugoto.demo.given_names import FAMILY_NAMES_FROM_ABROAD, GIVEN_NAMES, GIVEN_NAMES_FROM_ABROAD
from marugoto.demo.names import given_names_of, invent_foreign_name, invent_given, invent_name, read_parts
from marugoto.demo.surnames import SURNAMES
from marugoto.people.codes import Sex

JAPANESE = [*SURNAMES, *(name for of_sex in GIVEN_NAMES.values() for names in of_sex.values() for name in names)]
FOREIGN = [
    *(name for names in FAMILY_NAMES_FROM_ABROAD.values() for name in names),
    *(name for of_sex in GIVEN_NAMES_FROM_ABROAD.values() for names in of_sex.values() for name in names),
]
HIRAGANA = re.compile(r"[ぁ-ゖー・]+")
KANA = re.compile(r"[ぁ-ヶー・]+")


@pytest.mark.parametrize("line", JAPANESE + FOREIGN)
def test_every_part_of_every_name_has_its_reading_in_hiragana(line: str):
    name = read_parts(line)
    assert all(HIRAGANA.fullmatch(kana) for _, kana in name.parts)
    for written, kana in name.parts:
        if KANA.fullmatch(written):
            assert jaconv.kata2hira(written) == kana
        else:
            assert not HIRAGANA.search(written)


def test_one_written_part_is_one_character_so_that_furigana_fit():
    several = [
        part for line in JAPANESE for part, _ in read_parts(line).parts if len(part) > 1 and not KANA.fullmatch(part)
    ]
    assert several == ["辻󠄀"]  # one character and its variation selector


def test_the_names_on_which_systems_fail_are_among_them():
    written = {read_parts(line).written for line in SURNAMES}
    assert {"髙橋", "𠮷田", "齋藤", "濵田", "渡邉", "辻󠄀", "五十嵐", "林"} <= written
    assert max(ord(character) for name in written for character in name) > 0xFFFF


def test_one_spelling_may_have_two_readings_and_one_reading_many_spellings():
    spellings, readings = {}, {}
    for line in SURNAMES:
        name = read_parts(line)
        spellings.setdefault(name.written, set()).add(name.kana)
        readings.setdefault(name.kana, set()).add(name.written)
    assert spellings["菅野"] == {"かんの", "すがの"}
    assert readings["わたなべ"] >= {"渡辺", "渡邉", "渡邊", "渡部"}


def test_a_line_that_leaves_a_character_without_reading_is_refused():
    with pytest.raises(ValueError, match="not a name"):
        read_parts("佐(さ)藤")


@pytest.mark.parametrize("decade", [*GIVEN_NAMES])
def test_each_decade_has_sixteen_different_names_of_each_sex(decade: int):
    for sex in (Sex.FEMALE, Sex.MALE):
        names = given_names_of(decade + 4, sex)
        assert len(names) == len(set(names)) == 16


def test_somebody_older_or_younger_than_the_table_has_a_name_too():
    assert given_names_of(1911, Sex.FEMALE) == given_names_of(1935, Sex.FEMALE)
    assert given_names_of(2039, Sex.MALE) == given_names_of(2024, Sex.MALE)


def test_the_same_seed_gives_the_same_people():
    once, again = ([invent_name(random.Random(seed), born=1972, sex=Sex.MALE) for seed in range(50)] for _ in range(2))
    assert once == again
    assert len({name.full for name in once}) > 40


def test_siblings_do_not_share_a_given_name():
    rng, taken = random.Random(3), []
    for _ in range(16):
        taken.append(invent_given(rng, born=2014, sex=Sex.FEMALE, taken=taken).written)
    assert len(set(taken)) == 16


def test_a_name_from_abroad_says_so_and_has_kana():
    name = invent_foreign_name(random.Random(1), country="ベトナム", sex=Sex.FEMALE)
    assert name.foreign
    assert HIRAGANA.fullmatch(name.family.kana)
