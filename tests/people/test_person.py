"""A record of a person begins with whatever is known; what was written before is kept; the ledger never learns who it was."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction

from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from marugoto.people import queries
from marugoto.people.actions import contact, death, person
from marugoto.people.actions.household import leave
from marugoto.people.actions.pseudonym import destroy_pseudonym, pseudonym_of
from marugoto.people.codes import LeaveReason, NameKind, PersonField, Sex
from marugoto.people.models import Address, Person, PersonChange, Phone, Pseudonym
from marugoto.people.rules.age import about_age, age
from marugoto.people.rules.birth import may_be_born, may_have_died
from tests.database import unwalled
from tests.people.cast import BODY, NOW, Cast, enter, fresh, settle_sato

TODAY = date(2026, 11, 24)


@pytest.mark.django_db
def test_a_record_begins_without_a_name(cast: Cast) -> None:
    row = enter(cast.tanaka, "")
    with unwalled():
        kept = Person.objects.within(BODY).get()
    assert (row.pk, kept.name, kept.called) == (kept.pk, "", "お名前を聞けていない方")


@pytest.mark.django_db
def test_the_household_takes_the_family_name_of_the_one_at_its_centre(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    assert sato.household.name == "佐藤さん世帯"


@pytest.mark.django_db
def test_telephone_and_address_come_with_the_person(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    with unwalled():
        assert Phone.objects.within(BODY).get(person=sato.kenichi).digits == "09000001234"
        assert Address.objects.within(BODY).get().text == "みなも市南町1-2"


@pytest.mark.django_db
def test_a_new_address_ends_the_former_one_and_a_protected_one_ends_nothing(cast: Cast) -> None:
    row = enter(cast.tanaka, "佐藤 良子", address="みなも市南町1-2")
    add = {"by": cast.tanaka, "at": NOW, "person": row.pk}
    contact.add_address(text="みなも市北町3", since=TODAY, **add)
    contact.add_address(text="ひみつの家", guarded=True, **add)
    seen = queries.contact.contacts(fresh(cast.tanaka), [row.pk])[row.pk]
    assert [(line.text, line.guarded) for line in seen.addresses] == [("みなも市北町3", False), ("ひみつの家", True)]
    with unwalled():
        assert Address.objects.within(BODY).get(text="みなも市南町1-2").until == TODAY


@pytest.mark.django_db
def test_each_correction_keeps_what_was_written_before(cast: Cast) -> None:
    row = enter(cast.tanaka, "佐藤 花", birth_year=1950)
    change = {"by": cast.tanaka, "at": NOW, "person": row.pk}
    person.correct_person(name="佐藤 はな", sex=Sex.FEMALE, **change)
    person.correct_person(birth=date(1950, 2, 3), **change)
    person.correct_person(name="佐藤 はな", **change)
    with unwalled():
        changes = set(PersonChange.objects.within(BODY).values_list("field", "old", "new"))
    assert changes == {
        (PersonField.NAME, "佐藤 花", "佐藤 はな"),
        (PersonField.SEX, "unknown", "female"),
        (PersonField.BIRTH, "1950", "1950-02-03"),
    }


@pytest.mark.django_db
def test_a_death_with_or_without_its_day(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    died = {"by": cast.tanaka, "at": NOW}
    death.record_death(person=sato.kenichi.pk, day=date(2026, 4, 30), **died)
    leave(household=sato.household.pk, person=sato.kenichi.pk, reason=LeaveReason.DIED, **died)
    death.record_death(person=sato.ryoko.pk, **died)
    faces = queries.person.faces(fresh(cast.tanaka), [sato.kenichi.pk, sato.ryoko.pk])
    kenichi, ryoko = faces[sato.kenichi.pk], faces[sato.ryoko.pk]
    assert (kenichi.dead, kenichi.died_on, kenichi.age) == (True, date(2026, 4, 30), 46)
    assert (ryoko.dead, ryoko.died_on) == (True, None)
    with pytest.raises(Refused, match="もう記録されています"):
        death.record_death(person=sato.kenichi.pk, **died)


@pytest.mark.django_db
def test_the_ledger_knows_a_number_and_no_person(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    number = pseudonym_of(by=cast.tanaka, at=NOW, person=sato.yui.pk)
    assert pseudonym_of(by=cast.ogawa, at=NOW, person=sato.yui.pk) == number != sato.yui.pk
    with unwalled():
        facts = list(Fact.objects.within(BODY).values())
    assert {fact["kind"] for fact in facts if fact["subject"] == number} == {"person.entered", "member.joined"}
    ids = {value for fact in facts for value in fact.values() if isinstance(value, UUID)}
    assert ids.isdisjoint({sato.kenichi.pk, sato.ryoko.pk, sato.yui.pk, sato.minato.pk})
    assert destroy_pseudonym(by=cast.tanaka, at=NOW, person=sato.yui.pk)
    assert not destroy_pseudonym(by=cast.tanaka, at=NOW, person=sato.yui.pk)
    with unwalled():
        assert not Pseudonym.objects.within(BODY).filter(number=number).exists()


@pytest.mark.django_db
def test_nothing_is_half_written(cast: Cast) -> None:
    with pytest.raises(Refused, match="電話番号が読み取れません"):
        enter(cast.tanaka, "佐藤 健一", phone="ない")
    with unwalled():
        assert not Person.objects.within(BODY).exists()


@pytest.mark.django_db
def test_a_record_begun_for_another_team_is_theirs(cast: Cast) -> None:
    row = enter(cast.tanaka, "佐藤 健一", phone="090-0000-1234", address="みなも市", team=cast.ogawa.team)
    page = queries.person.get(fresh(cast.ogawa), row.pk)
    assert page is not None
    assert page.contact is not None
    assert queries.person.get(fresh(cast.tanaka), row.pk) is None


@pytest.mark.django_db
def test_an_empty_name_beside_is_refused(cast: Cast) -> None:
    row = enter(cast.tanaka, "佐藤 健一")
    with pytest.raises(Refused, match="名前が書かれていません"):
        person.add_name(by=cast.tanaka, at=NOW, person=row.pk, kind=NameKind.KNOWN_AS, name="")


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_database_itself_hides_every_table_of_a_person(cast: Cast) -> None:
    """Raw SQL under 小川's eyes, without any filter of ours."""
    from django.apps import apps

    from marugoto.ground.context import entered
    from marugoto.ground.models import Wall

    settle_sato(cast.tanaka)
    walled = [model for model in apps.get_app_config("people").get_models() if model.wall is Wall.FOLDER]
    seen = {}
    with transaction.atomic(), entered(cast.ogawa), connection.cursor() as cursor:
        for model in walled:
            cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}"')
            seen[model.__name__] = cursor.fetchone()[0]
    assert len(seen) == 16
    assert set(seen.values()) == {0}


@pytest.mark.parametrize(
    ("birth", "on", "died", "years"),
    [
        (date(1979, 5, 3), TODAY, None, 47),
        (date(1979, 11, 24), TODAY, None, 47),
        (date(1979, 11, 25), TODAY, None, 46),
        (date(2024, 2, 29), date(2025, 2, 28), None, 0),
        (date(2024, 2, 29), date(2025, 3, 1), None, 1),
        (date(1950, 1, 1), TODAY, date(2000, 1, 1), 50),
        (date(2027, 1, 1), TODAY, None, None),
        (None, TODAY, None, None),
    ],
)
def test_age(birth: date | None, on: date, died: date | None, years: int | None) -> None:
    assert age(birth, on, died) == years


def test_age_from_the_year_alone() -> None:
    assert [about_age(year, TODAY) for year in (1950, 2026, 2027, None)] == [76, 0, None, None]


@pytest.mark.parametrize(
    ("birth", "year", "allowed"),
    [
        (None, None, True),
        (TODAY, None, True),
        (date(2026, 11, 25), None, False),
        (None, 2026, True),
        (None, 2027, False),
        (date(1868, 1, 1), None, True),
        (date(1867, 12, 31), None, False),
        (None, 12, False),
    ],
)
def test_which_births_can_be(birth: date | None, year: int | None, allowed: bool) -> None:
    decision = may_be_born(birth, year, today=TODAY)
    assert bool(decision) is allowed
    assert allowed or decision.reason


@pytest.mark.parametrize(
    ("day", "known", "allowed"),
    [
        (None, False, True),
        (TODAY, False, True),
        (date(2026, 11, 25), False, False),
        (date(1978, 1, 1), False, False),
        (None, True, False),
    ],
)
def test_which_deaths_can_be(day: date | None, known: bool, allowed: bool) -> None:
    assert bool(may_have_died(date(1979, 5, 3), day, today=TODAY, known=known)) is allowed
