"""Where a search before writing finds nobody, the way to the pointer stands there with what was typed."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.intake.models import Consultation
from marugoto.kernel.jst import local_day
from marugoto.people.actions.person import enter_person
from marugoto.people.models import Person
from tests.begun import heard
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
NOBODY = {"name": "見知らぬ 人", "birth": "S31.4.1", "phone": "0000-77-1234"}


def send(client: Client, address: str, **said: str) -> HttpResponse:
    return client.post(address, {"key": str(uuid4()), **said}, follow=True)


def fields_of(page: str) -> dict[str, str]:
    """What stands in the form of the pointer."""
    inputs = [part.split(">")[0] for part in page.split("<input")[1:]]
    named = {part.split('name="')[1].split('"')[0]: part for part in inputs if 'name="' in part}
    return {
        name: named[name].split('value="')[1].split('"')[0]
        for name in NOBODY
        if name in named and "value=" in named[name]
    }


def test_a_household_that_is_not_found_is_asked_for_elsewhere(town: Town) -> None:
    consultation, tanaka = heard(town), signed_in("tanaka")
    page = send(tanaka, f"/desk/consultations/{consultation.pk}/case/", find="1", words="0000-77-1234").content.decode()
    assert "この言葉では、見える世帯は見つかりません。" in page
    assert 'href="/desk/inquiries/?phone=0000-77-1234"' in page
    said = {"m-TOTAL_FORMS": "1", "m-INITIAL_FORMS": "0", "pointer": "1"}
    said |= {f"m-0-{name}": words for name, words in NOBODY.items()}
    asked = send(tanaka, f"/desk/consultations/{consultation.pk}/case/", **said)
    assert fields_of(asked.content.decode()) == NOBODY


def test_somebody_who_joins_is_asked_for_elsewhere_before_he_is_written_down(town: Town, story: Story) -> None:
    with unwalled():
        before = Person.objects.within(town.body).count()
    page = send(signed_in("tanaka"), f"/desk/households/{story.case}/people/joining/", pointer="1", **NOBODY)
    assert fields_of(page.content.decode()) == NOBODY
    with unwalled():
        assert Person.objects.within(town.body).count() == before


def known(town: Town) -> Person:
    return enter_person(
        by=town("tanaka"), at=town.later(), name="中沢 文子", kana="なかざわ ふみこ", phone="0000-88-4321"
    )


def test_a_caller_is_looked_for_by_telephone_and_what_was_typed_stays(town: Town) -> None:
    person, tanaka = known(town), signed_in("tanaka")
    said = {"find": "1", "caller": "中沢さん", "phone": "0000-88-4321", "words": "家賃のこと", "channel": "phone"}
    page = send(tanaka, "/desk/consultations/received/", troubles="housing", **said)
    assert page.status_code == 200
    assert f'href="/desk/people/{person.pk}/"' in page.content.decode()
    assert "家賃のこと" in text(page)
    nobody = text(send(tanaka, "/desk/consultations/received/", find="1", phone="0000-77-1234"))
    assert "あなたの係に開かれている記録の中では、見つかりません。" in nobody
    assert "呼び名か電話を書いてから" in text(send(tanaka, "/desk/consultations/received/", find="1"))
    with unwalled():
        assert not Consultation.objects.within(town.body).exists()


def test_a_consultation_shows_who_is_kept_under_its_telephone(town: Town) -> None:
    person, at, tanaka = known(town), town.later(), signed_in("tanaka")
    told = Told(caller="ふみこさん", phone="0000-88-4321")
    row = receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=told)
    address = f"/desk/consultations/{row.pk}/"
    tanaka.get(address)
    with counted() as asked:
        page = tanaka.get(address)
    assert f'href="/desk/people/{person.pk}/"' in page.content.decode()
    assert "ほかの係に記録があるか尋ねる" in text(page)
    assert len(asked) <= 14


def test_a_long_or_empty_way_is_no_trouble() -> None:
    from marugoto.web.desk.pointed import pointer_by_words, pointer_url

    assert pointer_url() == "/desk/inquiries/"
    assert pointer_by_words("さとう") == "/desk/inquiries/?name=%E3%81%95%E3%81%A8%E3%81%86"
    assert pointer_by_words("090-0000-0000") == "/desk/inquiries/?phone=090-0000-0000"
