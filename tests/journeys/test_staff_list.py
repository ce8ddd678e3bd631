"""1 April, in the browser: 本間 brings the list in, 山﨑 says yes to it, the paper is handed over, and the newcomer comes in by it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.utils import timezone

from marugoto.custody.actions.due import run_due_everywhere
from tests.exchange.books import workbook
from tests.journeys.hand import Hand
from tests.journeys.test_first_of_april import everything_open
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
MARCH = datetime(2027, 3, 23, 1, 0, tzinfo=UTC)
APRIL = datetime(2027, 4, 1, 0, 0, tzinfo=UTC)  # nine in the morning in Japan
SECRET = re.compile(r"(?<![\w-])(?:[a-z2-9]{4}-){3}[a-z2-9]{4}(?![\w-])")  # not the middle of an id
OWN = "はるのうみ-ひねもす-2026"
ROWS = (
    ("みなも市 令和9年4月1日付 人事異動",),
    ("職員番号", "氏名", "ふりがな", "所属", "係", "役割(担当)", "着任日", "退任日"),
    ("１２０７", "新井　明里", "アライ アカリ", "福祉総合相談課", "相談支援係", "相談支援員", "令和9年4月1日", ""),
    ("0801", "田中 美咲", "", "福祉総合相談課", "相談支援係", "相談支援員", "平成30年4月1日", "令和9年3月31日"),
    ("1208", "上野 学", "", "水道局", "", "窓口職員", "令和9年4月1日", ""),
)


@pytest.mark.voice("5-2", "5-6")
def test_the_list_of_april_needs_two_and_leaves_no_ball_behind(
    hand_of: HandOf, town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one_household(town)
    clock = {"now": MARCH}
    monkeypatch.setattr(timezone, "now", lambda: clock["now"])
    run_due_everywhere(at=MARCH)
    honma = hand_of("本間 里奈")
    the_office_brings_the_list(honma, tmp_path)
    the_office_cannot_release_alone(honma)
    the_chief_releases(hand_of("山﨑 哲也"))
    secret = the_paper_is_made(honma)
    clock["now"] = APRIL
    run_due_everywhere(at=APRIL)
    arai = hand_of("1207", password=secret)
    number = the_newcomer_chooses_a_password(arai, secret)
    the_chief_has_met_her(hand_of("山﨑 哲也"), number)
    the_newcomer_comes_in(arai)
    the_office_reads_who_gave_whom(hand_of("本間 里奈"))
    running, holders, at_work = everything_open(APRIL.date())
    assert len(running) > 3
    assert holders == {ball.pk: 1 for ball in running}
    assert {ball.in_charge_id for ball in running} <= at_work
    assert not any(ball.in_charge.worker.name == "田中 美咲" for ball in running)


def the_office_brings_the_list(honma: Hand, folder: Path) -> None:
    book = folder / "人事異動.xlsx"
    book.write_bytes(workbook(ROWS))
    honma.follow("係と人")
    honma.follow("名簿の取り込み")
    honma.heading("職員の名簿を選ぶと、まず下見をします。")
    honma.page.locator("input[type=file]").set_input_files(str(book))
    honma.press("下見をする")
    honma.heading("新しい人1、退く人1、読めない行1。まだ何も変えていません。")
    honma.sees("令和9年4月1日から、いなくなります。アカウントもその日に閉じます。")
    honma.sees("松永 智弘さんへ移ります。")
    honma.sees("「水道局」という所属はありません。")
    honma.press("取り込む")
    honma.sees("1件を頼み、1人が退くことを書きました。")


def the_office_cannot_release_alone(honma: Hand) -> None:
    honma.heading("もう一人の返事を待っています。")
    honma.sees("あなたの頼みを出せる人")
    assert honma.page.get_by_role("button", name="印をつけた人に出す").count() == 0


def the_chief_releases(chief: Hand) -> None:
    chief.follow("アカウント(もう一人として返事をする)")
    chief.heading("あなたの返事を待っているアカウントが2件あります。")
    chief.page.get_by_role("checkbox", name="新井 明里").check()
    chief.press("印をつけた人に出す")
    chief.sees("1件を出しました。はじめて入る人には、紙を手わたしします。")


def the_paper_is_made(honma: Hand) -> str:
    honma.follow("アカウント")
    honma.page.get_by_role("checkbox", name="新井 明里").check()
    honma.press("印をつけた人の紙を出す")
    honma.heading("1枚の紙です。見えるのは、この一度だけです。")
    honma.sees("令和9年4月1日から令和9年4月14日まで")
    found = SECRET.search(honma.page.locator(".slip").inner_text())
    assert found
    honma.page.emulate_media(media="print")
    assert not honma.page.get_by_role("navigation", name="主な画面").first.is_visible()
    assert honma.page.pdf().startswith(b"%PDF")
    honma.page.emulate_media(media="screen")
    honma.page.reload()
    honma.heading("紙は、もう閉じました。")
    return found.group(0)


def the_newcomer_chooses_a_password(arai: Hand, secret: str) -> str:
    arai.heading("自分だけのパスワードを決めます")
    arai.page.goto(f"{arai.home}/desk/households/")
    arai.heading("自分だけのパスワードを決めます")
    for name, words in (("oldpassword", secret), ("password1", OWN), ("password2", OWN)):
        arai.page.locator(f"[name={name}]").fill(words)
    arai.press("決める")
    arai.heading("あと一つです。この番号を、会って見せます。")
    arai.sees("山﨑 哲也")
    arai.page.goto(f"{arai.home}/desk/households/")
    arai.heading("あと一つです。この番号を、会って見せます。")
    return arai.page.locator(".slip__word").inner_text()


def the_chief_has_met_her(chief: Hand, number: str) -> None:
    chief.follow("アカウント(もう一人として返事をする)")
    chief.page.get_by_label("会った人").select_option(label="新井 明里")
    chief.write("その人の画面の番号", number)
    chief.press("本人だと確かめた")
    chief.sees("新井 明里さん本人だと確かめました。")


def the_newcomer_comes_in(arai: Hand) -> None:
    arai.follow("確かめてもらった")
    arai.sees("新井 明里")
    arai.follow("世帯")
    arai.sees("佐藤さん世帯")


def the_office_reads_who_gave_whom(honma: Hand) -> None:
    honma.follow("係と人")
    honma.does_not_see("田中 美咲")
    honma.follow("アカウント")
    honma.follow("だれが、だれにアカウントを出したか(記録・停止)")
    honma.write("名前か番号", "新井 明里")
    honma.press("しぼる")
    for step in (
        "本間 里奈が頼んだ",
        "山﨑 哲也が出した",
        "本間 里奈が紙を出した",
        "山﨑 哲也が会い、本人だと確かめた",
    ):
        honma.sees(step)
