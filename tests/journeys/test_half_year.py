"""In the browser: the half-year on paper. The planner prepares the assembly, the mayor reads his page, a chief takes hers to the meeting."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, expect

from marugoto.evaluation.rules.half_year import last_days, say_fiscal_year, say_half_year
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.jst import local_day
from tests.journeys.hand import Hand
from tests.town import Town
from tests.web.office.figures import finished_told, handed_over, outcomes_told, strength_told
from tests.web.office.test_papers import half_year_told, held_fast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
OURS = "私たちの提案 v0・公式の基準ではありません・お金の配分に使うものではありません。"
WAYS = pytest.mark.parametrize("way", ["mouse", "noscript"])


def taken(hand: Hand, link: Locator) -> Path:
    """The file as the browser saves it."""
    with hand.page.expect_download() as download:
        link.click()
    return download.value.path()


def words(file: Path) -> str:
    with zipfile.ZipFile(file) as packed:
        body = packed.read("word/document.xml").decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def to_papers(hand_of: HandOf, name: str, way: str) -> Hand:
    hand = hand_of(name, way)
    hand.follow("振り返り")
    hand.follow("紙にする")
    hand.heading("の紙を出せます。")
    return hand


@WAYS
@pytest.mark.voice("4-1", "4-5")
def test_what_became_of_people_stands_beside_what_was_done_year_by_year(hand_of: HandOf, town: Town, way: str) -> None:
    """What those concerned scored themselves, how support ended and who came back; the year that runs is not complete and says so."""
    half_year_told()
    outcomes_told()
    year = fiscal_year(local_day(timezone.now()))
    kuze = hand_of("久世 隆文", way)
    kuze.follow("振り返り")
    kuze.follow("暮らしはどうなったか")
    kuze.heading(f"{say_fiscal_year(year - 1)}、本人が点をつけた24の「めざすこと」のうち、よくなったのは16です。")
    own = kuze.panel("本人がつけた点")
    for said in ("24件中16件(67%)", "12件中6件(50%)", f"{say_fiscal_year(year)}(途中)", "やさしい目標を立てたかどうか"):
        expect(own).to_contain_text(said)
    expect(kuze.panel("支援の終わり方").get_by_role("row", name="支援を終えた世帯")).to_contain_text("20")
    again = kuze.panel("終えてから6か月")
    expect(again).to_contain_text("14件中2件(14%)")
    expect(again.get_by_role("row", name="まだ6か月たっていない")).to_contain_text("5")
    expect(again.get_by_role("row", name="この年度の数は")).to_contain_text("まだ動く")
    expect(kuze.panel("したこと").get_by_role("row", name="相談を受けた(延べ)")).to_contain_text("41")


@WAYS
@pytest.mark.voice("S-F")
def test_where_there_are_fewer_to_carry_it_the_strength_of_the_community_is_seen(
    hand_of: HandOf, town: Town, way: str
) -> None:
    """District by district what there is, who came to carry it, what fell; what nobody knows is said and is no zero."""
    strength_told()
    kuze = hand_of("久世 隆文", way)
    kuze.follow("振り返り")
    kuze.follow("地域の力")
    kuze.heading("載っている場所は、1年前の6か所から4か所に減りました。この1年に担い手になった人は1人です。")
    north = kuze.panel("圏域ごとの力").get_by_role("row", name="北部")
    for said in (
        "3か所(前の年 5か所)",
        "減った",
        "3か所中2か所",
        "3回中2回",
        "1人(前の年 0人)",
        "2人(前の年 0人)",
        "わからない",
    ):
        expect(north).to_contain_text(said)
    expect(kuze.panel("わからないこと")).to_contain_text("支え手の年齢")
    expect(kuze.panel("次の一歩")).to_contain_text("場所が減った圏域(北部)")
    kuze.follow("重層が要るか、いつ見直すか")


@WAYS
@pytest.mark.voice("3-1", "3-3", "4-5")
def test_the_assembly_is_answered_from_figures_with_what_they_do_not_say(hand_of: HandOf, town: Town, way: str) -> None:
    """A question of the assembly is no reason to begin, and no reason to guess: what the records say, of when, and what they do not."""
    half_year_told()
    outcomes_told()
    finished_told()
    held_fast()
    hirata = to_papers(hand_of, "平田 裕子", way)
    hirata.sees("あとから書かれたことで変わらないので、いつ出しても同じ数です。")
    panel = hirata.panel("議会答弁のための紙(想定問答)")
    inside = words(taken(hirata, panel.get_by_role("link", name="Wordで出す (議会答弁のための紙(想定問答) 中で使う)")))
    out = words(taken(hirata, panel.get_by_role("link", name="Wordで出す (議会答弁のための紙(想定問答) 外に出す)")))
    for paper in (inside, out):
        assert "相談は増えているのか、減っているのか。" in paper
        assert "増減だけでは、よしあしは申し上げられません。" in paper
        assert "国に公式の基準はありません。" in paper
        assert "言わないこと" in paper
        assert OURS in paper
    assert "中で使う紙: 少ない数もそのまま出ています。" in inside
    assert "引き算でそれがわかってしまう数は「※」で伏せています。" in out
    hirata.follow("画面で読む", exact=False)
    hirata.heading("の数で答えられる問いが9あります。")
    grew = hirata.panel("相談は増えているのか、減っているのか。")
    expect(grew).to_contain_text("この半期に受けた相談は41件")
    expect(grew).to_contain_text("困っている人が増えたか減ったか。")
    expect(hirata.panel("何人が相談し、何世帯を支えたのか。")).to_contain_text("名前のわかった方は30人")
    expect(hirata.panel("相談した人の暮らしは、よくなったのか。")).to_contain_text("言わないこと")
    hirata.follow("紙にする")
    hirata.follow("相談の内訳")
    hirata.heading("に受けた相談は41件、いまも続いているのは26件です。")
    hirata.sees("不明(印なし)")
    hirata.sees("足しても合計にはなりません。")
    expect(hirata.panel("支援を終えた世帯").get_by_role("row", name="めざすことがかなった")).to_contain_text("4")


@WAYS
@pytest.mark.voice("1-4", "4-3")
def test_the_mayor_reads_his_page_and_what_he_is_asked_to_decide(hand_of: HandOf, town: Town, way: str) -> None:
    half_year_told()
    half = say_half_year(last_days(local_day(timezone.now()), 1)[0])
    kuze = to_papers(hand_of, "久世 隆文", way)
    panel = kuze.panel("首長のための1枚")
    page = words(taken(kuze, panel.get_by_role("link", name="Wordで出す (首長のための1枚 中で使う)")))
    assert f"首長のための1枚 {half}" in page
    assert "41件" in page
    assert "声を上げたら、3開庁日のうちに動いたか" in page
    assert "決めていただきたいこと" in page
    assert "会議やプランの数は、成果として数えていません。" in page
    assert OURS in page
    kept = taken(kuze, panel.get_by_role("link", name="PDFで出す (首長のための1枚 中で使う)"))
    assert kept.read_bytes().startswith(b"%PDF-")


@WAYS
@pytest.mark.voice("5-5", "5-6", "S-5")
def test_a_chief_takes_the_page_of_her_division_to_the_meeting(hand_of: HandOf, town: Town, way: str) -> None:
    """What it holds, what it is asked, what it has of working together; nobody's name."""
    handed_over(town, "佐藤さん", caught=False, days_ago=1)
    chief = to_papers(hand_of, "山﨑 哲也", way)
    panel = chief.panel("課の1枚")
    own = words(taken(chief, panel.get_by_role("link", name="Wordで出す").first))
    assert "件のボールを持ち、0件の返事を待たれています。" in own
    chief.open("ほかの課の紙を出す")
    asked = words(taken(chief, panel.get_by_role("link", name="Wordで出す (北部地域包括支援センター)")))
    assert "1件の返事を待たれています。" in asked
    assert "この課にお願いしたいこと" in asked
    assert "佐藤" not in own + asked
