"""A PostgreSQL of one's own is there, empty, and gone afterwards."""

import os
from pathlib import Path

import psycopg
import pytest

from marugoto.ground import scratch_postgres as module
from marugoto.ground.scratch_postgres import NoPostgres, find_programs, scratch_postgres


def test_it_answers_in_utf8_and_is_gone_afterwards() -> None:
    with scratch_postgres() as url, psycopg.connect(url) as connection:
        shown = connection.execute(
            "SELECT current_setting('server_encoding'), '髙𠮷', current_setting('data_directory')"
        ).fetchone()
        assert shown is not None
        assert shown[:2] == ("UTF8", "髙𠮷")
        assert Path(shown[2]).exists()
    assert not Path(shown[2]).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


def test_it_is_gone_also_when_something_breaks() -> None:
    seen = ""
    with pytest.raises(ZeroDivisionError), scratch_postgres() as url:  # noqa: PT012 — the block breaks on purpose
        seen = url
        raise ZeroDivisionError
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(seen, connect_timeout=2)


def test_only_a_durable_one_waits_for_the_disk() -> None:
    with scratch_postgres(durable=True) as url, psycopg.connect(url) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_it_does_not_run_as_root() -> None:
    with scratch_postgres() as url, psycopg.connect(url) as connection:
        row = connection.execute("SELECT pg_backend_pid()").fetchone()
        assert row is not None
        assert Path(f"/proc/{row[0]}").stat().st_uid != 0 or os.geteuid() != 0


def test_a_missing_server_is_said_in_both_languages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "DEBIAN", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPostgres, match=r"見つかりません.*missing"):
        find_programs()
