"""In the browser: a planner is given a no that she can show in the assembly, a town with one desk is told to gather there, the schemes
there are stand against what they answer for, and five roles judge without knowing of each other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.evaluation.actions.recount import count_everywhere
from marugoto.kernel.era import say_era
from tests.journeys.hand import Hand
from tests.signs import held_at, signals_off
from tests.town import HOTAKAZAWA, MINAMO, Town
from tests.weighed import rating_round, standing_at, system, talked

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
OURS = "公式の基準ではありません"


def today() -> str:
    return say_era(timezone.localdate())


def weighs(hand: Hand) -> None:
    """From the page of the standard, as everybody who plans knows it."""
    hand.page.goto(f"{hand.home}/office/standard/")
    hand.follow("重層が要るか")


@pytest.mark.voice("1-2", "1-7", "3-2", "S-3")
def test_a_planner_is_given_a_no_that_she_can_show_in_the_assembly(hand_of: HandOf, town: Town) -> None:
    """A town that stood at 3 for two half-years and whose records light no sign. As long as one sign is unknown there is no no."""
    talked(town)
    system(town)
    held_at(MINAMO, 3)
    signals_off(MINAMO)
    count_everywhere(at=timezone.now(), due=True)  # as the courier does every few minutes
    hirata = hand_of("平田 裕子")
    weighs(hirata)
    hirata.heading("まだ判断できません。")
    hirata.sees(OURS)
    hirata.sees(
        "7つのうち6つが分かり、点いているのは0、消えているのは6です。分からない1つ(「財源・人の縦割り」(N6))は、消えているとは数えません。"
    )
    hirata.sees("確かさ: まだ言えません")
    hirata.sees("「町のことを書く」に、財源の按分などの事務の量を書きます(なければ0)。")
    hirata.follow("町のことを書く")
    hirata.write("財源の按分などの事務", "0.05")
    hirata.write("ここに書いたことの、よりどころ", "財政課との打合せ")
    hirata.press("残す")
    the_no_has_its_reasons(hirata)
    she_decides(hirata)
    with hirata.page.expect_download() as taken:
        hirata.follow("PDFで出す")
    assert Path(taken.value.path()).read_bytes().startswith(b"%PDF")
    kuze = hand_of("久世 隆文")
    weighs(kuze)
    kuze.heading("重層は要りません。いまの体制で整っています。")  # the mayor reads the same answer
    kuze.sees("確かさ: おおむね(大事な基準10のうち9は、前の半期に残した判定によっています)")
    kuze.sees("きょうの記録でも、答えは同じです。")
    kuze.follow(f"第1号 {today()}")
    kuze.sees("重層は使わない。")


def the_no_has_its_reasons(hirata: Hand) -> None:
    """What was judged from what, in figures; what the town wrote; what was tried; what would turn it."""
    hirata.heading("重層は要りません。いまの体制で整っています。")
    hirata.sees("すき間のしるし7つのうち7つが分かり、点いているのは0、消えているのは7です。")
    hirata.sees("三つの機能の段階は「地域で支え合う」3・「支援機関どうしが支え合う」3・「地域と支援機関がつながる」3")
    hirata.sees("返事のないまま、受け渡しの期限が切れた 80件中1件(1%)")
    hirata.sees("に残した数は40件中37件(93%)")
    hirata.sees("按分の事務は0.05人分、点くのは0.20人分から")
    hirata.sees("地域包括支援センター(全世代)(高齢福祉課): 「支援機関どうしが支え合う」果たしている")
    hirata.sees("点いているすき間がないので、試すことはありませんでした。")
    hirata.sees("「狭間・複合が拾えない」(N1)が点くと → まず、いまある制度で試します")
    hirata.does_not_see("わからない")


def she_decides(hirata: Hand) -> None:
    hirata.follow("決めたことを残す")
    hirata.sees("確かさ: おおむね(大事な基準10のうち9は、前の半期に残した判定によっています)")
    hirata.mark("どうするか", "この答えのとおりにする")
    hirata.write("決めたことと、そのわけ", "地域包括支援センターを全世代に広げた体制を続ける。重層は使わない。")
    hirata.write("だれが決めたか", "市長決裁")
    hirata.write("決めた日", today())
    hirata.write("何を調べたか", "令和8年度ニーズ調査(2,000人、企画課の棚)")
    hirata.page.locator("input[name=talks]").first.check()
    hirata.press("そのときの数といっしょに残す")
    hirata.heading("重層は要りません")
    hirata.sees(f"{today()}までの記録からの答えです。")  # no figure is younger than the decision
    hirata.sees("北部の住民の会(住民の集まり)")
    hirata.sees("二人以上の世帯で、二人目に会えた 20件中14件(70%)")
    hirata.does_not_see("わからない")


@pytest.mark.voice("2C-2")
def test_a_small_town_whose_office_works_together_is_told_so_from_its_records(hand_of: HandOf, town: Town) -> None:
    """唐沢 reads that nothing falls between the sections of his small office, and that the project would add nothing there."""
    held_at(HOTAKAZAWA, 3)
    signals_off(HOTAKAZAWA)
    count_everywhere(at=timezone.now(), due=True)
    karasawa = hand_of("唐沢 茂")
    weighs(karasawa)
    karasawa.heading("まだ判断できません。")  # that everybody knows everybody is no evidence by itself
    karasawa.follow("町のことを書く")
    karasawa.write("福祉の窓口の数", "1")
    karasawa.write("福祉の第一線の職員", "6")
    karasawa.write("財源の按分などの事務", "0")
    karasawa.write("ここに書いたことの、よりどころ", "組織図")
    karasawa.press("残す")
    karasawa.heading("重層は要りません。いまの体制で整っています。")
    karasawa.sees("すき間のしるし7つのうち7つが分かり、点いているのは0、消えているのは7です。")
    karasawa.sees("返事のないまま、受け渡しの期限が切れた 80件中1件(1%)")
    karasawa.sees("ほかの課や団体への協力の頼みが、いまはできないと断られた 20件中2件(10%)")
    karasawa.sees("三つの機能の段階は「地域で支え合う」3・「支援機関どうしが支え合う」3・「地域と支援機関がつながる」3")
    expect(karasawa.page.get_by_text("公式の基準ではありません").first).to_be_visible()


@pytest.mark.voice("1-3")
def test_where_only_pooled_money_is_heavy_both_ways_of_paperwork_are_compared(hand_of: HandOf, town: Town) -> None:
    """A town that works together in the meetings of the schemes there are: nothing falls between them, but the money takes hands."""
    talked(town)
    system(town)
    held_at(MINAMO, 3)
    signals_off(MINAMO)
    count_everywhere(at=timezone.now(), due=True)
    hirata = hand_of("平田 裕子")
    weighs(hirata)
    hirata.follow("町のことを書く")
    hirata.write("財源の按分などの事務", "0.30")
    hirata.write("ここに書いたことの、よりどころ", "福祉総務課で数えた")
    hirata.press("残す")
    hirata.heading("まず、いまある制度で試します。")
    hirata.sees("すき間のしるし7つのうち7つが分かり、点いているのは1、消えているのは6です。")
    hirata.sees("按分の事務は0.30人分、点くのは0.20人分から")
    hirata.sees("地域包括支援センター(全世代)(高齢福祉課): 「支援機関どうしが支え合う」果たしている")
    expect(hirata.page.get_by_text("まとめると書類がふえることもあるので、両方の手間をくらべる").first).to_be_visible()


@pytest.mark.voice("2C-1", "2C-3", "2C-5", "4-1")
def test_a_town_with_one_desk_is_told_to_gather_there(hand_of: HandOf) -> None:
    with standing_at(F1=2, F2=2, F3=2):
        karasawa = hand_of("唐沢 茂")
        weighs(karasawa)
        karasawa.heading("まだ判断できません。")
        karasawa.sees("すき間のしるし7つは、どれもまだ分かりません。")
        karasawa.follow("町のことを書く")
        karasawa.write("福祉の窓口の数", "1")
        karasawa.write("福祉の第一線の職員", "6")
        karasawa.tick("過疎地域の指定を受けている")
        karasawa.choose("出口がない(N3)", "ある")
        karasawa.write("すき間の「ある・ない」を、何で確かめたか", "サロンの世話人に聞いた")
        karasawa.write("ここに書いたことの、よりどころ", "組織図")
        karasawa.press("残す")
        karasawa.heading("一つの窓口に集める形を考えます。")
        karasawa.sees("司令塔を新しく作らず、支え合いとつなぎに力を入れます。条件は、県に確かめます。")
        expect(karasawa.page.get_by_text("公布された条文で未確認です")).to_be_visible()


@pytest.mark.voice("1-2", "3-4", "3-5", "2B-2")
def test_what_there_is_already_stands_against_what_it_answers_for(hand_of: HandOf) -> None:
    hirata = hand_of("平田 裕子")
    weighs(hirata)
    hirata.follow_in(hirata.page.locator("nav.tabs"), "既存制度の棚おろし")
    hirata.heading("いまある制度は、まだ書き出されていません。")
    hirata.follow("地域包括支援センター")
    hirata.write("だれが担っているか", "高齢福祉課")
    hirata.write("何人分の職員か", "6.5")
    hirata.write("よりどころ", "令和7年度の実績報告")
    hirata.choose("「支援機関どうしが支え合う」を", "果たしている")
    hirata.press("残す")
    hirata.heading("8のはたらきのうち7つは、果たしていると言える制度がありません。")
    hirata.sees("「参加支援」を果たしていると言える制度は、まだありません。")
    hirata.follow("地域包括支援センター")
    hirata.write("何人分の職員か", "7.0")
    hirata.write("直すわけ", "一人ふえた")
    hirata.press("直す")
    expect(hirata.panel("版").get_by_role("listitem")).to_have_count(2)
    hirata.sees("一人ふえた")


@pytest.mark.voice("1-4", "1-7")
def test_five_roles_judge_without_knowing_of_each_other(hand_of: HandOf, town: Town) -> None:
    rating_round(town)
    tanaka = hand_of("田中 美咲")
    tanaka.page.goto(f"{tanaka.home}/calendar/")
    tanaka.sees("自己採点の締め切り")
    tanaka.page.get_by_role("link", name="互いに見ないで、四つのはたらきに点をつけます").click()
    tanaka.does_not_see("みんなの見方と、記録")
    tanaka.sees("2 動いた 決めたことが、記録の上で動いている。")
    tanaka.choose("どの立場で", "相談窓口")
    tanaka.choose("地域で支え合う", "3 回っている")
    tanaka.write("そう思うわけ", "北部は夜が手薄。")
    tanaka.press("点を送る")
    tanaka.sees("届いています。閉じるまで、あなたにも見えません。")
    hirata = hand_of("平田 裕子")
    hirata.page.goto(f"{hirata.home}/office/ratings/")
    hirata.follow("点を書く")
    hirata.does_not_see("北部は夜が手薄。")
    hirata.write("閉じて、次にすること", "来月、五つの立場で話し合う。")
    hirata.press("閉じて、みんなで見る")
    hirata.heading("見方が割れています。点より先に話し合います。")
    expect(hirata.page.get_by_role("row").filter(has_text="支援機関どうしが支え合う")).to_contain_text("割れている")
    hirata.sees("北部は夜が手薄。")
    agreed = hirata.page.get_by_role("row").filter(has_text="振り返って直す")
    expect(agreed).to_contain_text("3・3・3・3・3")
    expect(agreed).to_contain_text("食い違い")  # that all agree proves nothing
    why = hirata.panel("記録がないので、比べられないもの")
    expect(why).to_contain_text("みんなの見方の中央値は3ですが、記録の段階は判定不能です。")
    expect(why).to_contain_text("「調べて話し合ってから決める」(P.1)")
