"""The morning: numbers alone, in the house and as mail; and one's own dates in whatever calendar one keeps."""

import socket
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from email import message_from_bytes, policy
from typing import Any
from urllib.error import HTTPError

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import expect

from marugoto.agencies.models import Worker
from marugoto.agencies.queries.system import system_viewer
from marugoto.casework.actions.journal import write
from marugoto.custody.actions.care import call_stuck
from marugoto.custody.actions.people import assign
from marugoto.exchange.actions.digest_mail import morning_round
from marugoto.ground.context import entered
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import MINAMO, Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
SENDER, HERS = "shien@minamo.example", "soudan@minamo.example"
PASSWORD = "shiden-kai-1943-yama"
NAMES = ("佐藤", "誠", "キヨ", "田中", "美咲", "R8-")


@dataclass
class Mailbox:
    taken: list[Envelope] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 — aiosmtpd calls it so
        self.taken.append(envelope)
        return "250 OK"


@pytest.fixture
def box(settings: Any) -> Iterator[Mailbox]:
    """A mail server on loopback, on a port that the system chose; the town hands its letters in there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    server = {"host": "127.0.0.1", "port": port, "user": "", "password": "", "tls": ""}
    settings.MARUGOTO_MAIL = server | {"senders": {MINAMO: SENDER}}
    yield mailbox
    controller.stop()


@pytest.mark.voice("5-2")
def test_the_morning_says_how_the_day_stands(
    hand_of: HandOf, town: Town, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """田中 asks for mail; the next morning it says how many, the house says the same, and leads to what is meant."""
    story = one_household(town)
    clock = {"now": town.later()}
    monkeypatch.setattr(timezone, "now", lambda: clock["now"])
    call_stuck(by=town("tanaka"), at=town.later(), ball=story.ball)
    she_asks_for_mail(hand_of("田中 美咲"))
    day = system_viewer(MINAMO, town.now).calendar.next_open(local_day(town.now) + timedelta(days=1))
    clock["now"] = datetime.combine(day, time(7, 0), JST)
    morning_round(at=clock["now"])
    (letter,) = box.taken
    assert letter.rcpt_tos == [HERS]
    words = message_from_bytes(letter.content, policy=policy.default).get_content()  # type: ignore[arg-type,attr-defined]
    assert "「困った」を出しているもの: 1件" in words
    assert [name for name in NAMES if name in words] == []
    she_reads_it_and_goes_to_what_is_meant(hand_of("田中 美咲"), say_day(day))
    honma = hand_of("本間 里奈")
    honma.page.goto(f"{honma.home}/office/mail/")
    honma.heading(f"今朝のまとめは、{SENDER} から送っています。")
    honma.sees("送りました 1件")
    honma.does_not_see(HERS)


def she_asks_for_mail(tanaka: Hand) -> None:
    tanaka.follow("今朝のまとめ")
    tanaka.sees("開庁日の朝6時半をすぎると、ここに一日一つずつ並びます。")
    tanaka.write("メールアドレス", "相談係")
    tanaka.press("決める")
    tanaka.sees("メールアドレスの形ではありません。")
    tanaka.write("メールアドレス", HERS)
    tanaka.press("決める")
    tanaka.sees("次の開庁日の朝から、メールでも届きます。")
    tanaka.sees(f"{HERS} に届きます。")


def she_reads_it_and_goes_to_what_is_meant(tanaka: Hand, day: str) -> None:
    tanaka.follow("今朝のまとめ")
    first = tanaka.panel("朝のようす").locator("li").first
    expect(first).to_contain_text(day)
    expect(first).to_contain_text("「困った」を出しているもの 1件")
    for name in NAMES:
        expect(tanaka.panel("朝のようす")).not_to_contain_text(name)
    tanaka.follow("わたしの担当を開く")
    today = tanaka.panel("きょう動くこと")
    expect(today.get_by_role("link", name="わたしの担当", exact=False)).to_have_attribute("aria-current", "page")
    expect(today).to_contain_text("誠さんが外で過ごせる場所")
    tanaka.follow_in(today.locator("li", has_text="誠さんが外で過ごせる場所"), "佐藤さん世帯")
    tanaka.heading("佐藤さん世帯")
    expect(tanaka.need("誠さんが外で過ごせる場所")).to_contain_text("困った")


def test_ones_own_dates_stand_in_ones_own_calendar_until_the_key_is_taken_away(hand_of: HandOf, town: Town) -> None:
    """On the page with what they are about; outside the kind and the time alone; a new address shuts the old one."""
    one_household(town)
    tanaka = hand_of("田中 美咲")
    tanaka.follow("世帯")
    tanaka.follow("佐藤さん世帯")
    tanaka.write("見たこと・聞いたこと", "通帳のことを話した。")
    tanaka.open("相手・どの必要・いつ・約束・訪問の注意")
    tanaka.write("約束したこと", "通帳を一緒に見る")
    tanaka.write("約束の日", (local_day(timezone.now()) + timedelta(days=3)).isoformat())
    tanaka.press("記録する")
    tanaka.page.goto(f"{tanaka.home}/calendar/")
    dates = tanaka.panel("わたしの予定")
    for words in (
        say_day(local_day(timezone.now()) + timedelta(days=3)),
        "約束の日",
        "通帳を一緒に見る",
        "プランの見直し",
    ):
        expect(dates).to_contain_text(words)
    first = an_address(tanaka, "番地を作る")
    events = read(first)
    on_the_page = dates.locator("li").count()
    assert len(events) == on_the_page
    nothing_leaves_but_kind_time_and_a_reminder(events)
    tanaka.page.reload()
    tanaka.does_not_see("/marugoto.ics")
    second = an_address(tanaka, "新しい番地に替える")
    assert gone(first)
    assert len(read(second)) == on_the_page
    tanaka.press("購読を止める")
    tanaka.sees("購読を止めました。前の番地では、もう何も読めません。")
    assert gone(second)


def nothing_leaves_but_kind_time_and_a_reminder(events: list[Any]) -> None:
    promise = next(event for event in events if event["SUMMARY"] == "まるごと: 約束の日")
    assert promise["DTSTART"].dt == local_day(timezone.now()) + timedelta(days=3)
    (reminder,) = promise.walk("VALARM")
    assert (reminder["TRIGGER"].dt, reminder["DESCRIPTION"]) == (timedelta(hours=8.5), "まるごと: 約束の日")
    said = " ".join(str(value) for event in events for value in event.values())
    assert [words for words in (*NAMES, "通帳", "将棋") if words in said] == []


@pytest.mark.voice("1-9", "2C-4")
def test_a_promise_is_seen_by_whoever_carries_on_and_ends_by_a_word(hand_of: HandOf, town: Town) -> None:
    """田中 promised; 星 takes over, finds the day on her own page and on the household's, and says what became of it."""
    story = one_household(town)
    today = local_day(timezone.now())
    yesterday, at = today - timedelta(days=1), timezone.now()
    by = town("tanaka").at_moment(at)
    said = {"promise": "通帳を一緒に見る", "promise_on": yesterday}
    before = at - timedelta(days=2)
    write(by=by, at=at, case=story.case, need=story.need, words="通帳のことを話した。", happened_at=before, **said)
    said = {"promise": "薬の話をする", "promise_on": today}
    write(by=by, at=at, case=story.case, need=story.need, words="眠れないとのこと。", **said)
    assign(by=by, at=at, ball=story.ball, in_charge=town("hoshi").duty)
    hoshi = hand_of("hoshi", password=an_account_of_her_own(town))
    hoshi.page.goto(f"{hoshi.home}/calendar/")
    expect(hoshi.panel("わたしの予定")).to_contain_text("日がすぎました")
    hoshi.sees("係のボール全部では、日をすぎた約束が")
    hoshi.page.goto(f"{hoshi.home}/desk/households/{story.case}/")
    days = hoshi.panel("これからの日")
    expect(days).to_contain_text("田中 美咲")
    hoshi.press("守った", inside=days.locator("li", has_text="薬の話をする"))
    hoshi.sees("約束がどうなったかを残しました。")
    hoshi.follow_in(hoshi.panel("これからの日").locator("li", has_text="通帳を一緒に見る"), "守れなかった")
    hoshi.mark("どうなりましたか", "守れなかった")
    hoshi.press("残す")
    hoshi.sees("守れなかったわけが書かれていません。")
    hoshi.write("守れなかったわけ", "入院していて、会えなかった。")
    hoshi.press("残す")
    hoshi.sees("約束がどうなったかを残しました。")
    expect(hoshi.page.get_by_role("button", name="守った")).to_have_count(0)  # nothing is left to be said


def an_account_of_her_own(town: Town) -> str:
    """星 is nobody whom one plays with one click: she signs in as at work. Answers her password."""
    account = get_user_model().objects.create_user("hoshi", password=PASSWORD)
    with transaction.atomic(), entered(town("hoshi")):
        Worker.objects.within(MINAMO).filter(pk=town("hoshi").worker).update(user=account)
    return PASSWORD


def an_address(tanaka: Hand, button: str) -> str:
    """It is seen this once."""
    tanaka.press(button)
    tanaka.sees("この番地を、カレンダーの「URLで追加」に入れてください。")
    return tanaka.panel("購読の番地").locator("code").inner_text()


def read(address: str) -> list[Any]:
    """As a calendar program does: without a browser, without signing in."""
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 — the house of this test
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        return list(Calendar.from_ical(answer.read()).walk("VEVENT"))


def gone(address: str) -> bool:
    with pytest.raises(HTTPError) as answer:
        read(address)
    return answer.value.code == 404
