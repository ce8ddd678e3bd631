"""Who somebody is and with whom they live, put right in the browser by the cast; what was a mistake is taken back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


def at_home(hand: Hand) -> None:
    hand.follow("世帯")
    hand.follow("佐藤さん世帯")
    hand.heading("佐藤さん世帯")


@pytest.mark.parametrize("way", ["mouse", "keyboard", "noscript"])
@pytest.mark.voice("1-9")
def test_who_lives_there_is_put_right(hand_of: HandOf, town: Town, way: str) -> None:
    """Somebody known joins without a second record; キヨさん's word is put right; who left has not left."""
    one_household(town)
    tanaka = hand_of("田中 美咲", way)
    at_home(tanaka)
    tanaka.follow("世帯の人をなおす")
    tanaka.heading("佐藤さん世帯に、いま2人が暮らしています。")
    tanaka.follow("人を加える")
    tanaka.write("名前", "小林 茂")
    tanaka.write("続柄", "父")
    tanaka.press("世帯に加える")
    tanaka.heading("よく似た記録があります。この方ですか。")
    tanaka.sees("名前が同じ")
    tanaka.mark("この方ですか", "小林 茂(生年月日は聞いていません): 名前が同じ")
    tanaka.press("世帯に加える")
    tanaka.heading("佐藤さん世帯に、いま3人が暮らしています。")
    tanaka.follow("佐藤 キヨの続柄・出る")
    tanaka.write("続柄", "実母")
    tanaka.press("続柄を直す")
    tanaka.sees("続柄を直しました。")
    tanaka.follow("小林 茂の続柄・出る")
    tanaka.choose("行き先", "施設")
    tanaka.press("出たことを残す")
    tanaka.heading("佐藤さん世帯に、いま2人が暮らしています。")
    tanaka.press("元に戻す")
    tanaka.sees("世帯に戻しました。")
    expect(tanaka.panel("いま暮らしている人").locator("tbody tr")).to_have_count(3)


@pytest.mark.voice("1-9")
def test_the_family_is_drawn_as_it_is_written(hand_of: HandOf, town: Town) -> None:
    one_household(town)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    tanaka.follow("世帯の人をなおす")
    tanaka.follow("家族のつながりをなおす")
    couples = tanaka.panel("夫婦・つれあい")
    tanaka.open_in(couples, "変わったことを書く・取り消す")
    tanaka.choose("どうなりましたか", "離婚", inside=couples)
    tanaka.press("残す", inside=couples)
    tanaka.sees("変わったことを残しました。")
    tanaka.open("別に暮らす親・子・もとの夫や妻など")
    relatives = tanaka.panel("この世帯にいない家族を書く")
    tanaka.choose("だれの", "佐藤 誠", inside=relatives)
    tanaka.choose("何にあたる人", "子", inside=relatives)
    tanaka.write("名前", "佐藤 空", inside=relatives)
    tanaka.press("家族図に描く", inside=relatives)
    tanaka.sees("家族図に描きました。世帯には加えていません。")
    parents = tanaka.panel("親と子")
    tanaka.sees("佐藤 空")
    how_they_stand_is_drawn(tanaka)
    at_home(tanaka)
    tanaka.open("文字で読む")
    tanaka.sees("離婚")
    tanaka.sees("佐藤 空さん")
    tanaka.follow("世帯の人をなおす")
    tanaka.follow("家族のつながりをなおす")
    parents.get_by_role("button", name="佐藤 誠と佐藤 空は親子ではない(まちがい)").click()
    tanaka.sees("取り消しました。家族図から外れています。")
    at_home(tanaka)
    expect(tanaka.page.locator(".figure").first).not_to_contain_text("佐藤 空")


def how_they_stand_is_drawn(tanaka: Hand) -> None:
    """Whom one turns to, who cares, and that two do not speak; in the medical convention the words say it alone."""
    marks = tanaka.panel("間柄・キーパーソン・介護をする人")
    for who, role in (
        ("佐藤 空(別に暮らす)", "☆ キーパーソン"),
        ("佐藤 誠", "主に介護する人(主)"),
        ("佐藤 空(別に暮らす)", "介護を手伝う人(副)"),
    ):
        tanaka.open_in(marks, "キーパーソン・介護をする人")
        tanaka.choose("だれの役割ですか", who, inside=marks)
        tanaka.choose("どんな役割", role, inside=marks)
        tanaka.press("印をつける", inside=marks)
        tanaka.sees("家族図に印を描きました。")
    tanaka.open_in(marks, "二人の間柄を書く")
    tanaka.choose("だれと、だれの間柄ですか", "佐藤 キヨ", inside=marks)
    tanaka.choose("もう一人", "佐藤 空(別に暮らす)", inside=marks)
    tanaka.choose("どんな間柄", "縁が切れている", inside=marks)
    tanaka.press("家族図に描く", inside=marks)
    expect(marks.locator("li", has_text="佐藤 空")).to_have_count(3)
    figure = tanaka.page.locator(".figure").first
    for words in ("キーパーソン", "主に介護する人", "介護を手伝う人", "縁が切れている"):
        expect(figure.locator(".gg-legend")).to_contain_text(words)


@pytest.mark.voice("1-9", "F-2")
def test_who_is_around_is_seen_at_one_look(hand_of: HandOf, town: Town) -> None:
    """Before a visit: which office carries what, who was asked, which place there is; in the picture and in words."""
    one_household(town)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    what_stands_on_the_first_page(tanaka)
    tanaka.follow("まわりのつながりを見る")
    tanaka.heading("佐藤さん世帯のまわりに、だれがいますか。")
    tanaka.sees("北部包括 総合相談: これから。たのまれている必要 1。返事を待っている。")
    tanaka.sees("木曜の将棋: これから。名前を出さずに聞いた。")
    expect(tanaka.panel("つながりの図").get_by_role("img", name="佐藤さん世帯のまわり")).to_be_visible()
    drawn = tanaka.page.get_by_role("img", name="佐藤さん世帯の家族図")
    as_welfare = drawn.inner_html()
    tanaka.follow("医療の書き方")
    expect(tanaka.page.get_by_role("link", name="医療の書き方")).to_have_attribute("aria-current", "page")
    expect(drawn).to_be_visible()
    assert drawn.inner_html() != as_welfare
    tanaka.follow("福祉の書き方")
    assert drawn.inner_html() == as_welfare
    who_is_close_by_is_written_there(tanaka)


def who_is_close_by_is_written_there(tanaka: Hand) -> None:
    """A friend with whom it is hard, as 誠さん tells it; he is in the picture at once, and leaves it again."""
    close_by = tanaka.panel("身近な人")
    tanaka.open_in(close_by, "身近な人を書く")
    tanaka.write("呼び名", "将棋仲間の大野さん", inside=close_by)
    tanaka.choose("どんな人", "友人・知人", inside=close_by)
    tanaka.choose("だれの知り合いか", "佐藤 誠", inside=close_by)
    tanaka.press("図に描く", inside=close_by)
    tanaka.sees("つながりの図に描きました。")
    tanaka.open_in(close_by.locator("li", has_text="将棋仲間の大野さん"), "変わったことを書く・外す")
    now = close_by.locator("li", has_text="将棋仲間の大野さん")
    tanaka.choose("つながりの強さ", "つらい(もめている・会うと苦しい)", inside=now)
    tanaka.press("残す", inside=now)
    tanaka.sees("将棋仲間の大野さん: 困っている・つらい。友人・知人(佐藤 誠さんの知り合い)。")
    tanaka.sees("隣の鈴木さん: つながりが強い。近所の人。朝のごみ出しを手伝ってくれる。")
    figure = tanaka.page.get_by_role("img", name="佐藤さん世帯のまわり")
    expect(figure).to_contain_text("将棋仲間の大野さん")
    now = close_by.locator("li", has_text="将棋仲間の大野さん")
    tanaka.open_in(now, "変わったことを書く・外す")
    tanaka.press("将棋仲間の大野さんを図から外す", inside=now)
    expect(figure).not_to_contain_text("将棋仲間の大野さん")
    tanaka.press("元に戻す")
    tanaka.sees("図に戻しました。")
    expect(figure).to_contain_text("将棋仲間の大野さん")


def what_stands_on_the_first_page(tanaka: Hand) -> None:
    """Lead, last contact, what to heed at the door and until when, telephone, needs with their holders, plan, journal."""
    for words in ("まとめ役", "田中 美咲", "最後に会えた日", "訪問の前に", "戸口で5分話せた。", "まで・田中 美咲"):
        tanaka.sees(words)
    expect(tanaka.panel("ひと")).to_contain_text("0000-22-1102")
    for title in ("キヨさんの物忘れと薬", "誠さんが外で過ごせる場所"):
        expect(tanaka.need(title)).to_contain_text("相談支援係")
    for title in ("プラン", "まるごと図", "記録", "アセスメントシート"):
        expect(tanaka.panel(title)).to_be_visible()


@pytest.mark.voice("F-2")
def test_what_changed_while_one_was_away(hand_of: HandOf, town: Town) -> None:
    """小川さん took the ball meanwhile; 田中さん reads it on the household, without opening anything else."""
    one_household(town)
    ogawa, tanaka = hand_of("小川 直子"), hand_of("田中 美咲")
    she_asks_back_before_she_takes_it(ogawa, tanaka)
    at_home(tanaka)
    tanaka.follow("いないあいだに変わったこと")
    tanaka.sees("ほかの人が動かしたことが")
    tanaka.sees("北部包括 総合相談が受け取りました。")
    tanaka.choose("いつから", "7日前から")
    tanaka.press("しぼる")
    expect(tanaka.panel("いないあいだに変わったこと").locator("ol > li")).to_have_text(
        [
            re.compile("小川 直子.*北部包括 総合相談が受け取りました。", re.DOTALL),
            re.compile("小川 直子.*北部包括 総合相談が、受け取る前に聞き返しました。", re.DOTALL),
        ]
    )
    her_team_does_not_end_while_it_holds_a_ball(hand_of("本間 里奈"))


def her_team_does_not_end_while_it_holds_a_ball(honma: Hand) -> None:
    honma.follow("係と人")
    honma.follow("北部包括 総合相談")
    honma.write("いつから、いなくなりますか", "令和20年4月1日")
    honma.write("わけ", "係の統合")
    honma.press("閉じる")
    honma.sees("まだボールを1個持っているので、まだ閉じられません。")


def she_asks_back_before_she_takes_it(ogawa: Hand, tanaka: Hand) -> None:
    """The offer waits on; the answer is read by her alone, and then she takes it."""
    ogawa.follow("読む・受け取れない")
    more = ogawa.panel("もう少し聞きたいとき")
    ogawa.write("何が分かれば決められますか", "通院は毎週ですか。", inside=more)
    ogawa.press("聞き返す", inside=more)
    ogawa.sees("ボールは渡した係のままで、返事の期限をのばしました。")
    ogawa.sees("答えを待っています。")
    tanaka.page.goto(f"{tanaka.home}/")
    tanaka.sees("聞き返されました")
    tanaka.follow("返事をする")
    back = tanaka.panel("聞き返されています")
    expect(back).to_contain_text("通院は毎週ですか。")
    tanaka.write("答え", "月に二度です。", inside=back)
    tanaka.press("答える", inside=back)
    tanaka.sees("答えを届けました。ボールは渡した係のままです。")
    ogawa.page.goto(f"{ogawa.home}/")
    ogawa.sees("聞き返したことに答えがありました")
    ogawa.follow("読む・受け取れない")
    ogawa.sees("月に二度です。")
    ogawa.press("受け取る")


def test_a_name_and_a_number_are_put_right_and_a_death_is_taken_back(hand_of: HandOf, town: Town) -> None:
    one_household(town)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    tanaka.follow("佐藤 キヨ")
    tanaka.sees("昭和19年3月3日生まれ")
    tanaka.open("書いてあることを直す")
    facts = tanaka.panel("名前と生まれ")
    tanaka.write("名前", "佐藤 喜代", inside=facts)
    tanaka.press("直す", inside=facts)
    tanaka.heading("佐藤 喜代")
    tanaka.sees("まえの書き方")
    reach = tanaka.panel("連絡先")
    tanaka.open("電話を足す")
    tanaka.write("電話番号", "0000-22-1199", inside=reach)
    tanaka.press("電話を足す", inside=reach)
    tanaka.sees("0000-22-1199")
    tanaka.open("使わなくなった")
    tanaka.press("終わりにする", inside=reach.locator("li", has_text="0000-22-1102"))
    tanaka.sees("使わなくなった番号にしました。")
    tanaka.open("亡くなったことを残す")
    tanaka.tick("日は分からない")
    tanaka.press("残す", inside=tanaka.panel("亡くなったとき"))
    tanaka.sees("亡くなった方")
    tanaka.press("元に戻す")
    tanaka.sees("取り消しました。世帯にも戻っています。")
    at_home(tanaka)
    expect(tanaka.panel("ひと").locator("tbody tr")).to_have_count(2)


def test_two_records_of_one_person_are_found_and_parted_again(hand_of: HandOf, town: Town) -> None:
    one_household(town)
    tanaka = hand_of("田中 美咲")
    tanaka.page.goto(f"{tanaka.home}/search/?q=小林 喜代")
    tanaka.follow("小林 喜代")
    tanaka.open("書いてあることを直す")
    facts = tanaka.panel("名前と生まれ")
    tanaka.write("よみ", "さとう きよ", inside=facts)
    tanaka.write("生年月日", "昭和19年3月3日", inside=facts)
    tanaka.press("直す", inside=facts)
    tanaka.follow("同じ人の記録をさがす")
    tanaka.heading("同じ方かもしれない記録が1つあります。決めるのは、あなたです。")
    tanaka.sees("かなが同じ")
    tanaka.sees("生年月日が同じ")
    tanaka.press("佐藤 キヨと同じ方だと残す")
    tanaka.sees("同じ方だと残しました。")
    tanaka.press("元に戻す")
    tanaka.sees("別の方に戻しました。")
    expect(tanaka.panel("同じ方だと確かめた記録")).to_have_count(0)


@pytest.mark.voice("F-2")
def test_one_office_asks_another_and_hears_the_answer(hand_of: HandOf, town: Town) -> None:
    """西村 learns which office to call and nothing else; 田中 holds the question until she has answered."""
    one_household(town)
    nishimura = hand_of("西村 彩")
    nishimura.page.goto(f"{nishimura.home}/search/?q=佐藤 キヨ")
    nishimura.sees("見つかりませんでした。")
    nishimura.follow("ほかの係に記録があるか尋ねる")
    nishimura.write("名前", "佐藤 キヨ")
    nishimura.press("尋ねる")
    nishimura.sees("名前と生年月日の両方か、電話番号の全部が要ります。")
    nishimura.write("生年月日", "昭和19年3月3日")
    nishimura.mark("なぜ知る必要がありますか", "心配な様子の知らせがあった")
    nishimura.press("尋ねる")
    nishimura.heading("記録があります。答えを待っています。")
    nishimura.sees("福祉総合相談課 相談支援係")
    nishimura.does_not_see("佐藤さん世帯")
    nishimura.does_not_see("0000-22-1102")
    tanaka = hand_of("田中 美咲")
    tanaka.follow("佐藤 キヨ", exact=False)
    tanaka.heading("佐藤 キヨ の記録があるかを尋ねています。")
    tanaka.sees("心配な様子の知らせがあった")
    tanaka.mark("どう答えますか", "こちらから電話します")
    tanaka.press("答える")
    tanaka.heading("「こちらから電話します」と答えました。")
    nishimura.follow("きょう")
    nishimura.sees("答えが届きました")
    nishimura.follow("佐藤 キヨ", exact=False)
    nishimura.heading("記録があります。答えが届いています。")
    expect(nishimura.panel("問い合わせ先")).to_contain_text("こちらから電話します")
    in_an_emergency(hand_of, nishimura)


def in_an_emergency(hand_of: HandOf, nishimura: Hand) -> None:
    """Nobody can wait for an answer: 西村 opens the household for an hour, and answers for it."""
    nishimura.follow("いのちがあぶないとき、急ぎで開く")
    nishimura.write("あぶない方の名前", "佐藤 キヨ")
    nishimura.write("生年月日", "昭和19年3月3日")
    nishimura.mark("わけ", "いのちや体があぶない")
    nishimura.press("60分だけ開く")
    nishimura.sees("何がおきていますか")  # a reason alone is not enough
    nishimura.write("何がおきていますか", "電話に出ない。新聞がたまっている。")
    nishimura.press("60分だけ開く")
    nishimura.heading("まで、一つの世帯が開いています。")
    nishimura.follow("佐藤さん世帯")
    nishimura.sees("西村 彩が")
    nishimura.sees("急ぎで開きました。")
    nishimura.follow("閉じる・説明を書く")
    nishimura.press("いま閉じる")
    nishimura.heading("説明か答えを待っています。")
    nishimura.write("何があり、何を見て、どうしましたか", "救急車を呼び、会えた。連絡先だけを見た。")
    nishimura.press("説明を残す")
    nishimura.sees("説明を残しました。")
    those_who_were_told(hand_of)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    tanaka.sees("急ぎで開きました。")


def those_who_were_told(hand_of: HandOf) -> None:
    yamazaki = hand_of("山﨑 哲也")
    yamazaki.sees("急ぎで開かれました。読んで、答えてください。")
    yamazaki.follow("西村 彩", exact=False)
    yamazaki.sees("救急車を呼び、会えた。")
    yamazaki.does_not_see("佐藤")
    yamazaki.mark("どう確かめましたか", "やむをえなかった")
    yamazaki.press("答える")
    yamazaki.sees("答えを残しました。")
    shiraishi = hand_of("白石 律子")
    shiraishi.follow("閲覧記録")
    shiraishi.follow("急ぎで開かれた世帯(急ぎの閲覧)")
    shiraishi.sees("やむをえなかった")
    shiraishi.sees("答えを待っています")


@pytest.mark.parametrize("way", ["mouse", "noscript"])
def test_whom_a_measure_shuts_is_there_for_the_listed_only(hand_of: HandOf, town: Town, way: str) -> None:
    one_household(town)
    tanaka, yamazaki = hand_of("田中 美咲", way), hand_of("山﨑 哲也", way)
    at_home(yamazaki)
    yamazaki.sees("佐藤 キヨ")
    at_home(tanaka)
    tanaka.follow("佐藤 キヨ")
    tanaka.follow("見られる人を決める")
    tanaka.heading("見られる人は、決められていません。")
    tanaka.write("わけ", "DV等支援措置")
    tanaka.write("措置はいつまでですか", "令和9年11月24日")
    tanaka.press("閉じる", inside=tanaka.panel("見られる人を決めて、閉じる"))
    tanaka.heading("見られる人が決められています。")
    tanaka.sees("この方がいることも言わないでください。")
    yamazaki.page.goto(f"{yamazaki.home}/search/?q=佐藤 キヨ")
    yamazaki.sees("見つかりませんでした。")
    yamazaki.page.goto(tanaka.page.url)
    yamazaki.does_not_see("佐藤 キヨ")
    yamazaki.does_not_see("支援措置")
    tanaka.write("解くわけ", "措置が終わった。")
    tanaka.press("解く")
    tanaka.heading("見られる人は、決められていません。")
    yamazaki.page.goto(f"{yamazaki.home}/search/?q=佐藤 キヨ")
    expect(yamazaki.page.locator("h1")).to_contain_text("1人見つかりました。")
