"""What was destroyed is not in the file any more: neither in the free pages of SQLite nor in the log beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from marugoto.settings.base import SQLITE_OPTIONS

WORDS = "戸口で5分話せた。"


def written_and_deleted(file: Path, begin: str) -> bytes:
    with closing(sqlite3.connect(file)) as house:
        house.executescript(begin)
        house.execute("CREATE TABLE journal (id INTEGER PRIMARY KEY, words TEXT)")
        house.executemany("INSERT INTO journal (words) VALUES (?)", [(WORDS * 40,)] * 50)
        house.commit()
        house.execute("DELETE FROM journal")
        house.commit()
        house.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(part.read_bytes() for part in file.parent.iterdir())


@pytest.mark.sqlite
@pytest.mark.parametrize(("without", "found"), [("", False), ("PRAGMA secure_delete=ON;", True)])
def test_no_word_of_it_lies_in_the_file(tmp_path: Path, without: str, found: bool) -> None:
    begin = str(SQLITE_OPTIONS["init_command"])
    assert without in begin
    begin = begin.replace(without, "PRAGMA secure_delete=OFF;") if without else begin
    said = written_and_deleted(tmp_path / "house.sqlite3", begin)
    assert (WORDS.encode() in said) is found
