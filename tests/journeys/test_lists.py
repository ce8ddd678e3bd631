"""In the browser: a bad list is explained row by row, put right and taken in, and goes out again for everybody."""

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.exchange.books import workbook
from tests.town import settle_town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HEADING = ("名称", "種別", "住所", "電話", "曜日", "備考")
SALON = ("なぎさサロン", "サロン", "みなも市渚町1-5", "099-200-1001", "毎週火曜", "")
SLIPPED = ("土いじりの会", "畑", "099-200-1002", "みなも市北原台2-3", "土曜", "")
NAMELESS = ("", "食堂", "みなも市青空町4-1", "99-200-1003", "土曜", "")
FORMULA = ("𠮷田さんの縁側", "居場所", "みなも市本町1-1", "099-200-1004", "=A1", "")


@pytest.fixture
def house(transactional_db: None, live_server: LiveServer) -> str:
    """The settled town, served; its address."""
    settle_town()
    return str(live_server.url)


def hand_over(page: Page, house: str, content: bytes, name: str) -> None:
    page.goto(f"{house}/town/imports/")
    page.get_by_label("CSVのファイル").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="下見をする").click()


@pytest.mark.voice("2B-6", "2B-1")
def test_a_bad_list_is_explained_put_right_taken_in_and_goes_out_again(page: Page, house: str) -> None:
    page.goto(f"{house}/sign-in/")
    page.get_by_role("button", name="林 千春", exact=True).click()

    # The list of a residents' association, as its own program keeps it: each row is explained, nothing is guessed.
    hand_over(page, house, workbook([HEADING, SALON, SLIPPED, NAMELESS, FORMULA]), "自治会の一覧.xlsx")
    expect(page.locator("h1")).to_contain_text(
        "新しい場所は2か所、変わる場所は0か所、同じ場所は0か所、取り込めない行は2行です。"
    )
    expect(page.get_by_text("「地域の場所一覧」と見分けました")).to_be_visible()
    expect(page.get_by_text("ほかの1枚（うち1枚は隠されています）は読んでいません")).to_be_visible()
    slipped = page.get_by_role("row").filter(has_text="土いじりの会")
    expect(slipped).to_contain_text("列がずれているようです（「住所」の欄に電話番号、「電話番号」の欄に住所）")
    expect(page.get_by_role("row").filter(has_text="4行目")).to_contain_text("名称がありません。")
    expect(page.get_by_role("row").filter(has_text="𠮷田さんの縁側")).to_contain_text("式のように見えますが")

    # Put right, and taken in.
    right = [
        HEADING,
        SALON,
        (*SLIPPED[:2], SLIPPED[3], SLIPPED[2], *SLIPPED[4:]),
        ("まちかど食堂", *NAMELESS[1:]),
        (*FORMULA[:4], "木曜", ""),
    ]
    hand_over(page, house, workbook(right), "自治会の一覧.xlsx")
    page.get_by_role("button", name="取り込む").click()
    expect(page.locator("h1")).to_have_text("4か所を新しく書きました。取り込めなかった行はありません。")

    goes_out_again(page, house)
    goes_to_the_directories_of_the_world(page, house)


def goes_out_again(page: Page, house: str) -> None:
    """Shift JIS has no 𠮷 and says so; UTF-8 has, and the file is known again by its numbers."""
    page.get_by_role("navigation", name="地域の部屋").get_by_role("link", name="書き出し").click()
    expect(page.locator("h1")).to_have_text("公表できる場所が4か所あります。様式を選んで書き出せます。")
    own = page.get_by_role("row").filter(has_text="地域の場所一覧")
    own.get_by_role("link", name="シフトJIS").click()
    expect(page.get_by_role("alert")).to_contain_text("「𠮷」（𠮷田さんの縁側の名称）")
    with page.expect_download() as given:
        page.get_by_role("row").filter(has_text="地域の場所一覧").get_by_role("link", name="UTF-8").click()
    content = Path(given.value.path()).read_bytes()
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert {row["名称"] for row in rows} == {"なぎさサロン", "土いじりの会", "まちかど食堂", "𠮷田さんの縁側"}
    hand_over(page, house, content.replace("毎週火曜".encode(), "毎週水曜".encode()), given.value.suggested_filename)
    expect(page.locator("h1")).to_contain_text("新しい場所は0か所、変わる場所は1か所、同じ場所は3か所")


def goes_to_the_directories_of_the_world(page: Page, house: str) -> None:
    page.goto(f"{house}/town/exports/")
    with page.expect_download() as given:
        page.get_by_role("link", name="HSDSを書き出す").click()
    services = json.loads(Path(given.value.path()).read_text(encoding="utf-8"))
    assert services["total_items"] == 4
    assert {one["status"] for one in services["contents"]} == {"active"}
