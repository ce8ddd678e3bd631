"""The table itself: what was recorded stays, what is called off closes, and a decision is a role at once."""

from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.casework.queries import case as cases
from marugoto.conferences.actions import agenda, conference, decision
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.models import (
    AgendaItem,
    Attended,
    Conference,
    Decision,
    Minutes,
    Seat,
    SeatPledge,
    View,
)
from marugoto.conferences.queries import conference as queries
from marugoto.custody.queries.ball import faces
from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
RECORDS = (AgendaItem, Attended, Decision, Minutes, Seat, SeatPledge, View)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def called(town: Town, story: Story) -> tuple[Conference, AgendaItem, Seat]:
    """Another conference on the same case, with 西村 at the table, not begun."""
    begins = town.later() + timedelta(days=1)
    by, at = town("tanaka"), town.now
    row = conference.convene(by=by, at=at, kind=KindCode.SUPPORT, begins_at=begins, ends_at=begins + timedelta(hours=1))
    item = agenda.put_on_agenda(by=by, at=at, conference=row, case=story.case, basis=BasisCode.SUPPORT_CONFERENCE)
    seat = agenda.take_seat(by=by, at=at, item=item, duty=town("nishimura").duty)
    return row, item, seat


def count(model: type) -> int:
    with unwalled():
        return model.objects.everywhere("what is kept").count()


def refused(action: object, **how: object) -> str:
    with pytest.raises(Refused) as said:
        action(**how)  # type: ignore[operator]
    return said.value.sentence


def test_what_was_recorded_stays_when_the_conference_is_closed(town: Town, story: Story) -> None:
    by = town("tanaka")
    item, seat = queries.item(by, story.item), queries.seat(by, story.seat)
    assert item
    assert seat
    conference.close_conference(by=by, at=town.later(), conference=item.conference)
    before = [count(model) for model in RECORDS]
    at = town.later()
    over = "この会議はもう終わっています。"
    assert refused(decision.mark_attendance, by=by, at=at, seat=seat, attendance=Attendance.ABSENT) == over
    assert refused(decision.write_minutes, by=by, at=at, item=item, words="あとから書き直す。") == over
    assert refused(agenda.write_view, by=by, at=at, seat=seat, knows="あとから") == over
    assert refused(agenda.take_seat, by=by, at=at, item=item, duty=town("nishimura").duty) == over
    assert refused(agenda.pledge, by=town("yamashita"), at=at, seat=seat_of(town, "yamashita", story.item)) == over
    what = {"item": item, "need": story.need, "words": "あとから", "taken_by": by.duty, "due": local_day(at)}
    assert "終わるまで" in refused(decision.decide, by=by, at=at, **what)
    again = {"conference": item.conference, "case": story.case, "basis": BasisCode.SUPPORT_CONFERENCE}
    assert refused(agenda.put_on_agenda, by=by, at=at, **again) == over
    assert [count(model) for model in RECORDS] == before
    found = queries.get(town("tanaka"), item.conference_id)
    assert found
    assert found.items[0].seats[0].attendance == Attendance.PRESENT
    assert found.items[0].minutes == "将棋の会に名前を出さずに聞く。"


def test_nothing_is_recorded_before_it_has_begun(town: Town, story: Story) -> None:
    _row, item, seat = called(town, story)
    at, waits = town.later(), "まだ始まっていない会議です。"
    assert refused(decision.write_minutes, by=town("tanaka"), at=at, item=item, words="早すぎる。") == waits
    mark = {"seat": seat, "attendance": Attendance.PRESENT}
    assert refused(decision.mark_attendance, by=town("tanaka"), at=at, **mark) == waits


def test_papers_open_with_the_pledge_and_close_when_it_is_called_off(town: Town, story: Story) -> None:
    row, _item, seat = called(town, story)
    assert cases.get(town("nishimura"), story.case) is None
    agenda.pledge(by=town("nishimura"), at=town.later(), seat=seat)
    town.later()
    assert cases.get(town("nishimura"), story.case) is not None
    conference.call_off(by=town("tanaka"), at=town.later(), conference=row)
    town.later()
    assert cases.get(town("nishimura"), story.case) is None


def test_no_papers_open_for_a_conference_that_is_not_held(town: Town, story: Story) -> None:
    row, _item, seat = called(town, story)
    conference.call_off(by=town("tanaka"), at=town.later(), conference=row)
    said = refused(agenda.pledge, by=town("nishimura"), at=town.later(), seat=seat)
    assert said == "この会議は取りやめになりました。"
    assert cases.get(town("nishimura"), story.case) is None


def test_what_has_begun_is_closed_and_not_called_off(town: Town, story: Story) -> None:
    item = queries.item(town("tanaka"), story.item)
    assert item
    said = refused(conference.call_off, by=town("tanaka"), at=town.later(), conference=item.conference)
    assert said == "もう始まった会議は、取りやめられません。"
    town.later()
    assert cases.get(town("tanaka"), story.case) is not None


def test_on_consent_nobody_sits_before_the_person_agreed(town: Town, story: Story) -> None:
    begins = town.later() + timedelta(days=1)
    by, at, kind = town("tanaka"), town.now, KindCode.MULTILAYERED
    row = conference.convene(by=by, at=at, kind=kind, begins_at=begins, ends_at=begins + timedelta(hours=1))
    put = {"by": by, "at": at, "conference": row, "case": story.case}
    assert "この根拠で話し合えません" in refused(agenda.put_on_agenda, **put, basis=BasisCode.SUPPORT_CONFERENCE)
    item = agenda.put_on_agenda(**put, basis=BasisCode.CONSENT)
    before = count(Seat)
    refused(agenda.take_seat, by=by, at=town.later(), item=item, duty=town("nishimura").duty)
    assert count(Seat) == before


def test_only_the_one_who_sits_pledges_and_writes(town: Town, story: Story) -> None:
    _row, _item, seat = called(town, story)
    assert "席の本人" in refused(agenda.pledge, by=town("tanaka"), at=town.later(), seat=seat)
    assert "席の本人" in refused(agenda.write_view, by=town("tanaka"), at=town.later(), seat=seat, knows="代わりに")
    assert "約束" in refused(agenda.write_view, by=town("nishimura"), at=town.later(), seat=seat, knows="先に")


def test_a_decision_moves_the_ball_to_whoever_took_it_and_never_to_an_absent_one(town: Town, story: Story) -> None:
    row, item, seat = called(town, story)
    agenda.pledge(by=town("nishimura"), at=town.later(), seat=seat)
    conference.open_conference(by=town("tanaka"), at=town.later(days=1), conference=row)
    what = {"item": item, "need": story.need, "words": "西村が学校で会う", "taken_by": town("nishimura").duty}
    due = local_day(town.now) + timedelta(days=7)
    assert "欠席" in refused(decision.decide, by=town("tanaka"), at=town.later(), due=due, **what)
    assert holder(town, story.need) == town.team("soudan-desk")
    decision.mark_attendance(by=town("tanaka"), at=town.later(), seat=seat, attendance=Attendance.PRESENT)
    decision.decide(by=town("tanaka"), at=town.later(), due=due, **what)
    assert holder(town, story.need) == town.team("education-learn")


def test_the_same_household_is_one_item(town: Town, story: Story) -> None:
    row, *_ = called(town, story)
    again = {"conference": row, "case": story.case, "basis": BasisCode.SUPPORT_CONFERENCE}
    assert "もうこの会議の議題" in refused(agenda.put_on_agenda, by=town("tanaka"), at=town.later(), **again)


@pytest.mark.parametrize(("begins", "lasts"), [(-1, 1), (1, -1), (1, 0)])
def test_a_conference_is_called_for_a_time_to_come(town: Town, begins: int, lasts: int) -> None:
    start = town.later() + timedelta(days=begins)
    refused(
        conference.convene,
        by=town("tanaka"),
        at=town.now,
        kind=KindCode.SUPPORT,
        begins_at=start,
        ends_at=start + timedelta(hours=lasts),
    )
    assert count(Conference) == 0


def seat_of(town: Town, who: str, item: UUID) -> Seat:
    with unwalled():
        seats = Seat.objects.within(town.body).select_related("item__conference")
        return seats.get(item=item, duty=town(who).duty)


def holder(town: Town, need: UUID) -> UUID:
    return faces(town("tanaka"), [need])[need].holder.id
