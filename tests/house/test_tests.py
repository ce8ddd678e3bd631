"""Tests are sentences that assert something; nothing is skipped without its reason; voices carry known ids (STYLE 14)."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from marugoto.web.shell.management.voices import marked_tests, read_voices
from tests.house.tree import TOP, is_test, python_files, text_of, tree_of

ASSERTS = re.compile(r"\bassert\b|raises\(|expect\(|assert_|\.check\(|benchmark\(")


def blind(text: str) -> list[str]:
    """Names of tests that seem to assert nothing."""
    functions = (
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )
    return [one.name for one in functions if not ASSERTS.search(ast.get_source_segment(text, one) or "")]


def unexplained(tree: ast.Module) -> list[str]:
    """Skips and expected failures without a reason."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    marked = [call for call in calls if re.search(r"\b(skip|skipif|xfail)$", ast.unparse(call.func))]
    bare = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "xfail"}
    ]
    explained = [ast.unparse(call.func) for call in marked if any(word.arg == "reason" for word in call.keywords)]
    return [name for name in {*bare, *(ast.unparse(call.func) for call in marked)} if name not in explained]


def files_of_tests() -> list[Path]:
    return [path for path in python_files() if is_test(path) and path.name.startswith("test_")]


def test_every_test_asserts() -> None:
    assert {path: found for path in files_of_tests() if (found := blind(text_of(path)))} == {}


def test_no_test_is_skipped_without_its_reason() -> None:
    assert {path: found for path in files_of_tests() if (found := unexplained(tree_of(path)))} == {}


def test_there_are_69_voices_each_with_a_short_gist() -> None:
    voices = [voice for voice in read_voices() if not voice.is_summary]
    assert len(voices) == len({voice.id for voice in voices}) == 69
    assert [voice.id for voice in voices if not 0 < len(voice.gist) <= 60] == []


def test_every_mark_names_a_known_voice() -> None:
    assert set(marked_tests(TOP / "tests")) - {voice.id for voice in read_voices()} == set()


def test_every_mark_used_is_declared() -> None:
    declared = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"][
        "markers"
    ]
    assert {line.split(":")[0].split("(")[0] for line in declared} == {
        "voice",
        "journey",
        "both",
        "postgres",
        "sqlite",
        "slow",
    }


def test_a_test_that_asserts_nothing_is_caught() -> None:
    assert blind("def test_a():\n    print(1)\n\ndef test_b():\n    assert 1\n") == ["test_a"]


@pytest.mark.parametrize("line", ["@pytest.mark.skip\ndef test_a(): ...", "@pytest.mark.xfail()\ndef test_a(): ..."])
def test_a_skip_without_reason_is_caught(line: str) -> None:
    assert unexplained(ast.parse(line))


def test_a_skip_with_its_reason_is_not_caught() -> None:
    assert unexplained(ast.parse("@pytest.mark.skipif(True, reason='why')\ndef test_a(): ...")) == []


def test_marks_are_read_from_files_classes_and_functions(tmp_path: Path) -> None:
    text = 'pytestmark = [pytest.mark.voice("1-1")]\nclass TestB:\n    @pytest.mark.voice("5-3", "F-2")\n    def test_b(self): ...\n'
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_b.py").write_text(text, encoding="utf-8")
    assert set(marked_tests(tmp_path / "tests")) == {"1-1", "5-3", "F-2"}
