"""Search by part of an address: however it is written, of what the viewer may open, and never by an address that is kept secret."""

from datetime import timedelta

import pytest
from django.db import transaction

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people import queries
from marugoto.people.actions import contact
from marugoto.people.actions.protection import protect
from marugoto.people.models import Address
from marugoto.people.rules.address import fold_address, kept_address, read_address, reads_as_address
from tests.database import unwalled
from tests.people.cast import BODY, NOW, Cast, enter, fresh, settle_sato


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("北町二丁目３番１号", "北町2-3-1"),
        ("北町2ー3ー1", "北町2-3-1"),
        ("北町２丁目3番地の1", "北町2-3-1"),
        ("北町2の3の1", "北町2-3-1"),
        ("北町二十一丁目十番", "北町21-10-"),
        ("北町二〇丁目", "北町20-"),
        ("一番町５", "一番町5"),  # a name, and no count of houses
        ("三番町十二番地", "三番町12-"),
        ("霞ヶ関", "霞け関"),
        ("コーポ 若葉 203号室", "こーぽ若葉203"),
    ],
)
def test_an_address_is_one_however_it_is_written(text: str, folded: str) -> None:
    assert fold_address(text) == folded
    assert fold_address(folded) == folded


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("北町2丁目", ("北町2-",)),
        ("みなも市　北町", ("みなも市", "北町")),
        ("北 北", ()),  # one character
        ("2-3-1", ()),  # a telephone number has figures too
        ("", ()),
    ],
)
def test_what_is_looked_for(text: str, parts: tuple[str, ...]) -> None:
    assert read_address(text) == parts


def test_a_figure_is_not_found_in_a_longer_one() -> None:
    (wanted,) = read_address("北町2丁目")
    assert wanted in kept_address("みなも市北町2-3")
    assert wanted in kept_address("みなも市北町2")
    assert wanted not in kept_address("みなも市北町21-3")


@pytest.mark.parametrize(
    ("text", "houses"),
    [("北町2丁目", True), ("北町1-2", True), ("佐藤 結衣", False), ("0000-22-1102", False), ("北町", False)],
)
def test_where_houses_are_counted_it_is_an_address(text: str, houses: bool) -> None:
    assert reads_as_address(text) is houses


def there(viewer: Viewer, text: str) -> list[tuple[str, str]]:
    return [(line.face.called, line.beside) for line in queries.person.search_where(fresh(viewer), text).rows]


@pytest.mark.django_db
def test_it_finds_for_those_who_may_open_it_and_the_audit_learns_of_it(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    found = [("佐藤 健一", "みなも市南町1-2")]
    for text in ("南町", "南町一丁目２", "みなも市 南町", "南町1-2"):
        assert there(cast.tanaka, text) == found, text
    for text in ("南町2", "南町1-3", "北町", "%", "_", "1-2", "南"):
        assert there(cast.tanaka, text) == [], text
    assert there(cast.ogawa, "南町") == []
    viewer = fresh(cast.tanaka)
    line = queries.person.search_where(viewer, "南町").rows[0]
    assert [home.name for home in line.households] == ["佐藤さん世帯"]
    with unwalled():
        folder = Address.objects.within(BODY).get().folder_id
    assert viewer.sight.folders[folder] == Part.CONTACT
    assert "南町" not in viewer.sight.searched
    assert viewer.sight.searched
    with pytest.raises(Refused):
        queries.person.search_where(fresh(cast.tanaka), "南町\x00")
    assert sato.kenichi.pk == line.face.person


@pytest.mark.django_db
def test_where_somebody_lived_and_what_is_kept_secret_are_not_found(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    contact.add_address(by=cast.tanaka, at=NOW, person=sato.ryoko.pk, text="みなも市東町5-6", guarded=True)
    assert there(cast.tanaka, "東町") == []
    since = local_day(NOW) + timedelta(days=1)
    later = NOW + timedelta(days=2)
    contact.add_address(by=cast.tanaka, at=later, person=sato.kenichi.pk, text="みなも市西町7-8", since=since)
    viewer = cast.tanaka.at_moment(later)
    assert there(viewer, "南町") == []
    assert there(viewer, "西町7丁目") == [("佐藤 健一", "みなも市西町7-8")]


@pytest.mark.django_db
def test_where_somebody_guarded_lives_is_not_in_a_list_not_even_of_whom_the_measure_names(cast: Cast) -> None:
    """Whoever fled has her new address among the ordinary ones: it stands on her own page, and beside no others."""
    sato = settle_sato(cast.tanaka)
    assert there(cast.tanaka, "南町") == [("佐藤 健一", "みなも市南町1-2")]
    protect(by=cast.tanaka, at=NOW, person=sato.kenichi.pk, listed=[cast.tanaka.worker], reason="支援措置")
    for viewer in (cast.tanaka, cast.sasaki):
        assert there(viewer.at_moment(NOW + timedelta(minutes=1)), "南町") == []


@pytest.mark.django_db
def test_what_was_written_before_is_found_as_it_is_written(cast: Cast) -> None:
    person = enter(cast.tanaka, "林 一郎", address="みなも市南町１－２")
    with unwalled():
        assert Address.objects.within(BODY).get(person=person).folded == "みなも市南町1-2-"
    with transaction.atomic(), entered(cast.tanaka):
        Address.objects.within(BODY).filter(person=person).update(folded=None)
    assert there(cast.tanaka, "南町") == [("林 一郎", "みなも市南町１－２")]
    assert there(cast.tanaka, "南町1-2") == []
