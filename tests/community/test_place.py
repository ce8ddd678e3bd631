"""Places as the actions keep them: who may, what differs, what stays."""

from decimal import Decimal

import pytest

from marugoto.agencies.models import District
from marugoto.community.actions.place import (
    change_interests,
    change_place,
    confirm_place,
    create_place,
    end_place,
    take_up_again,
    welcome_also,
)
from marugoto.community.codes import ConfirmedBy, Interest, PlaceEnd, Welcome
from marugoto.community.models import Place, PlaceChange
from marugoto.community.queries.place import get, search
from marugoto.kernel.decision import Refused
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def salon(town: Town) -> Place:
    return create_place(
        by=town("hayashi"),
        at=town.later(),
        values={"name": "なぎさサロン", "phone": "000-1111"},
        welcome=[Welcome.AGED],
        interests=[Interest.TALK],
    )


def changes(town: Town) -> list[tuple[str, str, str]]:
    with unwalled():
        return list(PlaceChange.objects.within(town.body).values_list("field", "was", "becomes"))


def test_who_does_not_tend_places_writes_nothing(town: Town, salon: Place) -> None:
    by, at, place = town("tanaka"), town.later(), salon.pk
    with pytest.raises(Refused, match="書き換えるのは"):
        create_place(by=by, at=at, values={"name": "x"})
    with pytest.raises(Refused, match="書き換えるのは"):
        change_place(by=by, at=at, place=place, values={"phone": "1"})
    with pytest.raises(Refused, match="書き換えるのは"):
        change_interests(by=by, at=at, place=place, interests=[])
    with pytest.raises(Refused, match="書き換えるのは"):
        welcome_also(by=by, at=at, place=place, welcome=Welcome.YOUNG)
    with pytest.raises(Refused, match="書き換えるのは"):
        confirm_place(by=by, at=at, place=place, how=ConfirmedBy.PHONE)
    with pytest.raises(Refused, match="書き換えるのは"):
        end_place(by=by, at=at, place=place, reason=PlaceEnd.ENDED)
    with pytest.raises(Refused, match="書き換えるのは"):
        take_up_again(by=by, at=at, place=place)
    assert changes(town) == []


def test_only_what_differs_is_written(town: Town, salon: Place) -> None:
    by = town("hayashi")
    assert change_place(by=by, at=town.later(), place=salon.pk, values={"phone": "000-1111"}) == []
    change_place(by=by, at=town.later(), place=salon.pk, values={"phone": "000-2222", "latitude": "35.8044771"})
    assert sorted(changes(town)) == [("latitude", "", "35.804477"), ("phone", "000-1111", "000-2222")]
    page = get(town("tanaka"), salon.pk)
    assert page is not None
    assert (page.place.version, page.place.latitude) == (2, Decimal("35.804477"))


def test_a_change_on_an_older_version_is_refused(town: Town, salon: Place) -> None:
    by = town("hayashi")
    change_place(by=by, at=town.later(), place=salon.pk, values={"phone": "000-2222"}, version=1)
    with pytest.raises(Refused, match="書き換えられました"):
        change_place(by=by, at=town.later(), place=salon.pk, values={"phone": "000-3333"}, version=1)


def test_the_district_is_kept_by_its_name_in_the_history(town: Town, salon: Place) -> None:
    north = District.objects.within(town.body).get(code="north")
    change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values={"district": north.pk})
    change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values={"district": None})
    assert sorted(changes(town)) == [("district", "", "北部"), ("district", "北部", "")]


def test_interests_change_as_a_whole_and_the_history_says_how(town: Town, salon: Place) -> None:
    by, wanted = town("hayashi"), [Interest.MEAL, Interest.TALK]
    assert change_interests(by=by, at=town.later(), place=salon.pk, interests=wanted)
    assert not change_interests(by=by, at=town.later(), place=salon.pk, interests=wanted)
    page = get(town("tanaka"), salon.pk)
    assert page is not None
    assert page.interests == ("meal", "talk")
    assert changes(town) == [("interests", "talk", "meal、talk")]


@pytest.mark.parametrize("values", [{"kind": "castle"}, {"tier": "nobody"}, {"latitude": "north"}, {"name": " "}])
def test_what_is_no_code_no_degree_and_no_name_is_refused(town: Town, salon: Place, values: dict[str, str]) -> None:
    with pytest.raises(Refused):
        change_place(by=town("hayashi"), at=town.later(), place=salon.pk, values=values)
    assert changes(town) == []


def test_search_counts_what_nobody_confirmed(town: Town, salon: Place) -> None:
    create_place(by=town("hayashi"), at=town.later(), values={"name": "縁側"})
    confirm_place(by=town("hayashi"), at=town.later(), place=salon.pk, how=ConfirmedBy.VISIT)
    found = search(town("tanaka"))
    assert (found.count, found.never, found.old, found.pages) == (2, 1, 0, 1)
    town.later(days=400)
    assert search(town("tanaka")).old == 1
    assert [line.place.name for line in search(town("tanaka"), fresh="never").rows] == ["縁側"]
