"""A restoring that stops half-way loses nothing that is needed to finish it."""

import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command

from marugoto.web.shell.management.commands import restore

pytestmark = pytest.mark.django_db
STEPS = ("数分かかります", "1/4 ", "2/4 ", "3/4 ", "4/4 ", "戻しました", "終わりました。")


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: object) -> list[list[str]]:
    """Nothing is replaced; what would be run is kept."""

    @contextmanager
    def opened(_source: Path) -> Iterator[Path]:
        yield tmp_path

    words: list[list[str]] = []
    settings.MARUGOTO_HOME = tmp_path  # type: ignore[attr-defined]
    for name, stand_in in {
        "opened_backup": opened,
        "call_command": lambda *_words, **_said: None,
        "tell_disposals": lambda: "the list",
        "put_back": lambda *_words, **_said: None,
    }.items():
        monkeypatch.setattr(restore, name, stand_in)
    monkeypatch.setattr(restore.connections, "close_all", lambda: None)
    monkeypatch.setattr(restore.subprocess, "run", lambda line, **_said: words.append(line))
    return words


def test_what_was_destroyed_is_known_until_it_is_destroyed_again(
    ran: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "backup.tar"
    source.touch()

    def broken(*_words: object, **_said: object) -> None:
        raise subprocess.CalledProcessError(1, "migrate")

    with monkeypatch.context() as trouble:
        trouble.setattr(restore, "put_back", broken)
        with pytest.raises(subprocess.CalledProcessError):
            call_command("restore", str(source), replace=True)
    (left,) = tmp_path.glob("restore-disposals-*.json")
    assert left.read_text() == "the list"
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert str(left) in capsys.readouterr().err
    call_command("restore", str(source), replace=True)
    said = capsys.readouterr().out
    assert [said.index(step) for step in STEPS] == sorted(said.index(step) for step in STEPS)
    again = [line[-2] for line in ran if "--again" in line]
    assert len(again) == 2
    assert str(left) in again
    assert list(tmp_path.glob("restore-disposals-*.json")) == []
