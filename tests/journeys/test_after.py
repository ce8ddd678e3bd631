"""After the end of support: the day comes by itself, somebody looks in, and what goes on is one history; the family has its page."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from tests.begun import ended, supported
from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
NUMBER = re.compile(r"^[0-9]+(-[0-9]+)+")


@pytest.mark.voice("5-2")
def test_somebody_looks_in_and_support_goes_on_under_its_number(hand_of: HandOf, town: Town) -> None:
    """What is over does not fall out of sight: the control tower reads whose day passed, until somebody has looked in."""
    today = local_day(timezone.now())
    ended(town, today - timedelta(days=1))
    mori = hand_of("森 健一")
    the_tower_reads_whose_day_is_over(mori)
    tanaka = hand_of("田中 美咲")
    tanaka.sees("おわりのあと、様子を見る日です")
    tanaka.follow("上田さん世帯")
    tanaka.sees("支援はおわりました")
    number = tanaka.page.locator("body").inner_text().split("世帯番号 ")[1].split("・")[0]
    after = tanaka.panel("おわりのあと")
    tanaka.mark("どうでしたか", "会えなかった。また様子を見る", inside=after)
    tanaka.write("見たこと・聞いたこと", "留守。新聞がたまっていた。", inside=after)
    tanaka.press("様子を残す", inside=after)
    tanaka.sees("次に様子を見る日が決まっていません。")
    tanaka.write("次に様子を見る日", say_era(today + timedelta(days=14)), inside=tanaka.panel("おわりのあと"))
    tanaka.press("様子を残す", inside=tanaka.panel("おわりのあと"))
    tanaka.sees("留守。新聞がたまっていた。")
    mori.page.reload()
    mori.sees("様子を見る日をすぎたものはありません。")
    it_begins_again(tanaka, number)
    assert number.startswith("R")


def it_begins_again(tanaka: Hand, number: str) -> None:
    tanaka.follow("きょう")
    tanaka.does_not_see("様子を見る日です")
    tanaka.follow("世帯")
    tanaka.follow("おわった世帯")
    tanaka.follow("上田さん世帯")
    tanaka.open("支援をもう一度始める")
    tanaka.write("もう一度始めるわけ", "電気が止まった。")
    tanaka.press("もう一度始める")
    tanaka.sees("支援をもう一度始めました。")
    tanaka.sees(f"世帯番号 {number}")
    tanaka.does_not_see("支援はおわりました")


def the_tower_reads_whose_day_is_over(mori: Hand) -> None:
    """Who looks in, and since when it waits; not whose it is."""
    mori.follow("司令塔")
    mori.follow("様子を見る日をすぎたもの1件")
    row = mori.panel("様子を見る日をすぎたもの").locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("田中 美咲")
    expect(row).to_contain_text("開庁日すぎ")
    mori.does_not_see("上田さん世帯")


@pytest.mark.voice("1-9")
def test_who_is_not_reached_any_more_is_let_go_to_somebody(hand_of: HandOf, town: Town) -> None:
    """連絡が取れなくなった: the very household that slips is let go only to an agency and a day, or with a reason."""
    supported(town)
    tanaka = hand_of("田中 美咲")
    tanaka.follow("世帯")
    tanaka.follow("上田さん世帯")
    tanaka.follow("おわりにする")
    tanaka.choose("どう終わりますか", "連絡が取れなくなった")
    tanaka.press("おわりにする")
    tanaka.sees("連絡が取れなくなった世帯なのに、このあと見守る機関が決まっていません。")
    tanaka.choose("このあと見守る機関", "北部包括 総合相談")
    tanaka.press("おわりにする")
    tanaka.sees("連絡が取れなくなった世帯なのに、次に様子を見る日が決まっていません。")
    tanaka.write("機関や日を決められないわけ", "日は、民生委員と会ってから決める。")
    tanaka.press("おわりにする")
    tanaka.sees("このあと見守るのは北部包括 総合相談です。")
    after = tanaka.panel("おわりのあと")
    expect(after).to_contain_text("機関や日を決められないわけ：日は、民生委員と会ってから決める。")


@pytest.mark.voice("1-9")
def test_the_family_takes_its_plan_along_on_one_page(hand_of: HandOf, town: Town) -> None:
    one_household(town)
    tanaka = hand_of("田中 美咲")
    tanaka.follow("世帯")
    tanaka.follow("佐藤さん世帯")
    tanaka.follow_in(tanaka.panel("プラン"), "開く")
    tanaka.follow("家族にわたす一枚")
    tanaka.heading("佐藤さん世帯の これからのこと")
    for words in ("週に1回、将棋をさしに出かける", "木曜の将棋に一緒に行く", "困ったとき・変えたいとき", "田中 美咲"):
        tanaka.sees(words)
    tanaka.page.emulate_media(media="print")
    paper = tanaka.page.pdf(format="A4") if tanaka.page.context.browser else b""
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") == 1
    tanaka.page.emulate_media(media="screen")
    tanaka.follow("プランにもどる")
    it_rests_and_goes_on(tanaka)
    it_is_planned_anew_and_both_versions_are_read(tanaka)


def it_rests_and_goes_on(tanaka: Hand) -> None:
    """He goes into hospital; the family's page says that it rests."""
    tanaka.follow("見直す")
    tanaka.write("話し合ったこと", "ひと月ほど入院する。")
    tanaka.choose("これから", "いったん止める")
    tanaka.write("次の見直しの日", say_era(local_day(timezone.now()) + timedelta(days=40)))
    tanaka.press("残す")
    tanaka.sees("止めることを本人に聞いた日が書かれていません。")
    tanaka.write("止めることを本人に聞いた日", say_era(local_day(timezone.now())))
    tanaka.press("残す")
    tanaka.heading("プランは「止めている」です。")
    tanaka.sees("から止めています。")
    expect(tanaka.panel("見直しの記録")).to_contain_text("ひと月ほど入院する。")
    tanaka.follow("家族にわたす一枚")
    tanaka.sees("いまは、お休みしています。")
    tanaka.follow("プランにもどる")
    tanaka.press("もう一度進める")
    tanaka.heading("プランは「進めている」です。")


def it_is_planned_anew_and_both_versions_are_read(tanaka: Hand) -> None:
    """What is not reached yet goes on into the next version; the old one says that it is old."""
    tanaka.follow("見直す")
    tanaka.choose("これから", "プランを作り直す")
    tanaka.press("残す")
    tanaka.heading("プランは「おわり」です。")
    tanaka.follow("世帯にもどる")
    tanaka.follow_in(tanaka.panel("プラン"), "次の版を作る")
    tanaka.sees("まだとどいていないめざすことと、まだの一歩を写しました。")
    expect(tanaka.page.get_by_label("本人と確かめましたか").first).to_have_value("")
    tanaka.press("一歩を足す")
    expect(tanaka.page.get_by_role("group", name="一歩3")).to_be_visible()
    goal = tanaka.page.get_by_role("group", name="めざすこと1")
    expect(goal.get_by_label("めざすこと")).to_have_value("週に1回、将棋をさしに出かける")
    tanaka.write("めざすこと", "月に2回、将棋をさしに出かける", inside=goal)
    tanaka.write("見直しの日", say_era(local_day(timezone.now()) + timedelta(days=60)))
    tanaka.choose("地域の場所", "木曜の将棋", inside=tanaka.page.get_by_role("group", name="一歩1"))
    tanaka.choose("本人と確かめましたか", "まだ聞けない")
    tanaka.press("案にする")
    tanaka.sees("本人と確かめていないわけが書かれていません。")
    tanaka.write("確かめていないわけ", "入院したばかり。")
    tanaka.press("案にする")
    tanaka.heading("プランは「案」です。")
    the_new_version_is_read_beside_the_old(tanaka)


def the_new_version_is_read_beside_the_old(tanaka: Hand) -> None:
    tanaka.sees("月に2回、将棋をさしに出かける")
    tanaka.sees("木曜の将棋に一緒に行く")
    expect(tanaka.panel("本人")).to_contain_text("まだ聞けない 入院したばかり。")
    tanaka.follow("家族にわたす一枚")
    expect(tanaka.page.get_by_role("row", name="木曜の将棋に一緒に行く")).to_contain_text("木曜の将棋")
    tanaka.sees("本人と確かめたプランではありません。")
    tanaka.follow("プランにもどる")
    versions = tanaka.panel("プランの版")
    expect(versions.locator("li")).to_have_count(2)
    tanaka.follow_in(versions, "第1版")
    tanaka.sees("前の版です")
    tanaka.sees("週に1回、将棋をさしに出かける")
    tanaka.follow("いまの版を読む")
    tanaka.heading("プランは「案」です。")


@pytest.mark.voice("5-2")
def test_the_telephones_are_there_when_nothing_else_is(hand_of: HandOf, town: Town) -> None:
    """Without the system too nothing is without a holder: who takes what nobody takes, and who holds until a yes is heard."""
    okamoto = hand_of("岡本 浩")
    okamoto.page.goto(f"{okamoto.home}/help/")
    okamoto.follow("電話の一覧を印刷する")
    first = okamoto.panel("まず、ここへ").locator("li")
    last_resort = first.filter(has_text="どこも受けないときは、ここが受けます")
    expect(last_resort).to_have_count(1)
    expect(last_resort.locator(".nb b")).to_have_text(NUMBER)
    expect(first.filter(has_text="多機関協働(司令塔)").locator(".nb b").first).to_have_text(NUMBER)
    expect(okamoto.panel("紙で受けたもの")).to_contain_text("「受け取る」と言うまで、持ち手は渡した人です。")
    assert okamoto.page.get_by_role("table").first.locator("tbody tr").count() == 31  # every team of the town
