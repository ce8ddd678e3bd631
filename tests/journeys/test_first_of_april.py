"""人事異動, in the browser: what would happen if these twelve moved, what they leave, and the morning of 1 April."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.agencies.actions import settle_duty, settle_worker
from marugoto.agencies.codes import Role
from marugoto.agencies.models import Team
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.custody.actions.due import run_due_everywhere
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Ball, Holding
from marugoto.kernel.jst import local_day
from tests.begun import heard
from tests.database import unwalled
from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import MINAMO, Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
MOVING = (
    "田中 美咲", "小川 直子", "西村 彩", "岡本 浩", "山下 恵", "林 千春", "村上 洋平", "藤井 沙織", "岸 竜也",
    "平田 裕子", "白石 律子", "瀬川 孝志",
)  # fmt: skip
MARCH = datetime(2027, 3, 23, 1, 0, tzinfo=UTC)
APRIL = datetime(2027, 4, 1, 0, 0, tzinfo=UTC)  # nine in the morning in Japan
PASSWORD = "shiden-kai-1943-yama"
NOTE = "母は午前なら出られる。電話は長男へ。"


@pytest.mark.voice("5-6", "5-2")
def test_twelve_move_and_nothing_is_without_a_holder(
    hand_of: HandOf, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_household(town)
    a_newcomer_is_appointed(town)
    clock = {"now": MARCH}
    monkeypatch.setattr(timezone, "now", lambda: clock["now"])
    run_due_everywhere(at=MARCH)
    chief = hand_of("山﨑 哲也")
    the_chief_rehearses(chief)
    the_chief_hands_over_in_bulk(chief)
    the_pack_is_printed(chief)
    clock["now"] = APRIL
    run_due_everywhere(at=APRIL)
    arai = hand_of("arai", password=PASSWORD)
    the_next_one_finds_what_came(arai)
    a_call_is_answered(arai)
    nobody_of_the_twelve_is_left(hand_of("山﨑 哲也"))
    running, holders, at_work = everything_open(APRIL.date())
    assert len(running) > 3
    assert holders == {ball.pk: 1 for ball in running}
    assert {ball.in_charge_id for ball in running} <= at_work


def a_newcomer_is_appointed(town: Town) -> None:
    """A week before, so that there is somebody to hand over to."""
    account = get_user_model().objects.create_user("arai", password=PASSWORD)
    office = {"by": town("honma"), "at": town.later()}
    with unwalled():
        team = Team.objects.within(MINAMO).get(pk=town.team("soudan-desk"))
    worker = settle_worker(name="新井 光", kana="あらい ひかり", user_id=account.pk, **office)
    roles = (Role.COUNSELLOR,)
    settle_duty(worker=worker, team=team, name="相談支援員", roles=roles, since=MARCH.date(), **office)


def the_chief_rehearses(chief: Hand) -> None:
    """Nothing changes by looking; then the day is written down."""
    chief.follow("係と人(だれがいくつ持っているか・日数の決まり・開庁日)")
    for name in MOVING:
        chief.page.get_by_role("checkbox", name=name).first.check()
    chief.press("予行を見る")
    chief.heading("12人が動くと、ボール")
    chief.heading("持ち手のいないボールは出ません。")
    row = chief.page.get_by_role("row").filter(has_text="田中 美咲")
    assert "松永 智弘" in row.inner_text()  # to the head of the team
    chief.write("いつから、いなくなりますか", "令和9年4月1日")
    chief.press("終わりにする")
    chief.sees("12人の役割を4月1日(木)から終わりにしました。ボールはその日に次の人へ移ります。")
    chief.sees("4月1日(木)から不在")


def the_chief_hands_over_in_bulk(chief: Hand) -> None:
    """All of 田中's balls to 新井 at once, each with its note."""
    chief.follow("きょう")
    chief.follow("まとめて引きつぐ(異動・休みの前に)")
    chief.choose("だれの", "田中 美咲(相談支援員)")
    chief.press("見る")
    balls = chief.page.locator("li.succession")
    count = balls.count()
    assert count >= 3
    for number in range(count):
        balls.nth(number).get_by_role("checkbox").check()
        chief.write("次の人への一言", NOTE, inside=balls.nth(number))
    chief.choose("だれに引きつぎますか", "新井 光(相談支援員)")
    chief.press("引きつぐ")
    chief.sees(f"{count}つを引きつぎました。")


def the_pack_is_printed(chief: Hand) -> None:
    chief.choose("だれの", "新井 光(相談支援員)")
    chief.press("見る")
    chief.follow("引きつぎの紙を見る")
    chief.heading("新井 光(相談支援員)の引きつぎ")
    for words in ("佐藤さん世帯", NOTE, "開いている必要", "誠さんが外で過ごせる場所", "約束", "戸口で5分話せた。"):
        chief.sees(words)
    chief.page.emulate_media(media="print")
    assert not chief.page.get_by_role("navigation", name="主な画面").first.is_visible()
    assert chief.page.get_by_text(NOTE).first.is_visible()
    assert chief.page.pdf().startswith(b"%PDF")
    chief.page.emulate_media(media="screen")


def the_next_one_finds_what_came(arai: Hand) -> None:
    arai.sees("新しく届きました")
    arai.sees("佐藤さん世帯")
    arai.follow("まとめて引きつぐ(異動・休みの前に)")
    arai.heading("あなたが担当しているボールは")
    arai.sees(NOTE)
    arai.follow("引きつぎの紙を見る")
    arai.sees("戸口で5分話せた。")


def a_call_is_answered(arai: Hand) -> None:
    """The mother's number is on the display: found, read, answered and written down."""
    arai.page.get_by_role("searchbox", name="さがす").fill("佐藤")
    arai.page.keyboard.press("Enter")
    arai.follow("佐藤さん世帯")
    arai.heading("佐藤さん世帯")
    arai.sees("誠さんが外で過ごせる場所")
    arai.sees("新井 光")
    arai.write("見たこと・聞いたこと", "お母さんから電話。担当が替わったことを伝えた。")
    arai.press("記録する")
    arai.sees("担当が替わったことを伝えた。")


def nobody_of_the_twelve_is_left(chief: Hand) -> None:
    chief.follow("係と人(だれがいくつ持っているか・日数の決まり・開庁日)")
    for name in MOVING:
        chief.does_not_see(name)


def everything_open(day: date) -> tuple[list[Ball], Counter[UUID], set[UUID]]:
    """The open balls, how many hold each, and who is at work on that day."""
    with unwalled():
        running = list(Ball.objects.within(MINAMO).filter(settlement=None))
        now = Holding.objects.within(MINAMO).filter(ball__in=running, until=None)
        holders = Counter(now.values_list("ball_id", flat=True))
        at_work = set(duties_in_force(day).filter(body=MINAMO).values_list("pk", flat=True))
    return running, holders, at_work


@pytest.mark.voice("2C-3")
def test_an_agency_closes_once_every_ball_has_a_taker(hand_of: HandOf, town: Town) -> None:
    """What it still holds is seen; handed on and caught, all of its teams close on one day."""
    ball = heard(town).ball_id
    asked = {"at": town.later(), "ball": ball, "reason": OfferReason.EXPERTISE}
    made = offer(by=town("tanaka"), to=town.team("living-budget"), **asked)
    catch(by=town.of("living-budget"), at=town.later(), offer=made.pk)
    office = hand_of("山﨑 哲也")  # the chief keeps the house too
    office.page.goto(f"{office.home}/office/teams/{town.team('living-desk')}/")
    office.page.get_by_role("link", name="をまるごと閉じる").click()
    office.sees("まだボールを1つ持っています。先に、次の持ち手へ渡します。")
    expect(office.panel("まだ持っているボール").locator("li")).to_have_count(1)
    office.write("いつから、いなくなりますか", local_day(timezone.now()).isoformat())
    office.write("わけ", "委託の終わり")
    office.press("機関を閉じる")
    office.sees("まだボールを1個持っているので、まだ閉じられません。")
    back = offer(by=town.of("living-budget"), to=town.team("soudan-desk"), **(asked | {"at": town.later()}))
    catch(by=town("tanaka"), at=town.later(), offer=back.pk)
    office.press("機関を閉じる")
    office.sees("係2を、")
    office.sees("閉じることにしました。")
    office.does_not_see("家計改善支援")
