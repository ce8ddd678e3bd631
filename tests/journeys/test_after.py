"""After the end of support: the day comes by itself, somebody looks in, and what goes on is one history; the family has its page."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from tests.begun import ended
from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


def test_somebody_looks_in_and_support_goes_on_under_its_number(hand_of: HandOf, town: Town) -> None:
    today = local_day(timezone.now())
    ended(town, today)
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
    assert number.startswith("R")


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


def test_the_telephones_are_there_when_nothing_else_is(hand_of: HandOf, town: Town) -> None:
    okamoto = hand_of("岡本 浩")
    okamoto.page.goto(f"{okamoto.home}/help/")
    okamoto.follow("電話の一覧を印刷する")
    okamoto.sees("どこも受けないときは、ここが受けます")
    okamoto.sees("紙で受けたもの")
    assert okamoto.page.get_by_role("table").first.locator("tbody tr").count() == 30  # every team of the town
