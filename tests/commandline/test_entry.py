"""`bin/prove` and `bin/bench`: members are found without being imported, get a database of their own, and show a table."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import benches
import proofs
from proofs.entry import main, members_of, table
from tests.house.tree import TOP

MEMBER = '''"""Shows that one and one are two."""

def options(parser):
    parser.add_argument("--of", type=int, default=1)
    parser.add_argument("--tried", type=int, default=1)
    parser.add_argument("--minutes", type=float)

def run(args):
    figures = {"seed": args.seed}
    return {"ok": args.of == 1, "reached": args.tried == 1, "rows": [{"sum": args.of + 1}], "figures": figures}
'''


def add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=7)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package with one member, which needs no database."""
    (tmp_path / "sums").mkdir()
    (tmp_path / "sums" / "__init__.py").touch()
    (tmp_path / "sums" / "addition.py").write_text(MEMBER, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("sums", "sums.addition"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    package = ModuleType("sums")
    package.__file__ = str(tmp_path / "sums" / "__init__.py")
    return package


def test_a_member_runs_and_its_last_line_is_json(home: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert main("bin/prove", home, add_seed, ["addition", "--json"]) == 0
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (said["ok"], said["rows"], said["figures"]["seed"]) == (True, [{"sum": 2}], 7)


def test_what_does_not_hold_fails(home: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert main("bin/prove", home, add_seed, ["addition", "--of", "2"]) == 1
    assert capsys.readouterr().out.rstrip().endswith("FAILED")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--tried", "0"], 1, "ok, but less was tried than was asked"),
        (["--tried", "0", "--minutes", "3"], 0, "ok, but less was tried than was asked"),
        (["--tried", "0", "--minutes", "3", "--of", "2"], 1, "FAILED"),
        (["--minutes", "3"], 0, "ok"),
    ],
)
def test_what_was_not_reached_is_no_success_unless_a_time_was_set(
    home: ModuleType, capsys: pytest.CaptureFixture[str], words: list[str], code: int, says: str
) -> None:
    assert main("bin/prove", home, add_seed, ["addition", *words]) == code
    assert capsys.readouterr().out.rstrip().splitlines()[-1] == says


def test_members_are_listed_by_what_they_say(home: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert main("bin/prove", home, add_seed, []) == 0
    assert "Shows that one and one are two." in capsys.readouterr().out


@pytest.mark.parametrize("home", [proofs, benches])
def test_every_member_says_what_it_shows(home: ModuleType) -> None:
    assert [name for name, says in members_of(home).items() if not says.endswith((".", "。"))] == []


def test_a_table_counts_japanese_characters_as_two() -> None:
    assert table([{"室": "机", "n": 1200}, {"室": "まち", "n": 5}]) == "室        n\n机    1,200\nまち      5"


def test_the_command_itself_lists_its_members() -> None:
    said = subprocess.run([TOP / "bin" / "prove"], capture_output=True, text=True, check=True).stdout
    assert "bin/prove" in said
    assert all(name in said for name in members_of(proofs))
