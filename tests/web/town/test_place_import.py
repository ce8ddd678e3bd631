"""Hayashi hands a list over, sees what it would do, says yes, keeps the receipt, and takes it back."""

from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from marugoto.agencies.codes import Role
from marugoto.community.actions.place import change_place
from marugoto.community.models import Place
from marugoto.demo.town import BY_CODE
from marugoto.exchange.models import Import, ImportRow, Receipt, Undo
from marugoto.kernel.era import say_era
from tests.database import unwalled
from tests.exchange.files import written
from tests.town import SHIOMI, Town
from tests.web.counting import counted
from tests.web.town.asking import imports_kept, place_called, prepared, see, send, sentence, upload, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db
MOST_QUERIES_OF_A_LIST = 8


def test_the_preview_says_what_each_row_would_do_and_changes_nothing(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    page = see(hayashi, "import_preview", prepared(hayashi, "preschool", "cp932"))
    assert sentence(page) == (
        "新しい場所は10か所、変わる場所は0か所、同じ場所は0か所、取り込めない行は1行です。まだ何も変えていません。"
    )
    said = words(page)
    assert "「子育て施設一覧」の様式として読みました。文字コードはシフトJIS（CP932）、場所の行は11行です。" in said
    assert "15行目 取り込めない (名称なし) 名称がありません。" in said
    with unwalled():
        assert not Place.objects.within(town.body).exists()


def test_the_rows_of_one_verdict_are_shown_alone(enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = prepared(hayashi, "preschool")
    refused = words(see(hayashi, "import_preview", brought, verdict="refused"))
    assert "名称がありません。" in refused
    assert "みなも市立なぎさ保育所" not in refused
    assert "この見かたにあたる行はありません。" in words(see(hayashi, "import_preview", brought, verdict="changed"))
    assert "みなも市立なぎさ保育所" in words(see(hayashi, "import_preview", brought, verdict="どれでも"))


def test_yes_gives_a_receipt_and_the_places_are_in_the_list_unconfirmed(enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = prepared(hayashi, "preschool")
    assert send(hayashi, "import_yes", brought)["Location"] == f"/town/imports/{brought}/receipt/"
    page = see(hayashi, "import_receipt", brought)
    assert sentence(page) == "10か所を新しく書きました。1行は取り込めませんでした。"
    assert "名称がありません。" in words(page)
    assert sentence(see(hayashi, "places")) == "地域に10か所あります。まだ確かめていない場所が10あります。"
    assert "もう取り込みました。" in sentence(see(hayashi, "import_preview", brought))


def test_a_place_says_from_which_list_it_came(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "import_yes", prepared(hayashi))
    today = timezone.localdate()
    page = words(see(enter("tanaka"), "place_host", place_called(town, "なぎさサロン").pk))
    assert f"もとの一覧 地域の場所一覧({say_era(today)}" in page


def test_yes_pressed_twice_is_one_receipt(town: Town, enter: Enter) -> None:
    hayashi, key = enter("hayashi"), uuid4()
    brought = prepared(hayashi)
    answers = [send(hayashi, "import_yes", brought, key=key) for _ in range(2)] + [send(hayashi, "import_yes", brought)]
    assert {answer["Location"] for answer in answers} == {f"/town/imports/{brought}/receipt/"}
    with unwalled():
        assert Receipt.objects.within(town.body).count() == 1
        assert Place.objects.within(town.body).count() == 3


def test_a_file_sent_twice_by_one_press_is_one_import(town: Town, enter: Enter) -> None:
    hayashi, key = enter("hayashi"), uuid4()
    answers = [upload(hayashi, written("places"), key=key) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert imports_kept(town) == 1


def test_what_changed_is_shown_from_and_to(enter: Enter) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "import_yes", prepared(hayashi))
    changed = written("places").replace(b"099-200-1001", b"099-200-7777")
    answer = upload(hayashi, changed)
    page = see(hayashi, "import_preview", answer["Location"].split("/")[3])
    assert "新しい場所は0か所、変わる場所は1か所、同じ場所は2か所、取り込めない行は0行です。" in sentence(page)
    assert "電話: 099-200-1001 → 099-200-7777" in words(page)


def test_the_same_file_again_has_nothing_to_take_in_and_says_so(enter: Enter) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "import_yes", prepared(hayashi))
    page = words(see(hayashi, "import_preview", prepared(hayashi)))
    assert "新しい場所も、変わる場所もありません。取り込まなくても同じです。" in page


def test_a_place_that_is_no_longer_in_the_file_is_named_and_stays(enter: Enter) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "import_yes", prepared(hayashi))
    shorter = b"".join(line for line in written("places").splitlines(True) if "なぎさサロン".encode() not in line)
    page = words(see(hayashi, "import_preview", upload(hayashi, shorter)["Location"].split("/")[3]))
    assert "こんどのファイルにない場所が1か所あります。そのまま残します。 なぎさサロン" in page


def test_when_the_town_moves_on_the_preview_says_so_and_nothing_is_done(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "import_yes", prepared(hayashi))
    brought = upload(hayashi, written("places").replace(b"099-200-1001", b"099-200-7777"))["Location"].split("/")[3]
    salon = place_called(town, "なぎさサロン")
    change_place(by=town("hayashi"), at=timezone.now(), place=salon.pk, values={"phone": "099-200-5555"})
    page = send(hayashi, "import_yes", brought)
    assert page.status_code == 409
    assert "下見のあとで、場所の記録が変わりました。" in words(page)
    assert place_called(town, "なぎさサロン").phone == "099-200-5555"


def test_undo_tells_what_could_not_be_taken_back_and_why(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = prepared(hayashi)
    send(hayashi, "import_yes", brought)
    send(hayashi, "place_confirm", place_called(town, "土いじりの会").pk, how="visit")
    assert send(hayashi, "import_undo", brought)["Location"] == f"/town/imports/{brought}/undo/"
    page = see(hayashi, "import_undone", brought)
    assert sentence(page) == "2か所を元に戻しました。1か所は、元に戻せないところがあります。"
    assert "土いじりの会 この場所には、確かめや日誌などの記録があるため、残しました。" in words(page)
    assert sentence(see(hayashi, "places")).startswith("地域に1か所あります。")
    assert send(hayashi, "import_undo", brought).status_code == 302
    with unwalled():
        assert Undo.objects.within(town.body).count() == 1


def test_undo_of_all_says_so(enter: Enter) -> None:
    hayashi = enter("hayashi")
    brought = prepared(hayashi)
    assert see(hayashi, "import_undone", brought).status_code == 404
    send(hayashi, "import_yes", brought)
    assert see(hayashi, "import_undone", brought).status_code == 404
    send(hayashi, "import_undo", brought)
    assert sentence(see(hayashi, "import_undone", brought)) == "3か所を、すべて元に戻しました。"
    assert "元に戻した" in words(see(hayashi, "import"))


# ---------------------------------------------------------------- files that are refused


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "ファイルの中身が空です。"),
        (b"PK\x03\x04" + b"\x00" * 40, "圧縮されたファイル（ZIP）です。"),
        (b"PK\x03\x04 xl/workbook.xml", "Excelのファイルが壊れているか、鍵がかかっています。"),
        (b"%PDF-1.7", "PDFファイルです。"),
        ("名称,住所\nサロン\x00,みなも市\n".encode(), "文字ではないデータ（NUL）があります。"),
        ("名称,住所\n".encode("utf-16"), "文字コードがUTF-16"),
        (b"a,b\n1,2\n", "見出しの行が見つかりません。"),
        ("名称,住所\n".encode(), "見出しだけで、場所の行がありません。"),
        ("データ名称,名称\n玄関,AED\n".encode(), "「オープンデータ一覧」のファイルのようです。"),
        ("名称,住所\nサロン,みなも市\n".encode() + "談話室,本町\n".encode("cp932"), "文字コードが変わっています"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_on_the_page_and_nothing_is_kept(
    town: Town, enter: Enter, content: bytes, says: str
) -> None:
    page = upload(enter("hayashi"), content)
    assert page.status_code == 422
    assert says in words(page)
    assert "ファイルを選ぶ" in words(page)
    assert imports_kept(town) == 0


def test_no_file_at_all_is_said(enter: Enter) -> None:
    page = send(enter("hayashi"), "import_send")
    assert page.status_code == 422
    assert "ファイルを選んでください。" in words(page)


@pytest.mark.parametrize("size", [settings.MARUGOTO_UPLOAD_LIMIT_BYTES + 1, 24_000_000])
def test_a_file_that_is_too_large_is_refused_by_its_size(town: Town, enter: Enter, size: int) -> None:
    page = upload(enter("hayashi"), b"x" * size)
    assert page.status_code == 422
    assert f"ファイルが大きすぎます（{size / 1_000_000:.1f}MB）。20MBまで読めます。" in words(page)
    assert imports_kept(town) == 0


# ---------------------------------------------------------------- who


@pytest.mark.parametrize("worker", ["tanaka", "yamazaki"])
def test_who_may_not_import_finds_no_import_anywhere(town: Town, enter: Enter, worker: str) -> None:
    brought = prepared(enter("hayashi"))
    reader = enter(worker)
    pages = [("import",), ("import_preview", brought), ("import_receipt", brought), ("import_undone", brought)]
    assert {see(reader, *page).status_code for page in pages} == {404}
    assert upload(reader, written("places")).status_code == 404
    assert {send(reader, route, brought).status_code for route in ("import_yes", "import_undo")} == {404}
    assert see(reader, "places").status_code == 200
    assert "取り込み" not in words(see(reader, "places"))
    assert imports_kept(town) == 1


@pytest.mark.parametrize("worker", ["mori", "hirata", "honma", "yamashita"])
def test_who_keeps_the_lists_of_the_town_may_import(enter: Enter, worker: str) -> None:
    keeper = enter(worker)
    assert send(keeper, "import_yes", prepared(keeper)).status_code == 302


def test_another_municipality_finds_nothing(enter: Enter, town: Town) -> None:
    brought = prepared(enter("hayashi"))
    assert see(enter_elsewhere(town), "import_preview", brought).status_code == 404


def enter_elsewhere(town: Town) -> Client:
    """A coordinator of 汐見市."""
    key = next(
        worker.key
        for worker in BY_CODE[SHIOMI].workers
        if worker.username and any({Role.COORDINATOR, Role.COMMUNITY} & set(hat.roles) for hat in worker.hats)
    )
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{key}"))
    return client


# ---------------------------------------------------------------- what it costs


def many_rows(town: Town, brought: UUID, count: int) -> None:
    of = Import.objects.within(town.body).get(pk=brought)
    last = ImportRow.objects.within(town.body).filter(of=of).count()
    ImportRow.objects.bulk_create(
        ImportRow(body=town.body, made_at=of.made_at, of=of, number=last + n, lines=[n], verdict="new", name=f"会{n}")
        for n in range(1, count + 1)
    )


def test_the_preview_asks_the_same_for_ten_rows_and_for_five_hundred(town: Town, enter: Enter) -> None:
    hayashi, asked = enter("hayashi"), []
    brought = prepared(hayashi)
    for count in (7, 490):
        with unwalled():
            many_rows(town, brought, count)
        with counted() as queries:
            page = see(hayashi, "import_preview", brought)
        asked.append(len(queries))
    assert "500件のうち 1–50" in words(page)
    assert asked[0] == asked[1] <= MOST_QUERIES_OF_A_LIST


def test_the_list_of_imports_asks_the_same_for_one_and_for_ten(enter: Enter) -> None:
    hayashi, asked = enter("hayashi"), []
    for times in (1, 9):
        for _ in range(times):
            send(hayashi, "import_yes", prepared(hayashi))
        with counted() as queries:
            see(hayashi, "import")
        asked.append(len(queries))
    assert asked[0] == asked[1] <= MOST_QUERIES_OF_A_LIST
