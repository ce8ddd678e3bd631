"""In the browser: a list of more than a thousand places comes in while its sender does something else, is stopped, and taken back."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from marugoto.exchange.actions.import_round import Worker
from tests.town import settle_town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
ROWS = 1_600
LONG = 30_000  # milliseconds: the machine may be busy
LIST = "名称,種別,住所,電話\n" + "".join(
    f"本町{number}丁目サロン,サロン,みなも市本町{number}-1,099-200-{number:04}\n" for number in range(1, ROWS + 1)
)


@pytest.fixture
def house(transactional_db: None, live_server: LiveServer) -> str:
    """The settled town, served; its address."""
    settle_town()
    return str(live_server.url)


@pytest.mark.voice("2B-6")
def test_a_long_list_comes_in_beside_other_work_is_stopped_and_taken_back(page: Page, house: str) -> None:
    page.set_default_timeout(LONG)
    page.goto(f"{house}/sign-in/")
    page.get_by_role("button", name="林 千春", exact=True).click()
    page.goto(f"{house}/town/imports/")
    page.get_by_label("CSVのファイル").set_input_files(
        {"name": "県の一覧.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    )
    page.get_by_role("button", name="下見をする").click()

    # She waits for nothing: the page says how far it is, and leads her on by itself.
    expect(page.locator("h1")).to_have_text("ファイルを読んでいます。", timeout=LONG)
    at_work = Worker()
    at_work.round(0.01)
    expect(page.get_by_text("読んだ行 500 / 1,601行(およそ)")).to_be_visible(timeout=LONG)
    work_on(at_work)
    expect(page.locator("h1")).to_contain_text("新しい場所は1600か所", timeout=LONG)

    # Taking in is stopped half-way: what was taken has a receipt, each row that was left says why.
    page.get_by_role("button", name="取り込む").click()
    expect(page.locator("h1")).to_have_text("取り込んでいます。", timeout=LONG)
    expect(page.get_by_text("止めると、そこまでの行の受付票ができ、元に戻せます。")).to_be_visible(timeout=LONG)
    at_work.round(0.01)
    page.get_by_role("button", name="止める").click()
    expect(page.locator("h1")).to_have_text("止めています。少し待ってください。", timeout=LONG)
    work_on(at_work)
    expect(page.locator("h1")).to_have_text(
        "500か所を新しく書きました。1100行は、書かずに残しました。取り込めなかった行はありません。", timeout=LONG
    )
    expect(page.get_by_role("row").filter(has_text="本町501丁目サロン")).to_contain_text(
        "途中で止めたため", timeout=LONG
    )

    # And it is taken back.
    page.get_by_role("button", name="元に戻す").click()
    expect(page.locator("h1")).to_have_text("元に戻しています。", timeout=LONG)
    work_on(at_work)
    expect(page.locator("h1")).to_have_text("500か所を、すべて元に戻しました。", timeout=LONG)
    page.goto(f"{house}/town/imports/")
    expect(page.get_by_role("row").filter(has_text="県の一覧.csv")).to_contain_text("元に戻した", timeout=LONG)


def work_on(at_work: Worker) -> None:
    while at_work.round(2.0):
        pass
