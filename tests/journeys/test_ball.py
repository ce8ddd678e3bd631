"""Nothing falls through: a ball is asked for, handed on and taken back; nobody answers; somebody is away; a hospital is rung up."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.need import add_need
from marugoto.custody.actions.due import run_due_everywhere
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from tests.begun import supported
from tests.journeys.hand import Hand
from tests.story import Story, one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
OURS, JOIN, HOSPITAL = "福祉総合相談課 相談支援係", "社協 参加支援係", "中央病院 地域連携室"
PLACE, MEMORY = "誠さんが外で過ごせる場所", "キヨさんの物忘れと薬"
WISH = "将棋の日に、毎週会えます。水曜も空いています。"


@pytest.mark.voice("5-2", "F-2")
def test_silence_ends_an_offer_and_whoever_is_away_leaves_a_deputy(
    hand_of: HandOf, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """社協 asks for what 田中 holds, is handed it, and 田中 takes it back; 北部包括 never answers, and two are told."""
    story = one_household(town)
    clock = {"now": town.later()}
    monkeypatch.setattr(timezone, "now", lambda: clock["now"])
    yamashita, tanaka = hand_of("山下 恵"), hand_of("田中 美咲")
    she_asks_for_what_another_holds(yamashita, story)
    it_was_touched_together_and_did_not_move(tanaka, story)
    it_is_handed_to_her_and_taken_back(tanaka, story)
    yamashita.follow("きょう")
    yamashita.sees("取り下げられました")
    back = local_day(clock["now"]) + timedelta(days=18)
    somebody_stands_in(tanaka, clock["now"], back)
    clock["now"] += timedelta(days=13)
    run_due_everywhere(at=clock["now"])
    tanaka = hand_of("田中 美咲")
    tanaka.sees("返事がないまま期限が過ぎました")
    nobody_answered(hand_of, back)
    tanaka.follow("世帯")
    tanaka.follow("佐藤さん世帯")
    expect(tanaka.need(MEMORY)).to_contain_text(OURS)
    expect(tanaka.need(MEMORY).get_by_role("link", name="渡す", exact=True)).to_be_visible()  # to somebody else
    tanaka.follow("いないあいだに変わったこと")
    told = tanaka.panel("いないあいだに変わったこと").locator("ol > li", has_text="山下 恵")
    expect(told.filter(has_text="一歩を残しました(会った)。")).to_have_count(1)


def she_asks_for_what_another_holds(yamashita: Hand, story: Story) -> None:
    """She moves along with the holder already, and records what she did; the ball is asked for and does not move."""
    yamashita.page.goto(f"{yamashita.home}/desk/balls/{story.ball}/")
    expect(yamashita.panel("いっしょに動く係")).to_contain_text(JOIN)
    expect(yamashita.panel("動いた記録")).not_to_contain_text("いっしょに動いた日")
    touched = yamashita.panel("動いたことを記録する")
    yamashita.choose("何をしましたか", "会った", inside=touched)
    yamashita.press("記録する", inside=touched)
    yamashita.sees("記録しました。")
    yamashita.press("申し出を取り下げる")
    yamashita.sees("申し出を取り下げました。")
    yamashita.open("持たせてほしいと申し出る")
    yamashita.write("わけ", WISH, inside=yamashita.panel("このボールを持ちたいとき"))
    yamashita.press("申し出る")
    yamashita.sees("申し出を届けました。ボールは、持ち手が渡すまで動きません。")
    expect(yamashita.panel("いまの持ち手")).to_contain_text(OURS)


def it_was_touched_together_and_did_not_move(tanaka: Hand, story: Story) -> None:
    """Each recorded a step of that day: the page says so, and who holds it is the same."""
    tanaka.page.goto(f"{tanaka.home}/desk/balls/{story.ball}/")
    touched = tanaka.panel("動いたことを記録する")
    tanaka.choose("何をしましたか", "会った", inside=touched)
    tanaka.press("記録する", inside=touched)
    together = tanaka.panel("動いた記録").locator("li", has_text="いっしょに動いた日")
    expect(together).to_contain_text(f"{OURS} 田中 美咲: 会った")
    expect(together).to_contain_text(f"{JOIN} 山下 恵: 会った")
    expect(tanaka.panel("いまの持ち手")).to_contain_text(OURS)


def it_is_handed_to_her_and_taken_back(tanaka: Hand, story: Story) -> None:
    tanaka.page.goto(f"{tanaka.home}/")
    tanaka.sees("持ちたいという申し出がありました")
    tanaka.page.goto(f"{tanaka.home}/desk/balls/{story.ball}/")
    tanaka.sees(WISH)
    tanaka.follow("この係に渡す")
    tanaka.choose("なぜ", "本人に近い")
    tanaka.write("してほしいこと", "受診に付き添ってください。")
    tanaka.press("渡す")
    tanaka.sees("相手が受け取るまで、ボールはあなたの係のままです。")
    tanaka.follow("世帯")
    tanaka.follow("佐藤さん世帯")
    tanaka.press("取り下げる", inside=tanaka.need(PLACE))
    tanaka.sees("渡すのをやめました。ボールはあなたの係のままです。")


def somebody_stands_in(tanaka: Hand, now: datetime, back: date) -> None:
    tanaka.follow("きょう")
    tanaka.follow("まとめて引きつぐ(異動・休みの前に)")
    leave = tanaka.panel("何日か休むとき")
    tanaka.choose("代わりの人", "山﨑 哲也(福祉総合相談課長)", inside=leave)
    tanaka.write("休みはじめの日", say_era(local_day(now) + timedelta(days=1)), inside=leave)
    tanaka.write("戻る日", say_era(back), inside=leave)
    tanaka.press("代わりを決める", inside=leave)
    tanaka.sees("休みのあいだの代わりを決めました。")
    expect(tanaka.panel("何日か休むとき")).to_contain_text(f"{say_day(back)}に戻ります。代わりは山﨑 哲也")


def nobody_answered(hand_of: HandOf, back: date) -> None:
    """The control tower is told and counts it; the deputy's day shows what is not his."""
    mori = hand_of("森 健一")
    expect(mori.panel("返事がないまま、渡した係に戻ったもの")).to_contain_text("1件")
    mori.does_not_see("佐藤")
    where_it_lies(mori)
    yamazaki = hand_of("山﨑 哲也")
    yamazaki.sees(f"田中 美咲の代わりをしています({say_day(back)}に戻ります)。")
    yamazaki.sees(PLACE)


def where_it_lies(mori: Hand) -> None:
    """Narrowed by what a ball is about and where, without a name."""
    mori.follow("司令塔")
    mori.choose("テーマ", "ひきこもり・不登校")
    mori.choose("圏域", "北部")
    mori.press("しぼる")
    table = mori.page.get_by_role("table", name="開いているボール").locator("tbody tr")
    expect(table).to_have_count(1)
    expect(table.first).to_contain_text(OURS)
    mori.does_not_see("佐藤")


@pytest.mark.voice("F-2")
def test_a_hospital_is_asked_for_many_at_once_and_answers_each_by_telephone(hand_of: HandOf, town: Town) -> None:
    """Two needs, each with its own line; one is asked back about and taken on, one is not; both stay with whoever holds them."""
    case = supported(town)
    needs = [
        add_need(by=town("tanaka"), at=town.later(), case=case, theme=theme, title=title)
        for theme, title in ((TroubleCode.CARE, "薬を見てもらう"), (TroubleCode.ILLNESS, "退院のあと"))
    ]
    tanaka = hand_of("田中 美咲")
    they_are_handed_on_together(tanaka)
    tanaka.follow("きょう")
    tanaka.sees("0000-22-6000 平日 9時〜16時")
    answers = ((needs[0], "もう少し教えてほしい"), (needs[0], "引き受ける"), (needs[1], "受けられない"))
    for need, said in answers:
        tanaka.page.goto(f"{tanaka.home}/desk/balls/{need.ball_id}/")
        tanaka.follow("電話で返事を聞いて書く")
        tanaka.mark("どう答えましたか", said)
        tanaka.write("だれが答えましたか", "連携室の佐々木さん")
        tanaka.write("言われたこと", f"{said}とのこと。")
        if said == "受けられない":
            tanaka.choose("受けられないとき: なぜ", "いまは手がふさがっている")
        tanaka.press("返事を残す")
        tanaka.page.goto(f"{tanaka.home}/desk/balls/{need.ball_id}/")
        tanaka.sees("答えた人 連携室の佐々木さん")
        tanaka.sees(f"{said}とのこと。")
        expect(tanaka.panel("いまの持ち手")).to_contain_text(OURS)
    tanaka.page.goto(f"{tanaka.home}/desk/balls/{needs[0].ball_id}/")
    expect(tanaka.panel("いっしょに動く係")).to_contain_text("アカウントなし・電話で")  # taken on


def they_are_handed_on_together(tanaka: Hand) -> None:
    tanaka.follow("まとめて渡す")
    tanaka.choose("だれに、どの係に渡しますか", f"{HOSPITAL}(電話で返事を聞く)")
    tanaka.choose("なぜ", "くわしい人に見てほしい")
    for title in ("薬を見てもらう", "退院のあと"):
        row = tanaka.page.locator("li.succession", has_text=title)
        row.get_by_role("checkbox").check()
        tanaka.write("このボールのひとこと", f"{title}のことです。", inside=row)
    tanaka.press("まとめて渡す")
    for title in ("薬を見てもらう", "退院のあと"):
        row = tanaka.page.get_by_role("row").filter(has_text=title)
        expect(row).to_contain_text(OURS)
