"""1 April: 本間 brings the staff list in; nothing is without a holder, nobody has an account before 山﨑 says so, and twice is once."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

from marugoto.agencies.actions import Newcomer, invite_from_outside
from marugoto.agencies.actions.account import refuse, release
from marugoto.agencies.codes import Field
from marugoto.agencies.models import Duty, DutyEnding, Proposal, Suspension, Worker
from marugoto.agencies.queries.account import waiting
from marugoto.agencies.queries.viewer import hats_of
from marugoto.custody.actions.due import run_due_everywhere
from marugoto.custody.actions.people import end_duty
from marugoto.custody.actions.stay import take_back_ending
from marugoto.custody.models import Ball
from marugoto.custody.queries.succession import rehearse
from marugoto.exchange.actions.retention import retention_round
from marugoto.exchange.actions.staff_list import confirm, prepare
from marugoto.exchange.models import StaffList, StaffReceipt, StaffRow
from marugoto.exchange.queries.staff_list import ending_duties, rows, staff_list
from marugoto.exchange.rules.retention import LIST_DAYS
from marugoto.ground.models import Kept
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.exchange.books import workbook
from tests.exchange.rules.test_staff_row import table
from tests.story import one_household
from tests.town import MINAMO, Town

pytestmark = pytest.mark.django_db
MARCH = datetime(2027, 3, 23, 1, 0, tzinfo=UTC)
APRIL = date(2027, 4, 1)
HEADER = ("職員番号", "氏名", "所属", "係", "役割", "着任日", "退任日")
DESK = ("福祉総合相談課", "相談支援係")
LIST = (
    HEADER,
    ("0801", "田中 美咲", *DESK, "相談支援員", "H30.4.1", "令和9年3月31日"),
    ("0802", "星 菜摘", "福祉総合相談課", "庶務係", "庶務", "令和9年4月1日", ""),
    ("0803", "森 健一郎", "", "", "", "", ""),
    ("１２０７", " 新井　光", *DESK, "相談支援員", "令和9年4月1日", ""),
    ("1208", "上野 学", "水道局", "", "窓口職員", "令和9年4月1日", ""),
)


def bring(town: Town, raw: bytes, worker: str = "honma") -> StaffList:
    town.now = max(town.now, MARCH)
    return prepare(by=town(worker), at=town.later(), upload=raw, file_name=r"C:\人事\名簿.csv")


def verdicts(town: Town, prepared: UUID) -> dict[str, str]:
    return {row.name: row.verdict for row in rows(town("honma"), prepared)}


def everything() -> dict[str, int]:
    with unwalled():
        kinds = [one for one in apps.get_models() if issubclass(one, Kept)]
        return {one._meta.label: one.objects.everywhere("all that is kept").count() for one in kinds}


def places(town: Town) -> tuple[str, str]:
    """The names of agency and team as they are."""
    with unwalled():
        duty = Duty.objects.within(MINAMO).select_related("team__agency").get(pk=town("hoshi").duty)
    return duty.team.agency.name, duty.team.name


def staff_table(town: Town) -> tuple[tuple[str, ...], ...]:
    agency, team = places(town)
    with unwalled():
        office = Duty.objects.within(MINAMO).select_related("team__agency").get(pk=town("honma").duty).team
    there = {DESK[0]: agency, DESK[1]: team}
    filled = [tuple(there.get(cell, cell) for cell in row) for row in LIST]
    filled[2] = ("0802", "星 菜摘", office.agency.name, office.name, "庶務", "令和9年4月1日", "")
    return tuple(filled)


def test_the_preview_says_what_each_row_would_do_and_writes_nothing_of_it(town: Town) -> None:
    story = one_household(town)
    before = everything()
    prepared = bring(town, table(*staff_table(town), encoding="cp932")).pk
    after = everything()
    assert {label for label in after if after[label] != before[label]} == {"exchange.StaffList", "exchange.StaffRow"}
    assert verdicts(town, prepared) == {
        "田中 美咲": "leaves",
        "星 菜摘": "moves",
        "森 健一郎": "unread",
        "新井 光": "new",
        "上野 学": "unread",
    }
    found = rehearse(town("honma"), ending_duties(town("honma"), prepared))
    assert {one.worker: one.balls > 0 for one in found.passings} == {"田中 美咲": True, "星 菜摘": False}
    assert not found.refused
    assert story.ball
    brought = staff_list(town("honma"), prepared)
    assert brought
    assert (brought.file_name, brought.encoding, brought.row_count) == ("名簿.csv", "シフトJIS（CP932）", 5)


def test_the_list_is_carried_out_once_and_nothing_is_without_a_holder(town: Town) -> None:
    one_household(town)
    raw = table(*staff_table(town))
    prepared = bring(town, raw).pk
    receipt = confirm(by=town("honma"), at=town.later(), prepared=prepared)
    assert (receipt.asked, receipt.left, receipt.unread) == (2, 1, 2)
    once = everything()
    assert confirm(by=town("honma"), at=town.later(), prepared=prepared).pk == receipt.pk
    assert everything() == once
    again = bring(town, raw).pk
    assert set(verdicts(town, again).values()) == {"same", "unread"}
    with pytest.raises(Refused, match="何も変わりません"):
        confirm(by=town("honma"), at=town.later(), prepared=again)
    tanaka, hoshi = get_user_model().objects.get(username="cast-tanaka").pk, town("hoshi").duty
    assert hats_of(tanaka, APRIL - timedelta(days=1))
    assert hats_of(tanaka, APRIL) == []
    assert not get_user_model().objects.filter(username="1207").exists()
    town.now = datetime(2027, 4, 1, 0, 0, tzinfo=UTC)
    run_due_everywhere(at=town.now)
    with unwalled():
        running = list(Ball.objects.within(MINAMO).filter(settlement=None))
        assert running
        assert hoshi not in {ball.in_charge_id for ball in running}
        assert not any(ball.in_charge.worker.name == "田中 美咲" for ball in running)
        assert {one.number for one in Worker.objects.within(MINAMO).exclude(number="")} == {"0801", "0802"}


def test_a_second_person_makes_it_true(town: Town) -> None:
    prepared = bring(town, workbook(staff_table(town))).pk
    confirm(by=town("honma"), at=town.later(), prepared=prepared)
    asked = [line.id for line in waiting(town("yamazaki"))]
    assert [line.name for line in waiting(town("yamazaki"))] == ["新井 光", "星 菜摘"]
    with pytest.raises(Refused, match="頼んだ人が"):
        release(by=town("honma"), at=town.later(), proposals=asked)
    release(by=town("yamazaki"), at=town.later(), proposals=asked)
    hoshi = get_user_model().objects.get(username="0802").pk
    assert [hat.team.name for hat in hats_of(hoshi, APRIL)] == [places_of_office(town)]
    arai = get_user_model().objects.get(username="1207").pk
    assert [hat.name for hat in hats_of(arai, APRIL)] == ["相談支援員"]
    assert hats_of(arai, APRIL - timedelta(days=1)) == []
    with unwalled():
        kinds = set(Fact.objects.within(MINAMO).values_list("kind", flat=True))
    assert kinds >= {"staff_list.confirmed", "account.asked", "account.released", "account.suspended", "duty.ended"}


def places_of_office(town: Town) -> str:
    with unwalled():
        return Duty.objects.within(MINAMO).select_related("team").get(pk=town("honma").duty).team.name


def test_what_was_refused_is_asked_for_again_by_the_next_list(town: Town) -> None:
    raw = table(*staff_table(town))
    confirm(by=town("honma"), at=town.later(), prepared=bring(town, raw).pk)
    asked = [line.id for line in waiting(town("yamazaki"))]
    refuse(by=town("yamazaki"), at=town.later(), proposals=asked, reason="番号が違う。")
    assert verdicts(town, bring(town, raw).pk)["新井 光"] == "new"


def test_a_house_that_moved_on_is_looked_at_again(town: Town) -> None:
    prepared = bring(town, table(*staff_table(town))).pk
    other = bring(town, table(HEADER, ("1207", "新井 光", *places(town), "相談支援員", "R9.4.1", ""))).pk
    confirm(by=town("honma"), at=town.later(), prepared=other)
    before = everything()
    with pytest.raises(Refused, match="記録が変わりました"):
        confirm(by=town("honma"), at=town.later(), prepared=prepared)
    assert everything() == before


def test_the_last_resort_is_never_emptied_and_then_nothing_at_all_is_done(town: Town) -> None:
    with unwalled():
        people = list(
            Duty.objects.within(MINAMO).filter(team__last_resort=True).select_related("worker", "team__agency")
        )
    leaving = [
        (str(900 + at), one.worker.name, one.team.agency.name, one.team.name, "", "", "R9.3.31")
        for at, one in enumerate(people)
    ]
    new = ("1207", "新井 光", *places(town), "相談支援員", "R9.4.1", "")
    prepared = bring(town, table(HEADER, new, *leaving)).pk
    before = everything()
    with pytest.raises(Refused, match="最後の受け皿"):
        confirm(by=town("honma"), at=town.later(), prepared=prepared)
    assert everything() == before


def test_somebody_from_outside_of_the_same_name_is_another_person(town: Town) -> None:
    by = town("honma")
    newcomer = Newcomer("川べり中学校", Field.EDUCATION, person="新井 光", hat="養護教諭")
    invite_from_outside(by=by, at=by.at, newcomer=newcomer, ground="要綱3条", since=local_day(by.at), until=APRIL)
    raw = table(HEADER, ("1207", "新井 光", *places(town), "相談支援員", "R9.4.1", ""))
    assert verdicts(town, bring(town, raw).pk) == {"新井 光": "new"}


@pytest.mark.parametrize("worker", ["tanaka", "mori", "hirata", "okamoto"])
def test_who_does_not_keep_the_house_brings_nothing_in(town: Town, worker: str) -> None:
    with pytest.raises(Refused, match="庶務か課長"):
        bring(town, table(*LIST), worker)
    with unwalled():
        assert not StaffList.objects.within(MINAMO).exists()


def test_a_list_of_another_body_is_not_there(town: Town) -> None:
    prepared = bring(town, table(*staff_table(town))).pk
    other = next(
        worker for body, worker in town.settled.duties if body == "990035" and town(worker, body).roles & {"office"}
    )
    assert staff_list(town(other, "990035"), prepared) is None
    with pytest.raises(Refused, match="見つかりません"):
        confirm(by=town(other, "990035"), at=town.later(), prepared=prepared)


def test_sixty_people_are_read_and_asked_for(town: Town) -> None:
    agency, team = places(town)
    people = [(str(5000 + at), f"試験 {at}郎", agency, team, "相談支援員", "R9.4.1", "") for at in range(60)]
    prepared = bring(town, table(HEADER, *people)).pk
    receipt = confirm(by=town("honma"), at=town.later(), prepared=prepared)
    assert (receipt.asked, receipt.unread) == (60, 0)
    with unwalled():
        assert Proposal.objects.within(MINAMO).count() == 60
        assert not Suspension.objects.within(MINAMO).exists()
        assert not DutyEnding.objects.within(MINAMO).exists()
        assert StaffReceipt.objects.within(MINAMO).count() == 1
        assert StaffRow.objects.within(MINAMO).count() == 60


def test_a_name_to_sign_in_with_is_looked_at_in_the_preview(town: Town) -> None:
    """Not only when it is confirmed, where one bad name would stop the whole list."""
    get_user_model().objects.create_user("taken")
    header = ("職員番号", "氏名", "所属", "係", "役割", "着任日", "利用者名")
    rest = (*places(town), "相談支援員", "R9.4.1")
    raw = table(
        header,
        ("2001", "春日 一", *rest, "あ!"),
        ("2002", "春日 二", *rest, "taken"),
        ("2003", "春日 三", *rest, "kasuga"),
        ("2004", "春日 四", *rest, "kasuga"),
        ("2005", "春日 五", *rest, "cast-x"),
        ("20/06", "春日 六", *rest, ""),
        ("2007", "春日 七", *rest, ""),
    )
    prepared = bring(town, raw).pk
    assert verdicts(town, prepared) == {
        "春日 一": "unread", "春日 二": "unread", "春日 三": "new", "春日 四": "unread",
        "春日 五": "unread", "春日 六": "unread", "春日 七": "new",
    }  # fmt: skip
    said = {row.name: row.said for row in rows(town("honma"), prepared)}
    assert "使えません" in said["春日 一"]
    assert "ほかの人が使っています" in said["春日 二"]
    assert "ほかの人が使っています" in said["春日 四"]
    assert confirm(by=town("honma"), at=town.later(), prepared=prepared).asked == 2
    other = bring(town, table(header, ("2008", "春日 八", *rest, "kasuga"))).pk
    assert verdicts(town, other) == {"春日 八": "unread"}  # it waits for somebody else


def test_what_the_list_says_otherwise_about_somebody_is_named_and_left(town: Town) -> None:
    header = ("職員番号", "氏名", "所属", "係", "役割", "職名", "着任日")
    raw = table(header, ("0802", "星 菜摘", *places(town), "庶務", "主任", "R9.4.1"))
    prepared = bring(town, raw).pk
    (row,) = rows(town("honma"), prepared)
    assert row.verdict == "same"
    assert "名簿は庶務" in row.said
    assert "名簿は主任" in row.said
    assert "「係と人」でいまの役割をその日に終え" in row.said
    end_duty(by=town("honma"), at=town.later(), duty=town("hoshi").duty, day=APRIL, reason="役割が変わる")
    assert verdicts(town, bring(town, raw).pk) == {"星 菜摘": "moves"}


def test_a_last_day_is_taken_back_before_it_comes(town: Town) -> None:
    one_household(town)
    raw = table(*staff_table(town))
    confirm(by=town("honma"), at=town.later(), prepared=bring(town, raw).pk)
    duty, tanaka = town("tanaka").duty, get_user_model().objects.get(username="cast-tanaka").pk
    assert hats_of(tanaka, APRIL) == []
    with pytest.raises(Refused, match="庶務か課長"):
        take_back_ending(by=town("mori"), at=town.later(), duty=duty)
    assert take_back_ending(by=town("honma"), at=town.later(), duty=duty)
    assert hats_of(tanaka, APRIL) == []  # the account is to stop still: that needs two
    (back,) = [line.id for line in waiting(town("yamazaki")) if not line.team]
    with pytest.raises(Refused, match="頼んだ人が"):
        release(by=town("honma"), at=town.later(), proposals=[back])
    release(by=town("yamazaki"), at=town.later(), proposals=[back])
    assert hats_of(tanaka, APRIL)
    with pytest.raises(DutyEnding.DoesNotExist):
        take_back_ending(by=town("honma"), at=town.later(), duty=duty)
    assert end_duty(by=town("honma"), at=town.later(), duty=duty, day=APRIL, reason="やはり異動")
    town.now = datetime(2027, 4, 1, 0, 0, tzinfo=UTC)
    with pytest.raises(Refused, match="もう来ています"):
        take_back_ending(by=town("honma"), at=town.later(), duty=duty)


def test_a_list_is_emptied_after_its_days_and_the_receipt_stays(town: Town) -> None:
    prepared = bring(town, table(*staff_table(town)))
    receipt = confirm(by=town("honma"), at=town.later(), prepared=prepared.pk)
    retention_round(at=town.now + timedelta(days=LIST_DAYS - 1))
    assert rows(town("honma"), prepared.pk)
    for _twice in range(2):
        retention_round(at=town.now + timedelta(days=LIST_DAYS + 1))
    assert rows(town("honma"), prepared.pk) == []
    with unwalled():
        left = StaffList.objects.within(MINAMO).get(pk=prepared.pk)
        assert (bytes(left.content), left.file_name) == (b"", "")
        assert StaffReceipt.objects.within(MINAMO).get(of=left) == receipt
    with pytest.raises(Refused, match="日がたったので消しました"):
        confirm(by=town("honma"), at=town.later(), prepared=prepared.pk)
