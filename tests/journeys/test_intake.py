"""Nobody is turned away: who gives no name, who comes for a neighbour, what was heard on paper; and one household stays one."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from tests.journeys.hand import Hand

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
UNNAMED, HOME = "お名前を聞けていない方", "井口さん世帯"


@pytest.mark.voice("1-9")
def test_whoever_comes_is_heard_and_a_household_is_counted_once(hand_of: HandOf) -> None:
    """A neighbour tells of somebody without a name; she calls herself; both become the support of one household."""
    tanaka = hand_of("田中 美咲")
    a_blank_paper_has_room_for_both_times(tanaka)
    a_neighbours_words_are_typed_in_three_days_later(tanaka)
    she_calls_herself_and_support_begins(tanaka)
    the_unnamed_one_was_she(tanaka)
    tanaka.follow("世帯")
    tanaka.heading("支援中の世帯が1あります。")
    tanaka.page.goto(f"{tanaka.home}/desk/consultations/")
    tanaka.heading("動いている相談が0件あります。")
    tanaka.follow("おわった相談")
    expect(tanaka.page.locator("tbody tr")).to_have_count(2)


def a_blank_paper_has_room_for_both_times(tanaka: Hand) -> None:
    tanaka.follow("相談を受ける")
    tanaka.follow("紙の用紙")
    for words in ("聞いた日時・聞いた人", "打ちこんだ日時・人", "きょう食べるものに困っていますか", "打ちこんだら細断"):
        tanaka.sees(words)
    tanaka.page.go_back()


def a_neighbours_words_are_typed_in_three_days_later(tanaka: Hand) -> None:
    """No name, not the person herself, and no food today: urgent in words, on the page, and with both days."""
    today = local_day(timezone.now())
    heard = today - timedelta(days=3)
    tanaka.write("相談の日", say_era(heard))
    tanaka.write("時刻", "14時30分")
    tanaka.choose("どこで", "訪問")
    tanaka.write("来た人(本人でないとき)", "向かいの家の人")
    tanaka.write("本人との関係", "近所")
    tanaka.mark("きょう食べるものに困っていますか", "はい")
    tanaka.write("話したこと", "三日前から雨戸が閉まったまま。")
    tanaka.press("受け付ける")
    tanaka.sees("急ぎの心配があります(きょう食べるもの)。")
    tanaka.heading(UNNAMED)
    tanaka.sees(f"相談・{say_day(heard)} 14:30・訪問")
    expect(tanaka.panel("来た人")).to_contain_text(
        re.compile(rf"{re.escape(say_day(today))} \d\d:\d\dに打ちこみました")
    )
    tanaka.sees("向かいの家の人 近所")


def she_calls_herself_and_support_begins(tanaka: Hand) -> None:
    tanaka.follow("きょう")
    tanaka.follow("相談を受ける")
    tanaka.choose("どこで", "電話")
    tanaka.write("呼び名", "井口さん")
    tanaka.press("受け付ける")
    tanaka.does_not_see("に打ちこみました")
    unasked = tanaka.panel("まず確かめたこと").get_by_text("聞いていません")
    expect(unasked).to_have_count(4)  # nothing urgent is passed over in silence
    tanaka.follow("世帯の支援を始める")
    tanaka.write("名前", "井口 京", inside=tanaka.page.locator("fieldset.member").first)
    tanaka.press("支援を始める")
    tanaka.heading(HOME)


def the_unnamed_one_was_she(tanaka: Hand) -> None:
    """Looked for before another household begins; what was told by the neighbour is read from her household."""
    tanaka.page.goto(f"{tanaka.home}/desk/consultations/")
    tanaka.follow(UNNAMED)
    tanaka.follow("世帯の支援を始める")
    tanaka.write("名前・よみ・電話・番号", "井口")
    tanaka.press("さがす")
    tanaka.page.get_by_role("radio", name=re.compile(HOME)).check()
    tanaka.press("支援を始める")
    tanaka.sees("この世帯の支援は、もう動いています。相談をそこに入れました。")
    tanaka.heading(HOME)
    origins = tanaka.page.get_by_role("link", name=re.compile("もとの相談"))
    expect(origins).to_have_count(2)
    origins.first.click()
    tanaka.sees("三日前から雨戸が閉まったまま。")
