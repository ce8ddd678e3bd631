"""In the browser: Hayashi brings a list of places in and takes it back; what one coordinator keeps, all of them use."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.exchange.files import written
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


def hand_over(page: Page, house: str, content: bytes, name: str = "地域の場所.csv") -> None:
    page.goto(f"{house}/town/imports/")
    page.get_by_label("CSVのファイル").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="下見をする").click()


def leads(page: Page, sentence: str) -> None:
    """The sentence with which the page opens."""
    expect(page.locator("h1")).to_have_text(sentence)


@pytest.mark.voice("2B-6", "2B-9")
def test_hayashi_brings_a_list_in_sees_each_row_says_yes_and_takes_it_back(page: Page, house: str) -> None:
    enter(page, house, "林 千春")
    page.get_by_role("navigation").get_by_role("link", name="地域").first.click()
    page.get_by_role("link", name="一覧を取り込む").first.click()

    # The first list, as an old spreadsheet writes it: nothing happens before she says yes.
    hand_over(page, house, written("places", "cp932"))
    leads(
        page, "新しい場所は3か所、変わる場所は0か所、同じ場所は0か所、取り込めない行は0行です。まだ何も変えていません。"
    )
    expect(page.get_by_text("文字コードはシフトJIS（CP932）")).to_be_visible()
    page.get_by_role("button", name="取り込む").click()
    leads(page, "3か所を新しく書きました。取り込めなかった行はありません。")

    # A later one: one row has changed, one is new, one cannot be taken.
    later = written("places").replace(b"099-200-1001", b"099-200-7777")
    later += "編みものの会,サークル,みなも市本町2-2,,月曜,,だれでも,\n".encode()
    later += ",サロン,みなも市本町9-9,,,,,\n".encode()
    hand_over(page, house, later)
    leads(
        page, "新しい場所は1か所、変わる場所は1か所、同じ場所は2か所、取り込めない行は1行です。まだ何も変えていません。"
    )
    changed = page.get_by_role("row").filter(has_text="なぎさサロン")
    expect(changed).to_contain_text("099-200-1001 → 099-200-7777")
    page.get_by_role("link", name=re.compile("^取り込めない")).click()
    expect(page.get_by_role("row").nth(1)).to_contain_text("名称がありません。")
    page.get_by_role("button", name="取り込む").click()

    # The receipt, the place in the list, and back again.
    leads(page, "1か所を新しく書き、1か所を直しました。1行は取り込めませんでした。")
    receipt = page.url
    page.get_by_role("link", name="場所の一覧へ").click()
    expect(page.get_by_role("link", name="編みものの会")).to_be_visible()
    leads(page, "地域に4か所あります。まだ確かめていない場所が4あります。")
    page.goto(receipt)
    page.get_by_role("button", name="元に戻す").click()
    leads(page, "2か所を、すべて元に戻しました。")
    page.get_by_role("link", name="場所の一覧へ").click()
    expect(page.get_by_role("link", name="なぎさサロン")).to_be_visible()
    expect(page.get_by_role("link", name="編みものの会")).to_have_count(0)


@pytest.mark.voice("2B-6")
def test_an_informal_circle_is_written_in_and_found_by_what_one_does_there(page: Page, house: str) -> None:
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/places/new/")
    page.get_by_label("名前").fill("縁側の将棋")
    page.get_by_label("将棋・囲碁・ゲーム").check()
    page.get_by_label("曜日").fill("木曜")
    page.get_by_role("button", name="書く").click()
    leads(page, "縁側の将棋")
    page.get_by_label("行って確かめた").check()
    page.get_by_role("button", name="確かめた").click()

    enter(page, house, "山下 恵")  # of another association, with another title
    page.goto(f"{house}/town/places/")
    page.get_by_label("できること").select_option(label="将棋・囲碁・ゲーム")
    page.get_by_role("button", name="さがす").click()
    leads(page, "合う場所が1か所あります。どこも1年以内に確かめています。")
    expect(page.get_by_role("row").filter(has_text="縁側の将棋")).to_contain_text("に確かめた")


@pytest.mark.voice("2B-9")
def test_what_one_coordinator_saw_outside_the_other_reads(page: Page, house: str) -> None:
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/field-notes/")
    page.get_by_label("見たこと・聞いたこと").fill("団地の集会所で、朝の体操が始まっていた。")
    page.get_by_label("かかった時間").fill("40")
    page.get_by_role("button", name="書く").click()
    enter(page, house, "山下 恵")
    page.goto(f"{house}/town/field-notes/")
    leads(page, "今月、地域に出たのは、みんなで1回・40分です。")
    expect(page.get_by_text("団地の集会所で、朝の体操が始まっていた。")).to_be_visible()
    expect(page.get_by_text("林 千春")).to_be_visible()


def test_a_file_of_a_hundred_megabytes_is_refused_with_a_sentence(
    page: Page, house: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    large = tmp_path_factory.mktemp("large") / "大きな一覧.csv"
    with large.open("wb") as file:
        file.truncate(100_000_000)
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/imports/")
    page.get_by_label("CSVのファイル").set_input_files(large)
    page.get_by_role("button", name="下見をする").click()
    expect(page.get_by_text("ファイルが大きすぎます（100.0MB）。20MBまで読めます。").first).to_be_visible()
    expect(page.get_by_text("まだ取り込みはありません。")).to_be_visible()


def sees_the_difference(page: Page) -> None:
    page.get_by_role("link", name="直す").click()
    page.get_by_role("link", name="だれが行けるか").first.click()
    page.locator("[name=fee]").fill("0円")
    page.get_by_role("button", name="違いを見る").first.click()


def test_axe_finds_nothing_grave_in_any_state_of_an_import_and_of_a_change(page: Page, house: str) -> None:
    enter(page, house, "林 千春")
    faults: list[str] = []

    def judge(what: str) -> None:
        page.wait_for_timeout(300)  # the toast arrives
        found = Axe().run(page).response["violations"]
        grave = [one for one in found if one["impact"] in {"serious", "critical"}]
        faults.extend(f"{what}: {one['id']} {one['nodes'][0]['html']}" for one in grave)

    hand_over(page, house, b"%PDF-1.7")
    expect(page.get_by_text("PDFファイルです。").first).to_be_visible()
    judge("refused")
    hand_over(page, house, written("preschool"))
    leads(
        page,
        "新しい場所は10か所、変わる場所は0か所、同じ場所は0か所、取り込めない行は1行です。まだ何も変えていません。",
    )
    judge("preview")
    page.get_by_role("button", name="取り込む").click()
    leads(page, "10か所を新しく書きました。1行は取り込めませんでした。")
    judge("receipt")
    receipt = page.url
    page.get_by_role("link", name="場所の一覧へ").click()
    page.get_by_role("link", name="みなも市立なぎさ保育所").click()
    page.get_by_role("button", name="確かめた").click()
    judge("confirmed")
    sees_the_difference(page)
    leads(page, "1か所が変わります。まだ直していません。")
    judge("difference")
    page.goto(receipt)
    page.get_by_role("button", name="元に戻す").click()
    leads(page, "9か所を元に戻しました。1か所は、元に戻せないところがあります。")
    judge("undone")
    assert faults == []
