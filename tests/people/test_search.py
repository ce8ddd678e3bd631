"""Search among the persons a viewer may see: by name in any spelling, number, birthday; the same number of queries for any town."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marugoto.agencies.viewer import Viewer
from marugoto.kernel.decision import Refused
from marugoto.people import queries
from marugoto.people.actions import contact, household
from marugoto.people.rules.phone import digits_of, kept_phone
from marugoto.people.rules.search import read_search
from tests.people.cast import NOW, Cast, enter, fresh, settle_sato

SETTING = ("SET ", "BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def called(viewer: Viewer, text: str) -> list[str]:
    return [line.face.called for line in queries.person.search(fresh(viewer), text).rows]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("佐藤", ["佐藤 健一", "佐藤 湊", "佐藤 結衣", "佐藤 良子"]),
        ("結衣", ["佐藤 結衣"]),
        ("衣", ["佐藤 結衣"]),
        ("さとう　みなと", ["佐藤 湊"]),
        ("ミナト", ["佐藤 湊"]),
        ("ﾐﾅﾄ 佐藤", ["佐藤 湊"]),
        ("藤健", ["佐藤 健一"]),
        ("090-0000-5678", ["佐藤 良子"]),
        ("５６７８", ["佐藤 良子"]),
        ("2009年1月7日", ["佐藤 結衣"]),
        ("平成21年1月7日", ["佐藤 結衣"]),
        ("H21.1.7", ["佐藤 結衣"]),
        ("20090107", ["佐藤 結衣"]),
        ("佐藤 太郎", []),
        ("678", []),
        ("%", []),
        ("_", []),
        ("", []),
        ("　", []),
    ],
)
def test_search_reads_names_numbers_and_birthdays(cast: Cast, text: str, found: list[str]) -> None:
    settle_sato(cast.tanaka)
    assert called(cast.tanaka, text) == found
    assert called(cast.ogawa, text) == []


@pytest.mark.django_db
def test_a_line_says_age_and_household_and_the_audit_learns_of_it(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    viewer = fresh(cast.tanaka)
    line = queries.person.search(viewer, "結衣").rows[0]
    assert (line.face.age, [home.name for home in line.households]) == (17, ["佐藤さん世帯"])
    assert set(viewer.sight.folders) == {sato.yui.folder_id, sato.household.folder_id}
    assert len(viewer.sight.searched) == 64
    again = fresh(cast.tanaka)
    queries.person.search(again, "結　衣")
    assert again.sight.searched == viewer.sight.searched
    assert "結衣" not in viewer.sight.searched


@pytest.mark.django_db
def test_a_protected_number_finds_only_for_those_who_see_it(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    contact.add_phone(by=cast.tanaka, at=NOW, person=sato.ryoko.pk, number="080-7777-9999", guarded=True)
    assert called(cast.tanaka, "7777-9999") == ["佐藤 良子"]
    assert called(cast.ogawa, "7777-9999") == []


@pytest.mark.django_db
def test_pages_of_fifty(cast: Cast) -> None:
    for number in range(53):
        enter(cast.tanaka, f"林 {number}番", "はやし")
    first, last = (queries.person.search(fresh(cast.tanaka), "林", page) for page in (1, 9))
    assert (len(first.rows), first.page, first.pages, first.count) == (50, 1, 2, 53)
    assert (len(last.rows), last.page) == (3, 2)
    assert len({line.face.person for line in first.rows + last.rows}) == 53


@pytest.mark.django_db
def test_as_many_queries_for_five_hundred_persons_as_for_ten(cast: Cast) -> None:
    few = counted(cast.tanaka, 10)
    many = counted(cast.tanaka, 490)
    assert few == many
    assert few["search"] <= 4
    assert few["household"] <= 7
    assert few["figures"] <= 6


def counted(by: Viewer, more: int) -> dict[str, int]:
    """Queries of each look at a household of `more` further persons, all of them found."""
    people = [enter(by, f"林 {number}", "はやし", phone=f"0155-22-{number:04}") for number in range(more)]
    home = household.form_household(by=by, at=NOW, members=[(one.pk, "") for one in people])
    looks = {
        "search": lambda viewer: queries.person.search(viewer, "林"),
        "household": lambda viewer: queries.household.get(viewer, home.pk),
        "figures": lambda viewer: queries.household.figures(viewer, home.pk),
        "lines": lambda viewer: queries.household.lines(viewer),
        "faces": lambda viewer: queries.person.faces(viewer, [one.pk for one in people]),
        "contacts": lambda viewer: queries.contact.contacts(viewer, [one.pk for one in people]),
    }
    numbers = {}
    for name, look in looks.items():
        with CaptureQueriesContext(connection) as seen:
            assert look(fresh(by))
        numbers[name] = sum(not query["sql"].startswith(SETTING) for query in seen.captured_queries)
    return numbers


@pytest.mark.parametrize("text", ["\x00", "佐藤\x07", "あ" * 301])
def test_what_no_record_can_hold_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_search(text)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("090-1234-5678", "09012345678"),
        ("０９０（１２３４）５６７８", "09012345678"),
        ("+81 90-1234-5678", "09012345678"),
        ("090ー1234ー5678", "09012345678"),
        ("佐藤090", ""),
        ("", ""),
    ],
)
def test_digits_of_a_number(text: str, digits: str) -> None:
    assert digits_of(text) == digits


def test_a_number_without_digits_is_refused() -> None:
    assert kept_phone("0155-12-3456(夜だけ)") == ("0155-12-3456(夜だけ)", "0155123456")
    with pytest.raises(Refused, match="電話番号が読み取れません"):
        kept_phone("夜だけ")


def test_a_number_may_be_a_birthday_too() -> None:
    wanted = read_search("20090107")
    assert (wanted.digits, wanted.day) == ("20090107", date(2009, 1, 7))
