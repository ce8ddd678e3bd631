"""The page of a conference: a household among hundreds, a closed meeting that stays as it is, and as many questions for ten items."""

import re
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.test import Client

from marugoto.casework.queries import case as cases
from marugoto.conferences.actions import agenda, conference, decision
from marugoto.conferences.codes import Attendance
from marugoto.conferences.models import AgendaItem
from marugoto.conferences.queries import conference as queries
from tests.town import Town
from tests.web.meeting.calling import asked, called, home, kept, put_on, send, words

pytestmark = pytest.mark.django_db
LIST_LIMIT = 8


def test_any_of_hundreds_of_households_is_found_and_put_on(town: Town, tanaka: Client) -> None:
    with transaction.atomic():
        for number in range(60):
            home(town, number)
        wanted = home(town, 0, name="奥山田")
    meeting = called(town)
    address = f"/meeting/conferences/{meeting}/"
    first = tanaka.get(address).content.decode()
    assert first.count('name="case"') == 10
    asked = {"key": str(uuid4()), "find_words": "奥山田", "find": "1", "basis": "support_conference"}
    found = tanaka.post(f"{address}items/", asked)
    page = found.content.decode()
    assert found.status_code == 200
    assert "奥山田 山0" in page
    assert "まだ送れていません。" not in page
    assert kept(AgendaItem) == 0
    chosen = {"key": str(uuid4()), "find_words": "奥山田", "case": str(wanted), "basis": "support_conference"}
    done = tanaka.post(f"{address}items/", chosen, follow=True)
    assert "議題に入れました。次は席です。" in done.content.decode()
    assert kept(AgendaItem) == 1


def test_a_household_that_was_brought_along_is_chosen(town: Town, tanaka: Client) -> None:
    with transaction.atomic():
        cases = [home(town, number) for number in range(60)]
    page = tanaka.get(f"/meeting/conferences/{called(town)}/?case={cases[-1]}").content.decode()
    assert re.search(rf'value="{cases[-1]}"[^>]*checked', page)


def test_the_household_that_is_carried_is_named_and_can_be_dropped(town: Town, tanaka: Client) -> None:
    called(town)
    case = home(town, 1, name="奥山田")
    page = tanaka.get(f"/meeting/conferences/?case={case}&when=past").content.decode()
    for sentence in (
        "奥山田さん世帯を、どの会議にかけますか。",
        "会議にかける: 奥山田さん世帯",
        "議題にする会議を選んでください。",
    ):
        assert sentence in page
    assert f"/?case={case}#agenda" in page
    assert f'href="/desk/households/{case}/"' in page
    assert "会議にかける: 奥山田さん世帯" in tanaka.get(f"/meeting/conferences/new/?case={case}").content.decode()
    dropped = page.split("この世帯をかけるのをやめる")[0].rsplit('href="', 1)[1].split('"')[0]
    assert dropped == "/meeting/conferences/"
    assert "奥山田" not in tanaka.get(dropped).content.decode()
    assert len(asked(tanaka, f"/meeting/conferences/?case={case}&when=past")) <= LIST_LIMIT


def test_whose_household_is_not_open_carries_nothing(town: Town, nishimura: Client) -> None:
    case = home(town, 1, name="奥山田")
    page = nishimura.get(f"/meeting/conferences/?case={case}").content.decode()
    assert "奥山田" not in page
    assert str(case) not in page


def test_without_a_household_the_page_says_so_once(town: Town, tanaka: Client) -> None:
    meeting = called(town)
    home(town, 1)
    answer = tanaka.post(f"/meeting/conferences/{meeting}/items/", {"key": str(uuid4()), "find_words": "ためし"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("まだ送れていません。") == 1
    assert 'value="ためし"' in page


def test_of_more_than_twenty_it_is_said_that_there_are_others(town: Town, tanaka: Client) -> None:
    with transaction.atomic():
        for number in range(25):
            home(town, number)
    meeting, more = called(town), "ここに出るのは一部です。"
    page = send(tanaka, f"conferences/{meeting}/items/", find_words="ためし", find="1")
    assert page.content.decode().count('name="case"') == 20
    assert more in words(page)
    page = send(tanaka, f"conferences/{meeting}/items/", find_words="試し 山24", find="1")
    assert page.content.decode().count('name="case"') == 1
    assert more not in words(page)


def test_a_household_is_found_by_its_number_and_its_basis_stays_chosen(town: Town, tanaka: Client) -> None:
    case, meeting = home(town, 1), called(town)
    number = number_of(town, case)
    page = send(tanaka, f"conferences/{meeting}/items/", find_words=number, find="1", basis="support_conference")
    assert f"試しさん世帯 (試し 山1) {number}" in words(page)
    assert re.search(r'value="support_conference"[^>]*checked', page.content.decode())


def test_the_chosen_household_stays_chosen_while_another_is_looked_for(town: Town, tanaka: Client) -> None:
    one, meeting = home(town, 1), called(town)
    home(town, 2, name="奥山田")
    page = send(tanaka, f"conferences/{meeting}/items/", find_words="奥山田", find="1", case=one).content.decode()
    assert re.search(rf'value="{one}"[^>]*checked', page)
    assert "奥山田 山2" in page


def test_a_tab_of_the_list_keeps_the_household_that_is_to_be_put_on(town: Town, tanaka: Client) -> None:
    case = home(town, 1)
    page = tanaka.get(f"/meeting/conferences/?case={case}").content.decode()
    assert f"?when=past&amp;case={case}" in page


def test_words_of_a_conference_that_cannot_be_read_are_kept(town: Town, tanaka: Client) -> None:
    answer = send(tanaka, "conferences/called/", kind="support", name="北部の会", day="あした", begins="25時", ends="")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("まだ送れていません。") == 1
    for typed in ("北部の会", "あした", "25時"):
        assert f'value="{typed}"' in page


def test_the_page_is_not_there_for_who_neither_hosts_nor_sits(town: Town, tanaka: Client, nishimura: Client) -> None:
    meeting = called(town)
    item = put_on(town, meeting, home(town, 1))
    assert nishimura.get(f"/meeting/conferences/{meeting}/").status_code == 404
    assert send(nishimura, f"items/{item.pk}/minutes/", words="よそから").status_code == 404
    sit(town, item)
    page = nishimura.get(f"/meeting/conferences/{meeting}/")
    assert "資料を開く前に、約束を確かめてください。" in words(page)
    assert "席を作る" not in words(page)


def test_ten_items_ask_no_more_than_one(town: Town, tanaka: Client) -> None:
    """Before the day and while it is open, with seats and attendance at every item."""
    meeting, address = called(town), "/meeting/conferences/"
    first = put_on(town, meeting, home(town, 0))
    sit(town, first)
    asked(tanaka, f"{address}{meeting}/")  # limits are kept in memory from now on
    few = asked(tanaka, f"{address}{meeting}/")
    with transaction.atomic():
        rest = [put_on(town, meeting, home(town, number)) for number in range(1, 10)]
        for item in rest:
            sit(town, item)
    many = asked(tanaka, f"{address}{meeting}/")
    assert len(many) == len(few), sorted({one[:150] for one in many} ^ {one[:150] for one in few})
    conference.open_conference(by=town("tanaka"), at=town.later(), conference=first.conference)
    few = asked(tanaka, f"{address}{meeting}/")
    with transaction.atomic():
        come(town, meeting)
    many = asked(tanaka, f"{address}{meeting}/")
    assert len(many) == len(few), sorted({one[:150] for one in many} ^ {one[:150] for one in few})


def test_the_list_asks_the_same_for_ten_and_for_many(town: Town, tanaka: Client) -> None:
    with transaction.atomic():
        for number in range(10):
            called(town, days=number + 1)
    few = asked(tanaka, "/meeting/conferences/")
    with transaction.atomic():
        for number in range(100):
            called(town, days=number + 1)
    many = asked(tanaka, "/meeting/conferences/")
    assert len(few) == len(many) <= LIST_LIMIT, "\n".join(many)


def sit(town: Town, item: AgendaItem) -> None:
    agenda.take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town("nishimura").duty)


def come(town: Town, meeting: UUID) -> None:
    found = queries.get(town("tanaka"), meeting)
    assert found
    for line in [seat for item in found.items for seat in item.seats]:
        seat = queries.seat(town("tanaka"), line.seat)
        assert seat
        decision.mark_attendance(by=town("tanaka"), at=town.later(), seat=seat, attendance=Attendance.PRESENT)


def number_of(town: Town, case: UUID) -> str:
    found = cases.get(town("tanaka"), case)
    assert found
    return found.number


def test_a_seat_that_is_refused_comes_back_open_with_the_whole_names(town: Town, tanaka: Client) -> None:
    """The list says agency, name and hat as before, what was written stands, and the reason is told beside it."""
    row = put_on(town, called(town), home(town, 1)).pk
    said = {"key": str(uuid4()), "duty": str(town("nishimura").duty), "reason": "学校での様子を知っている"}
    assert tanaka.post(f"/meeting/items/{row}/seats/", said).status_code == 302
    answer = tanaka.post(f"/meeting/items/{row}/seats/", {**said, "key": str(uuid4()), "reason": "もう一度"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "この人は、もうこの議題の席にいます。" in page
    assert re.search(r"<details[^>]* open><summary>席を足す", page)
    assert re.search(r'<option value="[^"]+" selected>\s*教育委?[^<]*西村[^<]*\([^<]+\)', page)
    assert 'value="もう一度"' in page
