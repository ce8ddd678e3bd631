"""A conference held under a body takes its seats and its promise from it; in a joint session nothing flows from one to the other."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.conferences.actions import agenda, conference, decision
from marugoto.conferences.actions.follow_up import convene_next
from marugoto.conferences.actions.outside import Stranger, ask_outside
from marugoto.conferences.codes import Attendance, KindCode, OutsideKind
from marugoto.conferences.models import AgendaItem, Conference, SeatAdmission, SeatPledge
from marugoto.conferences.queries import conference as queries
from marugoto.conferences.queries.council import admissions, members_of, of_conference, of_item
from marugoto.disclosure.actions.council import (
    Order,
    add_council_member,
    end_council,
    end_council_member,
    enter_council,
    write_council_text,
)
from marugoto.disclosure.codes import BasisCode, CouncilKind, MemberSort, NoticeKind
from marugoto.disclosure.models import Council
from marugoto.disclosure.queries.council import councils
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import HOTAKAZAWA, Town, settle_town

pytestmark = pytest.mark.django_db
PLEDGE = "要対協で知ったことは、任期のあとも、どこでも話しません。"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def entered(town: Town, kind: CouncilKind, name: str, *members: str) -> Council:
    by, at = town("honma"), town.later()
    row = enter_council(
        by=by,
        at=at,
        kind=kind,
        name=name,
        order=Order(NoticeKind.ANNOUNCEMENT, "みなも市告示第12号", local_day(at)),
        since=local_day(at),
        coordinator=town.team("soudan-desk"),
    )
    for who in members:
        agency = town(who).agency
        add_council_member(
            by=town("honma"),
            at=town.later(),
            council=row.pk,
            sort=MemberSort.PUBLIC,
            since=local_day(at),
            agency=agency,
        )
    return row


def called(town: Town, kind: KindCode, *under: Council) -> Conference:
    by, begins = town("tanaka"), town.later() + timedelta(days=1)
    ends = begins + timedelta(hours=1)
    return conference.convene(
        by=by, at=town.now, kind=kind, begins_at=begins, ends_at=ends, councils=[one.pk for one in under]
    )


def put_on(town: Town, meeting: Conference, story: Story, basis: BasisCode) -> AgendaItem:
    return agenda.put_on_agenda(by=town("tanaka"), at=town.later(), conference=meeting, case=story.case, basis=basis)


def sits(town: Town, item: AgendaItem, who: str, reason: str = "") -> UUID:
    return agenda.take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town(who).duty, reason=reason).pk


def test_a_member_sits_and_promises_the_bodys_own_text(town: Town, story: Story) -> None:
    council = entered(town, CouncilKind.CHILD, "みなも市要対協", "nishimura")
    write_council_text(by=town("honma"), at=town.later(), council=council.pk, words=PLEDGE, since=local_day(town.now))
    item = put_on(town, called(town, KindCode.CHILD, council), story, BasisCode.CHILD_COUNCIL)
    seat = sits(town, item, "nishimura")
    row = queries.seat(town("nishimura"), seat)
    assert row
    agenda.pledge(by=town("nishimura"), at=town.later(), seat=row)
    with unwalled():
        assert SeatPledge.objects.everywhere("a test").get(seat=seat).words == PLEDGE
    assert admissions(town("tanaka"), [seat]) == {seat: ("みなも市要対協", True)}
    with pytest.raises(Refused, match="構成員ではありません"):
        sits(town, item, "ogawa", reason="よく知っている")


def test_where_the_law_lets_others_be_asked_they_are_asked_with_a_reason(town: Town, story: Story) -> None:
    council = entered(town, CouncilKind.SUPPORT, "みなも市支援会議", "tanaka")
    item = put_on(town, called(town, KindCode.SUPPORT, council), story, BasisCode.SUPPORT_CONFERENCE)
    with pytest.raises(Refused, match="わけが要ります"):
        sits(town, item, "ogawa")
    seat = sits(town, item, "ogawa", reason="通院に付き添っている")
    assert admissions(town("tanaka"), [seat]) == {seat: ("みなも市支援会議", False)}


def test_a_membership_that_ended_admits_nobody(town: Town, story: Story) -> None:
    council = entered(town, CouncilKind.CHILD, "みなも市要対協", "nishimura")
    member = councils(town("honma"))[0].members[0].member
    end_council_member(by=town("honma"), at=town.later(), member=member, day=local_day(town.now), reason="任期の終わり")
    item = put_on(town, called(town, KindCode.CHILD, council), story, BasisCode.CHILD_COUNCIL)
    with pytest.raises(Refused, match="構成員ではありません"):
        sits(town, item, "nishimura")


def test_only_whom_the_agency_appointed_sits_for_it(town: Town, story: Story) -> None:
    council = entered(town, CouncilKind.CHILD, "みなも市要対協")
    kagami, mori = town("kagami"), town("mori")
    assert kagami.agency == mori.agency
    add_council_member(
        by=town("honma"),
        at=town.later(),
        council=council.pk,
        sort=MemberSort.PUBLIC,
        since=local_day(town.now),
        agency=mori.agency,
        duty=mori.duty,
    )
    item = put_on(town, called(town, KindCode.CHILD, council), story, BasisCode.CHILD_COUNCIL)
    sits(town, item, "mori")
    with pytest.raises(Refused, match="構成員ではありません"):
        sits(town, item, "kagami")


def test_a_joint_session_logs_each_ground_and_nothing_flows_across(town: Town, story: Story) -> None:
    child = entered(town, CouncilKind.CHILD, "みなも市要対協", "tanaka", "nishimura")
    support = entered(town, CouncilKind.SUPPORT, "みなも市支援会議", "tanaka", "ogawa")
    meeting = called(town, KindCode.CHILD, child, support)
    assert [one.name for one in of_conference(town("tanaka"), meeting)] == ["みなも市要対協", "みなも市支援会議"]
    first = put_on(town, meeting, story, BasisCode.CHILD_COUNCIL)
    second = put_on(town, meeting, story, BasisCode.SUPPORT_CONFERENCE)
    with pytest.raises(Refused, match="もうこの会議の議題です"):
        put_on(town, meeting, story, BasisCode.CHILD_COUNCIL)
    with pytest.raises(Refused, match="構成員ではありません"):
        sits(town, first, "ogawa", reason="ついでに")
    seats = {"nishimura": sits(town, first, "nishimura"), "ogawa": sits(town, second, "ogawa")}
    assert [one.name for one in (of_item(town("tanaka"), item) for item in (first, second)) if one] == [
        "みなも市要対協",
        "みなも市支援会議",
    ]
    for who, seat in seats.items():
        row = queries.seat(town(who), seat)
        assert row
        agenda.pledge(by=town(who), at=town.later(), seat=row)
    conference.open_conference(by=town("tanaka"), at=town.later(days=1), conference=meeting)
    for item, words in ((first, "要対協で出た話"), (second, "支援会議で出た話")):
        decision.write_minutes(by=town("tanaka"), at=town.later(), item=item, words=words)
    said = {
        who: {item.minutes for item in found.items if item.minutes}
        for who in ("nishimura", "ogawa", "tanaka")
        if (found := queries.get(town(who), meeting.pk))
    }
    assert said == {
        "nishimura": {"要対協で出た話"},
        "ogawa": {"支援会議で出た話"},
        "tanaka": {"要対協で出た話", "支援会議で出た話"},
    }


def test_what_runs_on_the_day_can_be_called_under_and_nothing_else(town: Town, story: Story) -> None:
    support = entered(town, CouncilKind.SUPPORT, "みなも市支援会議", "tanaka")
    with pytest.raises(Refused, match="根拠をもつ会議体が選ばれていません"):
        called(town, KindCode.CHILD, support)
    other = entered(town, CouncilKind.SUPPORT, "みなも市第二支援会議", "tanaka")
    with pytest.raises(Refused, match="同じ根拠の会議体が二つ"):
        called(town, KindCode.SUPPORT, support, other)
    meeting = called(town, KindCode.SUPPORT, support)
    end_council(by=town("honma"), at=town.later(), council=support.pk, day=local_day(town.now), reason="要綱の改正")
    with pytest.raises(Refused, match="動いていないもの"):
        called(town, KindCode.SUPPORT, support)
    assert of_conference(town("tanaka"), meeting), "what was called under it stays under it"


def test_the_next_conference_sits_under_the_same_bodies(town: Town, story: Story) -> None:
    council = entered(town, CouncilKind.SUPPORT, "みなも市支援会議", "tanaka")
    meeting = called(town, KindCode.SUPPORT, council)
    item = put_on(town, meeting, story, BasisCode.SUPPORT_CONFERENCE)
    seat = queries.seat(town("tanaka"), sits(town, item, "tanaka"))
    assert seat
    conference.open_conference(by=town("tanaka"), at=town.later(days=1), conference=meeting)
    decision.mark_attendance(by=town("tanaka"), at=town.later(), seat=seat, attendance=Attendance.PRESENT)
    begins = town.later() + timedelta(days=14)
    ends = begins + timedelta(hours=1)
    made = convene_next(by=town("tanaka"), at=town.now, conference=meeting, begins_at=begins, ends_at=ends, carry=True)
    assert [one.council for one in of_conference(town("tanaka"), made)] == [council.pk]


def test_where_no_body_is_entered_the_kind_alone_decides(town: Town, story: Story) -> None:
    item = put_on(town, called(town, KindCode.SUPPORT), story, BasisCode.SUPPORT_CONFERENCE)
    sits(town, item, "ogawa")
    with unwalled():
        assert not SeatAdmission.objects.everywhere("a test").exists()


def test_a_body_that_the_town_may_not_have_is_not_entered(town: Town) -> None:
    town.body = HOTAKAZAWA
    for kind, says in ((CouncilKind.SUPPORT, "この自治体では今は使えません"), (CouncilKind.POVERTY, "使えません")):
        with pytest.raises(Refused, match=says):
            enter_council(
                by=town("karasawa"),
                at=town.later(),
                kind=kind,
                name="町の会議",
                order=Order(NoticeKind.OUTLINE, "要綱", local_day(town.now)),
                since=local_day(town.now),
            )
    with pytest.raises(Refused, match="庶務か課長"):
        enter_council(
            by=town("kitahara"),
            at=town.later(),
            kind=CouncilKind.CARE,
            name="町の会議",
            order=Order(NoticeKind.OUTLINE, "要綱", local_day(town.now)),
            since=local_day(town.now),
        )


def test_whoever_comes_from_outside_for_a_member_sits_where_only_members_sit(town: Town, story: Story) -> None:
    council = entered(town, CouncilKind.CHILD, "みなも市要対協", "tanaka")
    item = put_on(town, called(town, KindCode.CHILD, council), story, BasisCode.CHILD_COUNCIL)
    aoki = Stranger(OutsideKind.SCHOOL, "青木 千夏", "学校を知る", "登校していません。", "みなも第二中学校")
    with pytest.raises(Refused, match="構成員だけで話し合います"):
        ask_outside(by=town("tanaka"), at=town.later(), item=item, stranger=aoki)
    school = add_council_member(
        by=town("honma"),
        at=town.later(),
        council=council.pk,
        sort=MemberSort.PUBLIC,
        since=local_day(town.now),
        name="みなも第二中学校",
    )
    assert (school.pk, "みなも第二中学校") in members_of(town("tanaka"), item)
    made = ask_outside(by=town("tanaka"), at=town.later(), item=item, stranger=replace(aoki, member=school.pk))
    assert admissions(town("tanaka"), [made.seat.pk]) == {made.seat.pk: ("みなも市要対協", True)}
    with pytest.raises(Refused, match="構成員だけで話し合います"):
        ask_outside(by=town("tanaka"), at=town.later(), item=item, stranger=replace(aoki, member=story.person))
