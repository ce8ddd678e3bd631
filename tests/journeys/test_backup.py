"""The installation back from its backup, in the browser: the record of a visit and the letter that was kept beside it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from marugoto.web.shell.management.backup import opened_backup, put_back, write_backup
from tests.database import by_the_owner, put_up_walls
from tests.journeys.hand import Hand
from tests.papers import LETTER
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
NAME, WORDS = "手紙.pdf", "戸口で5分話せた。"


@pytest.mark.voice("2C-1")
def test_what_was_lost_in_the_night_is_there_again(town: Town, hand_of: Callable[..., Hand], tmp_path: Path) -> None:
    """The disk lost the journal and the letters: the backup of the evening brings both back, and she works on."""
    one_household(town)
    tanaka = hand_of("田中 美咲")
    assert she_reads_the_letter(tanaka) == LETTER
    with by_the_owner():
        house = dict(connection.settings_dict)
        write_backup(tmp_path / "evening.tar", home=tmp_path / "home", databases={"default": house}, at=AT)
        lose(house, "disclosure_attachmentcontent, disclosure_attachment, casework_journalentry")
    she_finds_nothing(tanaka)
    with by_the_owner():
        with opened_backup(tmp_path / "evening.tar") as folder:
            put_back(folder, home=tmp_path / "there", databases={"default": house})
        put_up_walls()  # as the command does once the tables are back
    assert she_reads_the_letter(tanaka) == LETTER
    tanaka.write("見たこと・聞いたこと", "手紙の件で電話した。")
    tanaka.press("記録する")
    tanaka.sees("記録しました。")


def she_reads_the_letter(tanaka: Hand) -> bytes:
    tanaka.follow("世帯")
    tanaka.follow("佐藤さん世帯")
    tanaka.sees(WORDS)
    with tanaka.page.expect_download() as waiting:
        tanaka.follow(NAME)
    return Path(waiting.value.path()).read_bytes()


def she_finds_nothing(tanaka: Hand) -> None:
    tanaka.follow("世帯")
    tanaka.follow("佐藤さん世帯")
    tanaka.does_not_see(WORDS)
    tanaka.does_not_see(NAME)


def lose(house: dict[str, Any], tables: str) -> None:
    place = {"host": house["HOST"], "port": house["PORT"], "user": house["USER"], "dbname": house["NAME"]}
    with psycopg.connect(**place, autocommit=True) as disk:
        disk.execute(f"TRUNCATE {tables} CASCADE")
