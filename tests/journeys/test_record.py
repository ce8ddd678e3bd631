"""What was written stays: through a lost session, a correction, a mistake, a household that changes, and an end that begins again."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.custody.actions.offer import withdraw
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Outcome
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
LONG, RIGHT, ELSEWHERE = "長い訪問の話を書いた。", "訪問の話を書き直した。", "となりの世帯のことを書いてしまった。"


def at_home(hand: Hand) -> None:
    hand.follow("世帯")
    hand.follow("佐藤さん世帯")
    hand.heading("佐藤さん世帯")


@pytest.mark.voice("F-2")
def test_what_was_written_is_neither_lost_nor_hidden(hand_of: HandOf, town: Town) -> None:
    one_household(town)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    the_session_ends_in_the_middle_of_it(tanaka)
    it_is_put_right_and_both_are_read(tanaka)
    what_belonged_elsewhere_leaves_the_file_at_once(tanaka)
    tanaka.follow("記録をぜんぶ見る・さがす")
    tanaka.does_not_see(ELSEWHERE)
    expect(tanaka.panel("まちがえて入れて、外した記録").locator("li")).to_contain_text("田中 美咲が外しました。")


def the_session_ends_in_the_middle_of_it(tanaka: Hand) -> None:
    tanaka.write("見たこと・聞いたこと", LONG)
    tanaka.page.context.clear_cookies(name="sessionid")
    tanaka.press("記録する")
    tanaka.heading("サインインの時間が切れました。書いたものは預かっています。")
    tanaka.does_not_see(LONG)
    tanaka.press("田中 美咲")
    tanaka.heading("書いたものを預かっています。まだ送られていません。")
    tanaka.sees(LONG)
    tanaka.press("送る")
    tanaka.sees("記録しました。")
    tanaka.heading("佐藤さん世帯")
    tanaka.sees(LONG)


def it_is_put_right_and_both_are_read(tanaka: Hand) -> None:
    tanaka.follow("直す・外す")
    tanaka.write("直したあとの文", RIGHT)
    tanaka.press("直す", inside=tanaka.panel("直す"))
    tanaka.heading("佐藤さん世帯")
    first = tanaka.panel("記録").locator("ol.log > li").first
    expect(first.locator("del")).to_have_text(LONG)
    expect(first).to_contain_text(RIGHT)


def what_belonged_elsewhere_leaves_the_file_at_once(tanaka: Hand) -> None:
    tanaka.write("見たこと・聞いたこと", ELSEWHERE)
    tanaka.press("記録する")
    tanaka.sees(ELSEWHERE)
    tanaka.follow("直す・外す")
    tanaka.press("外す")
    tanaka.sees("まちがえて入れた記録を外しました。外したことだけが「記録をぜんぶ見る」に残っています。")
    tanaka.does_not_see(ELSEWHERE)


@pytest.mark.voice("1-9")
def test_a_household_parts_and_comes_together_and_its_support_goes_on(hand_of: HandOf, town: Town) -> None:
    """誠 lives alone for a while, his mother joins him, goes to a home, and dies there; nothing of it is without a holder."""
    one_household(town)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    they_part(tanaka)
    they_live_together_again(tanaka)
    she_leaves_and_dies(tanaka)
    at_home(tanaka)
    expect(tanaka.need("キヨさんの物忘れと薬")).to_contain_text("福祉総合相談課 相談支援係")  # still open, still held


def days_ago(days: int) -> str:
    return say_era(local_day(timezone.now()) - timedelta(days=days))


def they_part(tanaka: Hand) -> None:
    tanaka.follow("世帯の人をなおす")
    tanaka.follow("二つの世帯に分ける")
    tanaka.tick("佐藤 誠")
    tanaka.write("新しい世帯の呼び名", "誠さん世帯")
    tanaka.write("いつから", days_ago(8))
    tanaka.press("分ける")
    tanaka.sees("分けて、新しい世帯の支援を始めました。まとめ役はあなたの係です。")
    tanaka.heading("誠さん世帯")
    tanaka.sees("福祉総合相談課 相談支援係 田中 美咲")


def they_live_together_again(tanaka: Hand) -> None:
    tanaka.follow("世帯の人をなおす")
    tanaka.follow("もう一つの世帯といっしょにする")
    tanaka.write("もう一つの世帯を、名前・よみ・電話・番号でさがす", "佐藤 キヨ")
    tanaka.press("さがす")
    tanaka.page.get_by_role("radio", name=re.compile("佐藤さん世帯")).check()
    tanaka.write("いつから", days_ago(4))
    tanaka.press("いっしょにする")
    tanaka.sees("もう一つの世帯の支援とボールは、そのままです。続けるか、おわりにするかを決めてください。")
    tanaka.heading("誠さん世帯に、いま2人が暮らしています。")


def she_leaves_and_dies(tanaka: Hand) -> None:
    tanaka.follow("佐藤 キヨの続柄・出る")
    tanaka.choose("行き先", "施設")
    tanaka.press("出たことを残す")
    tanaka.heading("誠さん世帯に、いま1人が暮らしています。")
    tanaka.follow("佐藤 キヨ")
    expect(tanaka.panel("世帯")).to_contain_text("行き先 施設")
    tanaka.open("亡くなったことを残す")
    tanaka.tick("日は分からない")
    tanaka.press("残す", inside=tanaka.panel("亡くなったとき"))
    tanaka.sees("亡くなった方")


@pytest.mark.voice("4-1")
def test_support_ends_with_what_the_person_scored_and_begins_again_as_one_history(hand_of: HandOf, town: Town) -> None:
    """Reviewed, scored by himself, closed with who looks in next and when; half a step later it goes on under its number."""
    story = one_household(town)
    taken = withdraw(by=town("tanaka"), at=town.later(), offer=story.offer)
    settle(by=town("tanaka"), at=town.later(), ball=taken.ball_id, outcome=Outcome.ANSWERED)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    number = tanaka.page.locator("body").inner_text().split("世帯番号 ")[1].split("・")[0]
    he_says_how_far_it_came(tanaka)
    an_open_need_keeps_the_household_open(tanaka)
    a_need_ends(tanaka, "誠さんが外で過ごせる場所")
    it_ends_with_who_comes_next(tanaka)
    tanaka.open("支援をもう一度始める")
    tanaka.write("もう一度始めるわけ", "電気が止まった。")
    tanaka.press("もう一度始める")
    tanaka.sees("支援をもう一度始めました。")
    tanaka.sees("戸口で5分話せた。")
    expect(tanaka.panel("プラン")).to_contain_text("週に1回、将棋をさしに出かける")
    assert f"世帯番号 {number}" in tanaka.page.locator("body").inner_text()
    tanaka.follow("記録をぜんぶ見る・さがす")
    before = tanaka.panel("まえのおわりと、もう一度始めたわけ")
    for words in ("支援をおわりにしました(めざすことがかなった)。", "週に一度、将棋に出ている。", "電気が止まった。"):
        expect(before).to_contain_text(words)


def he_says_how_far_it_came(tanaka: Hand) -> None:
    tanaka.follow_in(tanaka.panel("プラン"), "開く")
    tanaka.heading("プランは「進めている」です。")
    tanaka.follow("見直す")
    tanaka.choose("週に1回、将棋をさしに出かける", "とてもよくなった")
    tanaka.choose("点をつけたのは", "本人")
    tanaka.choose("これから", "おわりにする")
    tanaka.press("残す")
    tanaka.heading("プランは「おわり」です。")
    expect(tanaka.panel("めざすこと")).to_contain_text("とてもよくなった")
    expect(tanaka.panel("見直しの記録")).to_contain_text("おわりにする")


def an_open_need_keeps_the_household_open(tanaka: Hand) -> None:
    at_home(tanaka)
    tanaka.follow("おわりにする")
    tanaka.heading("まだ終わっていない必要が1つあります。")


def a_need_ends(tanaka: Hand, title: str) -> None:
    at_home(tanaka)
    tanaka.follow_in(tanaka.need(title), "ほか")
    tanaka.follow("おわりにする")
    tanaka.choose("どうなりましたか", "めざすことを達成")
    tanaka.press("おわりにする")


def it_ends_with_who_comes_next(tanaka: Hand) -> None:
    day = local_day(timezone.now()) + timedelta(days=30)
    at_home(tanaka)
    tanaka.follow("おわりにする")
    tanaka.press("おわりにする")
    tanaka.sees("このあと見守る機関が決まっていません。")
    tanaka.choose("このあと見守る機関", "北部包括 総合相談")
    tanaka.write("次に様子を見る日", say_era(day))
    tanaka.write("まとめ", "週に一度、将棋に出ている。")
    tanaka.press("おわりにする")
    tanaka.sees("支援はおわりました")
    after = tanaka.panel("おわりのあと")
    for words in ("めざすことがかなった", "北部包括 総合相談", say_day(day), "週に一度、将棋に出ている。"):
        expect(after).to_contain_text(words)
