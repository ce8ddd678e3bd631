"""Tables are made with a word in Japanese now and then; what a reader can do nothing about is not said, what is wrong is."""

import re
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import Error, run_checks
from django.core.management import call_command
from django.core.management.base import OutputWrapper, SystemCheckError

from marugoto.web.shell.management import counted
from marugoto.web.shell.management.commands import migrate
from tests.commandline.test_roster import typed
from tests.database import unwalled

ENGLISH = re.compile(r"[A-Za-z]{4,} [A-Za-z]{2,}")


@pytest.mark.slow
@pytest.mark.sqlite
def test_an_empty_home_is_told_in_japanese_how_far_it_is(tmp_path: Path) -> None:
    first, again = (typed(tmp_path, "migrate") for _ in range(2))
    assert (first.returncode, again.returncode) == (0, 0), first.stderr
    assert (first.stderr, again.stderr) == ("", "")
    steps = re.findall(r"  表 (\d+)/(\d+)（\d+秒たちました）\n", first.stdout)
    assert steps[-1][0] == steps[-1][1]
    assert first.stdout.endswith("表は最新です。\n")
    assert ENGLISH.search(first.stdout) is None
    assert again.stdout == "表は最新です。\n"
    assert written_before(tmp_path) is None
    said = typed(tmp_path, "migrate").stdout
    assert said == "  前に書かれた住所 1件を、書き方がちがっても見つかるようにしました。\n表は最新です。\n"
    assert written_before(tmp_path) == "北町2-3-"


def written_before(home: Path) -> str | None:
    """The compared form of an address that has lain there since before there was one."""
    with closing(sqlite3.connect(home / "home" / "house.sqlite3")) as base, base:
        base.execute(
            "INSERT OR IGNORE INTO people_address (id, body, made_at, folder_id, person_id, text, postal, note) "
            "VALUES ('1', '990019', '2026-10-01 00:00:00', '2', '3', '北町二丁目３番', '', '')"
        )
        folded: str | None = base.execute("SELECT folded FROM people_address").fetchone()[0]
    return folded


@pytest.mark.sqlite
@pytest.mark.django_db
def test_nothing_is_said_of_what_sqlite_leaves_out() -> None:
    said = [one for one in run_checks(databases=list(settings.DATABASES)) if not one.is_silenced()]
    assert said == []


@pytest.mark.django_db
def test_an_error_is_still_said(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = [Error("壊れています", id="models.E999")]
    monkeypatch.setattr("django.core.management.base.checks.run_checks", lambda **_asked: broken)
    with pytest.raises(SystemCheckError, match="壊れています"):
        call_command("migrate", skip_checks=False)


def test_the_last_step_is_always_said_and_the_rest_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 6.0, 7.0, 8.0])
    monkeypatch.setattr(counted.time, "monotonic", lambda: next(clock))
    out = StringIO()
    going = counted.Counted(OutputWrapper(out), "表", 4)
    for _ in range(4):
        going.one_more()
    assert out.getvalue() == "  表 2/4（6秒たちました）\n  表 4/4（8秒たちました）\n"


@pytest.mark.django_db
def test_nothing_is_pending_where_everything_was_made() -> None:
    with unwalled():  # as the owner, who alone makes tables
        assert migrate.pending("default") == 0
