"""One household goes all the way through, in the browser, by the cast."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from marugoto.evaluation.actions.recount import count_everywhere
from tests.journeys.hand import Hand, KeyboardHand

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
NAMELESS = "名前も記録も伝えずに渡す"
SUPPORT = "支援会議 — 本人の同意がなくても、支援に必要な情報を席の中だけで話し合えます。会議も資料も公開しません。"


@pytest.mark.parametrize("way", ["mouse", "keyboard", "noscript"])
@pytest.mark.voice("1-9", "5-3", "F-2")
def test_from_the_tax_window_to_the_first_visit(hand_of: HandOf, way: str) -> None:
    nothing_is_counted_yet(hand_of, way)
    a_notice_is_handed_on_and_answered(hand_of, way)
    a_consultation_begins_it(hand_of, way)
    needs_are_written(hand_of, way)
    balls_change_hands(hand_of, way)
    a_conference_decides(hand_of, way)
    a_plan_is_made(hand_of, way)
    a_place_is_found(hand_of, way)
    it_is_reviewed(hand_of, way)
    the_criterion_has_moved(hand_of, way)
    assert the_indicator_has_moved(hand_of, way)


def nothing_is_counted_yet(hand_of: HandOf, way: str) -> None:
    """Where the planner stands before anybody has worked."""
    hirata = hand_of("平田 裕子", way)
    hirata.follow("振り返り")
    hirata.sees("まだ一度も数えていません。")
    hirata.heading("この町がどこにいるかは、まだ言えません。")
    hirata.sees("ボールが落ちない★(要の基準) 判定不能 U")
    hirata.does_not_see("まだ期限の前")


FEW_KEYS, FEW_FIELDS, ASKED_FOR = 25, 10, 3


@pytest.mark.voice("1-9")
def test_a_clerk_hands_a_notice_in_with_few_keys(hand_of: HandOf) -> None:
    """At a window that has other work: one page, little to write, the keyboard alone; afterwards she knows that somebody has it."""
    okamoto = hand_of("岡本 浩", "keyboard")
    assert isinstance(okamoto, KeyboardHand)
    before = okamoto.keys
    okamoto.follow("気づきを伝える")
    form = okamoto.panel("気づき")
    fields = form.locator("input:not([type=hidden]):not([type=radio]), select, textarea, fieldset")
    assert fields.count() <= FEW_FIELDS
    left_open = form.locator(".field__free", has_text="なくてもよい").count() + form.locator("[type=checkbox]").count()
    assert fields.count() - left_open == ASKED_FOR
    okamoto.write("気づいたこと", NOTICED)
    okamoto.press("伝える")
    okamoto.sees("気づきを伝えました。福祉の係が受け取ります。")
    assert okamoto.keys - before <= FEW_KEYS
    okamoto.does_not_see("世帯の一覧")


NOTICED = "納税相談で「食べるものがない」と話された。80代の母と50代の息子さん。"


def a_notice_is_handed_on_and_answered(hand_of: HandOf, way: str) -> None:
    """A tax clerk hands in a notice and sees no household; the control tower hands it on to 田中, who reads and answers it."""
    okamoto = hand_of("岡本 浩", way)
    okamoto.follow("気づきを伝える")
    okamoto.write("気づいたこと", NOTICED)
    okamoto.press("伝える")
    okamoto.sees("気づきを伝えました。福祉の係が受け取ります。")
    okamoto.does_not_see("世帯の一覧")

    mori = hand_of("森 健一", way)
    mori.sees("納税相談で「食べるものがない」と話された。")
    mori.follow("気づき")
    mori.heading("この気づきに、まだ答えていません。")
    mori.follow("渡す")
    mori.choose("どの係に渡しますか", "福祉総合相談課 相談支援係")
    mori.choose("なぜ", "そちらの仕事にあたる")
    mori.mark("記録を伝える根拠", "自分の機関の仕事(個人情報保護法69条1項)")
    mori.press("渡す")
    mori.sees("相手が受け取るまで、ボールはあなたの係のままです。")

    tanaka = hand_of("田中 美咲", way)
    tanaka.follow("読む・受け取れない")
    tanaka.sees("受け取ると、次の部分が読めるようになります。")
    tanaka.does_not_see(NOTICED)
    tanaka.press("受け取る")
    tanaka.heading("この気づきに、まだ答えていません。")
    tanaka.sees(NOTICED)
    tanaka.choose("どうしましたか", "見に行った")
    tanaka.write("気づいた人に伝えてよいこと", "おとといお会いしました。")
    tanaka.press("答える")
    tanaka.sees("気づきに答えました。ボールはおわりになりました。")
    hand_of("岡本 浩", way).sees("おとといお会いしました。")


def a_consultation_begins_it(hand_of: HandOf, way: str) -> None:
    """田中 receives a consultation and begins the case."""
    tanaka = hand_of("田中 美咲", way)
    tanaka.follow("相談を受ける")
    tanaka.choose("どこで", "電話")
    tanaka.write("呼び名", "佐藤さん")
    tanaka.tick("介護", inside=tanaka.page.get_by_role("group", name="困っていること"))
    tanaka.choose("◎ いちばん困っていること(一つだけ)", "ひきこもり・不登校")
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


def at_home(hand: Hand) -> None:
    hand.follow("世帯")
    hand.follow("佐藤さん世帯")
    hand.heading("佐藤さん世帯")


def needs_are_written(hand_of: HandOf, way: str) -> None:
    """Two members' needs, each with a ball of its own; and what キヨさん agreed to have told."""
    tanaka = hand_of("田中 美咲", way)
    kiyo = ("キヨさんの物忘れと薬", "佐藤 キヨ", "介護")
    for title, who, trouble in (kiyo, ("誠さんが外で過ごせる場所", "佐藤 誠", "ひきこもり・不登校")):
        at_home(tanaka)
        tanaka.follow("足す")
        tanaka.write("何が必要ですか", title)
        tanaka.choose("だれの", who)
        tanaka.choose("どの困りごとに近いですか", trouble)
        tanaka.press("足す")
        tanaka.sees(title)
    at_home(tanaka)
    for team in ("高齢福祉課 高齢者支援係", "北部包括 総合相談"):
        at_home(tanaka)
        tanaka.follow("同意を聞く・見る")
        kiyo = tanaka.panel("佐藤 キヨ")
        tanaka.open_in(kiyo, "答えを書く")
        tanaka.choose("どの係に", team, inside=kiyo)
        tanaka.tick("基本(氏名・生年月日・家族)", inside=kiyo)
        tanaka.tick("連絡先", inside=kiyo)
        tanaka.tick("相談と支援の記録", inside=kiyo)
        tanaka.press("残す", inside=kiyo)
        tanaka.sees("同意あり")


def balls_change_hands(hand_of: HandOf, way: str) -> None:
    """Offered, declined with a reason, offered again, caught: until it is caught it stays where it was."""
    tanaka = hand_of("田中 美咲", way)
    offer_memory(tanaka, "基幹相談センター 相談支援", basis=NAMELESS)
    kishi = hand_of("岸 竜也", way)
    kishi.heading("受け取ってほしいボールが1つ届いています。")
    kishi.follow("読む・受け取れない")
    kishi.sees("名前も記録も伝えずに渡されています。")
    kishi.does_not_see("佐藤")
    kishi.choose("なぜ", "ほかの機関のほうが合う")
    kishi.choose("かわりに、どこがよさそうですか", "北部包括 総合相談")
    kishi.write("ひとこと", "北部の地域包括のほうが近いです。")
    kishi.press("受け取れない")
    kishi.sees("受け取れないことを、わけと一緒に伝えました。ボールは渡した係のままです。")
    at_home(tanaka)
    tanaka.sees("断り1回")
    what_else_was_named(tanaka)
    offer_memory(tanaka, "北部包括 総合相談", basis="本人の同意(個人情報保護法69条2項1号)")
    ogawa = hand_of("小川 直子", way)
    ogawa.follow("読む・受け取れない")
    ogawa.sees("受け取ると、次の部分が読めるようになります。")
    ogawa.press("受け取る")
    ogawa.sees("受け取りました。ボールはあなたの係が持っています。")
    ogawa.heading("キヨさんの物忘れと薬")
    ogawa.sees("佐藤 キヨ")
    ogawa.sees("世帯ぜんぶの記録は、あなたの係に開かれていません。")
    ogawa.does_not_see("誠さんが外で過ごせる場所")
    at_home(tanaka)
    tanaka.sees("北部包括 総合相談 小川 直子")


def what_else_was_named(tanaka: Hand) -> None:
    """By whom, why, and who would be better: the next press is prepared."""
    tanaka.follow_in(tanaka.need("キヨさんの物忘れと薬"), "ほか")
    tanaka.follow("伴走・預かり・渡したときの言葉")
    tanaka.sees("機関が断った ほかの機関のほうが合う")
    tanaka.sees("北部の地域包括のほうが近いです。")
    tanaka.sees("かわりによさそうな係 北部包括 総合相談")
    tanaka.follow("この係に渡す")
    assert tanaka.page.locator("select[name=to] option:checked").first.inner_text() == "北部包括 総合相談"


def offer_memory(hand: Hand, team: str, *, basis: str) -> None:
    """The first need is キヨさんの物忘れと薬."""
    at_home(hand)
    hand.follow("渡す")
    hand.heading("キヨさんの物忘れと薬")
    hand.choose("どの係に渡しますか", team)
    hand.choose("なぜ", "そちらの仕事にあたる")
    hand.mark("記録を伝える根拠", basis)
    if basis != NAMELESS:
        parts = hand.page.get_by_role("group", name="伝える部分")
        hand.tick("基本(氏名・生年月日・家族)", inside=parts)
        hand.tick("連絡先", inside=parts)
    hand.write("してほしいこと", "受診に付き添える人を探しています。")
    hand.press("渡す")
    hand.sees("相手が受け取るまで、ボールはあなたの係のままです。")


def a_conference_decides(hand_of: HandOf, way: str) -> None:
    """Seats, an agenda item on a basis, the pledge before the papers, a decision that becomes a role."""
    tanaka = hand_of("田中 美咲", way)
    at_home(tanaka)
    tanaka.follow("会議にかける")
    tanaka.follow("会議を呼びかける")
    tanaka.mark("会議の種類", SUPPORT)
    tanaka.write("日", "令和8年12月24日")
    tanaka.press("呼びかける")
    tanaka.heading("まず、議題を入れてください。")
    tanaka.sees("本人の同意がなくても、支援に必要な情報を席の中だけで話し合えます。")
    tanaka.press("議題に入れる")
    tanaka.sees("議題に入れました。")
    for who in ("福祉総合相談課 田中 美咲(相談支援員)", "社協 山下 恵(参加支援コーディネーター)"):
        if who.startswith("社協"):
            tanaka.open("席を足す")
        tanaka.choose("だれに来てもらいますか", who)
        tanaka.write("なぜこの人か", "この世帯に関わっているため")
        tanaka.press("席を作る")
        tanaka.sees("席を作りました。")
    tanaka.press("約束する")
    tanaka.sees("約束を確かめました。")
    yamashita = hand_of("山下 恵", way)
    the_papers_open(yamashita)
    the_table_decides(tanaka)
    at_home(yamashita)
    yamashita.sees("支援会議のこの議題の席にいるか、そこで決まった役割を引き受けた係だから読めます。")
    yamashita.sees("社協 参加支援係 山下 恵")


def the_papers_open(yamashita: Hand) -> None:
    """Before the pledge they are shut; then she writes her column of the shared sheet."""
    yamashita.follow("世帯")
    yamashita.heading("支援中の世帯はありません。")
    yamashita.follow("会議")
    yamashita.follow("支援会議")
    yamashita.heading("資料を開く前に、約束を確かめてください。")
    yamashita.press("約束する")
    yamashita.open("自分の見立てを書く")
    yamashita.write("知っていること", "将棋が好きだったと聞きました。")
    yamashita.press("書く")
    yamashita.sees("将棋が好きだったと聞きました。")


def the_table_decides(tanaka: Hand) -> None:
    """A role with a holder and a date."""
    tanaka.follow("会議")
    tanaka.follow("支援会議")
    tanaka.press("会議を始める")
    tanaka.press("出欠をつける")
    tanaka.choose("どの必要の", "2 誠さんが外で過ごせる場所")
    tanaka.write("決めたこと", "誠さんの居場所は山下が探す")
    tanaka.choose("だれが", "山下 恵(参加支援係)")
    tanaka.write("いつまでに", "令和9年1月8日")
    tanaka.press("決める")
    tanaka.sees("決めました。ボールは、引き受けた人の係に移りました。")
    tanaka.press("会議を終える")
    tanaka.heading("会議は終わりました。決まったことが1つあり、どれにも持ち手と期限があります。")


def a_plan_is_made(hand_of: HandOf, way: str) -> None:
    """Goals and steps, examined by the conference, decided by the municipality and by nobody else."""
    tanaka = hand_of("田中 美咲", way)
    at_home(tanaka)
    tanaka.follow("作る")
    tanaka.write("見直しの日", "令和9年2月5日")
    tanaka.choose("本人と確かめましたか", "本人と確かめた")
    tanaka.write("めざすこと", "週に1回、将棋をさしに出かける")
    tanaka.write("すること", "木曜の将棋に一緒に行く")
    tanaka.choose("どの係が", "社協 参加支援係")
    tanaka.press("案にする")
    tanaka.heading("プランは「案」です。")
    tanaka.press("会議で確かめた")
    tanaka.sees("会議を選んでください。")
    tanaka.page.go_back()
    tanaka.page.get_by_label("どの会議で確かめましたか").select_option(index=1)
    tanaka.press("会議で確かめた")
    tanaka.heading("プランは「会議で確かめた」です。")
    tanaka.sees("支援の決定は、課長の役割で記録します。")
    yamazaki = hand_of("山﨑 哲也", way)
    at_home(yamazaki)
    yamazaki.follow("開く")
    yamazaki.press("みなも市として決める")
    yamazaki.heading("プランは「市町村が決めた」です。")
    yamazaki.press("始める")
    yamazaki.heading("プランは「進めている」です。")


def a_place_is_found(hand_of: HandOf, way: str) -> None:
    """A hobby circle, listed by a coordinator who sees no case, becomes the place to go; the first visit."""
    hayashi = hand_of("林 千春", way)
    hayashi.follow("地域")
    hayashi.follow("場所を足す")
    hayashi.write("名前", "木曜の将棋")
    hayashi.write("曜日", "木曜")
    hayashi.tick("将棋・囲碁・ゲーム")
    hayashi.tick("だれでも")
    hayashi.press("書く")
    hayashi.sees("木曜の将棋")
    yamashita = hand_of("山下 恵", way)
    at_home(yamashita)
    yamashita.follow_in(yamashita.need("誠さんが外で過ごせる場所"), "つなぎ先")
    yamashita.tick("将棋・囲碁・ゲーム")
    yamashita.open("行ける時と、行き方")
    yamashita.tick("木曜の午後")
    yamashita.press("願いを残す")
    yamashita.heading("いちばん合いそうなのは「木曜の将棋」です。")
    yamashita.sees("好きなこと（将棋・囲碁・ゲーム）ができます。")
    yamashita.press("名前を出さずに聞く")
    yamashita.sees("名前を出さずに聞くことにしました。")
    yamashita.choose("どうなりましたか", "本人が行ってみたい")
    yamashita.press("残す")
    yamashita.open("訪問を書く")
    yamashita.write("見たこと・聞いたこと", "本の話で15分。")
    yamashita.press("訪問を残す")
    yamashita.sees("はじめての訪問")
    yamashita.sees("本の話で15分。")


def it_is_reviewed(hand_of: HandOf, way: str) -> None:
    """What became of the goals, and what changed for whom."""
    tanaka = hand_of("田中 美咲", way)
    at_home(tanaka)
    tanaka.follow("開く")
    tanaka.follow("見直す")
    tanaka.choose("週に1回、将棋をさしに出かける", "とてもよくなった")
    tanaka.choose("見られた変化", "人・家族との関係がよくなった")
    tanaka.write("次の見直しの日", "令和9年5月7日")
    tanaka.press("残す")
    tanaka.sees("見直しを残しました。点と変化は、振り返りの数字にもなります。")
    tanaka.sees("とてもよくなった")


def the_criterion_has_moved(hand_of: HandOf, way: str) -> None:
    """From "cannot be judged" to level 1; the rows behind it have no name of anybody."""
    count_everywhere(at=timezone.now(), due=True)  # as the courier does every few minutes
    hirata = hand_of("平田 裕子", way)
    hirata.follow("振り返り")
    hirata.sees("公式の基準ではありません")
    hirata.open("ボールが落ちない")
    hirata.follow("「ボールが落ちない」をくわしく見る")
    hirata.heading("「ボールが落ちない」は「1 決めた」まで来ています。")
    hirata.follow("期限までの返事")
    hirata.sees("まだ期限の前のものが4件あります。")
    hirata.sees("北部包括 総合相談 小川 直子が持っています。")
    hirata.does_not_see("佐藤")


def the_indicator_has_moved(hand_of: HandOf, way: str) -> bool:
    """The answers to balls are counted, and opened in the same way."""
    hirata = hand_of("平田 裕子", way)
    hirata.follow("振り返り")
    hirata.sees("まだ期限の前 4件")
    hirata.follow("もとの記録を見る (ボール応答率)")
    hirata.sees("まだ期限の前のものが4件あります。")
    hirata.sees("北部包括 総合相談 小川 直子が持っています。")
    hirata.does_not_see("佐藤")
    return True
