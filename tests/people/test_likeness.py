"""Somebody we may know already: signs in words, for a worker to look at; hidden persons are never hinted at."""

from datetime import date

import pytest

from marugoto.people import queries
from marugoto.people.rules.likeness import Marks, likeness
from tests.people.cast import Cast, enter, fresh, hide

BORN = date(1982, 9, 9)
RYOKO = Marks("佐藤良子", "さとうりょうこ", BORN, frozenset({"09000005678"}))


@pytest.mark.parametrize(
    ("other", "worth", "words"),
    [
        (RYOKO, True, ("名前が同じ", "かなが同じ", "生年月日が同じ", "電話番号が同じ")),
        (Marks("佐藤良子"), False, ("名前が同じ",)),
        (Marks(birth=BORN), False, ("生年月日が同じ",)),
        (Marks("高橋良子", "", BORN), False, ("生年月日が同じ",)),
        (Marks("佐藤涼子", "さとうりょうこ", None), False, ("かなが同じ",)),
        (Marks("佐藤涼子", "さとうりょうこ", BORN), True, ("かなが同じ", "生年月日が同じ")),
        (
            Marks("佐藤良子", "さとうりょうこ", date(1951, 1, 1)),
            False,
            ("名前が同じ", "かなが同じ", "生年月日がちがう"),
        ),
        (Marks("佐藤良子", "", date(1983, 9, 9)), True, ("名前が同じ", "生まれた月日が同じで、年がちがう")),
        (Marks("佐藤良美", "さとうりょうみ", BORN), True, ("名前が似ている", "かなが似ている", "生年月日が同じ")),
        (Marks(), False, ()),
    ],
)
def test_signs_of_likeness(other: Marks, worth: bool, words: tuple[str, ...]) -> None:
    found = likeness(RYOKO, other)
    assert (found.worth_a_look, found.words) == (worth, words)
    assert likeness(other, RYOKO) == found


@pytest.mark.django_db
def test_the_likest_come_first_and_the_hidden_not_at_all(cast: Cast) -> None:
    first = enter(cast.tanaka, "佐藤 良子", "さとう りょうこ", birth=BORN, phone="090-0000-5678")
    enter(cast.tanaka, "佐藤 良子", "さとう りょうこ")
    enter(cast.ogawa, "佐藤 良子", "さとう りょうこ", birth=BORN)
    asked = {"name": "佐藤良子", "kana": "サトウ リョウコ", "birth": BORN, "phone": "０９０－００００－５６７８"}
    lines = queries.likeness.alike(fresh(cast.sasaki), **asked)
    assert [(line.face.person == first.pk, len(line.words)) for line in lines] == [(True, 4), (False, 2)]
    hide(cast.tanaka, first)
    assert [line.face.person == first.pk for line in queries.likeness.alike(fresh(cast.sasaki), **asked)] == [False]
    assert queries.likeness.alike(fresh(cast.sasaki)) == []
