"""Papers in the browser: a photo of a demand for payment goes beside the record of a visit, and is found, saved and taken back."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.hand import Hand
from tests.papers import LETTER, PLACE, photo
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
NAME, SHEET = "水道の督促状.jpg", "総合相談票.pdf"
SCREENED = "支援を続ける"


@pytest.mark.parametrize("way", ["mouse", "noscript"])
@pytest.mark.voice("1-9")
def test_what_was_seen_at_home_is_kept_for_everybody_who_helps(
    town: Town, hand_of: HandOf, tmp_path: Path, way: str
) -> None:
    """Who comes next reads it beside the words, and not the place it was taken at."""
    one_household(town)
    tanaka = hand_of("田中 美咲", way)
    a_wrong_file_is_refused_and_the_words_stay(tanaka, tmp_path)
    the_photo_is_kept_beside_the_words(tanaka, tmp_path)
    assert it_is_saved_without_its_place(tanaka)
    it_is_taken_back(tanaka)
    an_agencys_own_sheet_is_attached_and_only_what_is_missing_is_asked(tanaka, tmp_path)


def a_wrong_file_is_refused_and_the_words_stay(tanaka: Hand, folder: Path) -> None:
    (folder / "督促状.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    tanaka.follow("世帯")
    tanaka.follow("佐藤さん世帯")
    tanaka.write("見たこと・聞いたこと", "玄関に督促状があった。")
    put(tanaka, folder / "督促状.html")
    tanaka.press("記録する")
    tanaka.sees("「督促状.html」は、付けられる形ではありません。")
    assert tanaka.page.get_by_label("見たこと・聞いたこと").first.input_value() == "玄関に督促状があった。"


def the_photo_is_kept_beside_the_words(tanaka: Hand, folder: Path) -> None:
    (folder / NAME).write_bytes(photo())
    put(tanaka, folder / NAME)
    tanaka.press("記録する")
    tanaka.sees("記録しました。")
    tanaka.sees("玄関に督促状があった。")
    tanaka.sees("写真(JPEG)・1KB・田中 美咲が")


def it_is_saved_without_its_place(tanaka: Hand) -> bool:
    tanaka.follow("添付の一覧")
    tanaka.heading("記録に付けたものが2件あります。")
    with tanaka.page.expect_download() as waiting:
        tanaka.follow(NAME)
    assert waiting.value.suggested_filename == NAME
    content = Path(waiting.value.path()).read_bytes()
    with Image.open(BytesIO(content)) as picture:
        return picture.size == (40, 80) and PLACE not in content


def it_is_taken_back(tanaka: Hand) -> None:
    tanaka.follow("佐藤さん世帯")
    tanaka.follow("直す・外す")
    tanaka.press(f"「{NAME}」を外す")
    tanaka.sees("添付を外しました。")
    tanaka.does_not_see(NAME)


def an_agencys_own_sheet_is_attached_and_only_what_is_missing_is_asked(tanaka: Hand, folder: Path) -> None:
    """Written on the form of the centre for the elderly: nobody copies it; what the report asks and it lacks is asked once."""
    (folder / SHEET).write_bytes(LETTER)
    tanaka.follow("世帯")
    tanaka.follow("佐藤さん世帯")
    tanaka.follow_in(tanaka.panel("アセスメントシート"), "書く")
    tanaka.follow("書く")
    tanaka.follow("自分の機関の様式で書いた")
    tanaka.heading("足りない項目だけを聞きます。")
    tanaka.does_not_see("本人の言葉")
    tanaka.write("どの様式ですか", "地域包括の総合相談票")
    tanaka.mark("聞きとりの結果", SCREENED)
    tanaka.press("残す")
    tanaka.sees("読み取ったものを付けるか、「北部包括の書庫 3番」のように置き場所を書いてください。")
    put(tanaka, folder / SHEET, "様式そのものを付ける")
    tanaka.press("残す")
    kept = tanaka.panel("機関の様式")
    expect(kept).to_contain_text("地域包括の総合相談票")
    with tanaka.page.expect_download() as waiting:
        tanaka.follow(SHEET)
    assert Path(waiting.value.path()).read_bytes() == LETTER
    tanaka.follow("書き足す・書き直す")
    tanaka.follow("自分の機関の様式で書いた")
    tanaka.does_not_see(SCREENED)


def put(tanaka: Hand, path: Path, label: str = "手紙や写真を付ける") -> None:
    tanaka.page.get_by_label(label).set_input_files(path)
