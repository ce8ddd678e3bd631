"""In the browser: what the planner writes down of each division's words, each reads on the screens of his work, and paper keeps one word."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.town import settle_town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def house(transactional_db: None, live_server: LiveServer) -> str:
    """The settled town, served; its address."""
    settle_town()
    return str(live_server.url)


def enter(page: Page, house: str, name: str) -> None:
    """Choose somebody of the cast at the door."""
    page.context.clear_cookies()
    page.goto(f"{house}/sign-in/")
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_text(name).first).to_be_visible()


@pytest.mark.voice("6-1", "2B-8")
def test_each_division_reads_its_own_word_and_paper_keeps_one(page: Page, house: str) -> None:
    the_planner_writes_who_says_what(page, house)
    the_tax_window_finds_what_welfare_calls_it(page, house)
    two_read_one_page_each_in_their_own_word(page, house)
    on_paper_the_house_s_word_is_left(page)
    expect(page.get_by_role("link", name="連絡票（気づき）")).to_be_visible()


def the_planner_writes_who_says_what(page: Page, house: str) -> None:
    enter(page, house, "平田 裕子")
    page.goto(f"{house}/help/")
    page.get_by_role("link", name="同じことを、どの課が何と言うか").click()
    expect(page.locator("h1")).to_have_text("課によって言い方のちがうことばは、まだ入っていません。")
    for concept, agency, word in (
        ("アセスメントシート", "収納課", "実態調査"),
        ("気づき", "福祉総合相談課", "連絡票"),
        ("気づき", "北部地域包括支援センター", "見守りの連絡"),
    ):
        page.get_by_label("どのことばを").select_option(label=concept)
        page.get_by_label("どの課・機関が").select_option(label=agency)
        page.get_by_label("何と言うか").fill(word)
        page.get_by_role("button", name="この言い方を入れる").click()
        expect(page.get_by_text(f"「{word}」を入れました。")).to_be_visible()
    expect(page.locator("h1")).to_have_text("2つのことばに、課ごとの言い方があります。")


def the_tax_window_finds_what_welfare_calls_it(page: Page, house: str) -> None:
    """岡本 of the tax window knows only his own word."""
    enter(page, house, "岡本 浩")
    page.goto(f"{house}/words/")
    page.get_by_label("ことば・課の名前").fill("実態調査")
    page.get_by_role("button", name="さがす").last.click()
    row = page.get_by_role("row").filter(has_text="アセスメントシート")
    expect(row).to_contain_text("収納課")
    expect(row).to_contain_text("あなたの課")


def two_read_one_page_each_in_their_own_word(page: Page, house: str) -> None:
    for name, word in (("小川 直子", "見守りの連絡（気づき）"), ("田中 美咲", "連絡票（気づき）")):
        enter(page, house, name)
        page.goto(f"{house}/desk/approaches/")
        expect(page.get_by_role("link", name=word)).to_be_visible()


def on_paper_the_house_s_word_is_left(page: Page) -> None:
    """田中 prints a page that speaks her word."""
    page.emulate_media(media="print")
    assert page.locator(".word__own").first.is_hidden()
    page.emulate_media(media="screen")
    expect(page.locator(".word__own").first).to_be_visible()
