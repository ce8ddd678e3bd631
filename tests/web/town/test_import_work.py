"""Hayashi hands over a list that is too long to wait for: she sees how far it has come, may stop it, and is led on to what became of it."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from marugoto.exchange.actions.import_round import Worker
from marugoto.exchange.models import ImportWork
from marugoto.ground.context import entered
from marugoto.web.town.pages import place_import
from tests.exchange.files import written
from tests.town import Town
from tests.web.counting import counted
from tests.web.town.asking import see, send, sentence, upload, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db
MOST_QUERIES_OF_A_LIST = 8


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marugoto.exchange.rules.work.SHORT_BYTES", 10)
    for page in ("place_import", "import_receipt"):
        monkeypatch.setattr(f"marugoto.web.town.pages.{page}.SHORT_ROWS", 2)


def handed_over(client: Client, content: bytes) -> UUID:
    answer = upload(client, content)
    brought = UUID(answer["Location"].split("/")[3])
    assert answer["Location"] == f"/town/imports/{brought}/progress/"
    return brought


def worked_through() -> None:
    at_work = Worker()
    while at_work.round():
        pass


def led_on(client: Client, brought: UUID) -> str:
    answer = see(client, "import_work", brought)
    assert answer.status_code == 302
    return str(answer["Location"])


def test_she_is_led_through_preview_receipt_and_what_was_taken_back(enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = handed_over(hayashi, written("preschool"))
    page = see(hayashi, "import_work", brought)
    assert sentence(page) == "ファイルを読んでいます。"
    assert "読んだ行 0 /" in words(page)
    assert "画面を閉じても続きます。" in words(page)
    assert see(hayashi, "import_preview", brought)["Location"] == f"/town/imports/{brought}/progress/"
    assert "ファイルを読んでいます" in words(see(hayashi, "import"))
    worked_through()
    assert led_on(hayashi, brought) == f"/town/imports/{brought}/"
    assert sentence(see(hayashi, "import_preview", brought)).endswith("まだ何も変えていません。")
    assert send(hayashi, "import_yes", brought)["Location"] == f"/town/imports/{brought}/progress/"
    assert sentence(see(hayashi, "import_work", brought)) == "取り込んでいます。"
    assert "進みぐあいを見る" in words(see(hayashi, "import_preview", brought))
    worked_through()
    assert led_on(hayashi, brought) == f"/town/imports/{brought}/receipt/"
    assert sentence(see(hayashi, "import_receipt", brought)).startswith("10か所を新しく書きました。")
    assert send(hayashi, "import_undo", brought)["Location"] == f"/town/imports/{brought}/progress/"
    page = see(hayashi, "import_work", brought)
    assert sentence(page) == "元に戻しています。"
    assert "止める" not in words(page)
    assert led_on_from_undo(hayashi, brought) == f"/town/imports/{brought}/progress/"
    worked_through()
    assert led_on(hayashi, brought) == f"/town/imports/{brought}/undo/"
    assert sentence(see(hayashi, "import_undone", brought)) == "10か所を、すべて元に戻しました。"


def led_on_from_undo(client: Client, brought: UUID) -> str:
    return str(see(client, "import_undone", brought)["Location"])


def test_the_part_of_the_page_that_asks_again_leads_the_whole_page_on(enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = handed_over(hayashi, written("places"))
    assert f'hx-get="/town/imports/{brought}/progress/"' in see(hayashi, "import_work", brought).content.decode()
    worked_through()
    answer = asked_by_a_part(hayashi, brought)
    assert (answer.status_code, answer["HX-Redirect"]) == (200, f"/town/imports/{brought}/")


def asked_by_a_part(client: Client, brought: UUID) -> HttpResponse:
    return client.get(f"/town/imports/{brought}/progress/", headers={"HX-Request": "true"})


def test_she_stops_it(enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = handed_over(hayashi, written("preschool"))
    assert send(hayashi, "import_stop", brought).status_code == 302
    assert sentence(see(hayashi, "import_work", brought)) == "止めています。少し待ってください。"
    worked_through()
    page = see(hayashi, "import_work", brought)
    assert sentence(page) == "このファイルからは、何も取り込んでいません。"
    assert "途中で止めたため" in words(page)
    assert "取り込まなかった" in words(see(hayashi, "import"))
    assert see(hayashi, "places").status_code == 200


def test_a_long_file_that_cannot_be_read_says_why(enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = handed_over(hayashi, b"a,b\n1,2\n" * 9)
    worked_through()
    assert "見出しの行が見つかりません。" in words(see(hayashi, "import_work", brought))


def test_where_nothing_comes_forward_the_page_says_whom_to_ask(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = handed_over(hayashi, written("places"))
    assert "しばらく進んでいません。" not in words(see(hayashi, "import_work", brought))
    with entered(town("hayashi")):
        work = ImportWork.objects.within(town.body).get(of=brought)
        ImportWork.objects.within(town.body).update(made_at=work.made_at - timedelta(minutes=5))
    assert "しばらく進んでいません。" in words(see(hayashi, "import_work", brought))


@pytest.mark.parametrize("worker", ["tanaka", "yamazaki"])
def test_who_may_not_import_finds_none_of_it(enter: Enter, worker: str) -> None:
    brought = handed_over(enter("hayashi"), written("places"))
    reader = enter(worker)
    assert see(reader, "import_work", brought).status_code == 404
    assert send(reader, "import_stop", brought).status_code == 404
    assert send(enter("hayashi"), "import_stop", brought).status_code == 302


def test_the_page_asks_little_however_long_the_list_is(enter: Enter) -> None:
    hayashi, asked = enter("hayashi"), []
    for count in (5, 900):
        rows = "".join(f"会{number},みなも市渚町{number}\n" for number in range(count))
        brought = handed_over(hayashi, f"名称,住所\n{rows}".encode())
        with counted() as queries:
            see(hayashi, "import_work", brought)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= MOST_QUERIES_OF_A_LIST


def test_a_short_file_is_read_before_the_transaction_begins(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is read, nobody's writing waits for it."""
    monkeypatch.setattr("marugoto.exchange.rules.work.SHORT_BYTES", 100_000)
    outside, depths = len(connection.savepoint_ids), []
    read = place_import.read_file

    def watched(content: bytes) -> object:
        depths.append(len(connection.savepoint_ids))
        return read(content)

    monkeypatch.setattr(place_import, "read_file", watched)
    upload(enter("hayashi"), written("places"))
    assert depths == [outside]
