"""Papers in the browser: a photo of a demand for payment goes beside the record of a visit, and is found, saved and taken back."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.journeys.hand import Hand
from tests.papers import PLACE, photo
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
NAME = "水道の督促状.jpg"


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
    tanaka.heading("記録に付けたものが2つあります。")
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


def put(tanaka: Hand, path: Path) -> None:
    tanaka.page.get_by_label("手紙や写真を付ける").set_input_files(path)
