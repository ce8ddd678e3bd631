"""In the browser: what is missing in the town and its first steps; what the body says of itself; and a small town on a way of its own."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator

from marugoto.evaluation.actions.recount import count_everywhere
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import Line, tell
from tests.journeys.hand import Hand
from tests.town import HOTAKAZAWA, MINAMO, Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
OURS = "わたしたちの案(v0)で、公式の基準ではありません。お金の配分に使わないでください。"
WAYS = pytest.mark.parametrize("way", ["mouse", "noscript"])


def in_a_year() -> str:
    return (timezone.localdate() + timedelta(days=360)).isoformat()


def noticed(body: str, answered: int, of: int) -> None:
    """Notices of two months ago; so many were heard back of within a week."""
    day = (local_day(timezone.now()) - timedelta(days=60)).toordinal()
    lines = []
    for one in range(of):
        lines.append(Line("notice.received", f"{body} {one}", day, body=body, code="resident"))
        if one < answered:
            lines.append(Line("notice.fed_back", f"{body} {one}", day + 7, body=body, code="resident"))
    tell(lines, after=100_000)  # the database numbers what is done in the browser from 1
    count_everywhere(at=timezone.now(), due=True)  # as the courier does every few minutes


def statement(hand: Hand, asks: str) -> Locator:
    return hand.panel("言明").locator("section", has_text=asks).first


def says(hand: Hand, asks: str, words: str) -> None:
    """A statement of the body, with its end."""
    here = statement(hand, asks)
    hand.open_in(here, "書く")
    hand.mark("いまは", "している", inside=here)
    hand.write("一行で", words, inside=here)
    hand.write("いつまで言えるか", in_a_year(), inside=here)
    hand.press(f"残す: {asks}", inside=here)


@WAYS
@pytest.mark.voice("1-1", "2B-2")
def test_a_planner_finds_what_is_missing_and_takes_the_first_step(hand_of: HandOf, town: Town, way: str) -> None:
    """Where the town stands, which function is missing, what to do tomorrow, and how many more of what reach the next level."""
    noticed(MINAMO, 17, of=41)
    hirata = hand_of("平田 裕子", way)
    hirata.follow("振り返り")
    hirata.heading("この町がどこにいるかは、まだ言えません。")
    hirata.sees(OURS)
    hirata.sees("一行を書くだけで判定できる基準が")
    hirata.sees("0から4の意味")
    assert hirata.panel("つぎに判定できるようになるもの").get_by_role("listitem").count() == 3
    bridge = hirata.panel("地域と支援機関がつながる")
    hirata.open_in(bridge, "まだ判定できない基準")
    hirata.open_in(bridge, "返事が返る")
    hirata.sees("まだ言われていないため、判定できません。")
    hirata.follow("「返事が返る」をくわしく見る")
    hirata.heading("「返事が返る」は、まだ判定できません。")
    says(hirata, "返事のひな形が決まっている", "返事のひな形を4月に決めた。地域福祉課。")
    hirata.sees("書きました。")
    hirata.heading("「返事が返る」は「1 決めた」まで来ています。")
    hirata.sees("14日のうちに返事の返った気づきは41件中17件(41%)。2 になるのは 21件(50%)から、3 は 33件(80%)から。")
    hirata.sees("返事の担当を決め、三つの圏域で半年試します。")
    hirata.follow("整備の基準")
    hirata.heading("基準32のうち、判定できるのは1つです。どの機能が弱いかは、まだ言えません。")
    hirata.open_in(hirata.panel("地域と支援機関がつながる"), "返事が返る")
    hirata.follow("「返事が返る」をくわしく見る")
    its_own_words(hirata)
    assert hirata.page.get_by_text("気づいた人に返す").count() >= 1


def its_own_words(hirata: Hand) -> None:
    """The town's words stand beside ours."""
    hirata.open("この町のことばにする")
    hirata.choose("どこを", "基準の名前")
    hirata.write("この町のことば(空なら、もとに戻す。書かなくてもよい)", "気づいた人に返す")
    hirata.write("わけ", "町で使っていることば")
    hirata.press("書きかえる")
    hirata.sees("この町のことばにしました。")
    hirata.sees("わたしたちの案: 返事が返る")
    hirata.follow("整備の基準")
    hirata.sees("気づいた人に返す")
    hirata.sees(OURS)


@WAYS
@pytest.mark.voice("1-1")
def test_a_small_town_goes_its_own_way(hand_of: HandOf, town: Town, way: str) -> None:
    """Three notices a year give no percentage: on its own way the town walks through all three and is judged, as far as its records go."""
    noticed(HOTAKAZAWA, 2, of=3)
    aruga = hand_of("有賀 千草", way)
    aruga.follow("振り返り")
    aruga.follow("言明を書く")
    aruga.mark("進め方", "C 小さな町にまとめる")
    aruga.write("なぜこの進め方か", "人が少なく、月の打合せで決めている")
    aruga.press("この進め方にする")
    aruga.sees("進め方を「C 小さな町にまとめる」にしました。")
    aruga.sees("定例の町の打合せに、どんなときに集まるかを決めて")
    aruga.heading("つぎに言うとよいのは、この3つです。一行ずつでかまいません。")
    assert aruga.panel("つぎに言うこと").get_by_role("listitem").count() == 3
    aruga.follow("返事のひな形が決まっている")
    says(aruga, "返事のひな形が決まっている", "電話で「伺いました」と言うことにした。")
    aruga.sees("3件中2件(少ないので割合は出しません)")
    walks_through_three(aruga)
    aruga.heading("「返事が返る」は「1 決めた」まで来ています。")
    aruga.sees("たどって3件が「はい」と書かれていますが、記録で「はい」なのは2件です。食い違うので、判定に使いません")
    aruga.sees("言明と記録が食い違うため、2 からは判定できません。")
    the_third_hears_back()
    aruga.page.reload()
    aruga.heading("「返事が返る」は「3 回っている」(仮)まで来ています。")
    aruga.sees("少ないので割合は見ず、直近の3件を一つずつたどり、3件が「はい」")
    aruga.sees("確かさ: 仮(3件)")
    assert aruga.page.get_by_text("満たす(仮)").count() >= 1
    aruga.does_not_see("3 は 3件(80%)から。")
    aruga.sees(OURS)
    assert aruga.page.get_by_text("公式の基準ではありません").count() >= 1


def the_third_hears_back() -> None:
    """What was told by telephone is written down."""
    day = (local_day(timezone.now()) - timedelta(days=53)).toordinal()
    tell([Line("notice.fed_back", f"{HOTAKAZAWA} 2", day, body=HOTAKAZAWA, code="resident")], after=200_000)
    count_everywhere(at=timezone.now(), due=True)


def walks_through_three(aruga: Hand) -> None:
    """And says of each that it was answered."""
    here = statement(aruga, "件数が少ないとき")
    aruga.open_in(here, "たどった例、または対象なしを書く")
    aruga.mark("件数のこと", "一つずつたどった", inside=here)
    aruga.write("たどった数(書かなくてもよい)", "3", inside=here)
    aruga.write("そのうち「はい」だった数(書かなくてもよい)", "3", inside=here)
    aruga.write("いつ、どの場で", "月の打合せで三つともたどった", inside=here)
    aruga.write("いつまで言えるか", in_a_year(), inside=here)
    aruga.press("残す: 件数のこと", inside=here)
