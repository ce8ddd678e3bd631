"""In the browser: a hundred indicators become twelve; a review changes a means and looks whether it helped; a voice comes back."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.evaluation.rules.pruning import LIVE_AT_MOST
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from tests import reviewed
from tests.evaluation.facts import Line, tell
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
QUESTION = "なぜ、気づいた人の半分に返事が届かないのか。何を変えれば届くか"
MEANS = "気づきへの返事"
BEFORE, AFTER = "返事をする係は、とくに決めない。", "気づきを受けた係の当番が、14日のうちに電話で返す。"
VOICE = "知らせたあと、どうなったかが分からない。伝わったのかも分からない。"


def in_days(days: int) -> date:
    return local_day(timezone.now()) + timedelta(days=days)


def ahead(days: int) -> str:
    return in_days(days).isoformat()


def plan_file(tmp_path: Path) -> Path:
    """A hundred rows as a planning division has them: three reported by law, ten about outcomes, the others about how much was done."""
    rows = ["指標,単位,目標,月の手入力(分),義務,種類"]
    rows += [f"事業報告{n},件,,10,○,アウトプット" for n in range(1, 4)]
    rows += [f"暮らしの変化{n},%,60,5,,アウトカム" for n in range(1, 11)]
    rows += [f"会議や講座の数{n},回,12,10,,アウトプット" for n in range(1, 88)]
    path = tmp_path / "計画の指標.csv"
    path.write_bytes("\r\n".join(rows).encode("cp932"))
    return path


@pytest.mark.voice("4-2")
def test_a_planner_prunes_a_hundred_indicators_to_twelve(hand_of: HandOf, tmp_path: Path) -> None:
    hirata = hand_of("平田 裕子")
    hirata.follow("振り返り")
    hirata.follow("見直し")
    hirata.follow("指標の台帳")
    hirata.page.get_by_label("計画の指標のファイル").set_input_files(plan_file(tmp_path))
    hirata.press("読みこむ")
    hirata.heading("97本から、残す候補12本と種3本。82本は置いておけます。")
    hirata.page.goto(f"{hirata.home}/office/ledger/")
    hirata.sees("97本のうち使われたのは0本。残す候補12本は「しぼる」で見られます。")
    hirata.follow("しぼる")
    expect(hirata.panel("義務(しぼらない)").locator("li")).to_have_count(3)
    hirata.follow("会議や講座の数9)", exact=False)
    expect(hirata.panel("残す候補").locator("legend").first).to_contain_text("会議や講座の数9")
    says_what_each_could_decide(hirata)
    hirata.press("この形にしぼる")
    hirata.sees("使う12本、種3本、置いておく82本にしました。")
    parked = hirata.panel("置いてあるもの")
    expect(parked.locator("li")).to_have_count(82)
    parked.get_by_role("button", name="会議や講座の数50").click()
    hirata.sees("「会議や講座の数50」を種に戻しました。")


def says_what_each_could_decide(hirata: Hand) -> None:
    panel = hirata.panel("残す候補")
    for number in range(LIVE_AT_MOST):
        panel.get_by_label("変えうる決定").nth(number).fill("来年度の仕様書の書き方")
        panel.get_by_label("いくつになったら").nth(number).fill("目標の半分を下回ったら")


@pytest.mark.voice("4-9", "4-10")
def test_a_review_changes_a_means_and_says_when_its_effect_is_checked(hand_of: HandOf, town: Town) -> None:
    heard_back(41, 17, days_ago=60)
    hirata = hand_of("平田 裕子")
    writes_the_means(hirata)
    asks_the_question_first(hirata)
    stops_the_figures(hirata)
    expect(hirata.panel("止めて残した数字")).to_contain_text("41件中17件(41%)")
    says_who_came(hirata)
    cannot_close_yet(hirata)
    decides(hirata)
    hirata.press("閉じる")
    hirata.sees("見直しを閉じました。")
    publishes(hirata)
    address = hirata.page.url
    ogawa = hand_of("小川 直子")
    ogawa.follow(MEANS)
    says_what_is_otherwise(ogawa)
    is_too_early(ogawa)
    hirata.page.goto(address)
    hirata.sees(AFTER)
    hirata.sees(f"{say_era(in_days(90))}に確かめます。")
    hirata.follow("見直し")
    hirata.sees(f"{say_era(in_days(0))}に公表")
    expect(hirata.panel("見直し")).to_contain_text("学識経験者")
    hirata.heading("これまでに変わった手段は1つです。そのうち1つは、ききめをこれから確かめます。")
    hirata.sees(f"ききめは{say_era(in_days(90))}に確かめる")


@pytest.mark.voice("4-3")
def test_the_effect_is_seen_on_its_day_beside_the_figure_that_was_stopped(hand_of: HandOf, town: Town) -> None:
    """Three months later the same figure is counted anew beside the one that was stopped, and the question is asked again."""
    changed_long_ago(town)
    ogawa, hirata = hand_of("小川 直子"), hand_of("平田 裕子")
    ogawa.follow(MEANS)
    checks_the_effect(ogawa)
    hirata.page.goto(f"{hirata.home}/office/reviews/")
    hirata.heading("これまでに変わった手段は1つです。")
    expect(hirata.panel("見直し")).to_contain_text("よくなった")
    hirata.follow(QUESTION)
    figures = hirata.panel("止めて残した数字")
    expect(figures).to_contain_text("41件中17件(41%)")
    expect(figures).to_contain_text(f"ききめを確かめた日の値({say_era(in_days(0))})")
    expect(figures).to_contain_text("44件中36件(82%)")
    hirata.follow("同じ問いで、次の見直しを始める")
    expect(hirata.page.get_by_label("問い")).to_have_value(QUESTION)


def heard_back(received: int, answered: int, *, days_ago: int, after: int = 4_000_000) -> None:
    """So many noticed something that day; so many of them heard back the day after."""
    day = (local_day(timezone.now()) - timedelta(days=days_ago)).toordinal()
    lines = [Line("notice.received", f"notice {days_ago} {one}", day) for one in range(received)]
    lines += [Line("notice.fed_back", f"notice {days_ago} {one}", day + 1) for one in range(answered)]
    tell(lines, after=after)


def changed_long_ago(town: Town) -> None:
    """Decided and changed 93 days ago; the day of its effect was three days ago. Since then 44 noticed something."""
    heard_back(41, 17, days_ago=400)
    town.now = timezone.now() - timedelta(days=93)
    about = reviewed.means(town, name=MEANS)
    review = reviewed.opened(town, about)
    made = reviewed.ruled(town, reviewed.scope(review, about), evidence=reviewed.cited(town, review, "I28"))
    reviewed.closed(town, review)
    reviewed.changed(town, made)
    heard_back(44, 36, days_ago=60, after=5_000_000)


def says_who_came(hirata: Hand) -> None:
    hirata.open("加わった人の種類を書く")
    parties = hirata.panel("だれと")
    parties.get_by_label("学識経験者").check()
    hirata.press("残す", inside=parties)
    hirata.sees("加わった人の種類を残しました。")
    expect(hirata.panel("だれと")).to_contain_text("学識経験者")


def publishes(hirata: Hand) -> None:
    """Residents read it, with what those from outside said."""
    hirata.open("公表したことを書く")
    hirata.write("どこに", "市ホームページ「地域福祉計画の見直し」")
    hirata.write("外から入った人の評価", "目標だけでなく手段を変えた。次は返事の中身も見てほしい。")
    hirata.press("公表したことを残す")
    expect(hirata.panel("公表")).to_contain_text("市ホームページ「地域福祉計画の見直し」")
    expect(hirata.panel("公表")).to_contain_text("次は返事の中身も見てほしい。")


def is_too_early(ogawa: Hand) -> None:
    """On the day it began nobody can know yet whether it helped."""
    ogawa.mark("どうなったか", "よくなった")
    ogawa.write("そう見たわけ", "よくなったと思う。")
    ogawa.press("ききめを残す")
    ogawa.sees(f"ききめを確かめる日({say_era(in_days(90))})が、まだ来ていません。")


def writes_the_means(hirata: Hand) -> None:
    hirata.page.goto(f"{hirata.home}/office/outline/")
    hirata.write("手段の名前", MEANS)
    hirata.write("だれがしているか", "福祉総務課")
    hirata.write("いつから", ahead(-400), inside=hirata.panel("手段を書く"))
    hirata.press("書く", inside=hirata.panel("手段を書く"))
    hirata.sees("手段を書きました。")


def asks_the_question_first(hirata: Hand, question: str = QUESTION) -> None:
    hirata.page.goto(f"{hirata.home}/office/reviews/")
    hirata.follow("見直しを始める")
    hirata.write("問い", question)
    hirata.choose("どの会で", "プロジェクトチーム")
    hirata.tick(f"{MEANS}(福祉総務課)")
    hirata.write("結論を出す日", ahead(60))
    hirata.tick("民生委員・児童委員")
    hirata.press("見直しを始める")
    hirata.heading(question)


def stops_the_figures(hirata: Hand) -> None:
    hirata.choose("問いに答えるのに要る指標", "I28 気づいた人への返事")
    hirata.press("いまの値で止めて残す")
    hirata.sees("1本の値を、いまの値で止めて残しました。")


def cannot_close_yet(hirata: Hand) -> None:
    hirata.press("閉じる")
    hirata.sees("まだ答えていない手段が1つあります。")


def decides(hirata: Hand, voice: str = "") -> None:
    hirata.mark("どうするか", "手段を変える")
    hirata.write("わけ", "返事をする係が決まっていない。")
    hirata.page.get_by_role("checkbox", name="I28 気づいた人への返事").check()
    if voice:
        hirata.tick(voice)
    hirata.write("何をどう変えるか", "当番を決めて、14日のうちに返す。")
    choose_desk(hirata)
    hirata.write("いつまでにするか", ahead(30))
    hirata.press("答えを残す")
    hirata.sees("答えを残しました。")


def choose_desk(hirata: Hand) -> None:
    field = hirata.page.get_by_label("だれがするか")
    words = field.locator("option", has_text="総合相談").filter(has_text="北部").first.inner_text()
    field.select_option(label=words)


def says_what_is_otherwise(ogawa: Hand) -> None:
    ogawa.choose("何が変わったか", "手順")
    ogawa.write("前の文", BEFORE)
    ogawa.write("いまの文", AFTER)
    ogawa.write("いつから", timezone.localdate().isoformat())
    ogawa.write("ききめを確かめる日", ahead(90))
    ogawa.press("変わったことを残す")
    ogawa.sees("ききめを確かめるまで、ボールは持ち手にあります。")


def checks_the_effect(ogawa: Hand) -> None:
    ogawa.mark("どうなったか", "よくなった")
    ogawa.write("そう見たわけ", "14日以内の返事が41件中17件から、44件中36件になった。")
    ogawa.press("ききめを残す")
    ogawa.sees("は変わり、ききめも確かめました。")


@pytest.mark.voice("4-11")
def test_an_opinion_of_somebody_concerned_comes_back_answered(hand_of: HandOf, town: Town) -> None:
    tanaka, hirata = hand_of("田中 美咲"), hand_of("平田 裕子")
    writes_the_means(hirata)
    gives_a_voice(tanaka)
    voice = tanaka.page.url
    asks_the_question_first(hirata)
    review = hirata.page.url
    takes_it_up(hirata)
    tanaka.page.goto(voice)
    tanaka.sees("見直しの提案にする")
    hirata.page.goto(review)
    stops_the_figures(hirata)
    decides(hirata, VOICE)
    ogawa = hand_of("小川 直子")
    ogawa.follow(MEANS)
    says_what_is_otherwise(ogawa)
    tanaka.page.goto(voice)
    tanaka.sees("手段が変わりました")
    tanaka.sees(AFTER)
    tanaka.mark("何を伝えたか", "変わったこと")
    tanaka.write("どう伝えたか", "電話で")
    tanaka.press("伝えたことを残す")
    expect(tanaka.panel("もとの人に伝えたこと")).to_contain_text("変わったこと")


def gives_a_voice(tanaka: Hand) -> None:
    tanaka.follow("困ること・こうだとよいことの声を届ける")
    tanaka.choose("だれの声か", "民生委員・児童委員")
    tanaka.write("困ること・こうだとよいこと", VOICE)
    tanaka.press("届ける")
    tanaka.heading(VOICE)
    tanaka.sees("返事を待っています")


def takes_it_up(hirata: Hand) -> None:
    """It lies on the planner's page of the day."""
    hirata.page.goto(hirata.home)
    hirata.follow(VOICE)
    hirata.mark("返事", "見直しの提案にする")
    hirata.choose("どの見直しの提案にするか", QUESTION)
    hirata.write("返事のことば", "次の見直しで、返事の当番を話し合います。")
    hirata.press("返事をする")
    hirata.sees("届けた係に知らせました。")
