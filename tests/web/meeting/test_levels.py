"""Tables above the case: topics without a name, decisions from level to level, and patterns that feed the meeting on policy."""

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from marugoto.conferences.actions import conference
from marugoto.conferences.actions.agenda import put_on_agenda
from marugoto.conferences.actions.table import mark, sit, take_back
from marugoto.conferences.actions.topic import Subject, raise_topic, resolve
from marugoto.conferences.codes import Attendance, KindCode, Level
from marugoto.conferences.kinds import KINDS, of_topics
from marugoto.conferences.queries import table as tables
from marugoto.conferences.queries import topic as topics
from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.begun import supported
from tests.seated import table_above
from tests.town import SHIOMI, Town
from tests.web.filled import soon
from tests.web.meeting.calling import asked, records, send, words
from tests.web.meeting.conftest import signed_in

pytestmark = pytest.mark.django_db


def test_the_levels_and_layers_are_there() -> None:
    levels = {(kind.name, kind.level) for kind in KINDS}
    assert ("調整会議(係長・担当者級)", Level.WORKING) in levels
    assert ("調整会議(部課長級)", Level.HEADS) in levels
    assert [kind.level for kind in KINDS if "要対協" in kind.name] == [Level.CASE, Level.WORKING, Level.HEADS]
    assert {kind.code for kind in of_topics()} == {
        KindCode.CHILD_HEADS,
        KindCode.STAFF_TABLE,
        KindCode.HEADS_TABLE,
        KindCode.POLICY,
    }


def test_no_household_comes_on_a_table_without_names(town: Town) -> None:
    meeting, case = table_above(town), supported(town)
    for basis in (BasisCode.CONSENT, BasisCode.SUPPORT_CONFERENCE):
        how = {"conference": meeting, "case": case, "basis": basis}
        with pytest.raises(Refused, match="世帯は議題にできません"):
            put_on_agenda(by=town("tanaka"), at=town.later(), **how)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [kind.code for kind in of_topics() if not kind.needs])
def test_a_table_without_names_offers_no_household_and_refuses_one_that_is_sent(
    town: Town, tanaka: Client, kind: KindCode
) -> None:
    meeting, case = table_above(town, kind), supported(town)
    address, before = f"/meeting/conferences/{meeting.pk}/", records()
    page = words(tanaka.get(f"{address}?case={case}"))
    for asked_for in ("世帯をさがす", "どの世帯を話し合いますか", "どの根拠で", "同じ世帯を、次の議題にも入れる"):
        assert asked_for not in page
    assert "次の日を決める" in page
    for sent in ({"case": str(case), "basis": "support_conference"}, {"find": "1", "find_words": "佐藤"}, {}):
        back = send(tanaka, f"conferences/{meeting.pk}/items/", **sent)
        assert back.status_code == 422
        assert "名前を出さない会議なので、世帯は議題にできません。" in words(back)
        assert "世帯を話し合う会議を呼びかけてください。" in words(back)
        assert "佐藤" not in words(back)
    assert records() == before
    made = send(tanaka, f"conferences/{meeting.pk}/next/", day=soon(), begins="10:00", ends="11:00", carry="on")
    assert made.status_code == 302
    assert records() == before


def test_a_household_is_brought_only_to_tables_that_speak_of_households(town: Town, tanaka: Client) -> None:
    case, begins = supported(town), timezone.now() + timedelta(days=2)
    how = {"begins_at": begins, "ends_at": begins + timedelta(hours=1)}
    for kind in (KindCode.POLICY, KindCode.SUPPORT):
        conference.convene(by=town("tanaka"), at=town.now, kind=kind, **how)  # type: ignore[arg-type]
    both, carried = (words(tanaka.get(f"/meeting/conferences/{said}")) for said in ("", f"?case={case}"))
    assert "施策の会議" in both
    assert "施策の会議" not in carried
    assert "支援会議" in carried
    form = words(tanaka.get(f"/meeting/conferences/new/?case={case}"))
    assert "調整会議(" not in form
    assert "支援会議 —" in form
    assert "調整会議(部課長級) —" in words(tanaka.get("/meeting/conferences/new/"))


def test_who_of_which_post_sits_is_said_and_who_came(town: Town, tanaka: Client, nishimura: Client) -> None:
    heads = table_above(town, KindCode.HEADS_TABLE)
    address = f"/meeting/conferences/{heads.pk}/"
    assert "まだ席がありません。" in words(tanaka.get(address))
    form = tanaka.get(address).content.decode().partition("table-seat-duty")[2].partition("</select>")[0]
    assert "山﨑 哲也(福祉総合相談課長)" in form.partition("</option>")[2].partition("</option>")[0], "heads come first"
    for sent in ({"duty": str(town("yamazaki").duty)}, {"post": "福祉部長"}):
        assert send(tanaka, f"conferences/{heads.pk}/seats/", **sent).status_code == 302
    for wrong in ({}, {"duty": str(town("yamazaki").duty), "post": "課長"}, {"post": "福祉部長"}):
        back = send(tanaka, f"conferences/{heads.pk}/seats/", **wrong)
        assert back.status_code == 422
        assert "まだ送れていません。" in words(back)
    lines = tables.seats(town("tanaka"), heads.pk)
    assert [(one.post, one.name) for one in lines] == [("福祉総合相談課長", "山﨑 哲也"), ("福祉部長", "")]
    marks = {f"seat_{lines[0].seat}": "present", f"seat_{lines[1].seat}": "absent"}
    assert send(tanaka, f"conferences/{heads.pk}/seats/attendance/", **marks).status_code == 302
    assert [one.attendance for one in tables.seats(town("tanaka"), heads.pk)] == ["present", "absent"]
    page = words(nishimura.get(address))
    assert "福祉総合相談課長 山﨑 哲也 来た" in page
    assert "席を足す" not in page, "only whoever calls puts seats there"
    assert send(nishimura, f"conferences/{heads.pk}/seats/", post="部長").status_code == 404
    assert tables.seats(town("wakui", SHIOMI), heads.pk) == []
    conference.close_conference(by=town("tanaka"), at=town.later(), conference=heads)
    with pytest.raises(Refused, match="もう終わっています"):
        sit(by=town("tanaka"), at=town.later(), conference=heads, post="教育部長")


def test_a_seat_that_was_a_slip_is_taken_back_and_stays_in_the_history(
    town: Town, tanaka: Client, nishimura: Client
) -> None:
    heads = table_above(town, KindCode.HEADS_TABLE)
    address, wrong = f"/meeting/conferences/{heads.pk}/", {"post": "福士部長"}
    assert send(tanaka, f"conferences/{heads.pk}/seats/", **wrong).status_code == 302
    assert send(tanaka, f"conferences/{heads.pk}/seats/", duty=str(town("yamazaki").duty)).status_code == 302
    slip, head = tables.seats(town("tanaka"), heads.pk)
    marks = {f"seat_{slip.seat}": "absent", f"seat_{head.seat}": "present"}
    assert send(tanaka, f"conferences/{heads.pk}/seats/attendance/", **marks).status_code == 302
    gone = tables.seat(town("tanaka"), slip.seat)
    assert gone
    assert send(nishimura, f"table-seats/{slip.seat}/taking-back/").status_code == 404
    assert "取り消す" not in words(nishimura.get(address))
    for seat in (slip.seat, head.seat):
        assert send(tanaka, f"table-seats/{seat}/taking-back/").status_code == 302
    assert tables.seats(town("tanaka"), heads.pk) == []
    page = words(tanaka.get(address))
    assert "取り消した席 2つ" in page
    assert "福士部長" in page.partition("取り消した席")[2]
    assert "に田中 美咲が取り消しました" in page
    assert send(tanaka, f"table-seats/{slip.seat}/taking-back/").status_code == 404, "it is no seat any more"
    for late in (take_back, partial(mark, attendance=Attendance.PRESENT)):
        with pytest.raises(Refused, match="もう取り消されています"):
            late(by=town("tanaka"), at=town.later(), seat=gone)
    for again in (wrong, {"duty": str(town("yamazaki").duty)}):
        assert send(tanaka, f"conferences/{heads.pk}/seats/", **again).status_code == 302, "and may be put there anew"
    row = tables.seat(town("tanaka"), tables.seats(town("tanaka"), heads.pk)[0].seat)
    assert row
    conference.close_conference(by=town("tanaka"), at=town.later(), conference=heads)
    assert "取り消す" not in words(tanaka.get(address))
    with pytest.raises(Refused, match="もう終わっています"):
        take_back(by=town("tanaka"), at=town.later(), seat=row)


def test_seats_of_a_table_without_names_are_not_made_where_households_are_spoken_of(town: Town, tanaka: Client) -> None:
    begins = town.later() + timedelta(days=1)
    how = {"kind": KindCode.SUPPORT, "begins_at": begins, "ends_at": begins + timedelta(hours=1)}
    meeting = conference.convene(by=town("tanaka"), at=town.now, **how)  # type: ignore[arg-type]
    assert send(tanaka, f"conferences/{meeting.pk}/seats/", post="福祉部長").status_code == 404
    with pytest.raises(Refused, match="議題ごとに作ります"):
        sit(by=town("tanaka"), at=town.later(), conference=meeting, post="福祉部長")


def test_the_heading_of_a_table_says_what_was_settled_and_no_zero(town: Town, tanaka: Client) -> None:
    meeting = table_above(town)
    address = f"/meeting/conferences/{meeting.pk}/"
    page = words(tanaka.get(address))
    assert "1つの議題のうち、まだどれも決まっていません。" in page
    assert "0決まりました" not in page
    settle(town, topics.of_conference(town("tanaka"), meeting.pk)[0].topic)
    assert "いままでに1つ決まりました。" in words(tanaka.get(address))
    conference.close_conference(by=town("tanaka"), at=town.later(), conference=meeting)
    assert "会議は終わりました。1つ決まり、どれにも担当と期限があります。" in words(tanaka.get(address))


def test_in_both_modes_the_basis_is_chosen_item_by_item(town: Town) -> None:
    begins = town.later() + timedelta(days=1)
    how = {"kind": KindCode.BOTH, "begins_at": begins, "ends_at": begins + timedelta(hours=1)}
    meeting = conference.convene(by=town("tanaka"), at=town.now, **how)  # type: ignore[arg-type]
    bases = (BasisCode.CONSENT, BasisCode.SUPPORT_CONFERENCE)
    cases = [supported(town) for _ in bases]
    items = [
        put_on_agenda(by=town("tanaka"), at=town.later(), conference=meeting, case=case, basis=basis)
        for case, basis in zip(cases, bases, strict=True)
    ]
    assert [one.basis for one in items] == list(bases)
    assert items[0].folder != items[1].folder, "what is said under one does not lie beside the other"


def test_what_was_settled_goes_up_and_its_answer_is_seen_below(town: Town, tanaka: Client) -> None:
    below = table_above(town)
    line = topics.of_conference(town("tanaka"), below.pk)[0]
    said = {"words": "鍵を預かる約束を決めたい", "taken_by": town("tanaka").duty, "due": soon()}
    assert send(tanaka, f"topics/{line.topic}/resolutions/", **said).status_code == 302
    made = topics.of_conference(town("tanaka"), below.pk)[0].resolutions[0]
    assert send(tanaka, f"resolutions/{made.resolution}/raising/", kind="heads_table").status_code == 302
    assert "調整会議(部課長級)の議題を待っています。" in words(tanaka.get(f"/meeting/conferences/{below.pk}/"))
    heads = table_above(town, KindCode.HEADS_TABLE)
    waiting = topics.waiting(town("tanaka"), KindCode.HEADS_TABLE)
    assert [one.came_from for one in waiting] == ["調整会議(係長・担当者級)"]
    assert send(tanaka, f"conferences/{heads.pk}/topics/{waiting[0].topic}/").status_code == 302
    row = topics.topic(town("tanaka"), waiting[0].topic)
    assert row
    answer = {"words": "部の決まりにする", "taken_by": town("tanaka").duty, "due": local_day(town.now)}
    resolve(by=town("tanaka"), at=town.later(), topic=row, **answer)  # type: ignore[arg-type]
    assert "部の決まりにする" in words(tanaka.get(f"/meeting/conferences/{below.pk}/"))
    twice = send(tanaka, f"resolutions/{made.resolution}/raising/", kind="heads_table")
    assert twice.status_code == 422


def test_a_pattern_waits_for_the_meeting_on_policy_once_and_without_a_number(town: Town) -> None:
    mori = signed_in("mori")
    assert send(mori, "topics/patterns/", sender="tax", receiver="poverty").status_code == 302
    found = topics.waiting(town("mori"), KindCode.POLICY)
    assert [(one.title, one.words) for one in found] == [("つなぎの型: 税・収納 → 生活困窮", "")]
    assert send(mori, "topics/patterns/", sender="tax", receiver="poverty").status_code == 409
    assert send(mori, "topics/patterns/", sender="佐藤", receiver="poverty").status_code == 404
    assert send(signed_in("okamoto"), "topics/patterns/", sender="tax", receiver="aged").status_code == 404


def test_what_speaks_of_nobody_is_there_for_all_who_work_and_for_no_other_town(town: Town, nishimura: Client) -> None:
    meeting = table_above(town)
    assert "税の窓口からのつなぎ方" in words(nishimura.get(f"/meeting/conferences/{meeting.pk}/"))
    assert "議題に加える" in words(signed_in("tanaka").get(f"/meeting/conferences/{meeting.pk}/"))
    assert "議題に加える" not in words(nishimura.get(f"/meeting/conferences/{meeting.pk}/"))
    line = topics.of_conference(town("nishimura"), meeting.pk)[0]
    assert send(nishimura, f"topics/{line.topic}/resolutions/", words="よそから").status_code == 404
    assert topics.of_conference(town("wakui", SHIOMI), meeting.pk) == []


def test_twenty_topics_ask_no_more_than_one(town: Town, tanaka: Client) -> None:
    meeting = table_above(town)
    address = f"/meeting/conferences/{meeting.pk}/"
    settle(town, topics.of_conference(town("tanaka"), meeting.pk)[0].topic)
    sit(by=town("tanaka"), at=town.later(), conference=meeting, post="部長")
    asked(tanaka, address)
    few = asked(tanaka, address)
    kind = KindCode.STAFF_TABLE
    for number in range(19):
        subject = Subject(f"議題{number}")
        row = raise_topic(by=town("tanaka"), at=town.later(), kind=kind, subject=subject, conference=meeting)
        settle(town, row.pk)
        sit(by=town("tanaka"), at=town.later(), conference=meeting, post=f"部長{number}")
    many = asked(tanaka, address)
    assert len(few) == len(many), sorted({one[:150] for one in many} ^ {one[:150] for one in few})


def settle(town: Town, topic: UUID) -> None:
    row = topics.topic(town("tanaka"), topic)
    assert row
    due, taker = local_day(town.now) + timedelta(days=3), town("tanaka").duty
    resolve(by=town("tanaka"), at=town.later(), topic=row, words="決めた", taken_by=taker, due=due)
