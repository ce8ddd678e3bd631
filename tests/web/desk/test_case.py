"""A consultation becomes the support of a household: a new one, or one that is kept already."""

import re
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from marugoto.casework.actions.case import open_case
from marugoto.casework.models import Case
from marugoto.intake.actions.consultation import Told, end, receive
from marugoto.intake.codes import Channel, ConsultationEnd
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from marugoto.people.codes import Sex
from tests.database import unwalled
from tests.town import Town

pytestmark = pytest.mark.django_db
EMPTY_ROWS = {"m-TOTAL_FORMS": "7", "m-INITIAL_FORMS": "1", "m-MIN_NUM_FORMS": "0", "m-MAX_NUM_FORMS": "20"}


@pytest.fixture
def tanaka(town: Town) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username="cast-tanaka"))
    return client


def home(town: Town, name: str, kana: str, *others: str) -> UUID:
    at = town.later()
    people = [enter_person(by=town("tanaka"), at=at, name=name, kana=kana)]
    people += [enter_person(by=town("tanaka"), at=at, name=other) for other in others]
    members = [(person.pk, "家族" if place else "本人") for place, person in enumerate(people)]
    return form_household(by=town("tanaka"), at=at, area="north", members=members).pk


def heard(town: Town, caller: str) -> str:
    at = town.later()
    row = receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=Told(caller=caller))
    return f"/desk/consultations/{row.pk}/case/"


def cases() -> int:
    with unwalled():
        return Case.objects.everywhere("what is kept").count()


def test_a_household_that_is_kept_is_offered_by_the_name_of_the_caller(town: Town, tanaka: Client) -> None:
    """The seventy-first is found like the first, and two of one name are told apart by who lives there."""
    with transaction.atomic():
        for number in range(70):
            home(town, f"森{number} 一", "もり はじめ")
        one = home(town, "奥山田 花", "おくやまだ はな", "奥山田 次郎")
        home(town, "奥山田 勇", "おくやまだ いさむ")
    address = heard(town, "奥山田さん")
    page = tanaka.get(f"{address}new/").content.decode()
    assert re.search(r"奥山田さん世帯 \(奥山田 花、奥山田 次郎\)", page)
    assert re.search(r"奥山田さん世帯 \(奥山田 勇\)", page)
    sent = {"key": str(uuid4()), "words": "奥山田", "household": str(one), **EMPTY_ROWS}
    done = tanaka.post(address, sent, follow=True)
    assert "世帯の支援を始めました。" in done.content.decode()
    assert cases() == 1


def test_looking_for_another_one_loses_nothing_that_was_written(town: Town, tanaka: Client) -> None:
    home(town, "奥山田 花", "おくやまだ はな")
    address = heard(town, "")
    sent = {
        "key": str(uuid4()),
        "words": "おくやまだ",
        "find": "1",
        "m-0-name": "石井 隆",
        "area": "north",
        **EMPTY_ROWS,
    }
    answer = tanaka.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "奥山田 花" in page
    assert 'value="石井 隆"' in page
    assert cases() == 0


def test_a_row_more_is_brought_without_losing_a_word_and_the_household_is_formed_with_it(
    town: Town, tanaka: Client
) -> None:
    address = heard(town, "石井さん")
    first = tanaka.get(f"{address}new/").content.decode()
    assert first.count('<fieldset class="member">') == 2  # whoever asked, and one more
    assert "S31.4.1" in first
    sent = {"m-TOTAL_FORMS": "2", "m-INITIAL_FORMS": "1", "m-0-name": "石井 隆", "m-0-relation": "本人"}
    sent |= {"m-1-name": "石井 文", "m-1-relation": "妻", "m-1-birth": "S31.4.1", "area": "north"}
    more = tanaka.post(address, sent | {"key": str(uuid4()), "more": "1"})
    page = more.content.decode()
    assert more.status_code == 200
    assert page.count('<fieldset class="member">') == 3
    assert 'name="m-TOTAL_FORMS" value="3"' in page
    sex = page[page.index('name="m-2-sex"') :]
    assert re.search(r'value="(\w+)" selected', sex).group(1) == Sex.UNKNOWN.value  # type: ignore[union-attr]
    for kept in ("石井 隆", "石井 文", "妻", "S31.4.1"):
        assert f'value="{kept}"' in page
    assert cases() == 0
    sent |= {"m-TOTAL_FORMS": "3", "m-2-name": "石井 玲", "m-2-relation": "娘", "key": str(uuid4())}
    done = tanaka.post(address, sent, follow=True).content.decode()
    assert "世帯の支援を始めました。" in done
    assert all(name in done for name in ("石井 隆", "石井 文", "石井 玲"))


def test_no_more_than_twenty_rows_are_brought(town: Town, tanaka: Client) -> None:
    for rows, room in (("18", True), ("19", False), ("900", False), ("x", True)):
        sent = {"key": str(uuid4()), "more": "1", "m-TOTAL_FORMS": rows, "m-INITIAL_FORMS": "1"}
        page = tanaka.post(heard(town, "石井さん"), sent).content.decode()
        assert ("もう一人足す" in page) is room, rows
        assert ("一度に書けるのは20人までです。" in page) is not room, rows


def test_words_that_find_nobody_are_answered(town: Town, tanaka: Client) -> None:
    address = heard(town, "")
    page = tanaka.post(
        address, {"key": str(uuid4()), "words": "存在しない名", "find": "1", **EMPTY_ROWS}
    ).content.decode()
    assert "この言葉では、見える世帯は見つかりません。" in page


def test_of_more_than_twenty_it_is_said_that_there_are_others(town: Town, tanaka: Client) -> None:
    with transaction.atomic():
        for number in range(21):
            home(town, f"試し {number}", "ためし")
    address, more = heard(town, ""), "ここに出るのは一部です。"
    for words, said in (("ためし", True), ("試し 20", False)):
        sent = {"key": str(uuid4()), "words": words, "find": "1", **EMPTY_ROWS}
        assert (more in tanaka.post(address, sent).content.decode()) is said


def test_a_household_of_other_eyes_is_not_taken(town: Town, tanaka: Client) -> None:
    at = town.later()
    person = enter_person(by=town("kishi"), at=at, name="遠山 実")
    theirs = form_household(by=town("kishi"), at=at, area="north", members=[(person.pk, "本人")]).pk
    sent = {"key": str(uuid4()), "words": "", "household": str(theirs), **EMPTY_ROWS}
    answer = tanaka.post(heard(town, ""), sent)
    assert answer.status_code == 422
    assert cases() == 0


def test_consultations_are_narrowed_by_state_and_by_words(town: Town, tanaka: Client) -> None:
    heard(town, "上田さん")
    at = town.later()
    done = receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.WINDOW, told=Told(caller="中川さん"))
    end(by=town("tanaka"), at=town.later(), consultation=done.pk, end=ConsultationEnd.ANSWERED)
    pages = {
        state: tanaka.get("/desk/consultations/", {"state": state}).content.decode()
        for state in ("running", "ended", "all")
    }
    assert [state for state, page in pages.items() if "上田さん" in page] == ["running", "all"]
    assert [state for state, page in pages.items() if "中川さん" in page] == ["ended", "all"]
    found = tanaka.get("/desk/consultations/", {"state": "all", "words": "中川"}).content.decode()
    assert "1件見つかりました。" in found
    assert "上田さん" not in found
    assert "この言葉の相談は見つかりません。" in tanaka.get("/desk/consultations/?words=だれでもない").content.decode()


def test_households_are_found_by_anybody_who_lives_there(town: Town, tanaka: Client) -> None:
    for name, kana in (("奥山田 花", "おくやまだ はな"), ("遠山 実", "とおやま みのる")):
        at = town.later()
        home_of = home(town, name, kana)
        open_case(by=town("tanaka"), at=at, household=home_of, consultations=[])
    found = tanaka.get("/desk/households/", {"words": "おくやまだ"}).content.decode()
    assert "1世帯見つかりました。" in found
    assert "奥山田 花" in found
    assert "遠山 実" not in found
    assert "この見かたに合う世帯はありません。" in tanaka.get("/desk/households/?words=存在しない").content.decode()
    assert "遠山 実" in tanaka.get("/desk/households/?lead=mine&order=name").content.decode()
    assert "遠山 実" in tanaka.get("/desk/households/?order=sideways&page=x").content.decode()
