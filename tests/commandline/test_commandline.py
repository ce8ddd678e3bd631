"""`bin/marugoto`: our words only, in Japanese, each command under the account it needs."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from marugoto.web.shell.management import commandline
from marugoto.web.shell.management.commandline import OWNER_URL, application_url, enter_as_application
from marugoto.web.shell.management.commands import voices as voices_command
from marugoto.web.shell.management.voices import Voice


def said_by(command: str, **options: object) -> str:
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_help_lists_our_commands_only_and_in_japanese() -> None:
    said = said_by("commands")
    for name in ("migrate", "voices", "municipalities", "serve"):
        assert f"  {name} " in said
    assert "runserver" not in said
    commands = [line.split(maxsplit=1) for line in said.splitlines() if line.startswith("  ")]
    assert [name for name, says in commands if says.isascii()] == []


def test_voices_are_listed_with_their_tests_and_repeats() -> None:
    rows = {row["id"]: row for row in json.loads(said_by("voices", json=True))}
    assert len(rows) == 72
    assert rows["6-2"]["gist"] == rows["2B-7"]["gist"]
    assert "69の声のうち" in said_by("voices")


def test_a_voice_without_a_test_fails_the_check_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = Voice("5-3", "ボールはいつも担当課が持つ。", "", is_summary=False, tests=())
    monkeypatch.setattr(voices_command, "read_voices", lambda: [silent])
    with pytest.raises(CommandError, match="答えるテストのない声が1件あります: 5-3"):
        said_by("voices", check=True)


@pytest.mark.django_db
def test_an_installation_without_bodies_says_what_to_do() -> None:
    assert "settle" in said_by("municipalities")
    assert json.loads(said_by("municipalities", json=True)) == []


def test_on_postgresql_the_application_has_an_account_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MARUGOTO_HOME", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "postgresql://owner:secret@127.0.0.1:5432/town")
    monkeypatch.setenv(OWNER_URL, "")  # so that it is put back as it was, also when it was not there
    monkeypatch.delenv(OWNER_URL)
    wanted = application_url("postgresql://owner:secret@127.0.0.1:5432/town")
    enter_as_application()
    assert commandline.os.environ["DATABASE_URL"] == wanted
    assert wanted.startswith("postgresql://marugoto_app:")
    assert wanted.endswith("@127.0.0.1:5432/town")
    assert "secret" not in wanted
    assert commandline.os.environ[OWNER_URL].startswith("postgresql://owner:secret@")


def test_on_sqlite_there_are_no_accounts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////tmp/town.sqlite3")
    monkeypatch.setenv(OWNER_URL, "")  # so that it is put back as it was, also when it was not there
    monkeypatch.delenv(OWNER_URL)
    enter_as_application()
    assert OWNER_URL not in commandline.os.environ
