"""A record of a person begins with whatever is known, and keeps what was written before."""

import pytest

from marugoto.people.models import Address, Person, Phone
from tests.database import unwalled
from tests.people.cast import BODY, Cast, enter, settle_sato

pytestmark = pytest.mark.django_db


def test_a_record_begins_without_a_name(cast: Cast) -> None:
    row = enter(cast.tanaka, "")
    with unwalled():
        kept = Person.objects.within(BODY).get()
    assert (row.pk, kept.name, kept.called) == (kept.pk, "", "お名前を聞けていない方")


def test_the_household_takes_the_family_name_of_the_one_at_its_centre(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    assert sato.household.name == "佐藤さん世帯"


def test_telephone_and_address_come_with_the_person(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    with unwalled():
        assert Phone.objects.within(BODY).get(person=sato.kenichi).digits == "09000001234"
        assert Address.objects.within(BODY).get().text == "みなも市南町1-2"
