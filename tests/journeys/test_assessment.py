"""An 8050 household is assessed whole, in the browser: the mother is met, the son refuses, and is met on the second visit."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
HER_WORDS, HIS_WORDS = "この子を置いては死ねない。", "将棋なら、見てもいい。"


@pytest.mark.parametrize("way", ["mouse", "keyboard", "noscript"])
@pytest.mark.voice("1-9")
def test_mother_and_son_are_assessed_as_one_household(town: Town, hand_of: HandOf, way: str) -> None:
    """The eighty and the fifty stand on one paper, and on the household's page who was not reached yet."""
    one_household(town)
    tanaka = hand_of("田中 美咲", way)
    a_blank_paper_is_taken_along(tanaka)
    the_first_visit_is_typed_in(tanaka, town)
    the_household_shows_who_is_not_reached(tanaka)
    the_second_visit_becomes_the_next_version(tanaka)
    assert a_need_begins_from_the_sheet(tanaka)


def at_home(hand: Hand) -> None:
    hand.follow("世帯")
    hand.follow("佐藤さん世帯")
    hand.heading("佐藤さん世帯")


def a_blank_paper_is_taken_along(tanaka: Hand) -> None:
    at_home(tanaka)
    tanaka.follow_in(tanaka.panel("アセスメントシート"), "書く")
    tanaka.sees("アセスメントシートは、まだありません。")
    tanaka.follow("白紙を印刷する")
    for words in ("佐藤 誠", "佐藤 キヨ", "□ まだ会えていない", "□ 断られた", "国の様式そのものではありません。"):
        tanaka.sees(words)
    tanaka.follow("佐藤さん世帯のアセスメントシート")


def the_first_visit_is_typed_in(tanaka: Hand, town: Town) -> None:
    """Three days later: when it was heard stands beside when it was typed."""
    heard = local_day(town.now) - timedelta(days=3)
    tanaka.follow("書く")
    tanaka.write("聞いた日", say_era(heard))
    tanaka.write("聞いた時刻", "14:30")
    son, mother = tanaka.panel("佐藤 誠"), tanaka.panel("佐藤 キヨ")
    tanaka.mark("会えましたか", "断られた", inside=son)
    tanaka.mark("会えましたか", "会えた", inside=mother)
    tanaka.tick("介護", inside=mother)
    tanaka.tick("収入・生活費", inside=mother)
    tanaka.write("本人の言葉", HER_WORDS, inside=mother)
    tanaka.write("強み・できていること", "毎朝、花に水をやる。", inside=mother)
    tanaka.write("世帯の強み・できていること", "ふたりで食べている。")
    tanaka.press("残す")
    tanaka.sees("アセスメントシートの第1版を残しました。")
    tanaka.heading(f"{say_day(heard)} 14:30に聞いたこと")
    for words in (HER_WORDS, "毎朝、花に水をやる。", "ふたりで食べている。", "に田中 美咲"):
        tanaka.sees(words)
    tanaka.sees("断られた")


def the_household_shows_who_is_not_reached(tanaka: Hand) -> None:
    at_home(tanaka)
    tanaka.sees("まだ会えていない: 佐藤 誠(断られた)")
    tanaka.sees("佐藤 キヨ 収入・生活費、介護")


def the_second_visit_becomes_the_next_version(tanaka: Hand) -> None:
    tanaka.follow("読む・書き足す")
    tanaka.follow("書き足す・書き直す")
    son = tanaka.panel("佐藤 誠")
    tanaka.mark("会えましたか", "会えた", inside=son)
    tanaka.tick("ひきこもり・不登校", inside=son)
    tanaka.write("本人の言葉", HIS_WORDS, inside=son)
    tanaka.press("残す")
    tanaka.sees("アセスメントシートの第2版を残しました。")
    tanaka.sees(HIS_WORDS)
    tanaka.sees(HER_WORDS)
    tanaka.does_not_see("断られた")
    tanaka.follow("第1版")
    tanaka.sees("前の版です")
    tanaka.sees("断られた")
    tanaka.does_not_see(HIS_WORDS)
    at_home(tanaka)
    tanaka.does_not_see("まだ会えていない: 佐藤 誠")


def a_need_begins_from_the_sheet(tanaka: Hand) -> bool:
    """Whose and what about is chosen already; it stands among the household's needs."""
    tanaka.follow("足す")
    tanaka.follow("佐藤 誠: ひきこもり・不登校")
    tanaka.write("何が必要ですか", "誠さんが将棋を見に行けること")
    tanaka.press("足す")
    tanaka.sees("誠さんが将棋を見に行けること")
    return "佐藤 誠" in tanaka.need("誠さんが将棋を見に行けること").inner_text()
