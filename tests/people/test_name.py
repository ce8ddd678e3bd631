"""Names never fail: stored and returned unchanged and found by search, or refused with a sentence."""

import unicodedata
from datetime import date
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import fold
from marugoto.people import queries
from marugoto.people.actions import person
from marugoto.people.codes import NameKind
from marugoto.people.models import Person
from marugoto.people.rules.name import grams, household_name, kept_name
from tests.people.cast import NOW, Cast, enter, fresh

IVS = "葛\U000e0100城"  # 葛 in the shape the family writes
NAMES = [
    "𠮷野 家",  # outside the basic plane
    IVS,
    "髙𣘺 眞一",
    "渡邉 薫",
    "ｻﾄｳ ｹﾝ",
    "Nguyễn Thị Ánh",
    "O'Brien 100%_ \\",
    "김민준",
    "佐藤\u3000健一",
    "か\u3099く",  # decomposed が
    "﨑山 ﷺ",
    "\ue000外字",  # private use: the municipality's own character
    "李\u200b四",
    "ẞtraße",
]


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=40), kana=st.text(alphabet="あかさたなはまやらわがぱっーゃアンヴ 　", max_size=8))
@example(name="\x00", kana="")
@example(name="\u200b", kana="")
@example(name="佐\n藤", kana="")
@example(name="\ud800", kana="")
@example(name="あ" * 301, kana="")
@example(name=NAMES[0], kana="")
@example(name=IVS, kana="かつらぎ")
def test_any_text_is_kept_unchanged_and_found_or_refused_with_a_sentence(cast: Cast, name: str, kana: str) -> None:
    with transaction.atomic():
        row = entered_or_refused(cast, name, kana)
        if isinstance(row, Refused):
            assert row.sentence.endswith("。")
            assert row.way_on.endswith("。")
        else:
            assert kept(cast, row) == (name, kana)
            assert all(row.pk in found(cast, text) for text in (name, kana) if text)
        transaction.set_rollback(True)  # the next example meets an empty house again


def kept(cast: Cast, row: Person) -> tuple[str, str]:
    page = queries.person.get(fresh(cast.tanaka), row.pk)
    assert page is not None
    return page.face.name, page.face.kana


def found(cast: Cast, text: str) -> list[UUID]:
    return [line.face.person for line in queries.person.search(fresh(cast.tanaka), text).rows]


def entered_or_refused(cast: Cast, name: str, kana: str) -> Person | Refused:
    try:
        return enter(cast.tanaka, name, kana)
    except Refused as refused:
        return refused


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_names_that_broke_other_systems_are_kept_to_the_code_point(cast: Cast, name: str) -> None:
    row = enter(cast.tanaka, name)
    face = queries.person.faces(fresh(cast.tanaka), [row.pk])[row.pk]
    assert [f"{ord(char):X}" for char in face.name] == [f"{ord(char):X}" for char in name]
    for text in (name, unicodedata.normalize("NFKC", name), fold(name), fold(name)[:2], fold(name)[-1:]):
        assert row.pk in found(cast, text), text


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("\x00", "保存できない"),
        ("佐藤\x07", "保存できない"),
        ("\ud800", "保存できない"),
        ("佐藤\n健一", "改行"),
        ("　 ", "目に見える文字がありません"),
        ("\u200b\u2060", "目に見える文字がありません"),
        ("あ" * 301, "長すぎます"),
        ("あ" * 1_000_000, "長すぎます"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_says_what_to_do(name: str, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        kept_name(name)
    assert refused.value.way_on


def test_an_unknown_name_is_no_error() -> None:
    assert kept_name("") == ""
    assert grams("") == frozenset()
    assert household_name("") == ""


def test_grams_are_single_characters_and_neighbours_of_the_folded_name() -> None:
    assert grams("髙 橋") == {"高", "橋", "高橋"}


@pytest.mark.django_db
def test_a_corrected_name_is_still_found_by_the_old_one(cast: Cast) -> None:
    row = enter(cast.tanaka, "斎藤 花", birth_year=1950)
    person.correct_person(
        by=cast.tanaka, at=NOW, person=row.pk, name="高橋 花", birth=date(1950, 2, 3), keep_as=NameKind.FORMER
    )
    page = queries.person.get(fresh(cast.tanaka), row.pk)
    assert page is not None
    assert (page.face.called, page.face.birth, page.face.birth_year) == ("高橋 花", date(1950, 2, 3), None)
    assert [(line.kind, line.name) for line in page.names] == [(NameKind.FORMER, "斎藤 花")]
    lines = queries.person.search(fresh(cast.tanaka), "齋藤").rows
    assert [(line.face.called, line.beside) for line in lines] == [("高橋 花", "斎藤 花")]
    assert [line.beside for line in queries.person.search(fresh(cast.tanaka), "髙橋").rows] == [""]


@pytest.mark.django_db
def test_completing_an_unknown_name_keeps_no_empty_former_name(cast: Cast) -> None:
    row = enter(cast.tanaka, "")
    person.correct_person(by=cast.tanaka, at=NOW, person=row.pk, name="木村 進", kana="きむら すすむ")
    page = queries.person.get(fresh(cast.tanaka), row.pk)
    assert page is not None
    assert (page.face.called, page.names) == ("木村 進", ())
    with pytest.raises(Person.DoesNotExist):
        person.correct_person(by=cast.ogawa, at=NOW, person=row.pk, name="だれか")
