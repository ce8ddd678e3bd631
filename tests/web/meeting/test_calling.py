"""Before the day: households whose balls call for a table come first, and the fields that the table lacks are proposed."""

import pytest
from django.test import Client

from marugoto.agencies.codes import Field
from marugoto.casework.actions.need import add_need
from marugoto.conferences.events import ItemPutOn
from marugoto.conferences.queries import conference as queries
from marugoto.conferences.queries.calling import calling
from marugoto.conferences.rules.seats import OpenNeed, needed_fields, wanted
from marugoto.custody.actions.care import call_stuck
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.ledger.events import layout
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town
from tests.web.meeting.calling import called, home, put_on, send, words
from tests.web.meeting.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def test_a_field_is_wanted_for_a_need_or_because_it_holds_one() -> None:
    needs = [
        OpenNeed(2, TroubleCode.CARE, Field.HEALTH),
        OpenNeed(1, TroubleCode.BILLS),
        OpenNeed(3, TroubleCode.OTHER),
    ]
    found = wanted(needs, {Field.TAX})
    assert [(one.field, one.asked_by, one.holds) for one in found] == [
        (Field.AGED, (2,), ()),
        (Field.HEALTH, (), (2,)),
    ]
    assert needed_fields(["care", "rent", "housing", "other"]) == {Field.AGED, Field.HOUSING}


def test_what_calls_for_a_table_stands_first_with_its_reason(town: Town, tanaka: Client) -> None:
    for number in range(3):
        home(town, number)
    case = home(town, 9, name="重なる")
    for theme in (TroubleCode.CARE, TroubleCode.DEBT, TroubleCode.HOUSING):
        need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=theme, title="困りごと")
    call_stuck(by=town("tanaka"), at=town.later(), ball=need.ball_id)
    assert [one.case for one in calling(town("tanaka"), most=10)] == [case]
    page = words(tanaka.get(f"/meeting/conferences/{(meeting := called(town))}/"))
    assert "「困った」が出ています・3つの困りごとが重なっています" in page
    assert page.index("重なる 山9") < page.index("試し 山0")
    put_on(town, meeting, case)
    assert calling(town("tanaka"), most=10) == [], "it is on an agenda already"


def test_who_may_not_open_a_case_is_not_told_that_it_calls(town: Town) -> None:
    case = home(town, 1)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.CARE, title="薬")
    call_stuck(by=town("tanaka"), at=town.later(), ball=need.ball_id)
    assert [one.case for one in calling(town("tanaka"), most=10)] == [case]
    assert calling(town("nishimura"), most=10) == []


def test_the_lacking_field_is_proposed_and_sits_with_its_reason(town: Town, story: Story, tanaka: Client) -> None:
    page = words(tanaka.get(f"/meeting/conferences/{story.conference}/"))
    assert "まだ席にいない分野" in page
    assert "必要1「キヨさんの物忘れと薬」に要る" in page
    address = f"items/{story.item}/proposed/"
    assert send(tanaka, address, who_aged=town("ogawa").duty).status_code == 302
    found = queries.get(town("tanaka"), story.conference)
    assert found
    seat = next(one for one in found.items[0].seats if one.duty == town("ogawa").duty)
    assert seat.reason.startswith("必要1に要る")
    assert "キヨ" not in words(signed_in("ogawa").get(f"/meeting/conferences/{story.conference}/")), (
        "nothing before the pledge"
    )
    assert seat.field is Field.AGED
    none = send(tanaka, address, who_aged="")
    assert none.status_code == 422
    assert "だれも選ばれていません。" in words(none)


def test_a_seat_is_asked_for_a_reason(story: Story, town: Town, tanaka: Client) -> None:
    answer = send(tanaka, f"items/{story.item}/seats/", duty=town("nishimura").duty)
    assert answer.status_code == 422
    assert "なぜこの人か" in words(answer)


def test_the_days_from_the_call_to_the_table_are_told(town: Town, tanaka: Client) -> None:
    """From Monday the 16th to Tuesday of the week after: the weekend and 勤労感謝の日 between them do not count."""
    meeting = called(town, days=8)
    put_on(town, meeting, home(town, 1))
    assert "議題になってから会議まで5開庁日" in words(tanaka.get(f"/meeting/conferences/{meeting}/"))
    with unwalled():
        (told,) = Fact.objects.within(town.body).filter(kind=ItemPutOn.kind)
    assert getattr(told, layout(ItemPutOn)["asked_days"]) == 5
