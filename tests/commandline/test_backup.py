"""A backup comes back whole, also when it was taken in the middle of work; a changed one is refused by name."""

import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from marugoto.ground.scratch_postgres import scratch_postgres
from marugoto.kernel.decision import Refused
from marugoto.web.shell.management.backup import KEPT_FOLDERS, opened_backup, put_back, write_backup
from marugoto.web.shell.management.commands import backup
from tests.papers import LETTER
from tests.story import one_household
from tests.town import settle_town

AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def sqlite_at(path: Path) -> dict[str, dict[str, Any]]:
    return {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": path}}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An installation with one row, one kept file and one key; its database is open and its log not yet folded in."""
    home = tmp_path / "home"
    for folder, name in (("files", "photo.jpg"), ("keys", "django")):
        (home / folder).mkdir(parents=True)
        (home / folder / name).write_text(f"{name} 髙", encoding="utf-8")
    with closing(sqlite3.connect(home / "house.sqlite3")) as database:
        database.executescript(
            "PRAGMA journal_mode=WAL; CREATE TABLE person (name TEXT); INSERT INTO person VALUES ('髙橋');"
        )
    return home


def names_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return [name for (name,) in database.execute("SELECT name FROM person ORDER BY name")]


def test_it_comes_back_whole_somewhere_else(home: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    with closing(sqlite3.connect(home / "house.sqlite3", isolation_level=None)) as worker:
        worker.execute("BEGIN IMMEDIATE")
        worker.execute("INSERT INTO person VALUES ('未完')")  # somebody is in the middle of a press
        write_backup(tmp_path / "a.tar", home=home, databases=sqlite_at(home / "house.sqlite3"), at=AT)
        worker.execute("ROLLBACK")
    with opened_backup(tmp_path / "a.tar") as folder:
        put_back(folder, home=there, databases=sqlite_at(there / "house.sqlite3"))
    assert names_in(there / "house.sqlite3") == ["髙橋"]
    assert (there / "files" / "photo.jpg").read_text(encoding="utf-8") == "photo.jpg 髙"
    assert (there / "keys" / "django").exists()
    assert (tmp_path / "a.tar").stat().st_mode & 0o077 == 0


def test_a_changed_or_foreign_file_is_refused_and_nothing_is_put_back(home: Path, tmp_path: Path) -> None:
    write_backup(tmp_path / "a.tar", home=home, databases=sqlite_at(home / "house.sqlite3"), at=AT)
    content = (tmp_path / "a.tar").read_bytes()
    (tmp_path / "changed.tar").write_bytes(content.replace("髙橋".encode(), "高橋".encode()))
    (tmp_path / "cut.tar").write_bytes(content[: len(content) // 3])
    (tmp_path / "text.tar").write_text("これはバックアップではありません", encoding="utf-8")
    for name, sentence in (
        ("changed", "default.sqlite3 が欠けているか、変わっています"),
        ("cut", "読めません"),
        ("text", "読めません"),
    ):
        with pytest.raises(Refused, match=sentence), opened_backup(tmp_path / f"{name}.tar"):
            pass


def test_an_archive_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("stolen", encoding="utf-8")
    with tarfile.open(tmp_path / "out.tar", "w") as archive:
        archive.add(tmp_path / "key", arcname="../../key")
    with pytest.raises(Refused, match="読めません"), opened_backup(tmp_path / "out.tar"):
        pass


def test_nothing_is_overwritten_and_no_half_file_stays(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_text("前のもの", encoding="utf-8")
    with pytest.raises(Refused, match="すでにあります"):
        write_backup(tmp_path / "a.tar", home=home, databases=sqlite_at(home / "house.sqlite3"), at=AT)
    assert (tmp_path / "a.tar").read_text(encoding="utf-8") == "前のもの"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar", "home"]


def test_a_backup_of_the_other_database_is_refused(home: Path, tmp_path: Path) -> None:
    write_backup(tmp_path / "a.tar", home=home, databases=sqlite_at(home / "house.sqlite3"), at=AT)
    other = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "town"}}
    with opened_backup(tmp_path / "a.tar") as folder, pytest.raises(Refused, match="種類が違います"):
        put_back(folder, home=home, databases=other)


def test_postgresql_comes_back_too(home: Path, tmp_path: Path) -> None:
    with scratch_postgres() as url, psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE person (name text); INSERT INTO person VALUES ('髙橋')")
        port = connection.info.port
        place = {"NAME": "marugoto", "HOST": "127.0.0.1", "PORT": port, "USER": "postgres", "PASSWORD": ""}
        databases = {"default": {"ENGINE": "django.db.backends.postgresql", **place}}
        write_backup(tmp_path / "a.tar", home=home, databases=databases, at=AT)
        connection.execute("INSERT INTO person VALUES ('あとから')")
        with opened_backup(tmp_path / "a.tar") as folder:
            put_back(folder, home=home, databases=databases)
        assert connection.execute("SELECT name FROM person").fetchall() == [("髙橋",)]


KEPT = "SELECT a.name, c.content FROM disclosure_attachment a JOIN disclosure_attachmentcontent c ON c.attachment_id = a.id"
WORDS = "SELECT words FROM casework_journalentry ORDER BY words"


@pytest.mark.django_db(transaction=True)
def test_a_letter_comes_back_byte_for_byte_beside_its_record(home: Path, tmp_path: Path) -> None:
    """The house itself, at work: what was attached to a record, and the record."""
    one_household(settle_town())
    with another_database(tmp_path) as (here, there):
        write_backup(tmp_path / "a.tar", home=home, databases={"default": here}, at=AT)
        with opened_backup(tmp_path / "a.tar") as folder:
            put_back(folder, home=tmp_path, databases={"default": there})
        before, after = ([rows(place, asked) for asked in (KEPT, WORDS)] for place in (here, there))
    assert before == after
    assert after[0] == [("手紙.pdf", LETTER)]
    assert ("戸口で5分話せた。",) in after[1]


@contextmanager
def another_database(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The one the test works in, and an empty one of the same kind."""
    here = dict(connection.settings_dict)
    if connection.vendor == "sqlite":
        yield here, here | {"NAME": folder / "there.sqlite3"}
        return
    here |= {"USER": "postgres"}  # the application's own account may not read all of it
    name = f"{here['NAME']}_there"
    with psycopg.connect(**reached(here), autocommit=True) as owner:
        owner.execute(f'CREATE DATABASE "{name}"')
        yield here, here | {"NAME": name}
        owner.execute(f'DROP DATABASE "{name}"')


def reached(database: dict[str, Any]) -> dict[str, Any]:
    return {"host": database["HOST"], "port": database["PORT"], "user": "postgres", "dbname": database["NAME"]}


def rows(database: dict[str, Any], asked: str) -> list[tuple[Any, ...]]:
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(database["NAME"])) as there:
            return there.execute(asked).fetchall()
    with psycopg.connect(**reached(database)) as other:
        return other.execute(asked).fetchall()


@pytest.mark.django_db(transaction=True)
def test_without_a_name_it_lies_beside_the_records_as_closed_as_they_are(
    home: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.MARUGOTO_HOME = home
    asked: list[Path] = []

    def written(target: Path, **_said: object) -> dict[str, str]:
        asked.append(target)
        target.touch(mode=0o600)
        return {}

    monkeypatch.setattr(backup, "write_backup", written)
    (home / "backups").mkdir(mode=0o755)
    out = StringIO()
    call_command("backup", stdout=out)
    assert asked[0].parent == home / "backups"
    assert (home / "backups").stat().st_mode & 0o777 == 0o700
    assert f"{asked[0]} に写しました" in out.getvalue()
    assert "別の場所にも写してください" in out.getvalue()
    assert "backups" not in KEPT_FOLDERS  # a copy does not swallow the copies before it


@pytest.mark.django_db(transaction=True)
def test_a_disk_that_knows_no_rights_still_takes_the_copy(
    home: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.MARUGOTO_HOME = home

    def refused(_folder: Path, _mode: int) -> None:
        raise PermissionError

    with monkeypatch.context() as disk:
        disk.setattr(Path, "chmod", refused)
        assert backup.Command()._usual_place() == home / "backups"
    assert (home / "backups").is_dir()
