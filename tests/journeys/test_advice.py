"""In the browser: a town asks its prefecture about its own trouble, is advised by somebody it can call, and says what came of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.beside import provided
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
TROUBLE = "北の圏域に、昼に集まる場所がない。空き家の貸し主と、約束の作り方が分からない。"
STARTED = "議会で、隣の市は重層を始めたのになぜ始めないのか、と聞かれた。"
FRUIT = "約束の紙を一枚にした。来月、縁側を一つ開く。"


@pytest.mark.voice("2A-2", "2B-4")
def test_a_town_is_advised_on_its_own_trouble_and_says_what_came_of_it(hand_of: HandOf, town: Town) -> None:
    provided(town)
    hayashi = hand_of("林 千春")
    hayashi.page.goto(f"{hayashi.home}/town/provisions/")
    hayashi.follow("県に相談する")
    hayashi.heading("この町の困りごとを、県に相談できます。")
    asks(hayashi, "地域づくり・参加の場", TROUBLE, "自分たちの記録や数から")
    hayashi.heading("県の返事を待っている相談が1件あります。")

    kurokawa = hand_of("黒川 正人")
    kurokawa.sees("県の返事を待っている市町村の相談が1件あります。")
    kurokawa.follow("市町村の相談")
    kurokawa.follow("みなも市 地域づくり・参加の場")
    kurokawa.sees(TROUBLE)
    expect(kurokawa.panel("いま出せる県の支援メニュー")).to_contain_text("県居住支援協議会の入居相談")
    kurokawa.write("この町に、何を勧めるか", "貸し主と三人で話し、約束の例を町の形に直します。")
    kurokawa.write("だれが相談に乗るか", "県社協 地域づくり係 0000-11-3300")
    kurokawa.press("返事を届ける")
    kurokawa.heading("届いた相談1件に、すべて返事をしています。")

    hayashi.page.reload()
    hayashi.follow("地域づくり・参加の場")
    hayashi.sees("県社協 地域づくり係 0000-11-3300")
    hayashi.choose("助言のあと、どうなったか", "やり方を変えた")
    hayashi.write("変えたこと、または変わらなかったわけ", FRUIT)
    hayashi.press("そのあとを残す")
    hayashi.heading("助言のあと: やり方を変えた")

    kurokawa.page.reload()
    kurokawa.sees(FRUIT)
    expect(kurokawa.panel("助言のあと")).to_contain_text("やり方を変えた 1件")


@pytest.mark.voice("3-1")
def test_that_the_assembly_asked_is_written_down_and_is_no_reason(hand_of: HandOf, town: Town) -> None:
    """Both sides read what made the town ask, and go on to the town's own figures."""
    hirata = hand_of("平田 裕子")
    hirata.page.goto(f"{hirata.home}/town/enquiries/")
    asks(hirata, "重層が要るかどうか", STARTED, "議会の質問")
    kurokawa = hand_of("黒川 正人")
    kurokawa.follow("市町村の相談")
    expect(kurokawa.panel("相談のきっかけ")).to_contain_text("議会の質問 1件")
    kurokawa.sees("議会・上からの指示・近くの市町村がきっかけの相談が1件あります。始めるわけにはなりません。")
    kurokawa.follow("みなも市 重層が要るかどうか")
    kurokawa.sees("その町の「重層が要るか」の答えを、町といっしょに読んでください。")
    hirata.follow("重層が要るかどうか")
    hirata.sees("始めるか始めないかのわけは、この町の数と話し合いから書きます。")
    hirata.follow("重層が要るかを、この町の数で見る")
    hirata.heading("まだ判断できません。")
    assert hirata.page.get_by_text("思いこみは、よりどころになりません。").count() >= 1


def asks(hand: Hand, about: str, question: str, trigger: str) -> None:
    hand.choose("何のことで", about)
    hand.write("この町の何に困っているか", question)
    hand.choose("相談のきっかけ", trigger)
    hand.press("県に届ける")
    hand.sees("県に届けました。返事は、このページに載ります。")
