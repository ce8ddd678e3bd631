"""The day is put off, a letter comes late, a form comes back: who sits goes on reading, what was said later stands, no word is lost."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from marugoto.casework.actions.need import add_need
from marugoto.conferences.actions import agenda, conference
from marugoto.conferences.actions.date import answer_days, fix_day, put_day
from marugoto.conferences.codes import DateSaid, KindCode
from marugoto.conferences.models import AgendaItem, Conference, DateOption
from marugoto.conferences.queries import conference as queries
from marugoto.conferences.queries import outside
from marugoto.conferences.queries.calling import calling
from marugoto.custody.actions.care import call_stuck
from marugoto.disclosure.codes import BasisCode
from marugoto.exchange.actions.table_post import take_in
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import NotNow
from marugoto.ledger.models import Fact
from tests.conferences.test_blind import table, with_an_account
from tests.database import unwalled
from tests.seated import seated_outside
from tests.story import one_household
from tests.town import Town
from tests.web.counting import counted
from tests.web.meeting.calling import called, home, put_on, send, words
from tests.web.meeting.conftest import signed_in

pytestmark = pytest.mark.django_db


def another_day(town: Town, meeting: UUID, days: int = 2) -> tuple[Conference, DateOption]:
    found = queries.get(town("tanaka"), meeting)
    assert found
    row, begins = found.conference, found.conference.begins_at + timedelta(days=days)
    ends = begins + timedelta(hours=1)
    return row, put_day(by=town("tanaka"), at=town.later(), conference=row, begins_at=begins, ends_at=ends)


def sits(town: Town, item: AgendaItem, worker: str) -> Any:
    return agenda.take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town(worker).duty, reason="受け持ち")


def letter(seat: UUID, at: Any, what: str, **said: str) -> dict[str, Any]:
    return {"seat": str(seat), "said_at": at.isoformat(), "what": what, "said": said}


def test_who_sits_reads_on_the_day_to_which_it_was_put_off(town: Town) -> None:
    meeting = called(town)
    item = put_on(town, meeting, home(town, 1))
    before, after = sits(town, item, "ogawa"), sits(town, item, "nishimura")
    agenda.pledge(by=town("ogawa"), at=town.later(), seat=before)
    _, option = another_day(town, meeting, days=60)
    fix_day(by=town("tanaka"), at=town.later(), option=option)
    waiting = queries.seat(town("nishimura"), after.pk)
    assert waiting
    agenda.pledge(by=town("nishimura"), at=town.later(), seat=waiting)
    for worker in ("ogawa", "nishimura"):
        for days, is_open in ((29, True), (31, False)):
            later = town(worker).at_moment(option.ends_at + timedelta(days=days))
            found = queries.get(later, meeting)
            assert found
            assert found.items[0].open is is_open, (worker, days)


def test_of_two_letters_the_later_written_counts_and_none_overtakes_the_pledge(town: Town) -> None:
    meeting = called(town)
    item = put_on(town, meeting, home(town, 1))
    seat, by = seated_outside(town, item), town("tanaka")
    _, option = another_day(town, meeting)
    first, second = town.later(), town.later()
    with pytest.raises(NotNow):
        take_in(by=by, at=town.later(), payload=letter(seat, second, "view", knows="早すぎる"))
    for _ in range(2):
        take_in(by=by, at=town.later(), payload=letter(seat, first, "pledge", words="話しません"))
    for said_at, words_said, day in ((second, "あとで書いた", "yes"), (first, "先に書いた", "no")):
        take_in(by=by, at=town.later(), payload=letter(seat, said_at, "view", knows=words_said))
        take_in(by=by, at=town.later(), payload=letter(seat, said_at, "days", **{str(option.pk): day}))
    line = outside.of_items(by, [item.pk])[item.pk][0]
    assert line.view
    assert line.view.knows == "あとで書いた"
    said = {one.option: one.by_outside for one in outside.days(by, meeting)}
    assert said[option.pk] == {seat: DateSaid.YES}
    with unwalled():
        assert Fact.objects.everywhere("what was told").filter(kind="outside.answered").count() == 1


def test_many_from_outside_cost_no_more_questions(town: Town) -> None:
    item, by = put_on(town, called(town), home(town, 1)), town("tanaka")
    asked = []
    for _ in range(3):
        seated_outside(town, item)
        with counted() as statements:
            outside.of_items(by, [item.pk])
        asked.append(len(statements))
    assert asked[0] == asked[2]


def test_an_answer_without_a_day_is_not_called_an_answer(town: Town, tanaka: Client) -> None:
    meeting = called(town)
    sits(town, put_on(town, meeting, home(town, 1)), "tanaka")
    _, option = another_day(town, meeting)
    for fields in ({}, {f"day_{option.pk}": "perhaps"}):
        answer = send(tanaka, f"conferences/{meeting}/days/answers/", **fields)
        assert answer.status_code == 409
        assert "どの日にも答えが選ばれていません。" in words(answer)


def test_numbers_tell_a_guest_nothing_of_other_items(town: Town, tanaka: Client) -> None:
    meeting = called(town)
    sits(town, put_on(town, meeting, home(town, 1)), "tanaka")
    row, option = another_day(town, meeting)
    answer_days(by=town("tanaka"), at=town.later(), conference=row, said={option.pk: DateSaid.YES})
    sits(town, put_on(town, meeting, home(town, 2)), "ogawa")
    for client, most in ((tanaka, "1"), (signed_in("ogawa"), "0")):
        page = client.get(f"/meeting/conferences/{meeting}/").content.decode()
        assert max(re.findall(r'data-label="○">(\d+)<', page)) == most


def test_a_list_counts_for_a_guest_what_he_sees(town: Town) -> None:
    meeting = called(town)
    put_on(town, meeting, home(town, 1))
    sits(town, put_on(town, meeting, home(town, 2)), "ogawa")
    for worker, most in (("tanaka", 2), ("ogawa", 1)):
        (line,) = (one for one in queries.list_conferences(town(worker)).rows if one.conference == meeting)
        found = queries.get(town(worker), meeting)
        assert found
        assert (line.items, [one.number for one in found.items]) == (most, list(range(1, most + 1)))


def test_what_calls_is_found_behind_what_stands_on_an_agenda(town: Town) -> None:
    for number in range(3):
        case = home(town, number)
        need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.CARE, title="薬")
        call_stuck(by=town("tanaka"), at=town.later(), ball=need.ball_id)
    *first, last = (one.case for one in calling(town("tanaka"), most=3))
    meeting = called(town)
    for case in first:
        put_on(town, meeting, case)
    assert [one.case for one in calling(town("tanaka"), most=1)] == [last]


def test_who_is_refused_a_guest_reads_why_and_keeps_his_words(town: Town, tanaka: Client) -> None:
    story = one_household(town)
    said = {"kind": "school", "name": "青木", "reason": "学校を知る", "extract": "消えては困る文"}
    begins = town.later() + timedelta(days=1)
    by, ends = town("tanaka"), begins + timedelta(hours=1)
    council = conference.convene(by=by, at=town.now, kind=KindCode.CHILD, begins_at=begins, ends_at=ends)
    basis = BasisCode.CHILD_COUNCIL
    item = agenda.put_on_agenda(by=by, at=town.later(), conference=council, case=story.case, basis=basis)
    answer = send(tanaka, f"items/{item.pk}/outside/", **said)
    assert answer.status_code == 422
    assert "要対協は、構成員だけで話し合います" in words(answer)
    assert "消えては困る文" in words(answer)
    _, item, _ = table(town, story)
    with_an_account(town, "hoshi")
    shut = send(signed_in("hoshi"), f"items/{item.pk}/outside/", **said)
    assert shut.status_code == 409
    assert "閉じています" in words(shut)
    assert "消えては困る文" in words(shut)
