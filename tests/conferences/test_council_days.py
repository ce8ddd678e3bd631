"""A membership has days: whoever is no member on the day of the conference has no seat of it; and each sort of body is there once."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from marugoto.conferences.actions import agenda
from marugoto.conferences.actions.council import end_membership
from marugoto.conferences.actions.date import fix_day, put_day
from marugoto.conferences.actions.outside import Stranger, ask_outside, ended_at
from marugoto.conferences.codes import KindCode, OutsideKind
from marugoto.conferences.models import AgendaItem, OutsideSeat
from marugoto.conferences.queries import conference as queries
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
from marugoto.exchange.actions import porch_post, table_post
from marugoto.exchange.actions.table_post import invite
from marugoto.exchange.post import TO_PORCH
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.conferences.test_council import called, entered, put_on, sits
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
AOKI = Stranger(OutsideKind.SCHOOL, "青木 千夏", "学校を知る", "登校していません。", "みなも第二中学校")
PLEDGE = "要対協で知ったことは、任期のあとも、どこでも話しません。"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def member_of(town: Town, name: str) -> UUID:
    lines = [one for council in councils(town("honma")) for one in council.members]
    return next(one.member for one in lines if one.said.startswith(name))


def ends(town: Town, member: UUID, day: date) -> None:
    end_membership(by=town("honma"), at=town.later(), member=member, day=day, reason="任期の終わり")


def on_the_table(town: Town, story: Story) -> AgendaItem:
    council = entered(town, CouncilKind.CHILD, "みなも市要対協", "tanaka", "nishimura")
    return put_on(town, called(town, KindCode.CHILD, council), story, BasisCode.CHILD_COUNCIL)


def reads(town: Town, who: str, item: AgendaItem) -> bool:
    found = queries.get(town(who), item.conference_id)
    return found is not None and any(one.open for one in found.items)


def test_who_is_no_member_on_the_day_cannot_promise(town: Town, story: Story) -> None:
    item = on_the_table(town, story)
    seat = queries.seat(town("nishimura"), sits(town, item, "nishimura"))
    assert seat
    ends(town, member_of(town, "教育委員会"), local_day(town.now))
    with pytest.raises(Refused, match="もう構成員ではありません"):
        agenda.pledge(by=town("nishimura"), at=town.later(), seat=seat)
    assert not reads(town, "nishimura", item)


def test_a_seat_that_was_open_is_shut_with_the_membership(town: Town, story: Story) -> None:
    item = on_the_table(town, story)
    seat = queries.seat(town("nishimura"), sits(town, item, "nishimura"))
    assert seat
    agenda.pledge(by=town("nishimura"), at=town.later(), seat=seat)
    assert reads(town, "nishimura", item)
    day_after = local_day(item.conference.begins_at) + timedelta(days=1)
    member = member_of(town, "教育委員会")
    ends(town, member, day_after)
    assert reads(town, "nishimura", item), "on the day of the conference it still belongs to it"


def test_it_is_shut_where_the_conference_comes_after_the_end(town: Town, story: Story) -> None:
    item = on_the_table(town, story)
    seat = queries.seat(town("nishimura"), sits(town, item, "nishimura"))
    assert seat
    agenda.pledge(by=town("nishimura"), at=town.later(), seat=seat)
    ends(town, member_of(town, "教育委員会"), local_day(item.conference.begins_at))
    town.later()
    assert not reads(town, "nishimura", item)


def test_whoever_came_from_outside_for_it_goes_with_it(town: Town, story: Story) -> None:
    item = on_the_table(town, story)
    council = councils(town("honma"))[0].council
    at = town.later()
    school = add_council_member(
        by=town("honma"), at=at, council=council, sort=MemberSort.PUBLIC, since=local_day(at), name="みなも第二中学校"
    )
    stranger = replace(AOKI, member=school.pk)
    made = ask_outside(by=town("tanaka"), at=town.later(), item=item, stranger=stranger)
    ends(town, school.pk, local_day(item.conference.begins_at))
    with unwalled():
        assert ended_at(made.seat) <= town.now


@pytest.mark.parametrize("later", [1, 3])
def test_put_off_beyond_the_end_of_the_membership_the_seat_is_shut(town: Town, story: Story, later: int) -> None:
    item = on_the_table(town, story)
    seat = queries.seat(town("nishimura"), sits(town, item, "nishimura"))
    assert seat
    agenda.pledge(by=town("nishimura"), at=town.later(), seat=seat)
    ends(town, member_of(town, "教育委員会"), local_day(item.conference.begins_at) + timedelta(days=2))
    fixed(town, item, later)
    town.later()
    assert reads(town, "nishimura", item) is (later == 1)


def test_no_day_is_fixed_on_which_the_body_is_no_more(town: Town, story: Story) -> None:
    item = on_the_table(town, story)
    council = councils(town("honma"))[0].council
    over = local_day(item.conference.begins_at) + timedelta(days=2)
    end_council(by=town("honma"), at=town.later(), council=council, day=over, reason="条例の改正")
    with pytest.raises(Refused, match="動いていないものがあります"):
        fixed(town, item, 2)
    fixed(town, item, 1)
    found = queries.get(town("tanaka"), item.conference_id)
    assert found
    assert local_day(found.conference.begins_at) == over - timedelta(days=1)


def fixed(town: Town, item: AgendaItem, days: int) -> None:
    row, begins = item.conference, item.conference.begins_at + timedelta(days=days)
    option = put_day(
        by=town("tanaka"), at=town.later(), conference=row, begins_at=begins, ends_at=begins + timedelta(hours=1)
    )
    fix_day(by=town("tanaka"), at=town.later(), option=option)


def test_an_ending_lies_on_or_after_today(town: Town) -> None:
    entered(town, CouncilKind.CHILD, "みなも市要対協", "nishimura")
    before = local_day(town.now) - timedelta(days=1)
    with pytest.raises(Refused, match="過ぎた日からは終えられません"):
        end_council_member(
            by=town("honma"), at=town.later(), member=member_of(town, "教育委員会"), day=before, reason="任期"
        )


def again(town: Town, since: date) -> Council:
    return enter_council(
        by=town("honma"),
        at=town.later(),
        kind=CouncilKind.CHILD,
        name="みなも市こども協議会",
        order=Order(NoticeKind.ANNOUNCEMENT, "みなも市告示第30号", local_day(town.now)),
        since=since,
        coordinator=town.team("soudan-desk"),
    )


def test_the_next_one_begins_when_the_one_before_has_ended(town: Town) -> None:
    """An ending that lies ahead leaves the body running until then."""
    first = entered(town, CouncilKind.CHILD, "みなも市要対協")
    over = local_day(town.now) + timedelta(days=20)
    end_council(by=town("honma"), at=town.later(), council=first.pk, day=over, reason="条例の改正")
    with pytest.raises(Refused, match="もう入っています"):
        again(town, over - timedelta(days=1))
    assert again(town, over).name == "みなも市こども協議会"


def test_whoever_is_named_to_sit_works_in_that_agency(town: Town) -> None:
    council = entered(town, CouncilKind.CHILD, "みなも市要対協")
    at = town.later()
    for agency in (town("nishimura").agency, None):
        with pytest.raises(Refused, match="選ばれた機関の人ではありません"):
            add_council_member(
                by=town("honma"),
                at=at,
                council=council.pk,
                sort=MemberSort.PUBLIC,
                since=local_day(at),
                agency=agency,
                duty=town("ogawa").duty,
                name="小川",
            )


def test_who_comes_from_outside_promises_what_the_body_promises(
    town: Town, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a joint session too: the letter says the body of its own item, not the kind of the whole conference."""
    child = entered(town, CouncilKind.CHILD, "みなも市要対協", "tanaka")
    support = entered(town, CouncilKind.SUPPORT, "みなも市支援会議", "tanaka")
    write_council_text(by=town("honma"), at=town.later(), council=support.pk, words=PLEDGE, since=local_day(town.now))
    item = put_on(town, called(town, KindCode.CHILD, child, support), story, BasisCode.SUPPORT_CONFERENCE)
    letters = []
    monkeypatch.setattr(table_post, "on_commit", lambda send: send())
    monkeypatch.setattr(table_post.Post, "put", lambda _post, package, _body: letters.append(package.payload))
    post = porch_post.house_post(TO_PORCH)
    made = invite(by=town("tanaka"), at=town.later(), item=item, stranger=AOKI, post=post)
    (said,) = (payload["seat"][str(made.seat.pk)] for payload in letters)
    assert (said["kind"], said["article"], said["pledge"]) == ("みなも市支援会議", "社会福祉法106条の6", PLEDGE)
    assert isinstance(made.seat, OutsideSeat)
