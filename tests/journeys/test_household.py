"""One household goes all the way through, in the browser, by the cast."""

from collections.abc import Callable

import pytest

from tests.journeys.hand import Hand

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


@pytest.mark.parametrize("way", ["mouse", "keyboard", "noscript"])
@pytest.mark.voice("1-9", "5-3", "F-2")
def test_from_the_tax_window_to_the_first_visit(hand_of: HandOf, way: str) -> None:
    notice_and_consultation(hand_of, way)
    balls_change_hands(hand_of, way)


def notice_and_consultation(hand_of: HandOf, way: str) -> None:
    """A tax clerk hands in a notice and sees no household; 田中 receives a consultation and begins the case."""
    okamoto = hand_of("岡本 浩", way)
    okamoto.follow("気づきを伝える")
    okamoto.write("気づいたこと", "納税相談で「食べるものがない」と話された。80代の母と50代の息子さん。")
    okamoto.press("伝える")
    okamoto.sees("気づきを伝えました。福祉の係が受け取ります。")
    okamoto.does_not_see("世帯の一覧")

    mori = hand_of("森 健一", way)
    mori.sees("納税相談で「食べるものがない」と話された。")

    tanaka = hand_of("田中 美咲", way)
    tanaka.follow("相談を受ける")
    tanaka.choose("どこで", "電話")
    tanaka.write("呼び名", "佐藤さん")
    tanaka.tick("介護", inside=tanaka.page.get_by_role("group", name="困っていること"))
    tanaka.mark("いちばん困っていること", "ひきこもり・不登校")
    tanaka.write("話したこと", "母の物忘れと、息子さんのこと。")
    tanaka.press("受け付ける")
    tanaka.sees("相談を受け付けました。")
    tanaka.sees("◎ ひきこもり・不登校")
    tanaka.follow("世帯の支援を始める")
    tanaka.choose("圏域", "北部")
    tanaka.write("名前", "佐藤 誠", inside=tanaka.page.locator("fieldset.member").first)
    mother = tanaka.page.locator("fieldset", has_text="2人目")
    tanaka.write("名前", "佐藤 キヨ", inside=mother)
    tanaka.write("続柄", "母", inside=mother)
    tanaka.write("生年月日", "昭和19年3月3日", inside=mother)
    tanaka.press("支援を始める")
    tanaka.heading("佐藤さん世帯")
    tanaka.sees("自分の機関が、自分の仕事として受け付けた記録だから読めます。")


def balls_change_hands(hand_of: HandOf, way: str) -> None:
    """Two members' needs; offered, declined with a reason, offered again, caught."""
    tanaka = hand_of("田中 美咲", way)
    for title, who in (("キヨさんの物忘れと薬", "佐藤 キヨ"), ("誠さんが外で過ごせる場所", "佐藤 誠")):
        tanaka.follow("世帯")
        tanaka.follow("佐藤さん世帯")
        tanaka.follow("足す")
        tanaka.write("何が必要ですか", title)
        tanaka.choose("だれの", who)
        tanaka.press("足す")
        tanaka.sees(title)
    tanaka.follow("渡す")
    tanaka.choose("どの係に渡しますか", "高齢福祉課 高齢者支援係")
    tanaka.write("ひとこと", "受診に付き添える人を探しています。")
    tanaka.press("渡す")
    tanaka.sees("相手が受け取るまで、ボールはあなたの係のままです。")
