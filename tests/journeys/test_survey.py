"""In the browser: the planner writes down how a survey of residents came out, sees the indicator leave 判定不能 after the count, and lets
the decision rest on it, with the report beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone

from marugoto.evaluation.actions.recount import count_everywhere
from tests.journeys.hand import Hand
from tests.papers import LETTER
from tests.town import Town
from tests.weighed import talked

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


@pytest.mark.voice("1-4", "4-4", "4-5")
def test_what_residents_answered_is_counted_and_the_decision_rests_on_it(
    hand_of: HandOf, town: Town, tmp_path: Path
) -> None:
    talked(town)
    count_everywhere(at=timezone.now(), due=True)
    hirata = hand_of("平田 裕子")
    hirata.page.goto(f"{hirata.home}/office/indicators/?text=I40")
    hirata.open("I40")
    hirata.sees("判定不能(U)")
    hirata.follow("調査の数を書く", exact=False)
    she_writes_it_down(hirata)
    hirata.page.goto(f"{hirata.home}/office/indicators/I40/")
    hirata.sees("判定不能")
    count_everywhere(at=timezone.now(), due=True)  # as the courier does every few minutes
    hirata.page.reload()
    hirata.heading("2,000人にたずねて812人が答え、406人(50%、幅46〜54%)")
    she_decides(hirata)
    report = tmp_path / "住民意識調査の報告書.pdf"
    report.write_bytes(LETTER)
    hirata.page.locator("input[type=file]").set_input_files(report)
    hirata.press("付ける")
    hirata.sees("1つの紙を付けました。")
    kuze = hand_of("久世 隆文")
    kuze.page.goto(hirata.page.url)
    kuze.sees("2,000人にたずね、812人が答え、「知っている」と答えた数は406")
    with kuze.page.expect_download() as taken:
        kuze.follow("住民意識調査の報告書.pdf")
    assert Path(taken.value.path()).read_bytes() == LETTER


def she_writes_it_down(hirata: Hand) -> None:
    """First with a slip of the finger, which comes back with a sentence and all that was typed."""
    hirata.heading("困ったときの相談先を知っているか")
    hirata.write("たずね始めた日", "2026-09-01")
    hirata.write("締め切った日", "2026-09-30")
    hirata.write("だれにたずねたか", "18歳以上の住民から無作為に2,000人")
    hirata.write("たずねた数", "2000")
    hirata.write("答えた数", "8120")
    hirata.write("「知っている」と答えた数", "406")
    hirata.write("よりどころ", "住民意識調査の報告書(企画課の棚)")
    hirata.press("残す")
    hirata.sees("答えた数(8120)が、たずねた数(2000)より多くなっています。")
    hirata.page.locator("input[name=answered]").fill("812")
    hirata.press("残す")
    hirata.sees("2,000人にたずね、812人が答え、「知っている」と答えた数は406")


def she_decides(hirata: Hand) -> None:
    hirata.page.goto(f"{hirata.home}/office/necessity/decisions/new/")
    hirata.mark("どうするか", "この答えのとおりにする")
    hirata.write("決めたことと、そのわけ", "まだ決めない。相談先の知らせ方を先に変える。")
    hirata.write("だれが決めたか", "庁議")
    hirata.page.locator("input[name=waves]").first.check()
    hirata.page.locator("input[name=talks]").first.check()
    hirata.press("そのときの数といっしょに残す")
    hirata.sees("困ったときの相談先を知っているか(I40)")
