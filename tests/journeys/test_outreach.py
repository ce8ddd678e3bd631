"""The community social worker and a man who does not open the door; what a gas firm and a commissioner noticed is answered in time."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from tests.journeys.hand import Hand

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
NAMELESS = "名前の分からない方"
# Months apart; in the order of the days.
ATTEMPTS = (
    (190, "訪ねた", "反応なし", ("郵便がたまっている",)),
    (160, "手紙・メモを入れた", "反応なし", ()),
    (140, "訪ねた", "中に気配があった", ("明かりがつく", "前に入れたメモがない")),
    (110, "近所・家族を通して", "反応なし", ()),
    (80, "訪ねた", "声で答えた", ("物音・テレビの音",)),
    (60, "訪ねた", "来ないでほしいと言った", ()),
)


@pytest.mark.voice("F-3", "2B-1")
def test_seven_attempts_until_he_comes_to_the_garden(hand_of: HandOf) -> None:
    """Nobody asked for help. Every attempt counts, his no is respected, and what went before is there when he wants to talk."""
    yamashita = hand_of("山下 恵")
    somebody_is_approached(yamashita)
    six_times_nobody_opens(yamashita)
    his_no_is_respected(yamashita)
    he_comes_to_the_garden(yamashita)
    he_wants_to_talk(yamashita)
    expect(yamashita.page.locator("h1")).to_contain_text("野村さん世帯")


def somebody_is_approached(yamashita: Hand) -> None:
    yamashita.follow("訪問・見守り")
    yamashita.sees("いま訪ねている方はいません。")
    yamashita.follow("訪ねはじめる")
    yamashita.write("どこの人ですか", "北町2丁目、青い屋根")
    yamashita.write("なぜ訪ねますか", "一年、姿を見ていない。郵便がたまっている。")
    yamashita.mark("何の仕事として訪ねますか(根拠)", "アウトリーチ等を通じた継続的支援(社会福祉法106条の4第2項4号)")
    yamashita.press("訪ねはじめる")
    yamashita.heading(NAMELESS)
    yamashita.follow("きょう")
    yamashita.sees("きょうまで")
    yamashita.follow("北町2丁目、青い屋根")
    yamashita.heading(NAMELESS)
    yamashita.open("計画を書く")
    yamashita.write("まず何をめざしますか", "顔を覚えてもらう")
    yamashita.write("行ってはいけない時・気をつけること", "朝は眠っている。犬がいる。")
    yamashita.press("計画を残す")
    yamashita.sees("朝は眠っている。犬がいる。")
    yamashita.page.goto(f"{yamashita.home}/search/?q=青い屋根")
    yamashita.sees("人は見つかりませんでした。「訪ねる」が1件あります。")
    yamashita.follow("お名前の分からない方")
    yamashita.heading(NAMELESS)


def six_times_nobody_opens(yamashita: Hand) -> None:
    today = local_day(timezone.now())
    for ago, way, reaction, signs in ATTEMPTS:
        yamashita.follow("行ったことを書く")
        yamashita.open("いつ・次の日・いっしょに行った人")
        went(yamashita, today - timedelta(days=ago), way, reaction, signs)
    tried = yamashita.panel("試したことと、動いたこと")
    expect(tried).to_contain_text("6回")
    expect(tried.locator("tbody tr").first).to_contain_text("訪ねた")
    expect(tried.locator("tbody tr").first).to_contain_text("声で答えた")
    expect(tried).to_contain_text("まだありません")  # letters moved nothing yet


def went(yamashita: Hand, day: date, way: str, reaction: str, signs: tuple[str, ...]) -> None:
    yamashita.mark("どうやって", way)
    yamashita.mark("本人のようす", reaction)
    for sign in signs:
        yamashita.tick(sign)
    yamashita.write("いつ", say_era(day))
    yamashita.press("残す")
    yamashita.heading(NAMELESS)


def his_no_is_respected(yamashita: Hand) -> None:
    until = local_day(timezone.now()) + timedelta(days=40)
    yamashita.open("来ないでほしいと言われた")
    yamashita.write("本人はどう言いましたか", "もう来るな。")
    yamashita.write("いつまで訪ねませんか", say_era(until))
    yamashita.press("その日まで訪ねない")
    yamashita.sees(f"{say_day(until)}までは訪ねません。")
    expect(yamashita.page.get_by_role("link", name="行ったことを書く")).to_have_count(0)
    yamashita.follow("訪問・見守り")
    yamashita.sees(f"{say_day(until)}まで訪ねません")
    yamashita.follow(NAMELESS)
    yamashita.open("断りを解く")
    yamashita.mark("なぜ解きますか", "本人から連絡があった")
    yamashita.write("何がありましたか", "畑の日を見に来た、と電話があった。")
    yamashita.press("わけを残して解く")
    yamashita.sees("本人から連絡があった: 畑の日を見に来た、と電話があった。")


def he_comes_to_the_garden(yamashita: Hand) -> None:
    yamashita.follow("行ったことを書く")
    yamashita.open("いつ・次の日・いっしょに行った人")
    went(yamashita, local_day(timezone.now()), "いっしょに何かをして", "いっしょに出かけた・やった", ())
    expect(yamashita.panel("試したことと、動いたこと")).to_contain_text("7回")


def he_wants_to_talk(yamashita: Hand) -> None:
    yamashita.open("相談として受ける")
    yamashita.write("話したこと", "父の家を片づけたい。")
    yamashita.press("相談として受ける")
    yamashita.sees("これまでの足どりは、相談の画面から読めます。")
    yamashita.sees("父の家を片づけたい。")
    yamashita.follow("ここまでの足どり(7回)")
    yamashita.sees("本人が望み、相談として受けた")
    yamashita.follow("ここから始まった相談")
    yamashita.follow("世帯の支援を始める")
    yamashita.write("名前", "野村 修", inside=yamashita.page.locator("fieldset.member").first)
    yamashita.press("支援を始める")


@pytest.mark.voice("F-1", "F-3")
def test_what_the_gas_man_saw_is_answered_within_three_days_and_he_hears_back(hand_of: HandOf) -> None:
    """The ball lies with the control tower, has three opening days, and does not end while somebody waits to hear."""
    mori = hand_of("森 健一")
    a_firm_has_an_agreement(mori)
    two_tell_of_one_household(mori)
    they_are_read_together(mori)
    both_hear_back(mori)
    somebody_looks_in(mori)
    expect(mori.page.locator("h1")).to_contain_text("見て回る紙")


def a_firm_has_an_agreement(mori: Hand) -> None:
    mori.follow("訪問・見守り")
    mori.follow("見守り協定")
    mori.write("事業所", "みなもガス")
    mori.write("何にもとづきますか", "見守り協定(令和6年4月1日)第3条")
    mori.write("電話", "000-000-0101")
    mori.press("残す")
    mori.heading("1つの事業所と")


def two_tell_of_one_household(mori: Hand) -> None:
    for source, words, who in (
        ("事業所", "検針の針が、先月から動いていない。", "みなもガスの大野さん"),
        ("民生委員・児童委員", "回覧板が三日、そのまま。", "民生委員の山口さん"),
    ):
        mori.page.goto(f"{mori.home}/desk/notices/new/")
        mori.write("気づいたこと", words)
        mori.choose("だれが気づきましたか", source)
        if source == "事業所":
            mori.choose("見守り協定の事業所から", "みなもガス")
        mori.write("どこで", "北町2丁目3-5")
        mori.open("知らせてくれた人")
        mori.write("知らせてくれた人", who)
        mori.write("その人への連絡先", "000-000-0102")
        mori.tick("どうなったかを知らせてほしい")
        mori.press("伝える")


def they_are_read_together(mori: Hand) -> None:
    mori.follow("訪問・見守り")
    mori.follow("気づき")
    mori.heading("答えていない気づきが2件あります。")
    expect(mori.page.get_by_text("あと3開庁日")).to_have_count(2)
    mori.follow("回覧板が三日、そのまま。")
    mori.press("まとめる", inside=mori.panel("同じお宅のことかもしれません"))
    mori.sees("検針の針が、先月から動いていない。")


def both_hear_back(mori: Hand) -> None:
    told = "様子を確かめに行きました。"
    mori.sees("民生委員の山口さん 000-000-0102")
    mori.write("気づいた人に伝えてよいこと", told)
    mori.press("答える")
    mori.sees("知らせた人が、返事を待っています。まだ伝えていません。")
    mori.choose("どうやって伝えましたか", "電話で伝えた")
    mori.press("答える")
    mori.sees(f"気づいた人に伝えてよいこと: {told}")
    mori.sees("電話で伝えた")
    mori.follow("検針の針が、先月から動いていない。")
    mori.choose("どうやって伝えましたか", "電話で伝えた")
    mori.press("答える")
    mori.sees("くわしいことは、ご本人のことなのでお伝えできません。")


def somebody_looks_in(mori: Hand) -> None:
    mori.follow("訪問・見守り")
    mori.follow("見守り")
    mori.follow("見守りを始める")
    mori.write("呼び名", "北町の方")
    mori.write("なぜ見守りますか", "一人で暮らしている。")
    mori.mark("だれが見ますか", "協定の事業所")
    mori.choose("見守り協定", "みなもガス")
    mori.press("見守りを始める")
    mori.sees("000-000-0101")
    mori.mark("どうでしたか", "姿が見えない")
    mori.press("残す")
    mori.sees("あした、もう一度見る日として出ます。")
    mori.follow("訪問・見守り")
    mori.follow("見守り")
    mori.heading("見守りが1件あります。")
    mori.follow("見て回る紙")
    mori.sees("打ちこんだら細断")
