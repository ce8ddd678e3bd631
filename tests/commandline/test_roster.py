"""A real municipality begins: its roster, a first password, and a worker at the door; and every word of help is Japanese."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command, get_commands
from django.test import Client
from django.utils import timezone

from marugoto.agencies.models import Agency, Body, Duty, Team, Worker
from marugoto.agencies.queries.viewer import hats_of
from marugoto.exchange.rules.roster import read_roster
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.house.tree import TOP

SAMPLE = TOP / "docs" / "how-to" / "roster.toml"
PASSWORD = "はるのうみ-ひねもす-2026"


def said_by(command: str, *words: str, **options: object) -> str:
    out = StringIO()
    call_command(command, *words, stdout=out, **options)
    return out.getvalue()


def kept() -> dict[str, int]:
    with unwalled():
        counts = {one.__name__: one.objects.within("990043").count() for one in (Agency, Team, Worker, Duty)}
    return counts | {"Body": Body.objects.filter(code="990043").count()}


def edited(tmp_path: Path, *pairs: tuple[str, str]) -> str:
    text = SAMPLE.read_text(encoding="utf-8")
    for was, becomes in pairs:
        assert was in text
        text = text.replace(was, becomes, 1)
    file = tmp_path / "roster.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.django_db
def test_the_sample_of_the_handbook_settles_a_municipality_once() -> None:
    assert "何も変えていません" in said_by("roster", str(SAMPLE), "--preview")
    assert kept() == {"Agency": 0, "Team": 0, "Worker": 0, "Duty": 0, "Body": 0}
    first = said_by("roster", str(SAMPLE))
    assert "新しい　係　福祉課 相談係" in first
    assert kept() == {"Agency": 3, "Team": 3, "Worker": 5, "Duty": 5, "Body": 1}
    again = json.loads(said_by("roster", str(SAMPLE), "--json"))
    assert {line["done"] for line in again["lines"]} == {"same"}
    assert kept() == {"Agency": 3, "Team": 3, "Worker": 5, "Duty": 5, "Body": 1}


@pytest.mark.django_db
def test_a_worker_of_the_roster_comes_in_by_password(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.MARUGOTO_DEMO = False
    said_by("roster", str(SAMPLE))
    assert "パスワードがまだ" in said_by("workers", "990043")
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    assert "パスワードを決めました。" in said_by("account", "yamano", "--password-stdin")
    browser = Client()
    answer = browser.post("/account/login/", {"login": "yamano", "password": PASSWORD}, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "いま、手元にボールはありません。" in page
    assert "山野 光" in page
    assert "見本町" in page
    assert browser.post("/sign-in/cast/", {"who": "yamano"}).status_code == 404
    said_by("account", "yamano", "--close")
    assert browser.get("/")["Location"].startswith("/sign-in/")


@pytest.mark.django_db
def test_what_changed_in_the_file_is_renewed_and_an_end_takes_the_hat(tmp_path: Path) -> None:
    said_by("roster", str(SAMPLE))
    file = edited(
        tmp_path,
        ('phone = "0000-33-1000"', 'phone = "0000-33-2000"'),
        ("# until = 2027-04-01", f"until = {date(2026, 5, 1)} #"),
    )
    said = said_by("roster", file)
    assert "変わる　係　福祉課 相談係" in said
    assert "変わる　役割　細川 稔" in said
    hosokawa = get_user_model().objects.get(username="hosokawa")
    assert hats_of(hosokawa.pk, local_day(timezone.now())) == []


@pytest.mark.django_db
def test_an_account_of_another_body_is_not_taken(tmp_path: Path) -> None:
    said_by("roster", str(SAMPLE))
    other = edited(tmp_path, ('code = "990043"', 'code = "990051"'), ('name = "見本町"', 'name = "手本町"'))
    with pytest.raises(CommandError, match="ほかの自治体の職員が使っています"):
        said_by("roster", other)
    assert not Body.objects.filter(code="990051").exists()


@pytest.mark.parametrize(
    ("was", "becomes", "sentence"),
    [
        ('code = "990043"', 'code = "99004"', "6桁の団体コード"),
        ('field = "tax"', 'field = "税"', "使えるのは次のどれかです"),
        ('team = "納税相談"', 'team = "収納"', "名簿にありません: 役割「納税相談員」の係「税務課 収納」"),
        ('roles = ["clerk"]', "roles = []", "のように書いてください"),
        ("since = 2026-04-01\nhead", 'since = "4月"\nhead', "日付で書いてください"),
        ("last_resort = true ", "last_resort = false ", "受け皿"),
        ('login = "kawabe"', 'login = "cast-kawabe"', "半角の英数字"),
        ('login = "kawabe"', 'login = "yamano"', "名簿にありません"),
        ('kana = "みほんちょう"', 'kana = "みほんちょう"\nfurigana = "x"', "知らない項目があります: furigana"),
        ("[body]", "[body", "TOMLとして読めません"),
        ("[[team]]", "[[teams]]", "知らない表があります: teams"),
    ],
)
def test_a_slip_is_named_and_nothing_is_changed(was: str, becomes: str, sentence: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert was in text
    with pytest.raises(Refused) as refused:
        read_roster(text.replace(was, becomes, 1))
    assert sentence in refused.value.sentence
    assert "まだ何も変えていません。" in refused.value.way_on


@pytest.mark.django_db
def test_a_weak_password_and_a_stranger_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    said_by("roster", str(SAMPLE))
    monkeypatch.setattr(sys, "stdin", io.StringIO("1234\n"))
    with pytest.raises(CommandError, match="このパスワードは使えません。"):
        said_by("account", "yamano", "--password-stdin")
    with pytest.raises(CommandError, match="職員はいません"):
        said_by("account", "nobody", "--password-stdin")
    with pytest.raises(CommandError, match="自治体はありません"):
        said_by("workers", "123456")


@pytest.mark.django_db
def test_without_a_terminal_a_password_is_not_asked_for_but_the_option_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said_by("roster", str(SAMPLE))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(CommandError, match="標準入力で渡すときは --password-stdin をつけます"):
        said_by("account", "yamano")


@pytest.mark.django_db
def test_an_empty_or_foreign_home_names_itself() -> None:
    for words in (["account", "nobody"], ["workers", "123456"], ["days", "123456"]):
        with pytest.raises(CommandError, match=r"(MARUGOTO_HOME|DATABASE_URL)") as refused:
            said_by(*words)
        assert str(settings.MARUGOTO_HOME) in str(refused.value), words
    assert str(settings.MARUGOTO_HOME) in said_by("municipalities")


# ---------------------------------------------------------------- in a process of its own


def typed(tmp_path: Path, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"MARUGOTO_HOME": str(tmp_path / "home"), "PYTHONPATH": str(TOP)}
    environment |= {"MARUGOTO_CALLED_FROM": str(cwd or TOP), "DJANGO_SETTINGS_MODULE": "marugoto.settings.house"}
    line = [sys.executable, "-m", "marugoto.web.shell.management.commandline", *words]
    return subprocess.run(line, cwd=TOP, env=environment, capture_output=True, text=True, timeout=600, check=False)


ENGLISH = ("usage:", "positional arguments", "optional arguments", "options:", "show this help", "error:", "required")


@pytest.mark.slow
@pytest.mark.sqlite
def test_every_command_explains_itself_in_japanese(tmp_path: Path) -> None:
    ours = sorted(name for name, app in get_commands().items() if str(app).startswith("marugoto"))
    assert len(ours) >= 15
    for name in ours:
        said = typed(tmp_path, name, "--help")
        assert said.returncode == 0, (name, said.stderr)
        assert "使い方: bin/marugoto" in said.stdout, name
        found = [word for word in ENGLISH if word in said.stdout.lower()]
        assert not found, (name, found)


@pytest.mark.slow
@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["vioces"], "「vioces」という命令はありません。「voices」のことですか。"),
        (["import"], "足りないものがあります"),
        (["import", "people", "x.csv", "--municipality", "990019"], "は選べません"),
        (["import", "places", "nothing.csv", "--municipality", "990019"], "ファイルが開けません: nothing.csv"),
        (["municipalities"], "表がまだありません。先に bin/marugoto migrate をどうぞ。（いま見ている置き場所は "),
        (["roster", "nothing.toml"], "場所と名前を確かめてください。"),
        (["voices", "--strange"], "知らない言葉があります: --strange"),
    ],
)
def test_a_slip_of_the_typist_is_answered_in_japanese(tmp_path: Path, words: list[str], sentence: str) -> None:
    said = typed(tmp_path, *words)
    assert said.returncode != 0
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr
    assert not [word for word in ENGLISH if word in said.stderr.lower()]


@pytest.mark.slow
@pytest.mark.sqlite
def test_a_file_is_looked_for_where_the_caller_stands(tmp_path: Path) -> None:
    (tmp_path / "名簿.toml").write_text("[body", encoding="utf-8")
    assert "TOMLとして読めません" in typed(tmp_path, "roster", "名簿.toml", cwd=tmp_path).stderr


@pytest.mark.slow
@pytest.mark.sqlite
def test_a_list_whose_reader_has_left_ends_quietly(tmp_path: Path) -> None:
    line = f"{sys.executable} -m marugoto.web.shell.management.commandline voices | head -1"
    home = {"MARUGOTO_HOME": str(tmp_path / "home"), "DJANGO_SETTINGS_MODULE": "marugoto.settings.house"}
    said = subprocess.run(
        ["bash", "-c", line], cwd=TOP, env=os.environ | home, capture_output=True, text=True, timeout=600, check=False
    )
    assert said.stdout
    assert "BrokenPipe" not in said.stderr
    assert "Traceback" not in said.stderr
