"""Two hands at one place on PostgreSQL: neither writes over what the other wrote."""

from datetime import time
from uuid import UUID

import pytest

from marugoto.community.actions.place import change_place, create_place
from marugoto.community.actions.place_facts import say_times
from marugoto.community.queries import place as places
from marugoto.community.queries.place import Edited
from marugoto.community.rules.opening import Times
from tests.casework.test_beside import beside
from tests.town import Town, settle_town

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None) -> Town:
    return settle_town()


@pytest.fixture
def salon(town: Town) -> UUID:
    values = {"name": "なぎさサロン", "days": "火曜", "fee": "100円"}
    return create_place(by=town("hayashi"), at=town.later(), values=values).pk


def writes(town: Town, place: UUID, version: int | None = None, **values: str) -> None:
    change_place(by=town("hayashi"), at=town.later(), place=place, values=values, version=version)


def as_it_stands(town: Town, place: UUID) -> Edited:
    found = places.edited(town("hayashi"), place)
    assert found is not None
    return found


def test_what_another_wrote_meanwhile_stays(town: Town, salon: UUID) -> None:
    refused = beside(lambda: writes(town, salon, days="木曜"), lambda: writes(town, salon, fee="ただ"))
    assert refused == []
    found = as_it_stands(town, salon).place
    assert (found.days, found.fee, found.version) == ("木曜", "ただ", 3)


def test_of_two_who_opened_the_same_version_the_later_is_refused(town: Town, salon: UUID) -> None:
    refused = beside(lambda: writes(town, salon, 1, days="木曜"), lambda: writes(town, salon, 1, days="金曜"))
    assert [one.sentence for one in refused] == ["あなたが開いたあとで、この場所が書き換えられました。"]
    assert as_it_stands(town, salon).place.days == "木曜"


def test_times_that_are_written_twice_at_once_are_not_there_twice(town: Town, salon: UUID) -> None:
    def says(*lines: Times) -> None:
        say_times(by=town("hayashi"), at=town.later(), place=salon, lines=lines)

    tuesday, thursday = (Times(day, None, time(13), time(15), None, None) for day in (1, 3))
    assert beside(lambda: says(tuesday), lambda: says(thursday)) == []
    assert as_it_stands(town, salon).times == (thursday,)
