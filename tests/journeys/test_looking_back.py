"""In the browser: what a town began three months ago, before and after; and its districts in the shapes it brought in."""

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from marugoto.community.actions.field_note import write_note
from marugoto.community.codes import NoteKind
from marugoto.kernel.jst import local_day
from tests.community.drawn_districts import feature, geojson, polygon, town_features
from tests.town import Town, settle_town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def settled(transactional_db: None) -> Town:
    return settle_town()


@pytest.fixture
def house(settled: Town, live_server: LiveServer) -> str:
    """The settled town, served; its address."""
    return str(live_server.url)


def enter(page: Page, house: str, name: str) -> None:
    """Choose somebody of the cast at the door."""
    page.context.clear_cookies()
    page.goto(f"{house}/sign-in/")
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_text(name).first).to_be_visible()


def went_out(town: Town, ago: int, times: int) -> None:
    for minute in range(times):
        at = timezone.now() - timedelta(days=ago, minutes=minute)
        by = town("hayashi").at_moment(at)
        write_note(by=by, at=at, day=local_day(at), kind=NoteKind.VISIT, words="縁側を見に行った。")


@pytest.mark.voice("2B-3", "4-1")
def test_a_programme_is_looked_at_before_and_after_its_day(page: Page, house: str, settled: Town) -> None:
    for ago, times in ((300, 1), (180, 3), (60, 11)):
        went_out(settled, ago, times)
    says_what_began(page, house)
    reads_before_and_after(page)
    takes_it_along(page)
    moves_the_day_and_it_is_seen(page, house)
    expect(page.get_by_text("この取り組みのせいだとは言えません").first).to_be_visible()


def says_what_began(page: Page, house: str) -> None:
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/initiatives/")
    page.get_by_role("link", name="取り組みを書く").click()
    page.get_by_label("取り組みの名前").fill("移動販売と立ち寄りサロン")
    page.get_by_label("だれがしているか").fill("社会福祉協議会")
    page.get_by_label("始まった日").fill((timezone.localdate() - timedelta(days=95)).isoformat())
    page.get_by_role("button", name="残す", exact=True).click()


def reads_before_and_after(page: Page) -> None:
    """It says what differs, and at once that this proves no cause."""
    page.get_by_role("link", name="前と後 3か月").click()
    page.get_by_role("link", name="地域に出向いたこと").click()
    expect(page.locator("h1")).to_have_text("地域に出向いたことは、始まる前の3か月 3回 → 後の3か月 11回")
    expect(page.get_by_text("この取り組みのせいだとは言えません").first).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="地域に出向いたこと")).to_contain_text("+8回")
    expect(page.locator("svg .fig-threshold")).to_have_count(1)


def takes_it_along(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="CSVで出す").click()
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert any("地域に出向いたこと" in row and "11回" in row for row in rows)


def moves_the_day_and_it_is_seen(page: Page, house: str) -> None:
    """Whoever moves the day says why, and every reader sees it."""
    page.get_by_role("link", name="直す・終える").click()
    page.get_by_label("始まった日").fill((timezone.localdate() - timedelta(days=40)).isoformat())
    page.get_by_label("直すわけ").fill("本番の日にした")
    page.get_by_role("button", name="直す", exact=True).click()
    address = page.url
    enter(page, house, "田中 美咲")
    page.goto(address)
    expect(page.get_by_text("本番の日にした")).to_be_visible()
    expect(page.get_by_text("後の期間は、まだ終わっていません。")).to_be_visible()


@pytest.mark.voice("2A-2", "F-1")
def test_the_map_is_drawn_in_the_shapes_of_the_town(page: Page, house: str) -> None:
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/coverage/")
    page.get_by_role("link", name="圏域のほんとうの形を入れる").click()
    hands_over(page, b"<kml></kml>", "圏域.kml")
    expect(page.get_by_text("KMLやGMLなど").first).to_be_visible()
    hands_over(page, geojson([*town_features(), feature("港町", polygon(139.3, 35.0))]), "圏域.geojson")
    expect(page.locator("h1")).to_have_text("4つの圏域を、すべて描けます。")
    expect(page.get_by_role("row").filter(has_text="港町")).to_contain_text("どの名前とも合いません")
    page.get_by_role("button", name="この形を地図に使う").click()
    expect(page.get_by_text("地図を、この形で描きます。")).to_be_visible()
    expect(page.get_by_text("圏域の形: みなも市都市計画課")).to_be_visible()
    expect(page.get_by_role("table", name="圏域ごとの場所の数")).to_be_visible()
    expect(page.locator("svg .map-name")).to_have_count(4)


def hands_over(page: Page, content: bytes, name: str) -> None:
    page.get_by_label("圏域の形のファイル").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )
    page.get_by_label("出典").fill("みなも市都市計画課")
    page.get_by_role("button", name="読んで、下見する").click()
