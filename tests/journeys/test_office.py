"""In the browser: the office and the chief keep house, the control tower asks and is answered, the prefecture reads what was told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.agencies.queries.calendar import calendar_of
from marugoto.custody.actions.asking import answer_asking, direct
from marugoto.custody.actions.care import answer_stuck, call_stuck, end_rescue
from marugoto.custody.codes import LearntCode, StuckOutcome
from marugoto.evaluation.actions.hours import declare_hours
from marugoto.evaluation.rules.half_year import last_days, say_half_year
from tests.begun import heard
from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import MINAMO, Town
from tests.web.office.figures import count
from tests.web.pref.test_municipality import offers, tell_the_prefecture

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
WHOM = LearntCode.WHOM_TO_ASK
WAYS = pytest.mark.parametrize("way", ["mouse", "noscript"])


@WAYS
@pytest.mark.voice("5-2", "5-7")
def test_the_tower_sees_where_it_lies_is_called_and_asks_without_taking_it(
    hand_of: HandOf, town: Town, way: str
) -> None:
    """Where what happens is seen for every section; whoever is in trouble calls with one press; the ball stays with its holder."""
    one_household(town)
    caller = hand_of("田中 美咲", way)
    caller.follow("相談を受ける")
    caller.choose("どこで", "電話")
    caller.write("呼び名", "井口さん")
    caller.write("電話", "090-1234-5678")
    caller.press("受け付ける")
    caller.sees("090-1234-5678")
    caller.follow("きょう")
    caller.press("困った", inside=caller.page.get_by_role("listitem").filter(has_text="井口さん"))
    caller.sees("司令塔に知らせました。ボールはそのままです。")

    mori = hand_of("森 健一", way)
    mori.heading("「困った」が")
    mori.does_not_see("井口さん")  # nothing was opened to the control tower
    mori.follow("司令塔")
    lines = mori.panel("係ごとのようす")
    mori.follow_in(lines, "福祉総合相談課 相談支援係")
    mori.sees("ぜんぶの係を見る")
    mori.press("持っている係にたずねる")
    mori.sees("持っている係にたずねました。ボールはそのままです。")

    tanaka = hand_of("田中 美咲", way)
    tanaka.sees("たずねられました")
    tanaka.follow("返事をする")
    tanaka.write("いまのようすと、次にすること", "あす訪ねます。")
    tanaka.press("返事をする")
    tanaka.sees("返事を届けました。ボールはあなたの係のままです。")

    mori.follow("きょう")
    mori.sees("たずねたことに返事がありました")
    assert "井口さん" not in it_is_moved_along_with(mori)


def it_is_moved_along_with(mori: Hand) -> str:
    """The tower's answer to the call: together, and the ball stays. Answers what stands on its page."""
    mori.press("いっしょに動く")
    mori.sees("「困った」に答えました。ボールは持ち手のままです。")
    mori.follow("きょう")
    expect(mori.panel("いっしょに動いているもの")).to_contain_text("福祉総合相談課 相談支援係")
    return mori.page.content()


@WAYS
def test_the_chief_keeps_the_house(hand_of: HandOf, way: str) -> None:
    """From the first page: days with a reason, a day on which nobody comes, a school at the table until a day."""
    chief = hand_of("山﨑 哲也", way)
    chief.follow("係と人(だれがいくつ持っているか・日数の決まり・開庁日)")
    chief.follow("日数の決まり")
    chief.heading("日数は、どれもこのソフトのはじめの数のままです。")
    chief.choose("どの急ぎかた", "ふつう")
    chief.write("渡したあと、何開庁日で返事をもらうか", "3")
    chief.write("何開庁日をこえて触れなければ", "7")
    chief.write("変えるわけ", "返事が遅いという声が多かったため")
    chief.press("変える")
    chief.sees("返事が遅いという声が多かったため")
    chief.sees("山﨑 哲也")

    chief.follow("開庁日")
    day = calendar_of(MINAMO).add(timezone.localdate(), 6).isoformat()
    chief.write("どの日", day, inside=chief.panel("閉庁日を書く"))
    chief.write("何の日", "停電の日")
    chief.press("書く")
    chief.sees("停電の日")

    chief.follow("外の機関")
    chief.write("機関の名前", "川べり中学校")
    chief.choose("分野", "教育")
    chief.write("加わる根拠", "支援会議設置要綱3条", inside=chief.panel("学校・医院などを招く"))
    chief.write("いつから、いなくなりますか", "令和20年4月1日", inside=chief.panel("学校・医院などを招く"))
    chief.press("招く")
    chief.sees("外の機関を招くのは、一度に二年までです。")
    year = timezone.localdate().year + 1
    chief.write("いつから、いなくなりますか", f"{year}/4/1", inside=chief.panel("学校・医院などを招く"))
    chief.press("招く")
    chief.sees("川べり中学校を招きました。")
    assert chief.panel("いま加わっている機関").get_by_text("川べり中学校").count() == 1


def test_the_prefecture_begins_with_what_was_told(hand_of: HandOf, town: Town) -> None:
    offers(30, of=41, after=100_000)
    tell_the_prefecture(count=2)
    officer = hand_of("黒川 正人")
    officer.heading("3の市町村のうち3つから、数字が届いています。")
    officer.sees("公式の基準ではありません")
    officer.follow("くわしく見る")
    officer.sees("団体コード順(順位はつけません)")
    assert officer.page.url.endswith("/pref/municipalities/")


def called_taken_returned_and_directed(town: Town) -> None:
    """One ball: a call for help, taken by the control tower, given back with what was learnt; then a direction that is followed."""
    ball, until = heard(town).ball_id, timezone.localdate() + timedelta(days=14)
    call = call_stuck(by=town("tanaka"), at=town.later(), ball=ball)
    answer_stuck(by=town("mori"), at=town.later(), stuck=call.pk, outcome=StuckOutcome.TAKEN, until=until)
    end_rescue(by=town("mori"), at=town.later(), ball=ball, learnt_code=WHOM, learnt_words="法テラスに電話する。")
    direct(by=town("mori"), at=town.later(), ball=ball, words="電話してください。", due=until)
    answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words="", done=True)


@WAYS
@pytest.mark.voice("5-1", "5-4", "5-5", "5-8")
def test_the_chief_reads_whether_the_coordinator_grew_smaller_and_prints_the_patterns(
    hand_of: HandOf, town: Town, way: str
) -> None:
    """A fall is said only with what it could hide; and what the meeting on policy talks about has no household in it."""
    ends = last_days(timezone.localdate(), 4)
    for last, hours in zip(ends[:3], (900, 700, 500), strict=True):
        declare_hours(by=town("mori"), at=town.later(), last=last, hours=hours)
    called_taken_returned_and_directed(town)
    offers(30, of=41, after=100_000)

    chief = hand_of("山﨑 哲也", way)
    chief.follow("振り返り")
    chief.follow("調整役のこれまでとこれから")
    chief.sees("調整役は、みなも市の職員がしています(")
    own = chief.panel("調整そのもののようす")
    expect(own).to_contain_text(
        "1件のうち1件に返事をしました。返事までは、中央値(真ん中の値)で0開庁日、いちばん長くて0開庁日。"
    )
    expect(own).to_contain_text("1件預かり、1件を手で持ち手に返しました。")
    expect(own).to_contain_text("次にできることが残ったもの1件。")
    expect(own).to_contain_text("出したもの1件。済んだもの1件(うち期限のあと0件)")
    chief.heading("調整役が小さくなってきたかは、まだ言えません。時間の書かれた半期が、あと1回分いります。")
    chief.choose("どの半期", say_half_year(ends[3]))
    chief.write("調整にかかった時間の合計(全員ぶん)", "300")
    chief.press("書く")
    chief.sees(f"{say_half_year(ends[3])}の調整の時間を300時間と書きました。")
    chief.heading("調整の時間は、半期ごとに減ってきています。")
    chief.sees("少なすぎて言えないので、機関が育ったからとは言えません。")
    chief.sees("ほぼ100時間")
    chief.does_not_see("100から100時間")

    count()
    chief.follow("つなぎの型")
    chief.sees("までの記録")
    chief.heading(f"{say_half_year(ends[3])}、表に出せる道すじで、断られたボールはありません。")
    expect(chief.panel("どの分野から、どの分野へ")).to_contain_text("30件中0件")
    chief.sees("名前も係も出ません。10件未満の数は、人がわからないように伏せ、")
    assert "/desk/" not in chief.page.locator("main").inner_html()  # nothing leads from here to a household
